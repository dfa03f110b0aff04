import { type FactRecord, itemsOf } from "../conditions/values.ts";
import type { ComputedFact, Operands } from "../model/compute.ts";

/** The facts with all that is computed from them; what is not known is null. */
export function completed(computed: readonly ComputedFact[], facts: FactRecord): FactRecord {
  if (computed.length === 0) return facts;
  const whole: Record<string, FactRecord[string]> = { ...facts };
  for (const fact of computed) {
    const { id, group } = fact;
    if (group === null) whole[id] = fact.valueOf(operandsIn(fact, whole));
    else {
      const items = itemsOf(whole, group);
      if (items === null) continue;
      // Of an item of which nothing is known, what reads none of its facts is known all the same.
      whole[group] = items.map((item) => ({
        ...item,
        [id]: fact.valueOf(operandsIn(fact, item ?? {})),
      }));
    }
  }
  return whole;
}

/** What a computed fact is computed from in a record. */
export function operandsIn({ operands }: ComputedFact, facts: FactRecord): Operands {
  return Object.fromEntries(operands.map(([name, read]) => [name, read(facts)]));
}
