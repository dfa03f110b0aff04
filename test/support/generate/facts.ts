import fc from "fast-check";
import type {
  FactShape,
  Facts,
  FactValue,
  Group,
  ItemFacts,
  Scalar,
} from "../../../src/engine/model/catalogue.ts";
import type { GeneratedCatalogue } from "./catalogue.ts";
import { type Domain, NARROW, valuesOf } from "./domains.ts";

/** How much of an application is known. */
export type Knowledge = "all" | "some";

function valueArbitrary(
  shape: FactShape,
  knowledge: Knowledge,
  domain: Domain,
): fc.Arbitrary<FactValue> {
  const known: fc.Arbitrary<FactValue> = fc.constantFrom(...valuesOf(shape, domain));
  if (knowledge === "all" || shape.type !== "list") return known;
  const items: fc.Arbitrary<Scalar | null> = fc.constantFrom(
    null,
    ...valuesOf(shape.items, domain).filter((value) => typeof value !== "object"),
  );
  return fc.oneof({ weight: 2, arbitrary: known }, fc.array(items, { maxLength: 2 }));
}

function recordArbitrary(
  catalogue: GeneratedCatalogue,
  ids: readonly string[],
  knowledge: Knowledge,
  domain: Domain,
): fc.Arbitrary<ItemFacts> {
  const entries = ids.flatMap((id) => {
    const shape = catalogue.facts[id];
    return shape === undefined || shape.compute !== undefined
      ? []
      : [
          maybeAbsent(valueArbitrary(shape, knowledge, domain), knowledge).map(
            (value) => [id, value] as const,
          ),
        ];
  });
  return fc.tuple(...entries).map(withoutAbsent);
}

/** `undefined` leaves the fact out; `null` gives it as not known. */
function maybeAbsent<Value>(
  known: fc.Arbitrary<Value>,
  knowledge: Knowledge,
): fc.Arbitrary<Value | null | undefined> {
  if (knowledge === "all") return known;
  return fc.oneof(
    { weight: 5, arbitrary: known },
    { weight: 2, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constant(null) },
  );
}

function withoutAbsent<Value>(
  entries: readonly (readonly [string, Value | undefined])[],
): Readonly<Record<string, Value>> {
  return Object.fromEntries(
    entries.flatMap(([id, value]) => (value === undefined ? [] : [[id, value] as const])),
  );
}

function itemsArbitrary(
  catalogue: GeneratedCatalogue,
  { facts, minItems = 0, maxItems = 3 }: Group,
  knowledge: Knowledge,
  domain: Domain,
): fc.Arbitrary<readonly (ItemFacts | null)[]> {
  const item: fc.Arbitrary<ItemFacts> = recordArbitrary(catalogue, facts, knowledge, domain);
  const one: fc.Arbitrary<ItemFacts | null> =
    knowledge === "all" ? item : fc.option(item, { freq: 5 });
  return fc.array(one, { minLength: minItems, maxLength: maxItems });
}

/** Facts that the catalogue allows: with absent facts, `null`s, unknown items and list items. */
export function factsArbitrary(
  catalogue: GeneratedCatalogue,
  knowledge: Knowledge,
  domain: Domain = NARROW,
): fc.Arbitrary<Facts> {
  const groups = Object.entries(catalogue.groups).map(([id, group]) =>
    maybeAbsent(itemsArbitrary(catalogue, group, knowledge, domain), knowledge).map(
      (items) => [id, items] as const,
    ),
  );
  return fc
    .tuple(
      recordArbitrary(catalogue, Object.keys(catalogue.facts), knowledge, domain),
      fc.tuple(...groups).map(withoutAbsent),
    )
    .map(([facts, items]) => ({ ...facts, ...items }));
}

/** From so few applications, which take their time to generate, many are mixed. */
const GENERATED = 40;

/** So many applications, each of whose facts is that of one of a few. */
export function mixedArbitrary(
  facts: fc.Arbitrary<Facts>,
  count: number,
): fc.Arbitrary<readonly Facts[]> {
  return fc
    .array(facts, { minLength: GENERATED, maxLength: GENERATED })
    .map((generated) => Array.from({ length: count }, (_, place) => mixed(generated, place)));
}

function mixed(generated: readonly Facts[], place: number): Facts {
  const own = generated[place];
  if (own !== undefined) return own;
  const ids = [...new Set(generated.flatMap((facts) => Object.keys(facts)))];
  const entries = ids.flatMap((id, column) => {
    // Neighbouring places and columns are multiplied far apart (Knuth's multiplicative hash).
    const chosen = Math.imul(place * 31 + column + 1, 2_654_435_761) >>> 16;
    const value = generated[chosen % generated.length]?.[id];
    return value === undefined ? [] : [[id, value] as const];
  });
  return Object.fromEntries(entries);
}
