import { expect, test } from "vitest";
import { createPolicies } from "../../src/api/decisions/policies.ts";
import { createRecent } from "../../src/api/recent.ts";
import { horizonOf } from "../../src/engine/decision/horizon.ts";
import { readPack } from "../../src/pack/read-pack.ts";

const read = await readPack("rules");
if (!read.ok) throw new Error("the shipped rules are valid");
const { pack } = read;

const QUESTIONS = [...pack.services.values()].flatMap(({ id, cases }) =>
  cases.flatMap(({ asOf, facts, version }) =>
    version === undefined ? [{ service: id, asOf, facts }] : [],
  ),
);

test("an answer holds as long by days that were kept as by days compiled anew", () => {
  const policies = createPolicies(pack);
  const found = new Set<string | null>();
  for (const round of [1, 2]) {
    for (const { service, asOf, facts } of QUESTIONS) {
      const { prepared, compile } = policies(service, asOf);
      const kept = horizonOf(prepared.program, facts, compile);
      expect([round, service, kept]).toEqual([round, service, horizonOf(prepared.program, facts)]);
      found.add(kept.until);
    }
  }
  expect(found.size).toBeGreaterThan(5);
});

test("what is asked for again was made once; what was not asked for longest goes", () => {
  const made: string[] = [];
  const recent = createRecent<string>(2);
  const ask = (key: string) =>
    recent(key, () => {
      made.push(key);
      return key.toUpperCase();
    });
  expect(["a", "b", "a", "c", "a", "b"].map(ask)).toEqual(["A", "B", "A", "C", "A", "B"]);
  expect(made).toEqual(["a", "b", "c", "b"]);
});

test("what could not be made is tried again", () => {
  const recent = createRecent<string>(2);
  const fail = () => {
    throw new Error("not now");
  };
  expect(() => recent("a", fail)).toThrow("not now");
  expect(recent("a", () => "made")).toBe("made");
});
