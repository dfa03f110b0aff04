import { readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { csvOf, inventedPeople } from "../../bulk/people.ts";
import { temporaryFolder, write } from "../../support/files.ts";
import { layak } from "../support/layak.ts";

const SERVICE = "kota-serang/sewa-kios";
const VERSIONS = ["--from", "2024-10-01", "--to", "2026-01-01", "--as-of", "2026-11-22"];

function people(): string {
  const folder = temporaryFolder();
  write(folder, "people.csv", csvOf(inventedPeople(400)));
  return folder;
}

async function simulate(folder: string, ...more: readonly string[]) {
  return await layak(["simulate", SERVICE, "--in", join(folder, "people.csv"), ...more]);
}

describe("layak simulate", () => {
  it("tells what changes, why, and for whom", async () => {
    const { code, out, err } = await simulate(
      people(),
      ...VERSIONS,
      ...["--by", "coverage.status", "--lang", "en", "--examples", "1"],
    );
    expect({ code, err }).toEqual({ code: 0, err: [] });
    const text = out.join("\n");
    expect(text).toMatch(
      /^Market kiosk lease \(kota-serang\/sewa-kios\)\n2024-10-01 \(pilot\) → 2026-01-01 \(pilot\), 22 November 2026\nOf 400 rows, those with another outcome: \d+ \([\d.]+%\)\. Eligible now: \d+;/,
    );
    expect(text).toMatch(
      /\n {2}before ↓ after → +eligible +not eligible +not decided +out of scope +all\n/,
    );
    expect(text).toMatch(
      /\n▸ not eligible yet → eligible: \d+ .*\n {4}Covered by BPJS Ketenagakerjaan \(bpjs-aktif\): unmet → does not apply: \d+\n {4}examples:\n/,
    );
    expect(text).toMatch(/\nBPJS Ketenagakerjaan status \(coverage\.status\)\n/);
  });

  it("writes the same report as JSON, and prints it where that is asked for", async () => {
    const folder = people();
    const path = join(folder, "report.json");
    const { code, out } = await simulate(
      folder,
      ...VERSIONS,
      "--by",
      "kiosk.owner",
      "--json",
      "--out",
      path,
    );
    expect(code).toBe(0);
    expect(readFileSync(path, "utf8")).toBe(`${out.join("\n")}\n`);
    expect(JSON.parse(out.join("\n"))).toMatchObject({
      ...{ service: SERVICE, asOf: "2026-11-22", rows: 400, decided: 400, setAside: 0 },
      from: { from: "2024-10-01", status: "pilot" },
      to: { from: "2026-01-01", status: "pilot" },
      breakdowns: [
        {
          by: "kiosk.owner",
          values: [
            { value: { kind: "value", value: "PEMKOT" }, label: { en: expect.any(String) } },
            { value: { kind: "value", value: "LAINNYA" } },
            { value: { kind: "unknown" }, label: { id: "belum diketahui", en: "not known" } },
          ],
        },
      ],
    });
    expect(readdirSync(folder).sort()).toEqual(["people.csv", "report.json"]);
  });

  it("takes two rules directories, and says where nothing changes", async () => {
    const { code, out } = await simulate(
      people(),
      ...["--to-rules", "./rules", "--as-of", "2026-11-22", "--lang", "en"],
    );
    expect(code).toBe(0);
    expect(out).toContain("Of 400 rows none has another outcome.");
  });

  it.each([
    ["--out", "people.csv"],
    ["--html", "./other/../people.csv"],
    ["--html", "link.csv"],
    ["--out", "roster.csv"],
    ["--out", "map.json"],
    ["--html", "new.json"],
  ])("refuses to write %s over %s", async (option, name) => {
    const folder = people();
    write(folder, "roster.csv", "nik,status\n");
    write(folder, "map.json", {});
    symlinkSync(join(folder, "people.csv"), join(folder, "link.csv"));
    const files = () =>
      readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), "utf8")]);
    const before = files();
    const read = ["--roster", join(folder, "roster.csv"), "--map", join(folder, "map.json")];
    const { code, out, err } = await simulate(
      folder,
      ...[...VERSIONS, "--lang", "en", ...(name === "new.json" ? [] : read)],
      ...(option === "--out" ? [] : ["--out", join(folder, "new.json")]),
      ...[option, `${folder}/${name}`],
    );
    expect({ code, out, err }).toEqual({
      ...{ code: 1, out: [] },
      err: [
        `${folder}/${name} is named twice. The reports of --out and --html must be different files, and none that is read by --in, --roster or --map.`,
      ],
    });
    expect(files()).toEqual(before);
  });

  it.each([
    [["--from", "2026-01-01", "--to", "2026-01-01"], /nothing to compare/],
    [["--from", "2020-01-01", "--to", "2026-01-01"], /2020-01-01/],
    [[...VERSIONS, "--by", "coverage.statuss"], /Did you mean "coverage\.status"/],
    [[...VERSIONS, "--examples", "many"], /--examples must be a number from 0 to 99, not "many"/],
    [[...VERSIONS, "--in", "nobody.csv"], /nobody\.csv cannot be read/],
    [["--from-rules", "rules", "--from-revision", "HEAD"], /Choose one of/],
  ])("refuses %s", async (words, message) => {
    const { code, out, err } = await simulate(people(), ...words, "--lang", "en");
    expect({ code, out }).toEqual({ code: 1, out: [] });
    expect(err.join("\n")).toMatch(message);
  });
});
