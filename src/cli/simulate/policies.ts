import { type PlanOptions, planOf } from "../../analysis/diff/plan.ts";
import { programOf } from "../../engine/decision/program.ts";
import type { Sides } from "../../simulation/catalogue.ts";
import type { RulesSide } from "../diff/rules-side.ts";
import { InputTrouble } from "../input.ts";

export interface PolicyOptions {
  readonly from?: string;
  readonly to?: string;
  readonly asOf?: string;
}

/**
 * The two policies to compare, named as for a comparison of rules, and compiled for one day: the one
 * that is asked for, else the first of the later version, or of two rules directories `today`.
 * @throws LayakError; InputTrouble where there is nothing to compare.
 */
export function policiesOf(
  rules: { readonly from: RulesSide; readonly to: RulesSide },
  service: string,
  options: PolicyOptions,
  today: string,
): Sides {
  const areSameRules = rules.from === rules.to;
  const areNamed = options.from !== undefined || options.to !== undefined;
  const day = options.asOf ?? (areSameRules || areNamed ? undefined : today);
  const plan: PlanOptions = {
    ...{ service, areSameRules },
    ...(options.from !== undefined && { from: options.from }),
    ...(options.to !== undefined && { to: options.to }),
    ...(day !== undefined && { asOf: day }),
  };
  const planned = planOf(rules.from.pack, rules.to.pack, plan);
  for (const one of planned) {
    if (one.kind !== "compared") continue;
    const asOf = day ?? one.asOf ?? one.to.from;
    return {
      from: programOf(rules.from.pack, { service, asOf, version: one.from.from }),
      to: programOf(rules.to.pack, { service, asOf, version: one.to.from }),
    };
  }
  throw new InputTrouble({
    id: `${service}: hanya satu sisi yang punya kebijakan, jadi tidak ada yang dibandingkan. Sebutkan --from dan --to.`,
    en: `${service}: only one side has a policy, so there is nothing to compare. Name --from and --to.`,
  });
}
