import type { Leaf, Node } from "../../engine/conditions/tree.ts";
import type { Pack } from "../../engine/model/pack.ts";
import type { Asker } from "./asker.ts";
import { judgeClauses } from "./clauses.ts";
import { judgeEligibility } from "./eligible.ts";
import { judgeEmpties } from "./empties.ts";
import { judgeGrants } from "./grants.ts";
import { judgeImplied } from "./implied.ts";
import { judgeLeaf } from "./leaves.ts";
import type { Notes } from "./notes.ts";
import { judgeOutsideGroup } from "./outside-group.ts";
import { isLeaf, type Placed } from "./placed.ts";
import { judgePlaceholders } from "./placeholders.ts";
import { type JsonPlace, nameOfPlace, type OpenRules } from "./places.ts";
import {
  applies,
  everythingWritten,
  grantsWritten,
  inScope,
  type PlacedPolicy,
  policyAsker,
  treesWithGrants,
} from "./policy.ts";
import { judgeReasons } from "./reasons.ts";
import { judgeRequirements, type Verdicts } from "./requirements.ts";
import { judgeSources, judgeValues } from "./sources.ts";
import { judgeUnconfirmed } from "./unconfirmed.ts";
import { judgeUndecidable } from "./undecidable.ts";
import type { LivingVersion } from "./versions.ts";

/** Places that another finding has told, or that have been looked at before. */
export interface Seen {
  /** By the name of the place. */
  readonly leaves: Set<string>;
  /** Leaves with one answer, which explain what else is odd around them. */
  readonly told: Set<string>;
  /** Whether the pack itself warns of something at a place. */
  readonly isWarned: (place: JsonPlace) => boolean;
}

/** Everything to be told of one version; gives back what it compiles to, null where nothing does. */
export function judgePolicy(
  pack: Pack,
  living: LivingVersion,
  rules: OpenRules,
  seen: Seen,
  notes: Notes,
): PlacedPolicy | null {
  judgeUndecidable(pack, living, notes);
  const ask = policyAsker(pack, living);
  if (ask === null) return null;
  const policy = ask.first;
  judgeSources(living, policy, rules, notes);
  judgeValues(living, policy, rules, notes);
  judgeUnconfirmed(living, policy, rules, notes);
  judgeReasons(policy, notes);
  judgeOutsideGroup(pack, living.service, policy, notes);
  judgeLeaves(ask, everythingWritten, seen, notes);
  const verdicts = judgeRequirements(ask, rules, notes);
  if (!verdicts.governs || policy.lacksValue) return policy;
  judgeEligibility(ask, verdicts, rules, notes);
  judgeImplied(ask, verdicts, rules, notes);
  judgeParts(pack, ask, verdicts, rules, seen, notes);
  judgeGranted(pack, living, policy, rules, seen, notes);
  return policy;
}

/** Asked apart: what conditions of grants read is nothing that a requirement turns on. */
function judgeGranted(
  pack: Pack,
  living: LivingVersion,
  policy: PlacedPolicy,
  rules: OpenRules,
  seen: Seen,
  notes: Notes,
): void {
  if (policy.grants.every(({ conditions }) => conditions === null)) return;
  const ask = policyAsker(pack, living, treesWithGrants);
  if (ask === null) return;
  judgeLeaves(ask, grantsWritten, seen, notes);
  judgeGrants(ask, seen.told, rules, notes);
}

function judgeParts(
  pack: Pack,
  ask: Asker<PlacedPolicy>,
  { requirements }: Verdicts,
  rules: OpenRules,
  seen: Seen,
  notes: Notes,
): void {
  const clauses = (
    root: (policy: PlacedPolicy) => Placed | null,
    context: (policy: PlacedPolicy) => readonly Node[],
  ) => judgeClauses(ask, { root, context }, seen.told, rules, notes);
  clauses(
    ({ scope }) => scope,
    () => [],
  );
  for (const [index, verdict] of requirements.entries()) {
    const one = ask.first.requirements[index];
    if (one === undefined || verdict === "no-value" || verdict === "never-applies") continue;
    clauses(
      (policy) => policy.requirements[index]?.when ?? null,
      (policy) => [inScope(policy)],
    );
    if (verdict !== "open") continue;
    clauses(
      (policy) => policy.requirements[index]?.conditions ?? null,
      (policy) => {
        const own = policy.requirements[index];
        return own === undefined ? [inScope(policy)] : [inScope(policy), applies(own)];
      },
    );
    judgeEmpties(pack, ask.first, one, index, notes);
    judgePlaceholders(pack, ask.first, one, notes);
  }
}

/** Each leaf once, however many policies refer to the named condition that it stands in. */
function judgeLeaves(
  ask: Asker<PlacedPolicy>,
  writtenIn: (policy: PlacedPolicy) => readonly Placed[],
  seen: Seen,
  notes: Notes,
): void {
  for (const [number, part] of writtenIn(ask.first).entries()) {
    const name = nameOfPlace(part.place);
    if (!isLeaf(part) || seen.leaves.has(name)) continue;
    seen.leaves.add(name);
    if (seen.isWarned(part.place)) {
      seen.told.add(name);
      continue;
    }
    const leafIn = (policy: PlacedPolicy): Leaf | null => {
      const same = writtenIn(policy)[number];
      return same !== undefined && isLeaf(same) ? same.node : null;
    };
    const before = notes.found.length;
    judgeLeaf(ask, part, leafIn, notes);
    if (notes.found.length > before) seen.told.add(name);
  }
}
