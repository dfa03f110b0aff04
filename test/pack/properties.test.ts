import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findFactIssues } from "../../src/engine/facts/check.ts";
import { parsePack } from "../../src/pack/parse-pack.ts";
import { CASES, changed, type Files, RULES, withCondition, withFacts } from "./support/rules.ts";

const path = fc.constantFrom(...Object.keys(RULES));

const fragment = fc.oneof(
  fc.string(),
  fc.constantFrom("{", "}", "[", "]", ",", ":", '"', "\\", "null", "1e999", "//", "/*", "\u0000"),
  fc.json(),
);

/** The rules with some text of one file cut out, and something else in its place. */
const damaged: fc.Arbitrary<Files> = fc
  .tuple(path, fc.nat(), fc.nat({ max: 40 }), fragment)
  .map(([file, at, length, others]) => {
    const text = RULES[file] ?? "";
    const start = at % (text.length + 1);
    return { ...RULES, [file]: text.slice(0, start) + others + text.slice(start + length) };
  });

/** The rules with one value of one file replaced by any JSON. */
const replaced: fc.Arbitrary<Files> = fc
  .tuple(path, fc.nat(), fc.jsonValue())
  .map(([file, at, value]) => {
    const text = RULES[file] ?? "";
    const places = [...text.matchAll(/(?<=: )(?:"[^"]*"|\d+|true|false)/g)];
    const place = places[at % places.length];
    if (place === undefined) return RULES;
    const end = place.index + place[0].length;
    return {
      ...RULES,
      [file]: text.slice(0, place.index) + JSON.stringify(value) + text.slice(end),
    };
  });

const anything: fc.Arbitrary<Files> = fc.dictionary(
  fc.oneof(
    path,
    fc.string(),
    fc.string().map((name) => `${name}.json`),
  ),
  fc.oneof(fc.string(), fc.json()),
);

function expectAnAnswer(files: Files): void {
  const result = parsePack(files);
  const diagnostics = result.ok ? result.warnings : result.diagnostics;
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  expect(errors.length > 0).toBe(!result.ok);
  for (const { line, column, message, help } of diagnostics) {
    expect(line).toBeGreaterThanOrEqual(1);
    expect(column).toBeGreaterThanOrEqual(1);
    for (const words of [message.id, message.en, help?.id ?? "-", help?.en ?? "-"]) {
      expect(words).toMatch(/^[^\n\r\u2028\u2029]+$/);
    }
  }
}

describe("parsePack always answers", { timeout: 60_000 }, () => {
  it("whatever is cut out of its files, and put in", () => {
    fc.assert(fc.property(damaged, expectAnAnswer), { numRuns: 400 });
  });

  it("whatever value stands in place of another", () => {
    fc.assert(fc.property(replaced, expectAnAnswer), { numRuns: 400 });
  });

  it("whatever its files are", () => {
    fc.assert(fc.property(anything, expectAnAnswer), { numRuns: 200 });
  });

  it("whatever a condition is", () => {
    const condition = fc.letrec<{ node: unknown }>((tie) => {
      const key = fc.constantFrom(
        ...["all", "any", "not", "condition", "every", "some", "conditions", "fact", "operator"],
        ...["value", "params", "plus", "minus", "unmet", "id", "path", "by", "on", "provenance"],
      );
      const word = fc.constantFrom(
        ...["aktif", "drivers", "drivers.count", "coverage.status", "asOf", "parameter.iuran"],
        ...["equal", "in", "everyFact:in", "not:contains", "P3M", "AKTIF", "2026-11-22"],
      );
      return {
        node: fc.oneof(
          { maxDepth: 5 },
          word,
          fc.jsonValue({ maxDepth: 1 }),
          fc.array(tie("node"), { maxLength: 3 }),
          fc.dictionary(key, tie("node"), { maxKeys: 4 }),
        ),
      };
    }).node;
    fc.assert(
      fc.property(condition, (node) => {
        expectAnAnswer(changed([withCondition(JSON.stringify(node))]));
      }),
      { numRuns: 500 },
    );
  });
});

describe("the facts of a case", { timeout: 60_000 }, () => {
  const pack = parsePack(RULES);
  const ids = pack.ok ? [...pack.pack.facts.keys(), ...pack.pack.groups.keys()] : [];
  const value = fc.oneof(
    fc.constantFrom("AKTIF", "JKK", "A 12", "2026-11-22", "2026-02-30", 1, 2.5, 40, true, null),
    fc.array(fc.constantFrom("JKK", "JKM", null, 1), { maxLength: 5 }),
    fc.jsonValue({ maxDepth: 1 }),
  );
  const id = fc.oneof(
    fc.constantFrom(...ids, "drivers.count", "asOf", "parameter.iuran", "constructor"),
    fc.string(),
  );
  const record = fc.dictionary(id, value, { maxKeys: 3 });
  const facts = fc.oneof(
    record,
    fc.record({ drivers: fc.array(fc.oneof(record, fc.constant(null)), { maxLength: 4 }) }),
  );

  it("are accepted exactly where the engine accepts them", () => {
    if (!pack.ok) throw new Error("the rules of the tests have a fault");
    fc.assert(
      fc.property(facts, (given) => {
        const text = JSON.stringify(given);
        const accepted = findFactIssues(pack.pack, JSON.parse(text)).length === 0;
        const result = parsePack(changed([withFacts(text)]));
        const told = result.ok ? [] : result.diagnostics;
        expect({ told: told.length > 0, files: told.filter(({ file }) => file !== CASES) }).toEqual(
          { told: !accepted, files: [] },
        );
      }),
      { numRuns: 500 },
    );
  });
});
