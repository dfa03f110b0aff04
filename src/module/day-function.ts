import type { DayFields } from "./day-fields.ts";
import { bothLanguages, indented, literal } from "./literals.ts";
import type { ModulePlan } from "./plan.ts";
import type { Stretch } from "./stretches.ts";

/**
 * Writes the function that makes ready what turns with the days, and keeps it for the day that was
 * asked about last.
 * @throws Error of a day that is none, or not the policy's own; the module's.
 */
export function dayFunction({ policy, stretches, fields }: ModulePlan): string {
  const { service, from, until } = policy;
  const digests = stretches.map((stretch) =>
    stretch.kind === "decides" ? literal(stretch.digest) : "null",
  );
  const [one = "null"] = digests;
  const digest = stretches.length === 1 ? one : `[\n${indented(`${digests.join(",\n")},`)}\n][at]`;
  const outside =
    until === null
      ? `asOf < ${literal(from)}`
      : `asOf < ${literal(from)} || asOf > ${literal(until)}`;
  const checks = [
    "if (!isDate(asOf)) {",
    `  throw trouble("date-invalid", ${bothLanguages(
      '"asOf" tidak ada di kalender; tulis TTTT-BB-HH, misalnya 2026-11-22.',
      '"asOf" is not in the calendar; write YYYY-MM-DD, such as 2026-11-22.',
    )});`,
    "}",
    `if (${outside}) {`,
    "  throw trouble(",
    '    "policy-not-in-force",',
    `    \`Modul ini berisi aturan ${inTemplate(service.id)} ${daysIn("id", from, until)}, bukan untuk \${asOf}. Pakai modul hari itu.\`,`,
    `    \`This module holds the policy of ${inTemplate(service.id)} ${daysIn("en", from, until)}, not of \${asOf}. Use the module of that day.\`,`,
    "  );",
    "}",
  ];
  const entries = [["digest", digest] as const, ...fields.written()];
  return keptFunction("dayOf", "today", checks, stretches, entries);
}

/**
 * The same for what is granted, of a day that was checked before: where a date leaves the calendar
 * nothing is known of any grant, and the outcome stands.
 */
export function grantDayFunction(stretches: readonly Stretch[], fields: DayFields): string {
  return keptFunction("grantDayOf", "grantsToday", [], stretches, fields.written());
}

function keptFunction(
  name: string,
  kept: string,
  checks: readonly string[],
  stretches: readonly Stretch[],
  entries: readonly (readonly [name: string, code: string])[],
): string {
  const fields = entries.map(([field, code]) => `${literal(field)}: ${code},`);
  const body = [
    `if (${kept} !== null && ${kept}.asOf === asOf) return ${kept};`,
    ...checks,
    ...stretchStatements(stretches),
    `${kept} = {\n${indented(["asOf,", ...fields].join("\n"))}\n};`,
    `return ${kept};`,
  ];
  return [
    "// The day that was asked about last.",
    `let ${kept} = null;`,
    "",
    `function ${name}(asOf) {\n${indented(body.join("\n"))}\n}`,
  ].join("\n");
}

function inTemplate(text: string): string {
  return `"${text}"`;
}

function daysIn(language: "id" | "en", from: string, until: string | null): string {
  if (language === "id") return until === null ? `sejak ${from}` : `${from} sampai ${until}`;
  return until === null ? `from ${from} on` : `from ${from} to ${until}`;
}

/** `at` is the number of the stretch in which the day lies. */
function stretchStatements(stretches: readonly Stretch[]): readonly string[] {
  const [, ...later] = stretches;
  const number = later.reduceRight<string>(
    (rest, { from }, index) => `asOf < ${literal(from)} ? ${index} : ${rest}`,
    String(later.length),
  );
  const failing = stretches.flatMap((stretch, index) =>
    stretch.kind === "decides"
      ? []
      : [
          `if (at === ${index}) throw trouble("date-out-of-range", ${bothLanguages(
            stretch.text.id,
            stretch.text.en ?? stretch.text.id,
          )});`,
        ],
  );
  return later.length === 0 && failing.length === 0 ? [] : [`const at = ${number};`, ...failing];
}
