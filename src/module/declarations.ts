import { conditionsRead } from "./computed.ts";
import { DAY_TYPE, factMembers } from "./fact-types.ts";
import { comment, documentation, indented, literal } from "./literals.ts";
import { readsOf } from "./reads.ts";
import { type DatedPolicy, stretchesOf } from "./stretches.ts";

/** The types of a policy's module: what its facts are, and what it answers. */
export function policyDeclarations(policy: DatedPolicy): string {
  const { pack, service, version, from, until } = policy;
  const { scope, requirements, status, grants = [] } = version.policy;
  const programs = stretchesOf(policy).flatMap((stretch) => {
    if (stretch.kind === "fails") return [];
    const { program } = stretch;
    const grants = program.grants && {
      ...program.grants,
      computed: conditionsRead(program.grants),
    };
    return [{ ...program, grants, computed: conditionsRead(program) }];
  });
  const ids = requirements.map(({ id }) => literal(id)).join(" | ");
  const outcomes = ["eligible", "ineligible", "undetermined", ...(scope ? ["out-of-scope"] : [])];
  const days = until === null ? `from ${from} on` : `from ${from} to ${until}`;
  const outside = until === null ? `before ${from}` : `that is not from ${from} to ${until}`;
  const text = `${comment(`Written by layak build: ${service.id}, ${days}.`)}

${DAY_TYPE}

/** What the policy reads. What is left out, null or undefined is not known. */
export type Facts = {
${indented(factMembers(pack, readsOf(programs)))}
};

export type Outcome = ${outcomes.map((outcome) => literal(outcome)).join(" | ")};

export type RequirementOutcome = "met" | "unmet" | "unknown" | "not-applicable";

export type Decision = {
  readonly service: ${literal(service.id)};
  readonly policy: {
    readonly from: ${literal(version.from)};
    readonly status: ${literal(status)};
    readonly digest: string;
  };
  readonly asOf: Day;
  readonly outcome: Outcome;
  readonly requirements: readonly {
    readonly id: ${ids};
    readonly outcome: RequirementOutcome;
    readonly enforcement: "required" | "advisory";
  }[];
  /** The absent facts that could still matter: \`drivers[1].coverage.status\`. */
  readonly missing: readonly string[];${grants.length > 0 ? grantsType(grants.map(({ id }) => literal(id))) : ""}
};

/**
 * The outcome, and each requirement's in the policy's order. Facts are not checked.
 * @throws Error with \`code\` and \`text\` (\`{ id, en }\`) of a day ${outside}.
 */
export declare function outcome(
  facts: Facts,
  asOf: Day,
): { readonly outcome: Outcome; readonly requirements: readonly RequirementOutcome[] };

${documentation("The outcome with the requirements' own, and the facts that keep it open. Throws as `outcome` does.")}
export declare function decide(facts: Facts, asOf: Day): Decision;
`;
  return text;
}

function grantsType(ids: readonly string[]): string {
  return `
  /** What is granted, in the policy's order; stands where the outcome is eligible. */
  readonly grants?: readonly {
    readonly id: ${ids.join(" | ")};
    readonly state: "granted" | "not-granted" | "unknown";
    /** In whole rupiah. */
    readonly amount?: number;
    readonly missing: readonly string[];
  }[];`;
}
