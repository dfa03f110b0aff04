import type { Engine } from "json-rules-engine";
import { checkAsOf, findService, findVersion } from "../engine/decision/versions.ts";
import type { Question } from "../engine/model/decision.ts";
import type { Pack } from "../engine/model/pack.ts";
import type { Policy, Requirement } from "../engine/model/policy.ts";
import { buildEngine, type NamedRule } from "./build-engine.ts";
import { grantRule } from "./grant-rule.ts";

/** The name of the rule for a policy's scope. */
export const SCOPE_RULE = "scope";

/**
 * The policy that answers for a service on a day, as an Engine of json-rules-engine: one rule for
 * each requirement, named by its id, one named `scope` where the policy has a scope, and one named
 * `grant:<id>` for each grant that has conditions. A rule
 * that holds emits `{ type: "met", params: { requirement } }`; a requirement that does not apply
 * counts as met. Facts go to `engine.run(facts)` as they go to `decide`.
 *
 * json-rules-engine has two truth values: where facts are missing its answer may be wrong, and
 * only counts where Layak's own is definite.
 *
 * @throws LayakError `service-unknown`, `date-invalid`, `policy-not-in-force`, `version-unknown`.
 */
export function toEngine(pack: Pack, question: Omit<Question, "facts">): Engine {
  const service = findService(pack, question.service);
  checkAsOf(question.asOf);
  const { policy } = findVersion(service, question.asOf, question.version);
  return buildEngine(rulesOf(policy), { pack, service, asOf: question.asOf });
}

function rulesOf({ scope, requirements, grants = [] }: Policy): readonly NamedRule[] {
  const given = grants.flatMap(({ id, conditions }) =>
    conditions === undefined ? [] : [{ name: grantRule(id), condition: conditions }],
  );
  const rules = [...requirements.map(ruleOf), ...given];
  return scope === undefined ? rules : [{ name: SCOPE_RULE, condition: scope }, ...rules];
}

function ruleOf({ id, when, conditions }: Requirement): NamedRule {
  const condition = when === undefined ? conditions : { any: [{ not: when }, conditions] };
  return { name: id, condition };
}
