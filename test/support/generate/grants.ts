import fc from "fast-check";
import type { Grant } from "../../../src/engine/model/policy.ts";
import { conditionArbitrary } from "./conditions.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Up to two grants, to everybody or on a condition, with an amount that may be a fact or a parameter. */
export function grantsArbitrary(vocabulary: Vocabulary): fc.Arbitrary<readonly Grant[]> {
  const money = vocabulary.readables.filter(({ shape }) => shape.type === "money");
  const amount: fc.Arbitrary<Grant["amount"]> = fc.oneof(
    fc.constant(undefined),
    fc.constantFrom(0, 16_800),
    ...(money.length === 0 ? [] : [fc.constantFrom(...money.map(({ id }) => ({ fact: id })))]),
  );
  const conditions = fc.option(conditionArbitrary(vocabulary, 1), { nil: undefined });
  return fc.array(fc.record({ conditions, amount }), { maxLength: 2 }).map((grants) =>
    grants.map(({ conditions, amount }, index) => ({
      id: `grant-${index + 1}`,
      text: { id: `Pemberian ${index + 1}` },
      sources: [],
      provenance: "assumed" as const,
      ...(conditions !== undefined && { conditions }),
      ...(amount !== undefined && { amount }),
    })),
  );
}
