import type { PreparedPolicy } from "../../engine/decision/prepare.ts";
import { LayakError } from "../../engine/errors.ts";
import { DEFAULT_MAX_ITEMS } from "../../engine/facts/shapes.ts";
import type { Facts, ItemFacts } from "../../engine/model/catalogue.ts";
import type { Decision, Outcome } from "../../engine/model/decision.ts";
import type { Pack } from "../../engine/model/pack.ts";
import type { GroupLimits } from "../solver/domains.ts";
import { groupLimitsIn } from "../solver/group-limits.ts";

/** The two policies that are compared, each for its day and with its own catalogue. */
export interface Pair {
  readonly from: PreparedPolicy;
  readonly to: PreparedPolicy;
}

export interface DecidedPair {
  readonly from: Decision;
  readonly to: Decision;
}

/** What both sides decide; null where one of them cannot be asked about these facts. */
export function decided({ from, to }: Pair, facts: Facts): DecidedPair | null {
  try {
    return {
      from: from.decide(factsKnownTo(from.program.pack, facts)),
      to: to.decide(factsKnownTo(to.program.pack, facts)),
    };
  } catch (error) {
    if (error instanceof LayakError) return null;
    throw error;
  }
}

/** As {@link decided}, but only the outcomes, and of facts that nobody has checked: those are to be decided yet. */
export function outcomesFor(
  { from, to }: Pair,
  facts: Facts,
): { readonly from: Outcome; readonly to: Outcome } | null {
  try {
    return {
      from: from.outcome(factsKnownTo(from.program.pack, facts)).outcome,
      to: to.outcome(factsKnownTo(to.program.pack, facts)).outcome,
    };
  } catch (error) {
    if (error instanceof LayakError) return null;
    throw error;
  }
}

/** What a catalogue has of some facts: the other side's may have more. */
export function factsKnownTo({ facts: catalogue, groups }: Pack, facts: Facts): Facts {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([id, value]) => {
      const group = groups.get(id);
      if (group === undefined) return catalogue.has(id) ? [[id, value]] : [];
      const items = itemsIn(value);
      return [[id, items?.map((item) => item && itemKnownTo(group.facts, item)) ?? value]];
    }),
  );
}

function itemKnownTo(ids: readonly string[], item: ItemFacts): ItemFacts {
  return Object.fromEntries(Object.entries(item).filter(([id]) => ids.includes(id)));
}

/** The items of a group, where that is what the value is. */
export function itemsIn(value: Facts[string]): readonly (ItemFacts | null)[] | null {
  return Array.isArray(value) && value.every((item) => typeof item === "object") ? value : null;
}

/** How many items a group may have on both sides. */
export function limitsOfBoth({ from, to }: Pair): (group: string) => GroupLimits {
  const [before, after] = [from, to].map(({ program }) => program.pack);
  return (group) => {
    const limits = [before, after].flatMap((pack) =>
      pack?.groups.has(group) ? [groupLimitsIn(pack)(group)] : [],
    );
    return {
      minItems: Math.max(0, ...limits.map(({ minItems }) => minItems)),
      maxItems: Math.min(DEFAULT_MAX_ITEMS, ...limits.map(({ maxItems }) => maxItems)),
    };
  };
}
