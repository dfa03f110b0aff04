import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openMarginals } from "../../../src/cli/population/marginals-files.ts";
import { writePopulation } from "../../../src/cli/population/write-file.ts";
import { readPack } from "../../../src/node.ts";
import { NO_MARGINALS } from "../../../src/population/marginals.ts";
import { populationOf } from "../../../src/population/population.ts";
import { temporaryFolder, write } from "../../support/files.ts";
import { layak } from "../support/layak.ts";

const SERVICE = "kota-serang/sewa-kios";
const AS_OF = "2026-11-22";
const rules = await readPack("rules");
if (!rules.ok) throw new Error("the shipped rules are not valid");
const { pack } = rules;

async function population(out: string, ...more: readonly string[]) {
  const words = ["population", SERVICE, "--as-of", AS_OF, "--rows", "400", "--lang", "en"];
  return await layak([...words, "--out", out, ...more]);
}

async function bulk(service: string, input: string, output: string) {
  const words = ["bulk", service, "--as-of", AS_OF, "--in", input, "--out", output];
  return await layak([...words, "--json", "--lang", "en"]);
}

const digest = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");

describe("layak population", () => {
  it("tells what it made, and what its figures rest on", async () => {
    const folder = temporaryFolder();
    const out = join(folder, "people.csv");
    const { code, out: told, err } = await population(out, "--seed", "7");
    expect({ code, err }).toEqual({ code: 0, err: [] });
    expect(told).toEqual([
      `kota-serang/sewa-kios, 2026-11-22, seed 7: 400 synthetic applications, written to ${out}`,
      "Figures from: dasar, kota-serang",
      "Rests on a report: coverage.status (ANTARA Banten, 19 May 2021)",
      "Rests on a report: coverage.segment (ANTARA Banten, 19 May 2021)",
      expect.stringMatching(/^Assumed: person\.birthDate, /),
    ]);
    expect(readdirSync(folder)).toEqual(["people.csv"]);
    expect(readFileSync(out, "utf8").split("\n")).toHaveLength(402);
  });

  it("has in its first rows what fewer rows have, and the same in every form", async () => {
    const folder = temporaryFolder();
    const at = (name: string) => join(folder, name);
    await population(at("all.csv"));
    await population(at("few.csv"), "--rows", "150");
    const [all, few] = ["all.csv", "few.csv"].map((name) => readFileSync(at(name), "utf8"));
    expect(all?.startsWith(few ?? "?")).toBe(true);
    for (const form of ["ndjson", "parquet"]) await population(at(`all.${form}`));
    await population(at("again.parquet"));
    expect(digest(at("again.parquet"))).toBe(digest(at("all.parquet")));
    const decided: string[] = [];
    for (const form of ["csv", "ndjson", "parquet"]) {
      const { code } = await bulk(SERVICE, at(`all.${form}`), at("decided.csv"));
      decided.push(`${code} ${readFileSync(at("decided.csv"), "utf8")}`);
    }
    expect(new Set(decided).size).toBe(1);
  });

  it("takes what a file states, over what comes with Layak, and facts that nothing reads", async () => {
    const folder = temporaryFolder();
    const out = join(folder, "people.csv");
    const file = write(folder, "ours.json", {
      facts: {
        "kiosk.owner": { provenance: "assumed", shares: [{ share: 1, value: "LAINNYA" }] },
      },
    });
    const words = ["--marginals", "banten-2022", "--marginals", file, "--with", "land.hectares"];
    const { code, out: told } = await population(out, ...words, "--json");
    const summary = JSON.parse(told.join("\n"));
    expect([code, summary.marginals]).toEqual([0, ["dasar", "kota-serang", "banten-2022", file]]);
    const [header = "", ...rows] = readFileSync(out, "utf8").trimEnd().split("\n");
    const columns = header.split(",");
    const values = (column: string) =>
      new Set(rows.map((row) => row.split(",")[columns.indexOf(column)]));
    expect(values("kiosk_owner")).toEqual(new Set(["LAINNYA"]));
    expect(values("land_hectares").size).toBeGreaterThan(20);
    expect(values("coverage_status").size).toBe(4);
  });

  it("tells what is wrong with a file at its line, and makes nothing", async () => {
    const folder = temporaryFolder();
    const out = join(folder, "people.csv");
    const file = write(folder, "ours.json", {
      facts: { "kiosk.owner": { provenance: "assumed", shares: [{ share: 1, value: "PEMKO" }] } },
    });
    expect(await population(out, "--marginals", file)).toEqual({
      code: 1,
      out: [],
      err: [
        `${file}:8:20 error LYK209 "PEMKO" is not a code of "kiosk.owner"\nhelp: did you mean "PEMKOT"?`,
        "No population was made. Mend the file and run this again.",
      ],
    });
    expect(existsSync(out)).toBe(false);
  });

  it.each([
    [["--rows", "0"], '--rows must be a whole number from 1 to 1000000000, not "0".'],
    [["--rows", "1e6"], '--rows must be a whole number from 1 to 1000000000, not "1e6".'],
    [["--seed", "-1"], '--seed must be a whole number such as 7, not "-1".'],
    [["--unknown", "2"], '--unknown must be a share from 0 to 1 such as 0.02, not "2".'],
    [["--unknown", "0,1"], '--unknown must be a share from 0 to 1 such as 0.02, not "0,1".'],
    [
      ["--with", "land.hectare"],
      '--with names "land.hectare", which is no fact that can be given. Did you mean "land.hectares"?',
    ],
    [
      ["--with", "arrears.months"],
      '--with names "arrears.months", which is no fact that can be given.',
    ],
    [
      ["--as-of", "2026-02-30"],
      '"asOf" is not in the calendar; write YYYY-MM-DD, such as 2026-11-22.',
    ],
    [
      ["--marginals", "nowhere.json"],
      'The file "nowhere.json" cannot be read. Check its name and permissions.',
    ],
    [
      ["--marginals", "banten-2021"],
      'There are no figures of a population named "banten-2021". Did you mean "banten-2022"? There are: banten-2022, dasar, kota-serang, kota-serang-2020, kota-serang/pegawai-non-asn, kota-serang/pendaftaran-non-asn, kota-serang/potongan-iuran-bpu, kota-serang/sponsor-korpri, kota-tangerang-selatan; or name a .json file.',
    ],
    [
      ["--out", "people.xlsx"],
      "The name of the file people.xlsx must end with .csv, .ndjson or .parquet.",
    ],
  ])("refuses %j", async (words, message) => {
    const out = join(temporaryFolder(), "people.csv");
    expect(await population(out, ...words)).toEqual({ code: 1, out: [], err: [message] });
    expect(existsSync(out)).toBe(false);
  });

  it("tells where nothing can be written", async () => {
    const file = write(temporaryFolder(), "people.csv", "before");
    const folder = temporaryFolder();
    const beneath = join(file, "people.csv");
    for (const out of [beneath, join(folder, "full.csv")]) {
      if (out !== beneath) mkdirSync(join(out, "kept"), { recursive: true });
      expect(await population(out)).toEqual({
        code: 1,
        out: [],
        err: [
          `The file "${out}" cannot be written. Check its directory, permissions and the room left.`,
        ],
      });
    }
    expect([readFileSync(file, "utf8"), readdirSync(folder)]).toEqual(["before", ["full.csv"]]);
  });

  it("leaves nothing where it is stopped, and what was there before as it was", async () => {
    const folder = temporaryFolder();
    const out = write(folder, "people.csv", "before");
    const made = populationOf(pack, {
      ...{ service: SERVICE, asOf: AS_OF, seed: 7, marginals: NO_MARGINALS, unknown: 0 },
      besides: [],
    });
    const stop = new AbortController();
    const onRows = () => stop.abort(new Error("stopped"));
    await expect(
      writePopulation(out, made, { rows: 100_000, onRows, signal: stop.signal }),
    ).rejects.toThrow("stopped");
    expect(readdirSync(folder)).toEqual(["people.csv"]);
    expect(readFileSync(out, "utf8")).toBe("before");
  });
});

describe("the population of every service", () => {
  it.each([...pack.services.keys()])("%s: layak bulk decides every row", async (service) => {
    const folder = temporaryFolder();
    const people = join(folder, "people.csv");
    const { marginals } = await openMarginals({ pack, service, asOf: AS_OF, named: [] });
    const made = populationOf(pack, {
      ...{ service, asOf: AS_OF, seed: 7, marginals, unknown: 0.02 },
      besides: [],
    });
    const { signal } = new AbortController();
    await writePopulation(people, made, { rows: 200, onRows: () => {}, signal });
    const { code, out } = await bulk(service, people, join(folder, "decided.csv"));
    const { decided, rejected, outcomes } = JSON.parse(out.join("\n"));
    expect({ code, decided, rejected }).toEqual({ code: 0, decided: 200, rejected: 0 });
    // A population that all are refused in, or none, would show nothing.
    expect(outcomes.eligible).toBeGreaterThan(0);
    expect(outcomes.ineligible).toBeGreaterThan(0);
  });
});
