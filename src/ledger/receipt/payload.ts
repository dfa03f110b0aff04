import { isReserved } from "../../engine/conditions/references.ts";
import type {
  Change,
  ComputedEvidence,
  Decision,
  Evidence,
  GrantDecision,
  RequirementDecision,
} from "../../engine/model/decision.ts";
import type { FactOrigin } from "../entry.ts";

/** A decision as it is issued, before texts and proof are put beside it. */
export interface IssuedDecision extends Decision {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly issuedAt: string;
  /** SHA-256 over `salts.subject` and the applicant's number. */
  readonly subject: string;
  /** SHA-256 over `salts.facts` and the facts that the policy read. */
  readonly factsDigest: string;
  readonly validUntil: string | null;
  readonly validUntilBecause: readonly string[];
  readonly remedies: readonly (readonly Change[])[];
  readonly facts: Readonly<Record<string, FactOrigin>>;
}

/** Evidence without the values of personal facts. */
export interface SealedEvidence extends Omit<Evidence, "actual" | "expected"> {
  readonly actual?: Evidence["actual"];
  readonly expected?: Evidence["expected"];
}

export interface SealedChange extends Omit<Change, "from"> {
  readonly from?: Change["from"];
}

/** A grant without the facts that its amount was computed from. */
export interface SealedGrant extends Omit<GrantDecision, "evidence" | "computed"> {
  readonly evidence: readonly SealedEvidence[];
}

/** What was computed, without what it says of a personal fact. */
export interface SealedComputed extends Omit<ComputedEvidence, "value"> {
  readonly value?: ComputedEvidence["value"];
}

export interface SealedRequirement extends Omit<RequirementDecision, "evidence"> {
  readonly evidence: readonly SealedEvidence[];
}

/**
 * What a receipt is over: the decision, the same in every language, without personal values. A
 * large one is abridged as it is answered, and names the whole by its digest.
 */
export interface ReceiptPayload
  extends Omit<IssuedDecision, "scope" | "requirements" | "computed" | "grants" | "remedies"> {
  readonly scope?: {
    readonly holds: boolean | null;
    readonly evidence: readonly SealedEvidence[];
  };
  readonly requirements: readonly SealedRequirement[];
  readonly computed?: readonly SealedComputed[];
  readonly grants?: readonly SealedGrant[];
  readonly remedies: readonly (readonly SealedChange[])[];
  /** Of a large decision, which its receipt abridges: over `salts.facts` and the whole. */
  readonly decisionDigest?: string;
}

/** Whether the values of a fact, by its id in the catalogue, are personal. */
export type IsPersonal = (fact: string) => boolean;

/** What an answer of the API has beside the decision. */
interface Beside {
  readonly explanation?: unknown;
  readonly receipt?: unknown;
  readonly salts?: unknown;
}

/** A decision as its receipt holds it: without texts, proof, and the values of personal facts. */
export function receiptPayload(
  decision: IssuedDecision & Beside,
  isPersonal: IsPersonal,
): ReceiptPayload {
  const { explanation: _, receipt: __, salts: ___, ...issued } = decision;
  const { scope, requirements, computed, grants, remedies, ...rest } = issued;
  const all = [...(computed ?? []), ...(grants ?? []).flatMap((grant) => grant.computed ?? [])];
  const telling = namesTelling(all, isPersonal);
  const hides = (name: string | undefined) =>
    name !== undefined && (isHidden(name, isPersonal) || telling.has(bare(name)));
  const seal = (evidence: readonly Evidence[]) => evidence.map((entry) => sealed(entry, hides));
  return {
    ...rest,
    ...(scope && { scope: { holds: scope.holds, evidence: seal(scope.evidence) } }),
    requirements: requirements.map((requirement) => ({
      ...requirement,
      evidence: seal(requirement.evidence),
    })),
    ...(computed && { computed: computed.map((one) => sealedComputed(one, hides)) }),
    ...(grants && {
      grants: grants.map(({ computed: _, ...grant }) => ({
        ...grant,
        evidence: seal(grant.evidence),
      })),
    }),
    remedies: remedies.map((remedy) => remedy.map((change) => sealedChange(change, hides))),
  };
}

type Hides = (name: string | undefined) => boolean;

/** What Layak sets itself is nobody's; the fact of an item is named `drivers[2].coverage.status`. */
function isHidden(name: string, isPersonal: IsPersonal): boolean {
  const id = bare(name);
  return !isReserved(id) && isPersonal(id);
}

function bare(name: string): string {
  const item = name.lastIndexOf("].");
  return item < 0 ? name : name.slice(item + 2);
}

/** What is computed from a personal fact tells of it: the wage of a district says which district. */
function namesTelling(
  computed: readonly ComputedEvidence[],
  isPersonal: IsPersonal,
): ReadonlySet<string> {
  const telling = new Set<string>();
  // Each stands after what it is computed from.
  for (const { fact, operands } of computed) {
    const tells = Object.keys(operands).some(
      (name) => isHidden(name, isPersonal) || telling.has(bare(name)),
    );
    if (tells) telling.add(bare(fact));
  }
  return telling;
}

function sealedComputed({ fact, value, operands }: ComputedEvidence, hides: Hides): SealedComputed {
  const told = Object.entries(operands).filter(([name]) => !hides(name));
  return { fact, ...(!hides(fact) && { value }), operands: Object.fromEntries(told) };
}

function sealed(entry: Evidence, hides: Hides): SealedEvidence {
  return sealedActual(hides(entry.expectedFrom) ? sealedExpected(entry) : entry, hides);
}

function sealedActual(entry: SealedEvidence, hides: Hides): SealedEvidence {
  if (!hides(entry.fact)) return entry;
  const { actual: _, ...rest } = entry;
  return rest;
}

function sealedExpected({ expected: _, expectedGiven: __, ...rest }: Evidence): SealedEvidence {
  return rest;
}

function sealedChange({ fact, from, to }: Change, hides: Hides): SealedChange {
  return hides(fact) ? { fact, to } : { fact, from, to };
}
