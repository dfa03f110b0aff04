import { parameterNamed } from "../../engine/conditions/references.ts";
import type { CompiledRequirement, Program } from "../../engine/decision/program.ts";
import type { Policy } from "../../engine/model/policy.ts";
import { withAllBehind } from "../../pack/adoptions/reads.ts";
import { assuranceOf } from "./assurance.ts";
import { citationsOf, sourcesOf } from "./citations.ts";
import { allClauses, clauseOf } from "./clauses.ts";
import { computationsStated } from "./computed.ts";
import { grantClauses } from "./grants.ts";
import type { Clause, RequirementClause, StatedParameter, Statement } from "./model.ts";
import { parameterStated } from "./parameters.ts";
import { lastDayOf } from "./versions.ts";
import { filledWords, wordsOf } from "./words.ts";

/**
 * States a compiled policy as numbered clauses, in both languages, for the day it was compiled for.
 * Everything but titles, labels and doubts is worded from the conditions themselves.
 */
export function statementOf(program: Program): Statement {
  const { service, version, asOf } = program;
  const { policy, from } = version;
  const scope = program.scope === null ? null : clauseOf(program, program.scope.tree, "0");
  const requirements = program.requirements.map((requirement, index) =>
    requirementClause(program, requirement, `${index + 1}`),
  );
  const grants = grantClauses(program);
  const clauses = [
    scope,
    ...requirements.flatMap(({ when, conditions }) => [when, conditions]),
    ...grants.map(({ conditions }) => conditions),
  ];
  const rests = namesIn(
    program,
    clauses.flatMap((clause) => clause ?? []),
    grants.flatMap(({ reads }) => reads),
  );
  const parameters = parametersOf(program, rests);
  const city = program.pack.cities.get(service.id.slice(0, service.id.indexOf("/")));
  const citations = [...requirements, ...grants, ...parameters].flatMap((entry) => entry.citations);
  return {
    service: service.id,
    asOf,
    title: filledWords(program, policy.title),
    status: policy.status,
    from,
    until: lastDayOf(service, version),
    owner: policy.owner,
    ...(city?.label && { city: wordsOf(city.label) }),
    ...(policy.applicant && { applicant: policy.applicant }),
    ...(policy.contact && { contact: filledWords(program, policy.contact) }),
    ...(policy.objection && { objection: filledWords(program, policy.objection) }),
    scope,
    requirements,
    grants,
    computed: computationsStated(program, rests.names, rests.read),
    parameters,
    sources: sourcesOf(program, citations),
  };
}

function requirementClause(
  program: Program,
  { requirement, enforcement, when, conditions }: CompiledRequirement,
  number: string,
): RequirementClause {
  const { id, title, sources, provenance } = requirement;
  return {
    number,
    id,
    title: filledWords(program, title),
    enforcement,
    assurance: { ...assuranceOf(requirement), provenance },
    citations: citationsOf(program.service, sources),
    when: when === null ? null : clauseOf(program, when.tree, `${number}.1`),
    conditions: clauseOf(program, conditions.tree, `${number}.${when === null ? 1 : 2}`),
  };
}

/** What a policy rests on, with all behind what is computed. */
interface Rests {
  /** What conditions and amounts read comes first, then what only texts tell. */
  readonly names: readonly string[];
  readonly read: ReadonlySet<string>;
}

function namesIn(program: Program, clauses: readonly Clause[], amounts: readonly string[]): Rests {
  const { pack, service, version } = program;
  const own = [...clauses.flatMap(allClauses).flatMap(({ reads }) => reads), ...amounts];
  const read = withAllBehind(new Set(own), pack, service);
  const told = withAllBehind(new Set(placeholdersIn(version.policy, program)), pack, service);
  return { names: [...new Set([...read, ...told])], read };
}

function parametersOf(program: Program, { names, read }: Rests): readonly StatedParameter[] {
  return names.flatMap((name) => {
    const parameter = parameterNamed(name, program.service);
    return parameter === undefined
      ? []
      : [parameterStated(program, name, parameter, !read.has(name))];
  });
}

/** Named conditions bring their texts along in the compiled trees. */
function placeholdersIn(policy: Policy, { scope, requirements }: Program): readonly string[] {
  const trees = requirements.flatMap(({ when, conditions }) => [when?.tree, conditions.tree]);
  const text = JSON.stringify([policy, scope?.tree, trees]);
  return text.match(/(?<={)[\w.]+(?=})/g) ?? [];
}
