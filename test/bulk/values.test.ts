import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runBulk } from "../../src/bulk/run.ts";
import { programOf } from "../../src/engine/decision/program.ts";
import { factChecker } from "../../src/engine/facts/check.ts";
import { decide } from "../../src/index.ts";
import { temporaryFolder } from "../support/files.ts";
import { runs } from "../support/generate/runs.ts";
import { fact, packOf, policy, requirement, SERVICE } from "../support/pack.ts";

const text = { id: "x", en: "x" };
const codes = { A: text, "B'": text };
const FACTS = {
  truth: { type: "boolean" },
  whole: { type: "integer", minimum: -5, maximum: 1000 },
  rupiah: { type: "money" },
  real: { type: "number", maximum: 2.5 },
  share: { type: "decimal", scale: 2, minimum: 0 },
  day: { type: "date" },
  word: { type: "string", maxLength: 6 },
  plate: { type: "string", pattern: "(?=[A-Z])\\p{Lu}{1,2}[0-9]+" },
  person: { type: "string", format: "nik", personal: true },
  kind: { type: "code", codes },
  kinds: { type: "list", items: { type: "code", codes }, maxItems: 3 },
  days: { type: "list", items: { type: "date" } },
  numbers: { type: "list", items: { type: "integer", minimum: 0 } },
};
const pack = packOf({
  facts: Object.fromEntries(Object.entries(FACTS).map(([id, shape]) => [id, fact(shape)])),
  groups: {
    drivers: { label: text, minItems: 1, maxItems: 2, facts: ["truth", "day", "kinds"] },
  },
  policies: {
    "2020-01-01": policy([
      requirement("truth", { fact: "truth", operator: "equal", value: true }),
      requirement("day", { fact: "day", operator: "onOrAfter", value: "2000-02-29" }),
      requirement("kinds", { fact: "kinds", operator: "contains", value: "A" }),
      requirement("whole", { fact: "whole", operator: "greaterThan", value: 3 }),
      requirement("drivers", {
        every: "drivers",
        conditions: {
          any: [
            { fact: "truth", operator: "equal", value: true },
            { fact: "day", operator: "after", value: "2020-01-01" },
            { fact: "kinds", operator: "contains", value: "B'" },
          ],
        },
      }),
    ]),
  },
});
const AS_OF = "2026-11-22";
const IDS = [...Object.keys(FACTS), "drivers"];

/** Runs a file; gives what was decided by id, and what was set aside. */
async function run(name: string, content: string) {
  const folder = temporaryFolder();
  const [input, output] = [join(folder, name), join(folder, "out.ndjson")];
  const rejected = join(folder, "rejected.csv");
  writeFileSync(input, content);
  const summary = await runBulk({
    ...{ input, output, rejected, map: {}, key: "id", nik: "nik", roster: null },
    program: programOf(pack, { service: SERVICE, asOf: AS_OF }),
    ...{ explain: true, language: "en", memoryBytes: 400e6, threads: 2 },
    ...{ onColumns: () => {}, onProgress: () => {}, signal: new AbortController().signal },
  });
  const lines = readFileSync(output, "utf8").split("\n").filter(Boolean);
  const decided = lines.map((line): Readonly<Record<string, unknown>> => JSON.parse(line));
  const told: readonly Record<string, string>[] =
    summary.rejected === 0 ? [] : parse(readFileSync(rejected, "utf8"), { columns: true });
  return { decided, told };
}

const strange = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, "", "A", "B'", "C", "true", "1", "AB12", "a1"),
  fc.constantFrom<unknown>("2026-02-28", "2026-02-30", "2026-2-3", "0000-01-01", "10000-01-01"),
  fc.constantFrom<unknown>("3673010101700001", "3673013201700001", "😀😀😀", "😀😀😀😀"),
  fc.constantFrom<unknown>(
    0,
    -6,
    2.5,
    2.51,
    0.1,
    1.005,
    12.34,
    1e15,
    2 ** 53,
    -(2 ** 53) + 1,
    1e300,
  ),
  fc.integer({ min: -10, max: 1100 }),
  fc.array(fc.constantFrom<unknown>("A", "B'", null, "2024-02-29", "2023-02-29", 3, -1, true), {
    maxLength: 4,
  }),
  fc.array(
    fc.oneof(
      fc.constantFrom<unknown>(null, 5, {}, { truth: true }, { truth: "ya" }, { other: 1 }),
      fc.record({
        day: fc.constantFrom<unknown>("2021-05-05", "x", null),
        kinds: fc.constant(["A"]),
      }),
    ),
    { maxLength: 3 },
  ),
);

describe("values of a file", () => {
  it("are refused where the engine refuses them, and decided on as it does", async () => {
    const check = factChecker(pack);
    const one = fc.record(Object.fromEntries(IDS.map((id) => [id, strange])), { requiredKeys: [] });
    const few = fc.array(
      fc.oneof(
        one,
        fc.tuple(fc.constantFrom(...IDS), strange).map(([id, value]) => ({ [id]: value })),
      ),
      { minLength: 30, maxLength: 60 },
    );
    await fc.assert(
      fc.asyncProperty(few, async (applications) => {
        const text = applications.map((facts, id) => `${JSON.stringify({ id, ...facts })}\n`);
        const { decided, told } = await run("people.ndjson", text.join(""));
        const wrong = applications.flatMap((facts, id) =>
          check(facts).length > 0 ? [String(id + 1)] : [],
        );
        expect([...new Set(told.map(({ line }) => line))]).toEqual(wrong);
        const right = applications.flatMap((facts, id) => {
          if (check(facts).length > 0) return [];
          const given = JSON.parse(JSON.stringify(facts));
          const { outcome, missing } = decide(pack, {
            service: SERVICE,
            asOf: AS_OF,
            facts: given,
          });
          return [{ id: String(id), outcome, missing }];
        });
        expect(decided.map(({ id, outcome, missing }) => ({ id, outcome, missing }))).toEqual(
          right,
        );
      }),
      runs(12),
    );
  });

  it.each([
    ["truth", ["ya", "TIDAK", "true", " false "], ["1", "yes", "x"]],
    [
      "whole",
      ["-5", "007", "1000"],
      ["1001", "-6", "1.0", "1e2", "1_000", "1.000", "9".repeat(30)],
    ],
    ["rupiah", ["9007199254740991"], ["9007199254740992", "Rp5", "-9223372036854775808"]],
    ["real", ["2.5", "-1", "0.1"], ['"2,5"', "2.6", "nan", "1e-3", "infinity"]],
    ["share", ["0.25", "1.500", "3"], ["0.255", "-0.01", "90071992547409.92"]],
    [
      "day",
      ["2024-02-29", "0001-01-01", "9999-12-31"],
      ["2023-02-29", "29/02/2024", "2024-2-9", "epoch", "-001-01-01"],
    ],
    ["word", ["abc", "😀😀😀"], ["abcdefg", "😀😀😀😀"]],
    ["plate", ["A1", "AÉ12"], ["1A", "a1"]],
    ["kind", ["A", "B'"], ["a", "AB"]],
    [
      "kinds",
      ["A|B'", "A+A", "B' ; A", '"[""A"", null]"', "[]"],
      ["A|C", "A|", "A|A|A|A", "[A]", '"[""C""]"'],
    ],
    ["days", ["2024-02-29|2026-01-01"], ["2024-02-29|2023-02-29"]],
    ["numbers", ["1|2", "[3]"], ["1|x", "-1", "[1.5]"]],
    [
      "drivers",
      ['"[{""day"":""2021-01-01""}]"', '"[null]"'],
      ['"[{""dai"":1}]"', "[]", "x", '"[{""truth"":1}]"'],
    ],
  ])("of %s in CSV", async (id, good, bad) => {
    const cells = [...good, ...bad];
    const rows = cells.map((cell, place) => `${place},${cell}`);
    const { decided, told } = await run("people.csv", [`id,${id}`, ...rows, ""].join("\n"));
    expect(decided.map((row) => cells[Number(row["id"])])).toEqual(good);
    expect(told.map(({ line }) => cells[Number(line) - 2])).toEqual(bad);
  });

  it("with a separator too many are told as that, in any column of lists", async () => {
    const rows = [
      "id,kinds,days,numbers",
      "1,A|,2024-02-29,1",
      "2,A||A,+2024-02-29,1|",
      '3,"[""A"", """"]",,',
    ];
    const { told } = await run("people.csv", [...rows, ""].join("\n"));
    const message = (id: string) =>
      `The list "${id}" has a separator too many: nothing stands beside it.`;
    const reason = "fact-empty-item";
    expect(told).toEqual([
      { line: "2", column: "kinds", reason, message: message("kinds") },
      { line: "3", column: "kinds", reason, message: message("kinds") },
      { line: "3", column: "days", reason, message: message("days") },
      { line: "3", column: "numbers", reason, message: message("numbers") },
      expect.objectContaining({ line: "4", column: "kinds", reason: "fact-code" }),
    ]);
  });
});
