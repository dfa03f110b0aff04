import type { Trace } from "../../engine/conditions/trace.ts";
import type { Program } from "../../engine/decision/program.ts";
import { type DecisionTraces, tracesOf } from "../../engine/decision/traces.ts";
import { grantTraces } from "../../engine/granting/traces.ts";
import type { Evidence, GrantDecision } from "../../engine/model/decision.ts";
import { grantRule } from "../../interop/grant-rule.ts";
import type { IssuedDecision } from "../../ledger/receipt/payload.ts";
import type {
  AbridgedDecision,
  AnsweredDecision,
  EvidenceLeftOut,
  GrantLeftOut,
  GroupLeftOut,
} from "./abridged.ts";
import { evidenceAddress, recordAddress } from "./addresses.ts";
import { decidingItems, type Quantified, type QuantifiedItem, quantifiedIn } from "./quantified.ts";
import { few, isTold, itemIn, originsOf } from "./told-names.ts";

/** Entries of evidence up to which a decision is told whole; beyond, of items about as many. */
export const MOST_EVIDENCE = 1000;

/**
 * A decision as it is answered. One with much evidence tells, of the items of large groups, those
 * that decide, says how many it leaves out and where they are, and names the whole by its digest.
 * The program must be of the policy that decided.
 */
export function abridge(
  program: Program,
  whole: IssuedDecision,
  digestOf: (whole: IssuedDecision) => string,
): AnsweredDecision {
  if (entriesIn(whole) <= MOST_EVIDENCE) return whole;
  const choice = chosenItems(tracesOf(program, whole), grantTraces(program, whole));
  const parts = [choice.scope, ...choice.requirements, ...choice.grants.values()];
  if (parts.every(leavesNothingOut)) return whole;
  const { id, scope, requirements, grants, computed, missing, validUntilBecause, facts } = whole;
  const shown = { missing: few(missing), because: few(validUntilBecause) };
  const open = [...shown.missing, ...(grants ?? []).flatMap((grant) => few(grant.missing))];
  const told = new Set([...choice.items, ...open.flatMap((name) => itemIn(name) ?? [])]);
  const origins = originsOf(facts, told);
  const sums = computed?.filter(({ fact }) => isTold(fact, told));
  const shorten = (requirement: string, evidence: readonly Evidence[], at: Chosen) =>
    shortened(evidence, at, evidenceAddress(id, requirement));
  const abridged: AbridgedDecision = {
    ...whole,
    decisionDigest: digestOf(whole),
    ...(scope && { scope: { ...scope, ...shorten("scope", scope.evidence, choice.scope) } }),
    requirements: requirements.map((requirement, index) => ({
      ...requirement,
      ...shorten(requirement.id, requirement.evidence, choice.requirements[index] ?? NONE),
    })),
    ...(grants && {
      grants: grants.map((grant) => {
        const at = choice.grants.get(grant.id) ?? NONE;
        const address = evidenceAddress(id, grantRule(grant.id));
        return withFewNames(grant, shortened(grant.evidence, at, address), told, address);
      }),
    }),
    ...(sums && { computed: sums }),
    missing: shown.missing,
    validUntilBecause: shown.because,
    facts: origins,
    leftOut: {
      missing: missing.length - shown.missing.length,
      validUntilBecause: validUntilBecause.length - shown.because.length,
      facts: Object.keys(facts).length - Object.keys(origins).length,
      ...(computed && sums && { computed: computed.length - sums.length }),
      record: recordAddress(id),
    },
  };
  return abridged;
}

function entriesIn({ scope, requirements, grants = [], computed = [] }: IssuedDecision): number {
  const others = (scope?.evidence.length ?? 0) + computed.length;
  return [...requirements, ...grants].reduce((sum, { evidence }) => sum + evidence.length, others);
}

/** What is left out of one condition and its `when`. */
interface Chosen {
  readonly entries: ReadonlySet<Evidence>;
  readonly groups: readonly GroupLeftOut[];
}

const NONE: Chosen = { entries: new Set(), groups: [] };

function leavesNothingOut({ groups }: Chosen): boolean {
  return groups.length === 0;
}

interface Choice {
  readonly scope: Chosen;
  readonly requirements: readonly Chosen[];
  /** By the grant's id. */
  readonly grants: ReadonlyMap<string, Chosen>;
  /** The items that are told, as `drivers[2]`. */
  readonly items: readonly string[];
}

/** Shares the room among the quantifiers, so that each tells some of its items. */
function chosenItems(
  { scope, requirements }: DecisionTraces,
  grants: ReadonlyMap<string, Trace>,
): Choice {
  const inScope = scope === null ? [] : quantifiedIn(scope);
  const inRequirements = requirements.map(({ when, conditions }) => [
    ...(when === null
      ? []
      : quantifiedIn(when).map((found) => ({ ...found, part: "when" as const }))),
    ...quantifiedIn(conditions),
  ]);
  const inGrants = [...grants].map(([id, trace]) => [id, quantifiedIn(trace)] as const);
  const all = [...inScope, ...inRequirements.flat(), ...inGrants.flatMap(([, found]) => found)];
  const share = Math.floor(MOST_EVIDENCE / Math.max(1, all.length));
  return {
    scope: leftOutOf(inScope, share),
    requirements: inRequirements.map((quantified) => leftOutOf(quantified, share)),
    grants: new Map(inGrants.map(([id, found]) => [id, leftOutOf(found, share)])),
    items: all.flatMap((each) =>
      shownOf(each, share).map(({ index }) => `${each.group}[${index}]`),
    ),
  };
}

type QuantifiedPart = Quantified & { readonly part?: "when" };

function leftOutOf(quantified: readonly QuantifiedPart[], share: number): Chosen {
  const told = quantified.map((each) => ({ each, shown: new Set(shownOf(each, share)) }));
  const some = told.filter(({ each, shown }) => shown.size < each.items.length);
  return {
    entries: new Set(
      some.flatMap(({ each, shown }) =>
        each.items.flatMap((item) => (shown.has(item) ? [] : item.evidence)),
      ),
    ),
    groups: some.map(({ each, shown }) => ({
      path: each.path,
      ...(each.part && { part: each.part }),
      quantifier: each.quantifier,
      group: each.group,
      items: each.items.length,
      deciding: decidingItems(each).length,
      leftOut: each.items.length - shown.size,
    })),
  };
}

/** All items where they have room, else those that decide, as many as have. */
function shownOf(quantified: Quantified, share: number): readonly QuantifiedItem[] {
  const { items } = quantified;
  const most = Math.max(1, Math.floor(share / Math.max(1, items[0]?.evidence.length ?? 1)));
  return items.length <= most ? items : decidingItems(quantified).slice(0, most);
}

interface Shortened {
  readonly evidence: readonly Evidence[];
  readonly leftOut?: EvidenceLeftOut;
}

/** What a grant misses and rests on, of the items that are told. */
function withFewNames(
  grant: GrantDecision,
  { evidence, leftOut = { entries: 0, groups: [], evidence: "" } }: Shortened,
  told: ReadonlySet<string>,
  address: string,
): GrantDecision & { readonly leftOut?: GrantLeftOut } {
  const missing = few(grant.missing);
  const computed = grant.computed?.filter(({ fact }) => isTold(fact, told));
  const fewer = {
    missing: grant.missing.length - missing.length,
    ...(grant.computed && computed && { computed: grant.computed.length - computed.length }),
  };
  const isWhole = leftOut.groups.length + fewer.missing + (fewer.computed ?? 0) === 0;
  return {
    ...grant,
    evidence,
    missing,
    ...(computed && { computed }),
    ...(!isWhole && { leftOut: { ...leftOut, evidence: address, ...fewer } }),
  };
}

function shortened(
  evidence: readonly Evidence[],
  { entries, groups }: Chosen,
  address: string,
): Shortened {
  if (groups.length === 0) return { evidence };
  return {
    evidence: evidence.filter((entry) => !entries.has(entry)),
    leftOut: { entries: entries.size, groups, evidence: address },
  };
}
