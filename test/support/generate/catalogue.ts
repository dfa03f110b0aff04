import fc from "fast-check";
import type { Fact, FactShape, Group } from "../../../src/engine/model/catalogue.ts";
import { type Domain, NARROW, scalarsOf } from "./domains.ts";

/** The fact catalogue of one generated pack. */
export interface GeneratedCatalogue {
  readonly facts: Readonly<Record<string, Fact>>;
  readonly groups: Readonly<Record<string, Group>>;
}

const CODES_ABC = { A: { id: "kode A" }, B: { id: "kode B", en: "code B" }, C: { id: "kode C" } };
const CODES_BCD = { B: { id: "kode B" }, C: { id: "kode C" }, D: { id: "kode D" } };

export const ABC: FactShape = { type: "code", codes: CODES_ABC };
export const INTEGER: FactShape = { type: "integer", minimum: 0, maximum: 3 };
export const NUMBER: FactShape = { type: "number", minimum: 0, maximum: 2 };
export const MONEY: FactShape = { type: "money", minimum: 0, maximum: 3 };
export const DATE: FactShape = { type: "date" };
export const BOOLEAN: FactShape = { type: "boolean" };
export const STRING: FactShape = { type: "string", pattern: "[xyz]", maxLength: 1 };
export const LIST_OF_ABC: FactShape = {
  type: "list",
  items: { type: "code", codes: CODES_ABC },
  maxItems: 3,
};
export const LIST_OF_INTEGERS: FactShape = {
  type: "list",
  items: { type: "integer", minimum: 0, maximum: 3 },
  maxItems: 3,
};
export const LIST_OF_DATES: FactShape = { type: "list", items: { type: "date" }, maxItems: 3 };

/** Two of most types, so that facts are compared with facts. */
const SHAPES: readonly (readonly [string, FactShape])[] = [
  ["flag", BOOLEAN],
  ["other.flag", BOOLEAN],
  ["amount", INTEGER],
  ["other.amount", INTEGER],
  ["size", NUMBER],
  ["price", MONEY],
  ["other.price", MONEY],
  ["day", DATE],
  ["other.day", DATE],
  ["kind", ABC],
  ["other.kind", { type: "code", codes: CODES_BCD }],
  ["word", STRING],
  ["other.word", STRING],
  ["tags", LIST_OF_ABC],
  ["numbers", LIST_OF_INTEGERS],
  ["days", LIST_OF_DATES],
];

function factArbitrary(
  id: string,
  shape: FactShape,
  domain: Domain,
): fc.Arbitrary<readonly [string, Fact]> {
  const values = scalarsOf(shape.type === "list" ? shape.items : shape, domain);
  const actionable: fc.Arbitrary<Pick<Fact, "actionable">> = fc.oneof(
    { weight: 2, arbitrary: fc.constant({}) },
    { weight: 2, arbitrary: fc.constant({ actionable: true as const }) },
    {
      weight: 1,
      arbitrary: fc
        .subarray([...values], { minLength: 1 })
        .map((reachable) => ({ actionable: reachable })),
    },
  );
  return fc.record({ actionable, personal: fc.boolean(), unit: fc.boolean() }).map((told) => {
    const fact: Fact = {
      ...shape,
      label: { id: `Label ${id}`, en: `Label of ${id}` },
      source: "applicant",
      personal: told.personal,
      ...(told.unit && shape.type === "number" && { unit: "ha" }),
      ...told.actionable,
    };
    return [id, fact] as const;
  });
}

function groupArbitrary(facts: readonly string[]): fc.Arbitrary<Group> {
  return fc.record({
    label: fc.constant({ id: "Orang", en: "People" }),
    minItems: fc.integer({ min: 0, max: 1 }),
    maxItems: fc.integer({ min: 1, max: 3 }),
    facts: fc.subarray([...facts], { minLength: 1, maxLength: 2 }),
  });
}

/** Two to five facts, and up to two groups whose items have some of them. */
export function catalogueArbitrary(
  all: readonly (readonly [string, FactShape])[] = SHAPES,
  domain: Domain = NARROW,
): fc.Arbitrary<GeneratedCatalogue> {
  return fc.subarray([...all], { minLength: 2, maxLength: 5 }).chain((shapes) => {
    const ids = shapes.map(([id]) => id);
    const groups = fc.dictionary(fc.constantFrom("people", "things"), groupArbitrary(ids), {
      maxKeys: 2,
      noNullPrototype: true,
    });
    return fc.record({
      facts: fc
        .tuple(...shapes.map(([id, shape]) => factArbitrary(id, shape, domain)))
        .map(entriesToRecord),
      groups,
    });
  });
}

function entriesToRecord<Value>(entries: readonly (readonly [string, Value])[]) {
  return Object.fromEntries(entries);
}
