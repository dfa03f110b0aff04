import { comment, indented } from "./literals.ts";
import type { ModulePlan, WrittenRequirement } from "./plan.ts";

/** More requirements than these are judged one after another in a loop: code of its own for each would be slower. */
const MOST_WRITTEN_OUT = 16;

/** Writes `outcome`: every requirement is judged, and the least of what is required decides. */
export function outcomeFunctions(plan: ModulePlan): readonly string[] {
  const { requirements, computes, hasScope } = plan;
  const given = computes ? "f, d, c" : "f, d";
  const body = [
    "const d = dayOf(asOf);",
    ...(computes ? ["const c = compute(f, d);"] : []),
    ...(hasScope ? [`const scoped = scope(${given});`] : []),
    ...(requirements.length > MOST_WRITTEN_OUT ? inLoop(given) : writtenOut(requirements, given)),
    `return { outcome: ended(${hasScope ? "scoped" : "2"}, least), requirements };`,
  ];
  const outcome = [
    "/** The outcome, and each requirement's in the policy's order; of facts that were checked before. */",
    `export function outcome(f, asOf) {\n${indented(body.join("\n"))}\n}`,
  ].join("\n");
  return [outcome, ENDED, TOLD];
}

const ENDED = `function ended(scoped, least) {
  if (scoped === 0) return "out-of-scope";
  if (scoped === 1 || least === 1) return "undetermined";
  return least === 0 ? "ineligible" : "eligible";
}`;

const TOLD = `function told(truth) {
  if (truth === 2) return "met";
  if (truth === 0) return "unmet";
  return truth === 1 ? "unknown" : "not-applicable";
}`;

function writtenOut(requirements: readonly WrittenRequirement[], given: string): readonly string[] {
  const truths = requirements.map((_, index) => `is${index + 1}`);
  const deciding = truths.filter((_, index) => requirements[index]?.required);
  return [
    ...requirements.map(
      ({ id, name }, index) => `const ${truths[index]} = ${name}(${given}); ${comment(id)}`,
    ),
    `const least = ${deciding.length === 0 ? "3" : `Math.min(${deciding.join(", ")})`};`,
    `const requirements = [${truths.map((truth) => `told(${truth})`).join(", ")}];`,
  ];
}

function inLoop(given: string): readonly string[] {
  return [
    "const requirements = new Array(REQUIREMENTS.length);",
    "let least = 3;",
    "for (let i = 0; i < REQUIREMENTS.length; i++) {",
    "  const { judge, decides } = REQUIREMENTS[i];",
    `  const is = judge(${given});`,
    "  requirements[i] = told(is);",
    "  if (decides && is < least) least = is;",
    "}",
  ];
}
