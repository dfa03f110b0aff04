import { describe, expect, it } from "vitest";
import { fact, policy, requirement } from "../../support/pack.ts";
import { findings, told } from "./support/told.ts";

const LIST = {
  type: "list",
  items: { type: "code", codes: { JKK: { id: "JKK" }, JKM: { id: "JKM" } } },
};
const FACTS = {
  member: fact({ type: "boolean" }),
  older: fact({ type: "boolean" }),
  age: fact({ type: "integer", minimum: 0 }),
  programmes: fact(LIST),
  born: fact({ type: "date" }),
};
const is = (id: string, value: unknown = true) => ({ fact: id, operator: "equal", value });
const has = (value: string) => ({ fact: "programmes", operator: "contains", value });
const grant = (conditions: object | null, more: object = {}) => ({
  id: "iuran",
  text: { id: "Iuran" },
  sources: [],
  provenance: "assumed",
  ...(conditions && { conditions }),
  ...more,
});

/** All facts are used somewhere, by what decides nothing. */
const USES = requirement(
  "semua-dipakai",
  {
    any: [
      is("older"),
      has("JKK"),
      { fact: "age", operator: "greaterThan", value: 17 },
      { fact: "born", operator: "after", value: "1990-01-01" },
    ],
  },
  { enforcement: "advisory" },
);

function rules(grants: readonly object[], required: object = is("member"), more: object = {}) {
  return {
    facts: FACTS,
    policies: {
      "2026-01-01": policy([requirement("anggota", required), USES], { grants, ...more }),
    },
  };
}

describe("the conditions of what is granted", () => {
  it.each<readonly [string, object, readonly string[]]>([
    ["that some who are eligible fulfil are no finding", has("JKM"), []],
    [
      "that contradict what is required",
      is("member", false),
      ['LYK922 nobody who is eligible is given "iuran"'],
    ],
    [
      "of which one contradicts what is required",
      { all: [has("JKM"), is("member", false)] },
      ['LYK922 nobody who is eligible is given "iuran"'],
    ],
    [
      "that never hold by themselves",
      { all: [is("older"), is("older", false)] },
      ['LYK922 nobody who is eligible is given "iuran"'],
    ],
    [
      "that everybody fulfils who is eligible",
      is("member"),
      ['LYK923 everybody who is eligible fulfils the conditions of "iuran"'],
    ],
    [
      "that hold of everybody",
      { any: [is("older"), is("older", false)] },
      ['LYK923 everybody who is eligible fulfils the conditions of "iuran"'],
    ],
    [
      "of which one never matters among those who are eligible",
      { all: [has("JKM"), is("member")] },
      [
        "LYK905 this clause never matters: without it every complete application has the same answer",
      ],
    ],
    [
      "that say one thing twice",
      { all: [has("JKM"), { any: [has("JKK"), is("older")] }, has("JKM")] },
      ["LYK906 this clause already stands on line"],
    ],
    [
      "with a limit that no value reaches",
      { any: [has("JKM"), { fact: "age", operator: "lessThan", value: 0 }] },
      ['LYK911 the boundary 0 cannot be tested: for "age" this is never true'],
    ],
  ])("%s", (_, conditions, expected) => {
    const found = told(rules([grant(conditions)]));
    expect(found.map((line) => line.replace(/ \d+$/, ""))).toEqual(expected);
  });

  it("are told at the part that is to blame, in both languages", () => {
    const { diagnostics } = findings(rules([grant({ all: [has("JKM"), is("member", false)] })]));
    expect(diagnostics).toMatchObject([
      {
        message: { id: 'pemberian "iuran" tidak diterima siapa pun yang memenuhi syarat' },
        help: {
          id: "kondisi ini bertentangan dengan syarat wajib; perbaiki salah satunya, atau hapus pemberian ini",
        },
      },
    ]);
    const [line] = diagnostics.map((one) => one.line);
    const [whole] = findings(rules([grant(is("member", false))])).diagnostics.map(
      (one) => one.line,
    );
    expect(line).toBeGreaterThan(whole ?? 0);
  });

  it("are no finding of their own where nobody is eligible anyway", () => {
    const never = { all: [is("member"), is("member", false)] };
    expect(told(rules([grant(is("member"))], never)).map((one) => one.slice(0, 6))).toEqual([
      "LYK901",
    ]);
  });

  it("leave what is told of the requirements as it is", () => {
    const grants = [grant({ all: [is("older"), has("JKM")] })];
    expect(told(rules(grants, { all: [is("member"), is("member")] }))).toEqual(
      told(rules([grant(null)], { all: [is("member"), is("member")] })),
    );
  });

  it("are judged in a named condition too", () => {
    const parts = rules([grant({ condition: "bersama" })]);
    const conditions = { bersama: { any: [has("JKM"), { all: [has("JKM"), is("older")] }] } };
    expect(told({ ...parts, conditions }).map((one) => one.slice(0, 6))).toEqual(["LYK905"]);
  });
});

describe("an amount or a condition of what is granted", () => {
  const later = {
    type: "money",
    label: { id: "Iuran" },
    sources: [],
    values: [{ from: "2030-01-01", value: 8400, provenance: "assumed" }],
  };
  const limit = { ...later, type: "integer" };
  const above = { fact: "age", operator: "greaterThan", value: { fact: "parameter.later" } };

  it.each([
    ["an amount", grant(null, { amount: { fact: "parameter.later" } }), later],
    ["a condition", grant(above), limit],
  ])("of which %s has no value yet is not known for anybody", (_, one, parameter) => {
    const parts = { ...rules([one]), parameters: { later: parameter } };
    expect(findings(parts).diagnostics).toMatchObject([
      {
        code: "LYK912",
        message: {
          en: '"parameter.later" has no value on 2026-11-22; its first one is from 2030-01-01',
        },
        help: {
          en: "add a value from an earlier day in parameters.json; without it this grant is not known for anybody",
        },
      },
    ]);
  });

  it("that leaves the calendar is told as such, and nothing else of the grants", () => {
    const young = {
      fact: "born",
      operator: "after",
      value: { fact: "asOf", params: { minus: "P3000Y" } },
    };
    expect(told(rules([grant(young), grant(is("member"), { id: "lain" })]))).toEqual([
      "LYK920 from 2026-11-22 on no grant is known for anybody: this date is moved out of the years 1–9999",
    ]);
  });
});
