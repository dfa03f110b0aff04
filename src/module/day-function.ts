import { bothLanguages, indented, literal } from "./literals.ts";
import type { ModulePlan } from "./plan.ts";

/**
 * Writes the function that makes ready what turns with the days, and keeps it for the day that was
 * asked about last.
 */
export function dayFunction({ policy, stretches, fields }: ModulePlan): string {
  const { service, from, until } = policy;
  const written = fields.written();
  const names = ["digest", ...written.map(([name]) => name)];
  const digests = stretches.map((stretch) =>
    stretch.kind === "decides" ? literal(stretch.digest) : "null",
  );
  const [digest = "null"] = digests;
  const codes = [
    stretches.length === 1 ? digest : `[\n${indented(`${digests.join(",\n")},`)}\n][at]`,
    ...written.map(([, code]) => code),
  ];
  const entries = names.map((name, index) => `${literal(name)}: ${codes[index]},`);
  const outside =
    until === null
      ? `asOf < ${literal(from)}`
      : `asOf < ${literal(from)} || asOf > ${literal(until)}`;
  const body = [
    "if (today !== null && today.asOf === asOf) return today;",
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
    ...stretchStatements(stretches),
    `today = {\n${indented(["asOf,", ...entries].join("\n"))}\n};`,
    "return today;",
  ];
  return [
    "// The day that was asked about last.",
    "let today = null;",
    "",
    `function dayOf(asOf) {\n${indented(body.join("\n"))}\n}`,
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
function stretchStatements(stretches: ModulePlan["stretches"]): readonly string[] {
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
