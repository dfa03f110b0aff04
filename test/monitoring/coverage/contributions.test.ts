import { expect, it } from "vitest";
import { contributionsOn } from "../../../src/monitoring/coverage/contributions.ts";
import { readPack } from "../../../src/pack/read-pack.ts";

const read = await readPack("rules");
if (!read.ok) throw new Error("the shipped rules are valid");
const [service] = read.pack.services.values();

/** `BPU 8400 = iuran.bpu since 2026-04-01`, by the shipped parameters. */
function told(programmes: readonly string[], asOf: string): readonly string[] {
  const parameterOf = (id: string) => service?.parameters.get(id);
  return contributionsOn(parameterOf, programmes, asOf).rates.map(({ segment, amount, parts }) => {
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
