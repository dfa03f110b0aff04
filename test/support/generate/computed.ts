import fc from "fast-check";
import type { Fact, FactShape, Group } from "../../../src/engine/model/catalogue.ts";
import type { Computation, Rounding, Term } from "../../../src/engine/model/compute.ts";
import type { GeneratedCatalogue } from "./catalogue.ts";
import type { GeneratedParameters } from "./parameters.ts";

/** What computations of one place may name: those of the application, or of a group's items. */
interface Terms {
  /** Whole numbers and decimals without a unit; of lists every item. */
  readonly numbers: readonly Term[];
  /** The numbers that are no lists. */
  readonly singles: readonly Term[];
  readonly money: readonly Term[];
  readonly dates: readonly Term[];
  readonly lists: readonly Term[];
}

const ROUNDINGS: readonly Rounding[] = ["down", "up", "half-up", "half-even"];
const LITERALS: readonly number[] = [-1.5, 0, 0.25, 1, 2, 3];

function isOf(shape: FactShape, ...types: readonly FactShape["type"][]): boolean {
  return types.includes(shape.type);
}

function termsOf(
  facts: readonly (readonly [string, FactShape])[],
  groups: readonly (readonly [string, Group])[],
  catalogue: GeneratedCatalogue["facts"],
): Terms {
  const own = (...types: readonly FactShape["type"][]) =>
    facts.flatMap(([fact, shape]): readonly Term[] => (isOf(shape, ...types) ? [{ fact }] : []));
  const over = (...types: readonly FactShape["type"][]) =>
    groups.flatMap(([group, { facts: ids }]) =>
      ids.flatMap((fact): readonly Term[] => {
        const shape = catalogue[fact];
        return shape !== undefined && isOf(shape, ...types) ? [{ over: group, fact }] : [];
      }),
    );
  const lists = facts.flatMap(([fact, shape]): readonly Term[] =>
    shape.type === "list" && shape.items.type === "integer" ? [{ fact }] : [],
  );
  const countable = facts.flatMap(([fact, shape]): readonly Term[] =>
    shape.type === "list" ? [{ fact }] : [],
  );
  const counts = groups.map(([group]): Term => ({ fact: `${group}.count` }));
  const singles = [...own("integer", "decimal"), ...counts];
  return {
    numbers: [...singles, ...lists, ...over("integer")],
    singles,
    money: [...own("money"), ...over("money")],
    dates: [...own("date"), { fact: "asOf" }],
    lists: [...countable, ...over("boolean", "code", "date", "integer", "money", "string")],
  };
}

const literal: fc.Arbitrary<Term> = fc.constantFrom(...LITERALS);

function among(terms: readonly Term[]): fc.Arbitrary<Term> {
  return terms.length === 0
    ? literal
    : fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...terms) },
        { weight: 1, arbitrary: literal },
      );
}

/** A number of no unit: of days, counts, and of other numbers. */
function numberArbitrary(terms: Terms, levels: number): fc.Arbitrary<Computation> {
  const { numbers, singles, dates, lists } = terms;
  const part = (plain: readonly Term[]): fc.Arbitrary<Term> =>
    levels === 0
      ? among(plain)
      : fc.oneof(
          { weight: 2, arbitrary: among(plain) },
          { weight: 1, arbitrary: numberArbitrary(terms, levels - 1) },
        );
  const many = fc
    .record({
      operation: fc.constantFrom("sum" as const, "product" as const, "maximum" as const),
      of: fc.array(part(numbers), { minLength: 1, maxLength: 3 }),
    })
    .map((computation): Computation => computation);
  const two = fc
    .tuple(part(singles), part(singles))
    .map((of): Computation => ({ operation: "difference", of }));
  const quotient = fc
    .record({
      // What is divided by a written zero is no rule at all; a fact may still be zero.
      of: fc.tuple(
        part(singles),
        part(singles).map((term) => (term === 0 ? 2 : term)),
      ),
      scale: fc.integer({ min: 0, max: 2 }),
      rounding: fc.constantFrom(...ROUNDINGS),
    })
    .map((told): Computation => ({ operation: "quotient", ...told }));
  const spans =
    dates.length < 2
      ? []
      : [
          fc
            .record({
              operation: fc.constantFrom("monthsBetween" as const, "yearsBetween" as const),
              of: fc.shuffledSubarray([...dates], { minLength: 2, maxLength: 2 }),
            })
            .map((computation): Computation => computation),
        ];
  const counts =
    lists.length === 0
      ? []
      : [
          fc
            .constantFrom(...lists)
            .map((list): Computation => ({ operation: "count", of: [list] })),
        ];
  return fc.oneof(many, two, quotient, ...spans, ...spans, ...counts);
}

function rounded(of: Term, scale: number, rounding: Rounding): Computation {
  return { operation: "quotient", of: [of, 1], scale, rounding };
}

/** A computation, and the shape of what it gives. */
function computedArbitrary(terms: Terms): fc.Arbitrary<readonly [FactShape, Computation]> {
  const rounding = fc.constantFrom(...ROUNDINGS);
  const number = fc
    .record({ of: numberArbitrary(terms, 2), scale: fc.integer({ min: 0, max: 2 }), rounding })
    .map(({ of, scale, rounding }): readonly [FactShape, Computation] => [
      scale === 0 ? { type: "integer" } : { type: "decimal", scale },
      rounded(of, scale, rounding),
    ]);
  const { money, dates } = terms;
  const moneys =
    money.length === 0
      ? []
      : [
          fc
            .record({ of: fc.constantFrom(...money), times: numberArbitrary(terms, 1), rounding })
            .map(({ of, times, rounding }): readonly [FactShape, Computation] => [
              { type: "money" },
              rounded(
                { operation: "product", of: [{ operation: "sum", of: [of] }, times] },
                0,
                rounding,
              ),
            ]),
        ];
  const days =
    dates.length < 2
      ? []
      : [
          fc
            .record({
              operation: fc.constantFrom("minimum" as const, "maximum" as const),
              of: fc.shuffledSubarray([...dates], { minLength: 2, maxLength: 2 }),
            })
            .map((of): readonly [FactShape, Computation] => [{ type: "date" }, of]),
        ];
  return fc.oneof({ weight: 3, arbitrary: number }, ...[...moneys, ...days].map(weighted));
}

function weighted<Value>(arbitrary: fc.Arbitrary<Value>) {
  return { weight: 1, arbitrary };
}

function factOf(id: string, shape: FactShape, compute: Computation): Fact {
  const label = { id: `Hitungan ${id}`, en: `Computed ${id}` };
  return { ...shape, label, source: "system", personal: true, compute };
}

function entriesOf(catalogue: GeneratedCatalogue, ids: readonly string[]) {
  return ids.flatMap((id) => {
    const shape = catalogue.facts[id];
    return shape === undefined ? [] : [[id, shape] as const];
  });
}

/** The catalogue with some facts that are computed from others, from each other and in groups. */
export function withComputed(
  catalogue: GeneratedCatalogue,
  parameters: GeneratedParameters,
): fc.Arbitrary<GeneratedCatalogue> {
  const datedIn = (facts: readonly string[]) =>
    Object.entries(parameters).flatMap(([id, shape]) =>
      shape.type === "duration" || (shape.by !== undefined && !facts.includes(shape.by))
        ? []
        : [[`parameter.${id}`, shape] as const],
    );
  const dated = datedIn(Object.keys(catalogue.facts));
  const groups = Object.entries(catalogue.groups);
  const given = entriesOf(catalogue, Object.keys(catalogue.facts));
  const first = computedArbitrary(termsOf([...given, ...dated], groups, catalogue.facts));
  return first
    .chain(([shape, compute]) => {
      const one = factOf("result", shape, compute);
      const terms = termsOf([["result", one], ...given, ...dated], groups, catalogue.facts);
      return computedArbitrary(terms).map(([other, computation]) => ({
        ...catalogue,
        facts: { ...catalogue.facts, result: one, again: factOf("again", other, computation) },
      }));
    })
    .chain((whole) =>
      groups.reduce<fc.Arbitrary<GeneratedCatalogue>>(
        (so, [group, declared]) =>
          so.chain((found) => {
            const own = [...entriesOf(catalogue, declared.facts), ...datedIn(declared.facts)];
            return computedArbitrary(termsOf(own, [], catalogue.facts)).map(([shape, compute]) => {
              const id = `${group}Result`;
              return {
                facts: { ...found.facts, [id]: factOf(id, shape, compute) },
                groups: {
                  ...found.groups,
                  [group]: { ...declared, facts: [...declared.facts, id] },
                },
              };
            });
          }),
        fc.constant(whole),
      ),
    );
}
