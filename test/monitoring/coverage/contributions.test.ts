import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Pack } from "../../../src/engine/model/pack.ts";
import {
  contributionsIn,
  contributionsOn,
} from "../../../src/monitoring/coverage/contributions.ts";
import { parsePack } from "../../../src/pack/parse-pack.ts";
import { readPack } from "../../../src/pack/read-pack.ts";

const read = await readPack("rules");
const files = Object.fromEntries(
  readdirSync("rules", { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".json") && !path.startsWith("schema"))
    .map((path) => [path.replaceAll("\\", "/"), readFileSync(join("rules", path), "utf8")]),
);
if (!read.ok) throw new Error("the shipped rules are valid");
const { pack } = read;

/** `BPU 8400 = iuran.bpu since 2026-04-01`, by the shipped parameters. */
function told(programmes: readonly string[], asOf: string): readonly string[] {
  const known = contributionsIn(pack, undefined, asOf);
  return contributionsOn(known, programmes, asOf).rates.map(({ segment, amount, parts }) => {
    const sum = parts.map(({ parameter, since }) => `${parameter} since ${since}`).join(" + ");
    return `${segment} ${amount ?? "not known"}${sum === "" ? "" : ` = ${sum}`}`;
  });
}

it.each([
  ["2024-09-25", ["BPU not known", "NON_ASN not known"]],
  ["2024-09-26", ["BPU 16800 = iuran.bpu since 2024-09-26", "NON_ASN not known"]],
  ["2026-03-31", ["BPU 16800 = iuran.bpu since 2024-09-26", "NON_ASN not known"]],
  ["2026-04-01", ["BPU 8400 = iuran.bpu since 2026-04-01", "NON_ASN not known"]],
  ["2026-12-31", ["BPU 8400 = iuran.bpu since 2026-04-01", "NON_ASN not known"]],
  ["2027-01-01", ["BPU 16800 = iuran.bpu since 2027-01-01", "NON_ASN not known"]],
  ["2020-02-25", ["BPU not known", "NON_ASN not known"]],
  ["2020-02-26", ["BPU not known", "NON_ASN 8500 = iuran.nonAsn since 2020-02-26"]],
  ["2020-12-31", ["BPU not known", "NON_ASN 8500 = iuran.nonAsn since 2020-02-26"]],
  ["2021-01-01", ["BPU not known", "NON_ASN not known"]],
])("on %s, JKK and JKM cost what the reports say, and nothing is guessed", (asOf, rates) => {
  expect(told(["JKK", "JKM"], asOf)).toEqual(rates);
});

it.each([
  [
    ["JKK", "JKM", "JHT"],
    "BPU 36800 = iuran.bpu since 2024-09-26 + iuran.bpu.jht since 2024-09-26",
  ],
  [["JHT"], "BPU 20000 = iuran.bpu.jht since 2024-09-26"],
  [["JKK", "JKM", "JP"], "BPU not known"],
])("%j of BPU in 2025: %s", (programmes, rate) => {
  expect(told(programmes, "2025-06-01")).toEqual([rate, "NON_ASN not known"]);
});

/** The shipped rules, with contributions that a city pays by its own parameters. */
function rulesWith(own: Readonly<Record<string, object>>, city = "kota-tangerang-selatan"): Pack {
  const parameters = Object.fromEntries(
    Object.entries(own).map(([id, more]) => [
      id,
      {
        ...{ type: "money", label: { id: "Iuran" }, sources: [], ...more },
        values: [{ from: "2024-09-26", value: 5000, provenance: "assumed" }],
      },
    ]),
  );
  const path = `${city}/parameters.json`;
  const result = parsePack({ ...files, [path]: JSON.stringify({ parameters }) });
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message.en).join("\n"));
  return result.pack;
}

const BPU = { contributionOf: { segment: "BPU", programmes: ["JKK", "JKM"] } };

/** What a BPU worker pays by these rules, in a city or wherever all have it alike. */
function paidBy(pack: Pack, city: string | undefined): number | null | undefined {
  const known = contributionsIn(pack, city, "2025-06-01");
  const { rates } = contributionsOn(known, ["JKK", "JKM"], "2025-06-01");
  return rates.find(({ segment }) => segment === "BPU")?.amount;
}

it("a city's own amount counts there alone, and where no city is named none is known", () => {
  const own = rulesWith({ "iuran.bpu": BPU });
  const places = [undefined, "kota-serang", "kota-tangerang-selatan"];
  expect(places.map((city) => paidBy(own, city))).toEqual([null, 16_800, 5000]);
});

it("a city without services has the nation's contributions, with its own in their place", () => {
  expect([...pack.services.keys()].filter((id) => id.startsWith("banten/"))).toEqual([]);
  expect(paidBy(pack, "banten")).toBe(16_800);
  const own = rulesWith({ "iuran.bpu": BPU }, "banten");
  const places = [undefined, "kota-serang", "banten"];
  expect(places.map((city) => paidBy(own, city))).toEqual([null, 16_800, 5000]);
});

it("a city's own entry without contributionOf is no contribution there any more", () => {
  const own = rulesWith({ "iuran.bpu": {} });
  expect(paidBy(own, "kota-tangerang-selatan")).toBe(null);
  expect(paidBy(own, "kota-serang")).toBe(16_800);
});

it("a programme of a new segment is priced by a parameter alone", () => {
  const construction = { segment: "JASA_KONSTRUKSI", programmes: ["JKK", "JKM"] };
  const known = contributionsIn(
    rulesWith({ "iuran.konstruksi": { contributionOf: construction } }),
    "kota-tangerang-selatan",
    "2025-06-01",
  );
  expect(contributionsOn(known, ["JKK"], "2025-06-01").rates).toContainEqual({
    ...{ segment: "JASA_KONSTRUKSI", amount: 5000 },
    parts: [expect.objectContaining({ parameter: "iuran.konstruksi" })],
  });
});

it("what parameters pay for is no part of what decisions rest on", () => {
  const kept = [...pack.services.values()].flatMap(({ parameters }) => [...parameters.values()]);
  expect(kept.filter((parameter) => "contributionOf" in parameter)).toEqual([]);
});
