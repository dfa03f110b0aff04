import { digestOf } from "../../engine/decision/digest.ts";
import { programOf } from "../../engine/decision/program.ts";
import { cited } from "../../engine/explanation/explain.ts";
import type { Vocabulary } from "../../engine/explanation/names.ts";
import { filled } from "../../engine/explanation/sentences.ts";
import { statedGrant } from "../../engine/granting/stated.ts";
import type { CitedSource, Decision } from "../../engine/model/decision.ts";
import type { Pack } from "../../engine/model/pack.ts";
import type {
  Citation,
  Enforcement,
  Grant,
  Provenance,
  Requirement,
} from "../../engine/model/policy.ts";
import { type Language, say, type Text } from "../../engine/model/text.ts";
import { type Level, levelOf } from "../../pack/level.ts";
import { readsOf } from "../decisions/reads.ts";
import { type DescribedApplicant, describeApplicant } from "./applicant.ts";
import { type DescribedFacts, describeFacts } from "./facts.ts";
import { type DescribedParameter, describeParameters } from "./parameters.ts";

/** One service, as whoever builds a form or an integration needs to know it. */
export interface DescribedService {
  readonly id: string;
  readonly asOf: string;
  readonly title: string;
  readonly owner: string;
  readonly contact?: string;
  readonly objection?: string;
  readonly policy: Decision["policy"] & { readonly until?: string };
  readonly applicant: DescribedApplicant;
  readonly requirements: readonly DescribedRequirement[];
  /** What whoever is eligible is given; stands where that is anything. */
  readonly grants?: readonly DescribedGrant[];
  readonly parameters: readonly DescribedParameter[];
  readonly facts: DescribedFacts;
  readonly groups: readonly DescribedGroup[];
}

export interface DescribedRequirement {
  readonly id: string;
  readonly title: string;
  readonly enforcement: Enforcement;
  readonly provenance: Provenance;
  /** What its authors are not sure of. */
  readonly doubt?: string;
  readonly sources: readonly DescribedSource[];
}

export interface DescribedGrant {
  readonly id: string;
  /** With its amount of the day. */
  readonly text: string;
  /** Whether only some of those who are eligible are given it. */
  readonly conditional: boolean;
  readonly provenance: Provenance;
  readonly doubt?: string;
  readonly sources: readonly DescribedSource[];
}

/** A source, and whose entry it is. */
export interface DescribedSource extends CitedSource {
  readonly level: Level;
}

export interface DescribedGroup {
  readonly group: string;
  readonly label: string;
  readonly minItems: number;
  readonly maxItems: number;
  /** Whether each item must be named by NIK. */
  readonly nik: "required" | "optional";
  readonly facts: DescribedFacts;
}

const DEFAULT_MAX_ITEMS = 1000;

/**
 * The policy of a service on a day.
 * @throws LayakError `service-unknown`, `date-invalid`, `policy-not-in-force`.
 */
export function describeService(
  pack: Pack,
  id: string,
  asOf: string,
  language: Language,
): DescribedService {
  const program = programOf(pack, { service: id, asOf });
  const { service, version } = program;
  const { title, owner, contact, objection, status, until, requirements, grants } = version.policy;
  const reads = readsOf(program);
  const vocabulary = { pack, service, asOf, language };
  const told = (text: Text) => filled(vocabulary, text, [], "");
  return {
    id,
    asOf,
    title: told(title),
    owner,
    ...(contact && { contact: told(contact) }),
    ...(objection && { objection: told(objection) }),
    policy: {
      from: version.from,
      status,
      digest: digestOf(program),
      ...(until !== undefined && { until }),
    },
    applicant: describeApplicant(program, reads, language),
    requirements: requirements.map((requirement) => describeRequirement(vocabulary, requirement)),
    ...(grants && { grants: grants.map((grant) => describeGrant(vocabulary, grant)) }),
    parameters: describeParameters(program, language),
    facts: describeFacts(pack, reads.facts, language),
    groups: [...reads.groups].flatMap(([group, { facts, registry }]) => {
      const declared = pack.groups.get(group);
      if (declared === undefined) return [];
      return [
        {
          group,
          label: say(declared.label, language),
          minItems: declared.minItems ?? 0,
          maxItems: declared.maxItems ?? DEFAULT_MAX_ITEMS,
          nik: registry ? ("required" as const) : ("optional" as const),
          facts: describeFacts(pack, facts, language),
        },
      ];
    }),
  };
}

function describeRequirement(
  vocabulary: Vocabulary,
  { id, title, enforcement, provenance, doubt, sources }: Requirement,
): DescribedRequirement {
  return {
    id,
    title: filled(vocabulary, title, [], ""),
    enforcement,
    provenance,
    ...(doubt && { doubt: filled(vocabulary, doubt, [], "") }),
    sources: sources.map((citation) => describeSource(vocabulary, citation)),
  };
}

function describeGrant(vocabulary: Vocabulary, grant: Grant): DescribedGrant {
  const { id, conditions, provenance, doubt, sources } = grant;
  return {
    id,
    text: filled(vocabulary, { id: statedGrant(vocabulary, grant) }, [], ""),
    conditional: conditions !== undefined,
    provenance,
    ...(doubt && { doubt: filled(vocabulary, doubt, [], "") }),
    sources: sources.map((citation) => describeSource(vocabulary, citation)),
  };
}

function describeSource(vocabulary: Vocabulary, citation: Citation): DescribedSource {
  const { pack, service } = vocabulary;
  return {
    ...cited(vocabulary, citation),
    level: levelOf(pack, service.id, "sources", citation.source),
  };
}
