import { say } from "../engine/model/text.ts";
import { behindFunctions, type NamedFunction } from "./behind.ts";
import { computingFunction, computingOf } from "./computed.ts";
import { dayFields } from "./day-fields.ts";
import { dayFunction } from "./day-function.ts";
import { decideFunctions } from "./decide-functions.ts";
import { helpersFor } from "./helpers/used.ts";
import { comment } from "./literals.ts";
import { outcomeFunctions } from "./outcome-functions.ts";
import type { ModulePlan } from "./plan.ts";
import { requirementFunctions } from "./requirement-functions.ts";
import { type DatedPolicy, stretchesOf } from "./stretches.ts";
import { functionTable, listTable } from "./writing.ts";

/**
 * One policy as the source of an ES module that needs nothing else: `outcome` and `decide`, each of
 * facts that were checked before and a day. It holds the parameters of all its days.
 */
export function policyModule(policy: DatedPolicy): string {
  const stretches = stretchesOf(policy);
  const programs = stretches.map((stretch) =>
    stretch.kind === "decides" ? stretch.program : null,
  );
  const fields = dayFields();
  const computing = computingOf(programs, fields);
  const lists = listTable();
  const functions = functionTable();
  const computes = computing.computed.length > 0;
  const requirements = requirementFunctions(policy, programs, computing, {
    computes,
    functions,
    list: lists.list,
  });
  const plan: ModulePlan = {
    policy,
    stretches,
    fields,
    computes,
    hasScope: policy.version.policy.scope !== undefined,
    requirements,
  };
  const compute = computingFunction(computing);
  const behind = usedIn(functions.written().join("\n"), behindFunctions(computing));
  const whole = [
    ...outcomeFunctions(plan),
    ...decideFunctions(plan),
    ...(compute === null ? [] : [compute]),
    ...functions.written(),
    ...behind,
    dayFunction(plan),
  ];
  const code = whole.join("\n\n");
  const constants = lists.written().filter((line) => code.includes(line.split(" ")[1] ?? ""));
  const parts = [heading(policy), ...constants, ...whole, ...helpersFor(code)];
  return `${parts.join("\n\n")}\n`;
}

/** Those functions that this code calls, or that are called by one of them. */
function usedIn(code: string, functions: readonly NamedFunction[]): readonly string[] {
  const used = new Set<NamedFunction>();
  const visit = (text: string): void => {
    for (const one of functions) {
      if (used.has(one) || !text.includes(`${one.name}(`)) continue;
      used.add(one);
      visit(one.text);
    }
  };
  visit(code);
  return functions.filter((one) => used.has(one)).map(({ text }) => text);
}

function heading({ service, version, from, until }: DatedPolicy): string {
  const { title, status } = version.policy;
  const days = until === null ? `from ${from} on` : `from ${from} to ${until}`;
  return [
    comment(`${service.id}, ${days} (${status}): ${say(title, "en")}`),
    comment("Written by layak build; change the rules, not this file."),
    "// 0 is false, 1 is not known, 2 is true.",
    "// f: the facts, d: what turns with the days, c: what is computed, m: the names of what is missing.",
  ].join("\n");
}
