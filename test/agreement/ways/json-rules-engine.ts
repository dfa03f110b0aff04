import type { Decision } from "../../../src/index.ts";
import { grantRule } from "../../../src/interop/grant-rule.ts";
import { toEngine } from "../../../src/json-rules-engine.ts";
import { SERVICE } from "../../support/pack.ts";
import { isDecision, type Way } from "../question.ts";

/** json-rules-engine, which has two truths: it is asked for what is definite alone. */
export const JSON_RULES_ENGINE: Way = {
  name: "json-rules-engine",
  differing: async ({ pack, asOf, applications }, decided) => {
    const engine = toEngine(pack, { service: SERVICE, asOf });
    for (const [place, facts] of applications.entries()) {
      const decision = decided[place];
      if (!isDecision(decision)) continue;
      const definite = definiteIn(decision);
      if (definite.length === 0) continue;
      const { results, failureResults } = await engine.run(facts);
      const answers = new Map(
        [...results, ...failureResults].map(({ name, result }) => [name, result]),
      );
      const said = definite.map(([name]) => [name, answers.get(name)]);
      if (JSON.stringify(said) !== JSON.stringify(definite)) {
        return { place, engine: definite, said };
      }
    }
    return null;
  },
};

/** Every rule whose answer is known, by its name. */
function definiteIn({
  scope,
  requirements,
  grants = [],
}: Decision): readonly (readonly [name: string, holds: boolean])[] {
  const scopes =
    scope === undefined || scope.holds === null ? [] : [["scope", scope.holds] as const];
  const met = requirements.flatMap(({ id, outcome }) =>
    outcome === "unknown" ? [] : [[id, outcome !== "unmet"] as const],
  );
  const given = grants.flatMap(({ id, state, evidence }) =>
    state === "unknown" || evidence.every(({ part }) => part === "amount")
      ? []
      : [[grantRule(id), state === "granted"] as const],
  );
  return [...scopes, ...met, ...given];
}
