import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { decide } from "../../../src/index.ts";
import { readPack } from "../../../src/node.ts";
import { columnOf } from "../../../src/pack/column-name.ts";
import { csvOf, inventedPeople, ndjsonOf, writeParquet } from "../../bulk/people.ts";
import { temporaryFolder, write } from "../../support/files.ts";
import { layak } from "../support/layak.ts";

const SERVICE = "kota-serang/sewa-kios";
const AS_OF = "2026-11-22";
const rules = await readPack("rules");
if (!rules.ok) throw new Error("the shipped rules are not valid");
const { pack } = rules;

/** Runs `layak bulk` on a file of a folder. */
async function bulk(folder: string, input: string, output: string, ...more: readonly string[]) {
  const words = ["bulk", SERVICE, "--as-of", AS_OF, "--lang", "en"];
  return await layak([
    ...words,
    ...["--in", join(folder, input), "--out", join(folder, output)],
    ...more,
  ]);
}

const read = (folder: string, name: string) => readFileSync(join(folder, name), "utf8");

const records = (text: string): readonly Record<string, string>[] => parse(text, { columns: true });

const PEOPLE = inventedPeople(1000);

/** What the engine says of each, as rows of the file. */
const EXPECTED = PEOPLE.map((facts, id) => {
  const { outcome, requirements, missing } = decide(pack, { service: SERVICE, asOf: AS_OF, facts });
  return {
    id: String(id),
    outcome,
    ...Object.fromEntries(
      requirements.map((one) => [`requirement_${columnOf(one.id)}`, one.outcome]),
    ),
    missing: missing.join("|"),
  };
});

describe("layak bulk", () => {
  it.each([
    ["CSV", "people.csv", csvOf(PEOPLE)],
    ["CSV with a byte order mark and CRLF", "people.csv", `\uFEFF${csvOf(PEOPLE, "\r\n")}`],
    ["NDJSON", "people.ndjson", ndjsonOf(PEOPLE)],
  ])("decides every row of %s as the engine does, in its order", async (_, name, text) => {
    const folder = temporaryFolder();
    write(folder, name, text);
    const { code, err } = await bulk(folder, name, "out.csv");
    expect({ code, err }).toEqual({ code: 0, err: [] });
    const rows = records(read(folder, "out.csv"));
    expect(rows).toEqual(EXPECTED.map((row) => expect.objectContaining(row)));
  });

  it("decides every row of Parquet, and tells the number of a row that is set aside", async () => {
    const folder = temporaryFolder();
    const wrong = { id: "wrong", "coverage.paidThrough": "0001-01-01", "coverage.status": "?" };
    const ndjson = write(folder, "people.ndjson", ndjsonOf(PEOPLE) + JSON.stringify(wrong));
    await writeParquet(ndjson, join(folder, "people.parquet"));
    const { code, err } = await bulk(folder, "people.parquet", "out.csv");
    expect({ code, err }).toEqual({ code: 0, err: [] });
    const rows = records(read(folder, "out.csv"));
    expect(rows).toEqual(EXPECTED.map((row) => expect.objectContaining(row)));
    const told = records(read(folder, "out.csv.rejected.csv"));
    expect(told.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [String(PEOPLE.length + 1), "coverage.status", "fact-code"],
    ]);
  });

  it("decides rows of one id each by itself, in their order", async () => {
    const folder = temporaryFolder();
    const cells = ["PEMKOT", "LAINNYA", "PEMKOT"];
    write(
      folder,
      "people.csv",
      ["id,kiosk_owner", ...cells.map((cell) => `1,${cell}`), ""].join("\n"),
    );
    await bulk(folder, "people.csv", "out.csv");
    const told = records(read(folder, "out.csv")).map(({ id, outcome }) => [id, outcome]);
    expect(told).toEqual([
      ["1", "undetermined"],
      ["1", "out-of-scope"],
      ["1", "undetermined"],
    ]);
  });

  it("writes the same bytes again, also through Parquet and back", async () => {
    const folder = temporaryFolder();
    write(folder, "people.csv", csvOf(PEOPLE));
    await bulk(folder, "people.csv", "one.csv");
    await bulk(folder, "people.csv", "two.csv", "--threads", "1");
    expect(read(folder, "two.csv")).toBe(read(folder, "one.csv"));
    await bulk(folder, "people.csv", "one.parquet");
    await bulk(folder, "people.csv", "two.parquet");
    expect(readFileSync(join(folder, "two.parquet"))).toEqual(
      readFileSync(join(folder, "one.parquet")),
    );
  });

  it("sets wrong rows aside with line, column and reason, and tells nothing that stands in them", async () => {
    const folder = temporaryFolder();
    const good = "AKTIF,JKK|JKM,2026-12-31";
    const lines = [
      "id,coverage_status,coverage_programmes,coverage_paid_through,person_birth_date",
      `"one\r\nid on two lines",${good},1980-01-01`,
      "short,AKTIF",
      `long,${good},1980-01-01,more`,
      "",
      ` ,${good},1980-01-01`,
      "four,RAHASIA,JKK|RAHASIA,2026-02-30,1980-1-1",
      `five,${good},1980-01-01`,
      'six,"AKTIF"x,JKK,2026-12-31,1980-01-01',
      `seven,${good},`,
      "",
    ];
    write(folder, "people.csv", lines.join("\r\n"));
    const { code, out } = await bulk(folder, "people.csv", "out.csv", "--json");
    const summary: unknown = JSON.parse(out.join("\n"));
    expect(summary).toMatchObject({ rows: 8, decided: 3, rejected: 5 });
    expect(code).toBe(0);
    const decided = records(read(folder, "out.csv")).map(({ id }) => id);
    expect(decided).toEqual(["one\r\nid on two lines", "five", "seven"]);
    const text = read(folder, "out.csv.rejected.csv");
    const told = records(text).map(({ line, column, reason }) => [Number(line), column, reason]);
    expect(told).toEqual([
      [4, "", "columns"],
      [5, "", "columns"],
      [7, "", "key"],
      [8, "coverage_status", "fact-code"],
      [8, "coverage_programmes", "fact-code"],
      [8, "coverage_paid_through", "fact-date"],
      [8, "person_birth_date", "fact-date"],
      [10, "", "quotes"],
    ]);
    expect(text).not.toContain("RAHASIA");
  });

  it("takes columns by name or by a map, and tells those that it does not read", async () => {
    const folder = temporaryFolder();
    write(
      folder,
      "people.csv",
      "NO,STATUS,Kiosk.Owner,coverage_statuss,CATATAN\n7,AKTIF,LAINNYA,x,y\n",
    );
    write(folder, "map.json", { STATUS: "coverage.status", catatan: null });
    const map = ["--map", join(folder, "map.json"), "--key", "no"];
    const { code, err } = await bulk(folder, "people.csv", "out.ndjson", ...map);
    expect(code).toBe(0);
    expect(err[0]).toBe(
      'The column "coverage_statuss" is no known fact and is not read. Did you mean "coverage_status"?',
    );
    expect(err[1]).toMatch(/^Not in the file, so not known of any row of .*: person_birth_date, /);
    expect(JSON.parse(read(folder, "out.ndjson"))).toMatchObject({
      NO: "7",
      outcome: "out-of-scope",
    });
  });

  it.each([
    ["a column twice", "id,coverage_status,Coverage.Status\n", [], /both hold coverage\.status/],
    ["no key", "nomor,coverage_status\n", [], /no column "id"/],
    ["a map to no fact", "id,a\n", ["--map", "MAP"], /"coverage\.statuss".*Did you mean/],
    ["a map that is no file", "id\n", ["--map", "a=b"], /^--map wants a JSON file.*"a=b" cannot/],
    ["a map of another form", "id\n", ["--map", "IN"], /^--map wants a JSON file.*is not one\.$/],
    ["a quote left open", 'id,lease_kind\n1,BARU\n2,"BARU\n3,BARU\n', [], /From line 3 on/],
    ["little memory", "id\n", ["--memory", "1MB"], /--memory must be such as/],
    ["to write over what it reads", "id\n", ["--out", "IN"], /is named twice/],
    ["another ending", "id\n", ["--out", "people.xlsx"], /must end with \.csv/],
  ])("refuses %s, and writes nothing", async (_, text, more, message) => {
    const folder = temporaryFolder();
    write(folder, "people.csv", text);
    const map = write(folder, "map.json", { a: "coverage.statuss" });
    const places: Readonly<Record<string, string>> = { MAP: map, IN: join(folder, "people.csv") };
    const words = more.map((word) => places[word] ?? word);
    const { code, err } = await bulk(folder, "people.csv", "out.csv", ...words);
    expect({ code, err }).toEqual({ code: 1, err: expect.anything() });
    expect(err.at(-1)).toMatch(message);
    expect(readdirSync(folder).toSorted()).toEqual(["map.json", "people.csv"]);
  });

  it("joins coverage from a roster; whoever is not in it is not known", async () => {
    const folder = temporaryFolder();
    const niks = ["3673010101700003", "3673010101700001", "3673010101700002", "367301", ""];
    const rows = niks.map((nik, place) => `${place},${nik},PEMKOT`);
    write(folder, "people.csv", ["id,nik,kiosk_owner", ...rows, ""].join("\n"));
    const roster = [
      "nik,status,programmes,paid_through,segment",
      "3673010101700001,AKTIF,JKK+JKM,2026-12-31,BPU",
      "3673010101700002,AKTIF,JKK+JKM,2026-12-31,BPU",
      "3673010101700002,NONAKTIF,,,",
      "",
    ];
    const path = write(folder, "roster.csv", roster.join("\n"));
    const { code } = await bulk(folder, "people.csv", "out.csv", "--roster", path);
    expect(code).toBe(0);
    const known = records(read(folder, "out.csv")).map(({ id, missing }) => [
      id,
      !missing?.includes("coverage.status"),
    ]);
    // Rows of a roster that differ about a person count as none.
    expect(known).toEqual([
      ["0", false],
      ["1", true],
      ["2", false],
      ["4", false],
    ]);
    const rejected = read(folder, "out.csv.rejected.csv");
    expect(records(rejected).map(({ line, reason }) => [line, reason])).toEqual([["5", "nik"]]);
    expect(rejected).not.toContain("367301");
  });

  it("refuses a roster with wrong rows, unless they may be left out", async () => {
    const folder = temporaryFolder();
    write(folder, "people.csv", "id,nik\n1,3673010101700001\n");
    const path = write(folder, "roster.csv", "nik,status,programmes,paid_through\nx,AKTIF,JKK,\n");
    const refused = await bulk(folder, "people.csv", "out.csv", "--roster", path);
    expect(refused.code).toBe(1);
    expect(refused.err.at(-1)).toMatch(/line 2: the NIK must be .*--accept-bad-rows/);
    expect(readdirSync(folder).toSorted()).toEqual(["people.csv", "roster.csv"]);
    const accepted = await bulk(
      folder,
      "people.csv",
      "out.csv",
      ...["--roster", path, "--accept-bad-rows"],
    );
    expect(accepted.code).toBe(0);
  });

  it("explains, with the engine itself, whoever is not eligible", async () => {
    const folder = temporaryFolder();
    write(folder, "people.csv", csvOf(PEOPLE));
    const { code } = await bulk(folder, "people.csv", "out.csv", "--explain");
    expect(code).toBe(0);
    const rows = records(read(folder, "out.csv"));
    const wrong = rows.filter(
      ({ outcome, explanation }) => (outcome === "eligible") !== (explanation === ""),
    );
    expect(wrong).toEqual([]);
    const unregistered = rows.find((row) => row["requirement_terdaftar_pasar"] === "unmet");
    expect(unregistered?.["explanation"]).toContain("You are not on the market's register");
  });

  it("takes away what an earlier run set aside, where nothing is any more", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "out.csv.rejected.csv"), "old");
    write(folder, "people.csv", csvOf(PEOPLE.slice(0, 3)));
    await bulk(folder, "people.csv", "out.csv");
    expect(readdirSync(folder).toSorted()).toEqual(["out.csv", "people.csv"]);
  });
});
