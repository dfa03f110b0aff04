import { isReserved } from "../../engine/conditions/references.ts";
import type { Node } from "../../engine/conditions/tree.ts";
import type { KnownValue } from "../../engine/conditions/values.ts";
import type { Facts } from "../../engine/model/catalogue.ts";
import { applicantOf } from "./applicant.ts";
import { domainsOf, type GroupLimits } from "./domains.ts";
import { type Goal, partsOf } from "./goal.ts";
import { nodeKeys } from "./node-key.ts";
import { type Part, partOf, type Space } from "./part.ts";
import { keyOfPlace, type Place } from "./place.ts";
import { reach, type Search } from "./search.ts";
import { ANY_TRUTH, NO_TRUTH, type Truths } from "./truths.ts";
import { domainName, usesOf } from "./uses.ts";

/**
 * `found`: facts with which every goal is reached. `none`: no application reaches them. `unsettled`:
 * not known, as the search came to its limit of `steps`, or as not all `values` could be tried.
 */
export type Solved =
  | { readonly kind: "found"; readonly facts: Facts }
  | { readonly kind: "none" }
  | { readonly kind: "unsettled"; readonly because: "steps" | "values" };

export interface SolverOptions {
  /** Every condition that a goal may hold: they decide together which values are told apart. */
  readonly trees: readonly Node[];
  readonly limitsOf: (group: string) => GroupLimits;
  /** Whether facts may also be unknown; else every application that is found is complete. */
  readonly mayBeUnknown?: boolean;
  /** Domains of what is computed and may have no result though every fact is known. */
  readonly withoutResult?: ReadonlySet<string>;
  /** Values given before a search ends unsettled. */
  readonly steps?: number;
}

/** Finds applications for which conditions have the truths that are wanted. */
export interface Solver {
  readonly solve: (goals: readonly Goal[]) => Solved;
}

const MOST_STEPS = 200_000;

/**
 * A search over the finite sets of values that the conditions can tell apart: it gives values to the
 * facts that matter most, and leaves what cannot be any more as soon as the three-valued truths say
 * so. Complete for what `docs/analysis.md` lists, and sound for all: whatever is found is so.
 */
export function createSolver({
  trees,
  limitsOf,
  mayBeUnknown = false,
  withoutResult = new Set(),
  steps = MOST_STEPS,
}: SolverOptions): Solver {
  const domains = domainsOf(trees, limitsOf);
  const places: Place[] = [];
  const values: (readonly (KnownValue | null)[])[] = [];
  const numbers = new Map<string, number>();
  const space: Space = {
    numberOf: (place) => {
      const key = keyOfPlace(place);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, places.length);
      const domain = domainOfPlace(place);
      const { values: told } = domains.of(domain);
      values.push(mayBeUnknown || withoutResult.has(domain) ? [...told, null] : told);
      return places.push(place) - 1;
    },
    valuesAt: (place) => values[place] ?? [],
    itemsOf: domains.itemsOf,
  };
  const computed = computedDomains(trees);
  const isGiven = (place: Place) => !computed.has(domainOfPlace(place));
  const keyOf = nodeKeys();
  const parts = new Map<string, Part>();
  const partFor = (node: Node): Part => {
    const key = keyOf(node);
    const part = parts.get(key) ?? partOf(node, space);
    parts.set(key, part);
    return part;
  };
  // So that every application that is found tells all facts of all conditions.
  for (const tree of trees) partFor(tree);
  return {
    solve: (goals) => {
      const wanted = new Map<Part, Truths>();
      for (const { node, want } of goals.flatMap(partsOf)) {
        const part = partFor(node);
        wanted.set(part, (wanted.get(part) ?? ANY_TRUTH) & want);
      }
      // One condition wanted both ways: no value, tried or not, could change that.
      if ([...wanted.values()].includes(NO_TRUTH)) return { kind: "none" };
      const targets = [...wanted].map(([part, want]) => ({ part, want }));
      const given = new Array<KnownValue | null | undefined>(places.length).fill(undefined);
      const search: Search = { space, given, trail: [], steps };
      const searched = reach(search, targets);
      if (searched === "found") {
        const full = places.map((_, index) => given[index] ?? defaultAt(index, given));
        return { kind: "found", facts: applicantOf(places, full, space.itemsOf, isGiven) };
      }
      if (searched === "unsettled") return { kind: "unsettled", because: "steps" };
      return domains.complete ? { kind: "none" } : { kind: "unsettled", because: "values" };
    },
  };

  function defaultAt(index: number, given: readonly (KnownValue | null | undefined)[]) {
    return given[index] === null ? null : (space.valuesAt(index)[0] ?? null);
  }
}

/** What is computed, or told by a table: it may have any value, and no application holds it. */
function computedDomains(trees: readonly Node[]): ReadonlySet<string> {
  const names = [...usesOf(trees)].flatMap(([name, uses]) =>
    uses.some(({ own }) => own.kind === "fact" && ("compute" in own.shape || isReserved(own.id)))
      ? [name]
      : [],
  );
  return new Set(names);
}

function domainOfPlace(place: Place): string {
  if (place.kind === "size") return domainName({ kind: "count", id: keyOfPlace(place) }, null);
  return domainName({ kind: "fact", id: place.id }, place.kind === "fact" ? null : place.group);
}
