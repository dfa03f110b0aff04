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
import { valuesOf } from "./domains.ts";

/** How much of an application is known. */
export type Knowledge = "all" | "some";

function valueArbitrary(shape: FactShape, knowledge: Knowledge): fc.Arbitrary<FactValue> {
  const known: fc.Arbitrary<FactValue> = fc.constantFrom(...valuesOf(shape));
  if (knowledge === "all" || shape.type !== "list") return known;
  const items: fc.Arbitrary<Scalar | null> = fc.constantFrom(
    null,
    ...valuesOf(shape.items).filter((value) => typeof value !== "object"),
  );
  return fc.oneof({ weight: 2, arbitrary: known }, fc.array(items, { maxLength: 2 }));
}

function recordArbitrary(
  catalogue: GeneratedCatalogue,
  ids: readonly string[],
  knowledge: Knowledge,
): fc.Arbitrary<ItemFacts> {
  const entries = ids.flatMap((id) => {
    const shape = catalogue.facts[id];
    return shape === undefined || shape.compute !== undefined
      ? []
      : [
          maybeAbsent(valueArbitrary(shape, knowledge), knowledge).map(
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
): fc.Arbitrary<readonly (ItemFacts | null)[]> {
  const item: fc.Arbitrary<ItemFacts> = recordArbitrary(catalogue, facts, knowledge);
  const one: fc.Arbitrary<ItemFacts | null> =
    knowledge === "all" ? item : fc.option(item, { freq: 5 });
  return fc.array(one, { minLength: minItems, maxLength: maxItems });
}

/** Facts that the catalogue allows: with absent facts, `null`s, unknown items and list items. */
export function factsArbitrary(
  catalogue: GeneratedCatalogue,
  knowledge: Knowledge,
): fc.Arbitrary<Facts> {
  const groups = Object.entries(catalogue.groups).map(([id, group]) =>
    maybeAbsent(itemsArbitrary(catalogue, group, knowledge), knowledge).map(
      (items) => [id, items] as const,
    ),
  );
  return fc
    .tuple(
      recordArbitrary(catalogue, Object.keys(catalogue.facts), knowledge),
      fc.tuple(...groups).map(withoutAbsent),
    )
    .map(([facts, items]) => ({ ...facts, ...items }));
}
