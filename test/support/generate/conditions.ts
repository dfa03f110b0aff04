import fc from "fast-check";
import type { Condition } from "../../../src/engine/model/policy.ts";
import { leafArbitrary } from "./leaves.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A condition of every kind that the vocabulary allows, at most so many levels above its leaves. */
export function conditionArbitrary(vocabulary: Vocabulary, levels = 2): fc.Arbitrary<Condition> {
  const leaf: fc.Arbitrary<Condition> = leafArbitrary(vocabulary);
  const named = vocabulary.conditions.map((condition) => fc.constant<Condition>({ condition }));
  const groups = vocabulary.groups.map(({ id, items }) =>
    groupArbitrary(id, conditionArbitrary(items, 1)),
  );
  const ends = fc.oneof({ weight: 3, arbitrary: leaf }, ...weighted(1, [...named, ...groups]));
  let arbitrary = ends;
  for (let level = 0; level < levels; level++) {
    const below = arbitrary;
    const children = fc.array(below, { minLength: 1, maxLength: 3 });
    arbitrary = fc.oneof(
      { weight: 2, arbitrary: ends },
      { weight: 2, arbitrary: children.map((all): Condition => ({ all })) },
      { weight: 2, arbitrary: children.map((any): Condition => ({ any })) },
      { weight: 1, arbitrary: below.map((not): Condition => ({ not })) },
      {
        weight: 1,
        arbitrary: children.map((any): Condition => ({ any, ...WORDS, provenance: "reported" })),
      },
    );
  }
  return arbitrary;
}

const WORDS = {
  unmet: { id: "Tidak satu pun terpenuhi.", en: "None of these is met." },
  remedy: { id: "Penuhi salah satunya pada {asOf}." },
  note: { id: "Catatan." },
};

function groupArbitrary(group: string, items: fc.Arbitrary<Condition>): fc.Arbitrary<Condition> {
  return fc.oneof(
    items.map((conditions): Condition => ({ every: group, conditions })),
    items.map((conditions): Condition => ({ some: group, conditions })),
  );
}

function weighted<Value>(weight: number, arbitraries: readonly fc.Arbitrary<Value>[]) {
  return arbitraries.map((arbitrary) => ({ weight, arbitrary }));
}
