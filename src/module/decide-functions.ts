import { indented, literal } from "./literals.ts";
import type { ModulePlan } from "./plan.ts";

/** Writes `decide`: the outcome with the policy that gave it, and the facts that keep it open. */
export function decideFunctions({
  policy,
  requirements,
  computes,
  hasScope,
  moves,
  grants,
}: ModulePlan): readonly string[] {
  const { service, version } = policy;
  const given = computes ? "f, d, c, m" : "f, d, m";
  const judged = computes ? "f, d, c" : "f, d";
  const entries = requirements.map(({ id, required, name, parts }) => {
    const pairs = parts.map((pair) => `[${pair.join(", ")}]`);
    return `{ id: ${literal(id)}, judge: ${name}, decides: ${required}, parts: [${pairs.join(", ")}] },`;
  });
  const whole = computes ? "f, d, compute(f, d)" : "f, d";
  const decide = `/** The outcome with the requirements' own, and the absent facts that keep it open. */
export function decide(f, asOf) {
  const { outcome: found, requirements } = outcome(f, asOf);
  const d = dayOf(asOf);${moves ? `\n  moveAll(${whole});` : ""}
  return {
    service: ${literal(service.id)},
    policy: { from: ${literal(version.from)}, status: ${literal(version.policy.status)}, digest: d.digest },
    asOf,
    outcome: found,
    requirements: requirements.map((told, index) => {
      const { id, decides } = REQUIREMENTS[index];
      return { id, outcome: told, enforcement: decides ? "required" : "advisory" };
    }),
    missing: found === "undetermined" ? missing(f, asOf, requirements) : [],${grants ? '\n    ...(found === "eligible" && { grants: granted(f, asOf) }),' : ""}
  };
}`;
  const blocked = 'requirements.some((told, i) => told === "unmet" && REQUIREMENTS[i].decides)';
  const body = [
    "const d = dayOf(asOf);",
    ...(computes ? ["const c = compute(f, d);"] : []),
    "const m = [];",
    ...(hasScope
      ? [
          `if (scope(${judged}) === 1) scopeOpen(${given});`,
          `if (${blocked}) return [...new Set(m)];`,
        ]
      : []),
    "requirements.forEach((told, index) => {",
    '  if (told !== "unknown") return;',
    "  for (const [judge, open] of REQUIREMENTS[index].parts) {",
    `    if (judge(${judged}) === 1) open(${given});`,
    "  }",
    "});",
    "return [...new Set(m)];",
  ].join("\n");
  return [
    decide,
    `function missing(f, asOf, requirements) {\n${indented(body)}\n}`,
    `const REQUIREMENTS = [\n${indented(entries.join("\n"))}\n];`,
  ];
}
