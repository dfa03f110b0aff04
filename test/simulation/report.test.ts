import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Pack } from "../../src/engine/model/pack.ts";
import { readPack } from "../../src/node.ts";
import { csvOf, inventedPeople } from "../bulk/people.ts";
import { temporaryFolder } from "../support/files.ts";
import { ndjson, PACK, sidesOf, simulated } from "./support.ts";

const QUESTION = { service: "kota-serang/sewa-kios", asOf: "2026-11-22" };
const VERSIONS = { from: "2024-10-01", to: "2026-01-01" };
const SIDES = sidesOf(QUESTION, VERSIONS);
const PEOPLE = inventedPeople(1200);
const BY = ["coverage.status", "person.birthDate", "arrears.months", "coverage.programmes"];

describe("a simulation", () => {
  it("of one version beside itself tells no change", async () => {
    const sides = sidesOf(QUESTION, { from: "2026-01-01", to: "2026-01-01" });
    const report = await simulated(sides, "p.ndjson", ndjson(PEOPLE));
    expect(report).toMatchObject({ changed: 0, changes: [], decided: PEOPLE.length });
    expect(report.matrix.every(({ from, to }) => from === to)).toBe(true);
    expect(report.outcomes.from).toEqual(report.outcomes.to);
  });

  it("adds up: the matrix to the rows, and each breakdown to the matrix", async () => {
    const report = await simulated(SIDES, "p.ndjson", ndjson(PEOPLE), { by: BY });
    const sum = (rows: readonly { readonly rows: number }[]) =>
      rows.reduce((all, one) => all + one.rows, 0);
    expect(sum(report.matrix)).toBe(report.decided);
    expect(sum(report.changes)).toBe(report.changed);
    expect(report.breakdowns.map(({ by }) => by)).toEqual(BY);
    for (const { values } of report.breakdowns) {
      expect(values.length).toBeGreaterThan(1);
      for (const { from, to, rows } of report.matrix) {
        const same = values.flatMap(({ matrix }) =>
          matrix.filter((one) => one.from === from && one.to === to),
        );
        expect(sum(same)).toBe(rows);
      }
      expect(values.reduce((all, { changed }) => all + changed, 0)).toBe(report.changed);
    }
  });

  it("says the same of the rows in another order, in CSV and in NDJSON, on one thread or two", async () => {
    const more = { by: BY, threads: 2 };
    const rows = ndjson(PEOPLE).trimEnd().split("\n");
    const first = await simulated(SIDES, "p.ndjson", `${rows.join("\n")}\n`, more);
    const turned = await simulated(SIDES, "p.ndjson", `${rows.toReversed().join("\n")}\n`, more);
    expect(turned).toEqual(first);
    const [header = "", ...lines] = csvOf(PEOPLE).trimEnd().split("\n");
    const csv = [header, ...lines.map((line) => `p${line}`), ""].join("\n");
    expect(await simulated(SIDES, "p.csv", csv, { by: BY, threads: 1 })).toEqual(first);
  });

  it("breaks down by a column that no fact has, the rarest of many values together", async () => {
    const people = PEOPLE.map((facts, place) => ({ ...facts, Kecamatan: `K${place % 40}` }));
    const report = await simulated(SIDES, "p.ndjson", ndjson(people), { by: ["kecamatan"] });
    const [breakdown] = report.breakdowns;
    expect(breakdown?.by).toBe("Kecamatan");
    expect(breakdown?.values).toHaveLength(31);
    expect(breakdown?.values.at(-1)).toMatchObject({
      value: { kind: "others", values: 10 },
      rows: 300,
    });
  });

  it("tells an unknown list as not known, and an empty one as empty", async () => {
    const people = [[], [], null, ["JKK"]].map((list) => ({ "coverage.programmes": list }));
    const report = await simulated(SIDES, "p.ndjson", ndjson(people), {
      by: ["coverage.programmes"],
    });
    expect(report.breakdowns[0]?.values.map(({ value, rows }) => [value, rows])).toEqual([
      [{ kind: "value", value: "" }, 2],
      [{ kind: "value", value: "JKK" }, 1],
      [{ kind: "unknown" }, 1],
    ]);
  });

  it.each([
    ["coverage.statuss", /^--by "coverage\.statuss" .* Did you mean "coverage\.status"\?$/],
    ["nik", /^--by "nik" is no fact that the rules know/],
    ["vehicle.use", /^--by "vehicle\.use": this file has no column vehicle_use\.$/],
    ["contribution.withJht", /computed by neither of these policies/],
  ])("refuses to break down by %s", async (name, message) => {
    const running = simulated(SIDES, "p.ndjson", ndjson(PEOPLE.slice(0, 9)), { by: [name] });
    await expect(running).rejects.toThrow(message);
  });

  it("sets rows aside that either policy could not decide, and counts why", async () => {
    const broken = [
      ...ndjson(PEOPLE.slice(0, 5)).trimEnd().split("\n"),
      '{"id": "x", "coverage.paidThrough": "31/12/2026", "trader.onRegister": "mungkin"}',
      "not json",
      '{"coverage.status": "AKTIF"}',
    ];
    const report = await simulated(SIDES, "p.ndjson", `${broken.join("\n")}\n`);
    expect(report).toMatchObject({ rows: 8, decided: 5, setAside: 3 });
    expect(report.reasons).toEqual({ "fact-date": 1, "fact-type": 1, json: 1, key: 1 });
  });
});

describe("examples", () => {
  it("tell the row, the causes, and of facts only what is not personal or was asked for", async () => {
    const text = ndjson(PEOPLE);
    const [plain, asked, all] = await Promise.all([
      simulated(SIDES, "p.ndjson", text),
      simulated(SIDES, "p.ndjson", text, { by: ["coverage.status"] }),
      simulated(SIDES, "p.ndjson", text, { personal: true, examples: 1 }),
    ]);
    const factsIn = ({ changes }: typeof plain) => [
      ...new Set(
        changes.flatMap(({ examples }) =>
          examples.flatMap(({ facts }) => facts.map(({ fact }) => fact)),
        ),
      ),
    ];
    const isPersonal = (id: string) => PACK.facts.get(id)?.personal !== false;
    expect(factsIn(plain).filter(isPersonal)).toEqual([]);
    expect(factsIn(asked).filter(isPersonal)).toEqual(["coverage.status"]);
    expect(factsIn(all)).toContain("coverage.paidThrough");
    expect(plain.changes.every(({ examples, rows }) => examples.length === Math.min(3, rows))).toBe(
      true,
    );
    expect(all.changes.every(({ examples }) => examples.length === 1)).toBe(true);
  });

  it.each([
    ["written plainly", "36739957087"],
    ["parted", "36.7399-57 087"],
    ["with something before it", "KTP:36739957087"],
    ["with more digits before it", "0012/36739957087"],
  ])("never tell a key that looks like a NIK, %s", async (_, start) => {
    const people = PEOPLE.slice(0, 300).map((facts, place) => ({
      ...facts,
      nomor: `${start}${String(place).padStart(5, "0")}`,
    }));
    const report = await simulated(SIDES, "p.ndjson", ndjson(people), { key: "nomor" });
    const ids = report.changes.flatMap(({ examples }) => examples.map(({ id }) => id));
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.every((id) => id === null)).toBe(true);
  });
});

describe("two rules directories", () => {
  async function otherRules(change: (facts: string) => string): Promise<Pack> {
    const folder = join(temporaryFolder(), "rules");
    cpSync("rules", folder, { recursive: true });
    const path = join(folder, "facts.json");
    writeFileSync(path, change(readFileSync(path, "utf8")));
    const result = await readPack(folder);
    if (!result.ok) throw new Error(JSON.stringify(result.diagnostics[0]));
    return result.pack;
  }

  it("with a code that one of them lacks: rows that hold it are set aside", async () => {
    const to = await otherRules((facts) =>
      facts.replace(
        /("kiosk\.owner": \{[\s\S]*?"codes": \{)/,
        '$1 "PROVINSI": { "id": "provinsi" },',
      ),
    );
    expect(to.facts.get("kiosk.owner")).toMatchObject({ codes: { PROVINSI: expect.anything() } });
    const sides = sidesOf(QUESTION, VERSIONS, { from: PACK, to });
    const people = [...PEOPLE.slice(0, 20), { "kiosk.owner": "PROVINSI" }];
    const report = await simulated(sides, "p.ndjson", ndjson(people));
    expect(report).toMatchObject({ decided: 20, setAside: 1, reasons: { "fact-code": 1 } });
  });

  it("with a fact of another type: no file could hold both", async () => {
    const changed = withPhotoAsDate();
    const sides = sidesOf(QUESTION, VERSIONS, { from: PACK, to: PACK });
    const running = simulated(
      { from: sides.from, to: { ...sides.to, pack: changed } },
      "p.ndjson",
      ndjson(PEOPLE.slice(0, 9)),
    );
    await expect(running).rejects.toThrow(/^"document\.photo" is not the same in both rules/);
  });

  function withPhotoAsDate(): Pack {
    const photo = PACK.facts.get("document.photo");
    if (photo === undefined) throw new Error("no such fact");
    const { label, source, personal } = photo;
    const facts = new Map(PACK.facts);
    facts.set("document.photo", { type: "date", label, source, personal });
    return { ...PACK, facts };
  }
});
