import { say } from "../engine/model/text.ts";
import { behindFunctions, type NamedFunction } from "./behind.ts";
import { computingFunction, computingOf } from "./computed.ts";
import { conditionWriter } from "./condition-writer.ts";
import { dayFields } from "./day-fields.ts";
import { dayFunction } from "./day-function.ts";
import { decideFunctions } from "./decide-functions.ts";
import { grantFunctions } from "./grant-functions.ts";
import { helpersFor } from "./helpers/used.ts";
import { comment } from "./literals.ts";
import { outcomeFunctions } from "./outcome-functions.ts";
import type { ModulePlan } from "./plan.ts";
import { requirementFunctions } from "./requirement-functions.ts";
import { type DatedPolicy, stretchesOf } from "./stretches.ts";
import { functionTable, listTable, numbers } from "./writing.ts";

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
  const computing = computingOf("compute", programs, fields);
  const lists = listTable();
  const shared = { functions: functionTable(), list: lists.list, next: numbers() };
  const writer = conditionWriter(computing, shared);
  const own = policy.version.policy;
  // A policy that can decide on none of its days has no conditions to write.
  const decides = programs.some((program) => program !== null);
  const requirements = decides ? requirementFunctions(own, writer, shared) : [];
  const grants = decides ? grantFunctions(own, stretches, shared) : null;
  const moves = writer.movesFunction("moveAll");
  const plan: ModulePlan = {
    policy,
    stretches,
    fields,
    computes: writer.computes,
    hasScope: own.scope !== undefined,
    moves: moves !== null,
    grants: grants !== null,
    requirements,
  };
  const compute = computingFunction(computing);
  const conditions = shared.functions.written();
  const behind = [...behindFunctions(computing), ...(grants?.behind ?? [])];
  const whole = [
    ...outcomeFunctions(plan),
    ...decideFunctions(plan),
    ...(grants?.functions ?? []),
    ...(compute === null ? [] : [compute]),
    ...(moves === null ? [] : [moves]),
    ...conditions,
    ...usedIn(conditions.join("\n"), behind),
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
