import type { Engine } from "json-rules-engine";
import type { Facts } from "../engine/model/catalogue.ts";
import type { Decision } from "../engine/model/decision.ts";
import type { Pack } from "../engine/model/pack.ts";
import { grantRule } from "../interop/grant-rule.ts";
import { SCOPE_RULE, toEngine } from "../interop/to-engine.ts";
import type { RecordedOpinion } from "../ledger/entry.ts";
import { createRecent } from "./recent.ts";

export interface OpinionQuestion {
  readonly service: string;
  readonly asOf: string;
  readonly facts: Facts;
}

/**
 * Another implementation's answer to the same question. Each rule's result stands under the
 * requirement's id, or `scope`; a rule without a result is left out.
 */
export type SecondOpinion = (question: OpinionQuestion) => Promise<RecordedOpinion>;

const MOST_POLICIES = 64;

/** Engines without work that one policy keeps: more were asked at one time, and are let go. */
const MOST_IDLE = 16;

/**
 * Asks json-rules-engine, which others wrote. Each Engine answers one question at a time, as two
 * runs of one Engine in flight can leave one of them without results, and then the next.
 */
export function jsonRulesEngineOpinion(pack: Pack): SecondOpinion {
  const recent = createRecent<Engine[]>(MOST_POLICIES);
  return async ({ service, asOf, facts }) => {
    const idle = recent(`${asOf} ${service}`, () => []);
    const engine = idle.pop() ?? toEngine(pack, { service, asOf });
    const { results, failureResults } = await engine.run({ ...facts });
    // Not after an error: nobody knows what it left of the Engine.
    if (idle.length < MOST_IDLE) idle.push(engine);
    return {
      engine: "json-rules-engine",
      rules: Object.fromEntries([
        ...results.map(({ name }) => [name, true] as const),
        ...failureResults.map(({ name }) => [name, false] as const),
      ]),
    };
  };
}

/**
 * The rules on which the second opinion differs from a decision, or has none. Where Layak does not
 * know, json-rules-engine knows no better, and any result will do.
 */
export function differences(decision: Decision, { rules }: RecordedOpinion): readonly string[] {
  const expected = new Map<string, boolean | null>(
    decision.requirements.map(({ id, outcome }) => {
      if (outcome === "unknown") return [id, null];
      return [id, outcome !== "unmet"];
    }),
  );
  for (const [name, holds] of conditionsOfGrants(decision)) expected.set(name, holds);
  if (decision.scope !== undefined) expected.set(SCOPE_RULE, decision.scope.holds);
  return [...expected].flatMap(([name, wanted]) => {
    const given = Object.hasOwn(rules, name) ? rules[name] : undefined;
    const agrees = given !== undefined && (wanted === null || wanted === given);
    return agrees ? [] : [name];
  });
}

/**
 * What Layak found of the conditions of each grant; null where that is open. A grant may be open for
 * its amount alone, of which the second opinion says nothing.
 */
function conditionsOfGrants({
  grants = [],
}: Decision): readonly (readonly [string, boolean | null])[] {
  return grants.flatMap(({ id, state, evidence }) => {
    if (!evidence.some(({ part }) => part !== "amount")) return [];
    return [[grantRule(id), state === "unknown" ? null : state === "granted"] as const];
  });
}
