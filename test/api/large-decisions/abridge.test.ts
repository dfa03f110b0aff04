import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { abridge, MOST_EVIDENCE } from "../../../src/api/decisions/abridge.ts";
import type { AbridgedDecision } from "../../../src/api/decisions/abridged.ts";
import { MOST_ITEM_NAMES } from "../../../src/api/decisions/told-names.ts";
import type { Evidence } from "../../../src/engine/model/decision.ts";
import { canonicalJson } from "../../../src/engine/values/canonical.ts";
import type { IssuedDecision } from "../../../src/ledger/receipt/payload.ts";
import { decisionDigestOf } from "../../../src/ledger/receipt/subject.ts";
import { runs } from "../../support/generate/runs.ts";
import { type Driver, drivers, issuedOf, PROGRAM, SALT } from "./support/decisions.ts";

/** Three leaves for each driver, and one more. */
const LARGEST_WHOLE = (MOST_EVIDENCE - 1) / 3;

/** Half of the room for each of the two quantifiers, of which the first asks two leaves. */
const ROOM_FOR_EVERY = 250;

const digestOf = (whole: IssuedDecision) => decisionDigestOf(whole, SALT);

const EVERY = { quantifier: "every", path: "every", group: "drivers" };
const ID = "01a20236-8e61-7d0f-8ded-3252df7f8a48";

function range(first: number, end: number): readonly number[] {
  return Array.from({ length: end - first }, (_, index) => first + index);
}

function abridged(whole: IssuedDecision): AbridgedDecision {
  const told = abridge(PROGRAM, whole, digestOf);
  if (!("leftOut" in told)) throw new Error("it is whole");
  return told;
}

/** The indices of the drivers that evidence is about. */
function indices(evidence: readonly Evidence[] | undefined): readonly number[] {
  const found = (evidence ?? []).map(({ fact }) => Number(/\[(\d+)\]/.exec(fact)?.[1]));
  return [...new Set(found)];
}

describe("a decision of at most 1,000 entries of evidence", () => {
  test("is told whole, with no new key", () => {
    const whole = issuedOf(drivers(LARGEST_WHOLE));
    expect(abridge(PROGRAM, whole, digestOf)).toBe(whole);
    expect(abridged(issuedOf(drivers(LARGEST_WHOLE + 1)))).toHaveProperty("leftOut");
  });
});

describe("a larger decision", () => {
  test("tells the items that decide, and says how many it leaves out and where they are", () => {
    const told = abridged(issuedOf(drivers(1000, { 3: { able: false, paid: true }, 998: {} })));
    const [every] = told.requirements;
    expect(indices(every?.evidence)).toEqual([3, 998]);
    expect(every?.leftOut).toEqual({
      entries: 2 * 998,
      groups: [{ ...EVERY, items: 1000, deciding: 2, leftOut: 998 }],
      evidence: `/v1/decisions/${ID}/evidence?requirement=semua`,
    });
    expect(told.requirements[2]).not.toHaveProperty("leftOut");
  });

  test.each<[string, Readonly<Record<number, Driver>>, readonly number[], number]>([
    ["nobody where all hold", {}, [], 0],
    ["who fails before who is not known", { 1: {}, 900: { able: false } }, [1, 900], 2],
    ["who is not known, though the rest holds", { 7: { able: true } }, [7], 1],
  ])("tells of every: %s", (_, others, told, deciding) => {
    const [every] = abridged(issuedOf(drivers(1000, others))).requirements;
    expect(indices(every?.evidence)).toEqual(told);
    expect(every?.leftOut?.groups[0]).toMatchObject({ deciding, leftOut: 1000 - told.length });
  });

  test.each<[string, number, Driver, readonly number[], number]>([
    ["who holds, where anybody does", 998, {}, [998, 999], 2],
    ["who is not known, where nobody else holds", 1000, {}, range(0, 500), 1000],
    ["who fails, where everybody does", 1000, { able: false }, range(0, 500), 1000],
  ])("tells of some: %s, up to its share", (_, others, other, told, deciding) => {
    const group = drivers(1000, Object.fromEntries(range(0, others).map((at) => [at, other])));
    const some = abridged(issuedOf(group)).requirements[1];
    expect(indices(some?.evidence)).toEqual(told);
    expect(some?.leftOut?.groups).toMatchObject([
      { quantifier: "some", items: 1000, deciding, leftOut: 1000 - told.length },
    ]);
  });

  test("never leaves out the one who fails for the many who are not known", () => {
    const unknown = range(0, 999).map(() => ({}));
    const [every] = abridged(issuedOf([...unknown, { able: false }])).requirements;
    expect(indices(every?.evidence).at(-1)).toBe(999);
    expect(indices(every?.evidence)).toHaveLength(ROOM_FOR_EVERY);
  });

  test("keeps the first names of items in its lists, and every name of the application", () => {
    const whole = issuedOf(
      Array.from({ length: 1000 }, () => ({})),
      null,
    );
    const told = abridged(whole);
    expect(told.missing).toEqual([...whole.missing.slice(0, MOST_ITEM_NAMES), "depot"]);
    expect(told.leftOut).toMatchObject({
      missing: 2000 - MOST_ITEM_NAMES,
      validUntilBecause: 0,
      record: `/v1/decisions/${ID}/record`,
    });
    const because = range(0, 300).map((index) => `drivers[${index}].paid`);
    const ending = { ...whole, validUntilBecause: ["asOf", ...because] };
    expect(abridged(ending).validUntilBecause).toHaveLength(1 + MOST_ITEM_NAMES);
    expect(abridged(ending).leftOut.validUntilBecause).toBe(200);
  });

  test("tells where the facts of the told items came from, and of the application", () => {
    const told = abridged(issuedOf(drivers(600, { 3: { able: false, paid: true } })));
    // Of "some", those who hold have room for 500, and the third of them is not able.
    const names = range(0, 501).flatMap((index) => [
      `drivers[${index}].able`,
      `drivers[${index}].paid`,
    ]);
    expect(Object.keys(told.facts)).toEqual(["depot", ...names]);
    expect(told.leftOut.facts).toBe(2 * 99);
  });

  test("names the whole by a salted digest that anyone can work out", () => {
    const whole = issuedOf(drivers(1000));
    const hash = createHash("sha256").update(Buffer.from(SALT, "base64url"));
    const digest = hash.update(canonicalJson(whole)).digest("hex");
    expect(abridged(whole).decisionDigest).toBe(`sha256:${digest}`);
  });
});

describe("any decision about a group", () => {
  const driver = fc.record({ able: fc.boolean(), paid: fc.boolean() }, { requiredKeys: [] });
  const mixed = fc
    .tuple(fc.array(driver, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 900 }))
    .map(([kinds, count]) =>
      Array.from({ length: count }, (_, index) => kinds[index % kinds.length] ?? {}),
    );

  test("loses nothing that decides, keeps its order, and counts what it leaves out", () => {
    fc.assert(
      fc.property(mixed, fc.constantFrom(true, false, null), (group, depot) => {
        const whole = issuedOf(group, depot);
        const told = abridge(PROGRAM, whole, digestOf);
        expect(told.outcome).toBe(whole.outcome);
        expect(told.missing.length > 0).toBe(whole.outcome === "undetermined");
        const requirements: AbridgedDecision["requirements"] = told.requirements;
        for (const [index, requirement] of requirements.entries()) {
          const all = whole.requirements[index]?.evidence ?? [];
          const left = requirement.leftOut?.entries ?? 0;
          const kept = new Set(requirement.evidence);
          expect(requirement.evidence).toEqual(all.filter((entry) => kept.has(entry)));
          expect(requirement.evidence.length + left).toBe(all.length);
          expect(requirement.evidence.length).toBeLessThanOrEqual(MOST_EVIDENCE);
          const decides = requirement.outcome === "unmet" ? false : null;
          if (["unmet", "unknown"].includes(requirement.outcome)) {
            expect(requirement.evidence.some(({ holds }) => holds === decides)).toBe(true);
          }
        }
      }),
      runs(100),
    );
  });
});
