import { describe, expect, it } from "vitest";
import { decide } from "../../src/engine/decision/prepare.ts";
import type { Facts } from "../../src/engine/model/catalogue.ts";
import { remedies } from "../../src/engine/remedies/remedies.ts";
import { fact, packOf, policy, requirement, SERVICE } from "../support/pack.ts";

const ASKED = { service: SERVICE, asOf: "2026-11-22" };

/** A fact that Layak computes. */
function computed(type: object, compute: object): object {
  return fact({ ...type, source: "system", compute });
}

function packWith(facts: Readonly<Record<string, object>>, condition: object, more: object = {}) {
  return packOf({
    facts,
    policies: { "2026-01-01": policy([requirement("syarat", condition)]) },
    ...more,
  });
}

const INCOME = fact({ type: "money", minimum: 0, actionable: true });
const SHARE = computed(
  { type: "money" },
  {
    operation: "quotient",
    of: [{ fact: "income" }, { fact: "size" }],
    scale: 0,
    rounding: "half-up",
  },
);
const SIZE = fact({ type: "integer", minimum: 1 });

describe("what would change a refusal that rests on a computed fact", () => {
  it("is the nearest value of what it is computed from that an applicant can change", () => {
    const pack = packWith(
      { income: INCOME, size: SIZE, share: SHARE },
      { fact: "share", operator: "lessThanInclusive", value: 1_000_000 },
    );
    const facts = { income: 9_000_000, size: 4 };
    // Rounded, Rp4,000,001 among four is Rp1,000,000 still.
    expect(remedies(pack, { ...ASKED, facts })).toEqual([
      [{ fact: "income", from: 9_000_000, to: 4_000_001 }],
    ]);
    const outcomeWith = (income: number) =>
      decide(pack, { ...ASKED, facts: { ...facts, income } }).outcome;
    expect([4_000_001, 4_000_002].map(outcomeWith)).toEqual(["eligible", "ineligible"]);
  });

  it("names nothing that an applicant can only state", () => {
    const stated = fact({ type: "money", minimum: 0 });
    const pack = packWith(
      { income: stated, size: SIZE, share: SHARE },
      { fact: "share", operator: "lessThanInclusive", value: 1_000_000 },
    );
    expect(remedies(pack, { ...ASKED, facts: { income: 9_000_000, size: 4 } })).toEqual([]);
  });

  it("is found behind sums of sums, of both sides of a comparison, and of what must be exactly so", () => {
    const twice = computed(
      { type: "money" },
      { operation: "product", of: [2, { fact: "income" }] },
    );
    const more = computed(
      { type: "money" },
      { operation: "sum", of: [{ fact: "twice" }, { fact: "gift" }] },
    );
    const facts = { income: INCOME, gift: fact({ type: "money" }), twice, more };
    const exactly = packWith(facts, { fact: "more", operator: "equal", value: 777 });
    const given = { income: 10, gift: 77 };
    expect(remedies(exactly, { ...ASKED, facts: given })).toEqual([
      [{ fact: "income", from: 10, to: 350 }],
    ]);
    const against = packWith(facts, {
      fact: "more",
      operator: "lessThan",
      value: { fact: "income" },
    });
    expect(remedies(against, { ...ASKED, facts: { income: 10, gift: -7 } })).toEqual([
      [{ fact: "income", from: 10, to: 6 }],
    ]);
  });

  it("is a value that reaches what is computed from others", () => {
    const limit = computed(
      { type: "money" },
      { operation: "product", of: [{ fact: "size" }, { fact: "parameter.batas" }] },
    );
    const pack = packWith(
      { income: INCOME, size: SIZE, limit },
      { fact: "income", operator: "lessThanInclusive", value: { fact: "limit" } },
      {
        parameters: {
          batas: {
            type: "money",
            label: { id: "Batas" },
            sources: [],
            values: [{ from: "2026-01-01", value: 500_000, provenance: "assumed" }],
          },
        },
      },
    );
    expect(remedies(pack, { ...ASKED, facts: { income: 3_000_000, size: 4 } })).toEqual([
      [{ fact: "income", from: 3_000_000, to: 2_000_000 }],
    ]);
  });

  it("is a day, a code of a table, an item more, and one fact of one of many", () => {
    const cases: readonly (readonly [object, object, Facts, object])[] = [
      [
        {
          since: fact({ type: "date", actionable: true }),
          months: computed(
            { type: "integer" },
            { operation: "monthsBetween", of: [{ fact: "since" }, { fact: "asOf" }] },
          ),
        },
        { fact: "months", operator: "greaterThanInclusive", value: 3 },
        { since: "2026-10-01" },
        { fact: "since", from: "2026-10-01", to: "2026-08-22" },
      ],
      [
        {
          courses: fact({
            type: "list",
            items: { type: "code", codes: { A: { id: "a" }, B: { id: "b" } } },
            actionable: ["A", "B"],
          }),
          taken: computed({ type: "integer" }, { operation: "count", of: [{ fact: "courses" }] }),
        },
        { fact: "taken", operator: "greaterThanInclusive", value: 2 },
        { courses: ["B"] },
        { fact: "courses", from: ["B"], to: ["B", "A"] },
      ],
    ];
    for (const [facts, condition, given, change] of cases) {
      const pack = packWith({ ...facts }, condition);
      expect(remedies(pack, { ...ASKED, facts: given })).toEqual([[change]]);
    }
    const district = fact({
      type: "code",
      codes: { S: { id: "Serang" }, T: { id: "Tangerang" } },
      actionable: true,
    });
    const byDistrict = packWith(
      { district, wage: fact({ type: "money" }) },
      { fact: "wage", operator: "greaterThanInclusive", value: { fact: "parameter.upah" } },
      {
        parameters: {
          upah: {
            type: "money",
            by: "district",
            label: { id: "Upah" },
            sources: [],
            values: [{ from: "2026-01-01", value: { S: 4, T: 2 }, provenance: "assumed" }],
          },
        },
      },
    );
    expect(remedies(byDistrict, { ...ASKED, facts: { district: "S", wage: 3 } })).toEqual([
      [{ fact: "district", from: "S", to: "T" }],
    ]);
    const total = computed(
      { type: "money" },
      { operation: "sum", of: [{ over: "members", fact: "income" }] },
    );
    const household = packWith(
      { income: INCOME, total },
      { fact: "total", operator: "lessThanInclusive", value: 50 },
      { groups: { members: { label: { id: "Anggota" }, facts: ["income"] } } },
    );
    const members = [{ income: 10 }, { income: 30 }, { income: 40 }];
    expect(remedies(household, { ...ASKED, facts: { members } })).toEqual([
      [{ fact: "members[1].income", from: 30, to: 0 }],
      [{ fact: "members[2].income", from: 40, to: 10 }],
    ]);
  });

  it("stands beside what else has to change", () => {
    const pack = packWith(
      {
        income: INCOME,
        size: SIZE,
        share: SHARE,
        member: fact({ type: "boolean", actionable: [true] }),
      },
      {
        all: [
          { fact: "share", operator: "lessThan", value: 100 },
          { fact: "member", operator: "equal", value: true },
        ],
      },
    );
    const facts = { income: 400, size: 2, member: false };
    expect(remedies(pack, { ...ASKED, facts })).toEqual([
      [
        { fact: "income", from: 400, to: 198 },
        { fact: "member", from: false, to: true },
      ],
    ]);
  });

  it("is never a value with which nothing can be computed", () => {
    const product = computed(
      { type: "integer" },
      { operation: "product", of: [{ fact: "one" }, { fact: "other" }] },
    );
    const count = fact({ type: "integer", actionable: true });
    const pack = packWith(
      { one: count, other: count, product },
      { fact: "product", operator: "equal", value: Number.MAX_SAFE_INTEGER },
    );
    expect(remedies(pack, { ...ASKED, facts: { one: 3, other: 5 } })).toEqual([]);
  });
});
