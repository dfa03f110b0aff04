import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { inventedPeople, writeParquet } from "../bulk/people.ts";
import { temporaryFolder, write } from "../support/files.ts";
import { ndjson, sidesOf, simulated } from "./support.ts";

const SIDES = sidesOf(
  { service: "kota-serang/sewa-kios", asOf: "2026-11-22" },
  { from: "2024-10-01", to: "2026-01-01" },
);
const PEOPLE = inventedPeople(300);

describe("a simulation broken down by a column that no fact has", () => {
  const OWN = "Catatan";
  type Told = readonly (readonly [unknown, number])[];
  /** How often each value is told; null is what is not known. */
  const toldIn = async (name: string, text: string): Promise<Told> => {
    const report = await simulated(SIDES, name, text, { by: [OWN], personal: true });
    expect(report.reasons).toEqual({});
    const values = report.breakdowns[0]?.values ?? [];
    return values.map(({ value, rows }) => [value.kind === "value" ? value.value : null, rows]);
  };

  it("takes a cell of CSV with blanks around it, and an empty one as not known", async () => {
    const rows = ["a, Curug ", "b,Curug", "c,", "d,  "];
    expect(await toldIn("p.csv", `id,${OWN}\n${rows.join("\n")}\n`)).toEqual([
      ["Curug", 2],
      [null, 2],
    ]);
  });

  it("takes any value of NDJSON as its text", async () => {
    const values = [5, "5", ' "Satu" \\ ', true, ["x", 1], { y: "é" }, null, 1.5, ""];
    const rows = values.map((value, id) => JSON.stringify({ id, [OWN]: value }));
    const told = await toldIn("p.ndjson", `${rows.join("\n")}\n`);
    expect(told[0]).toEqual(["5", 2]);
    expect(new Set(told.map(([value]) => value))).toEqual(
      new Set(["5", '"Satu" \\', "true", '["x",1]', '{"y":"é"}', "1.5", null]),
    );
  });

  it("takes any value of Parquet as its text", async () => {
    const folder = temporaryFolder();
    const values = [{ one: 5, list: ["x"], made: { y: 1 } }];
    write(
      folder,
      "p.ndjson",
      `${values.map((own) => JSON.stringify({ id: "a", ...own })).join("\n")}\n`,
    );
    await writeParquet(join(folder, "p.ndjson"), join(folder, "p.parquet"));
    const report = await simulated(SIDES, "unused.ndjson", "", {
      ...{ input: join(folder, "p.parquet"), by: ["one", "list", "made"] },
    });
    expect(report).toMatchObject({ decided: 1, reasons: {} });
    expect(report.breakdowns.map(({ values: [first] }) => first?.value)).toEqual([
      { kind: "value", value: "5" },
      { kind: "value", value: "[x]" },
      { kind: "value", value: "{'y': 1}" },
    ]);
  });

  it("reads a column as a text beside the fact that the map says it holds", async () => {
    const report = await simulated(SIDES, "p.csv", `id,${OWN}\na, aktif\nb,AKTIF\n`, {
      ...{ map: { [OWN]: "coverage.status" }, by: [OWN, "coverage.status"] },
    });
    expect(report).toMatchObject({ decided: 1, reasons: { "fact-code": 1 } });
    expect(report.breakdowns.map(({ values }) => values.map(({ value }) => value))).toEqual([
      [{ kind: "value", value: "AKTIF" }],
      [{ kind: "value", value: "AKTIF" }],
    ]);
  });

  it("never tells what looks like a NIK, in a breakdown or in an example", async () => {
    const written = ["3673995708700001", "36.7399.570870.0002", "NIK 3673995708700003 (lama)"];
    const people = PEOPLE.map((facts, place) => ({
      ...facts,
      [OWN]: written[place % 3],
    }));
    const report = await simulated(SIDES, "p.ndjson", ndjson(people), { by: [OWN] });
    expect(report.breakdowns[0]?.values).toMatchObject([
      { value: { kind: "value", value: "••••••••••••••••" }, rows: 300 },
    ]);
    expect(report.changes.flatMap(({ examples }) => examples)).not.toEqual([]);
    expect(JSON.stringify(report)).not.toMatch(/570870/);
  });

  it.each([
    ["no_ktp", { nik: "no_ktp" }],
    ["NIK", {}],
    ["nomor", { key: "nomor" }],
    ["coverage.status", { key: "coverage_status" }],
  ])("refuses to break down by %s where %o", async (name, more) => {
    const header = "id,no_ktp,nik,nomor,coverage_status";
    const text = `${header}\n1,3673995708700001,3673995708700001,3673995708700001,AKTIF\n`;
    const running = simulated(SIDES, "p.csv", text, { by: [name], ...more });
    await expect(running).rejects.toThrow(
      `--by "${name}" is the column of NIKs or the --key column, with another value in each row. Choose a column that gathers rows, such as a district.`,
    );
  });
});
