import type { FactRecord } from "../conditions/values.ts";
import { askedOf } from "../decision/evidence.ts";
import { outcomeOf } from "../decision/outcome.ts";
import { completedBy, type Program, programOf } from "../decision/program.ts";
import { tracesOf } from "../decision/traces.ts";
import { LayakError } from "../errors.ts";
import { checkFacts } from "../facts/check.ts";
import type { Change, Outcome, Question, Remedy } from "../model/decision.ts";
import type { Pack } from "../model/pack.ts";
import { blockersOf } from "./blockers.ts";
import { changesOf } from "./candidates.ts";
import { nearest } from "./nearest.ts";
import { type FactPlace, nameOfPlace, withFact } from "./place.ts";

const MOST_CHANGES = 3;
const MOST_REMEDIES = 10;

/** Facts are asked at most so often; a policy that needs more gets the remedies found by then. */
const MOST_TRIALS = 20_000;

/**
 * What an applicant who was refused could change: all sets with the fewest changes of actionable
 * facts after which no required requirement is unmet, at most three changes and ten sets, each
 * value the nearest that suffices. Absent facts are never changed. Empty unless `ineligible`.
 * @throws LayakError where the question cannot be asked.
 */
export function remedies(pack: Pack, question: Question): readonly Remedy[] {
  checkFacts(pack, question.facts);
  return remediesOf(programOf(pack, question), question.facts);
}

/** As {@link remedies}, for a compiled policy and checked facts. */
export function remediesOf(
  program: Program,
  facts: FactRecord,
  behind: Pack["behind"] = program.pack.behind,
): readonly Remedy[] {
  if (outcomeOf(program, facts).outcome !== "ineligible") return [];
  const possible = new Map<string, readonly Change[]>();
  for (let size = 1; size <= MOST_CHANGES; size++) {
    const search: Search = {
      program,
      behind,
      given: completedBy(program, facts),
      size,
      possible,
      found: [],
      seen: new Set(),
      trials: 0,
    };
    extend(search, facts, []);
    if (search.found.length > 0) return nearest(search.found).slice(0, MOST_REMEDIES);
    // What was not tried may have been smaller, so nothing larger is offered.
    if (search.trials >= MOST_TRIALS) break;
  }
  return [];
}

interface Search {
  readonly program: Program;
  readonly behind: Pack["behind"];
  readonly given: FactRecord;
  readonly size: number;
  /** The changes of each fact that was looked at, by its name. */
  readonly possible: Map<string, readonly Change[]>;
  readonly found: Remedy[];
  readonly seen: Set<string>;
  trials: number;
}

/**
 * Adds one change to those made. Whatever still blocks must be changed by every remedy that
 * contains these changes, so only those facts are tried.
 */
function extend(search: Search, facts: FactRecord, changes: readonly Change[]): void {
  const { program, behind, size } = search;
  search.trials += 1;
  const last = changes.length === size;
  if (last && isRefusal(outcomeOf(program, facts).outcome)) return;
  const blockers = blockersOf(tracesOf(program, askedOf(program, completedBy(program, facts))));
  if (blockers === null) {
    if (last) search.found.push(changes);
    return;
  }
  if (last) return;
  for (const place of behind?.places(program, facts, blockers) ?? blockers) {
    if (changes.some((change) => change.fact === nameOfPlace(place))) continue;
    for (const change of changesAt(search, place)) {
      const made = [...changes, change];
      const key = keyOf(made);
      if (search.seen.has(key) || search.trials >= MOST_TRIALS) continue;
      search.seen.add(key);
      try {
        extend(search, withFact(facts, place, change.to), made);
      } catch (error) {
        // Nothing can be decided where what is computed becomes too large.
        if (!(error instanceof LayakError)) throw error;
      }
    }
  }
}

/** Quickly told: most changes do not help. */
function isRefusal(outcome: Outcome): boolean {
  return outcome === "ineligible" || outcome === "out-of-scope";
}

/** Of the facts as given: what another change makes possible is among these already. */
function changesAt(
  { program, behind, given, possible }: Search,
  place: FactPlace,
): readonly Change[] {
  const name = nameOfPlace(place);
  const known = possible.get(name);
  if (known !== undefined) return known;
  const changes = changesOf(program, given, place, behind);
  possible.set(name, changes);
  return changes;
}

/** Names a set of changes whatever their order. */
function keyOf(changes: readonly Change[]): string {
  return changes
    .map(({ fact, to }) => JSON.stringify([fact, to]))
    .sort()
    .join();
}
