import { type CaseResult, runCases, type SetDifference } from "../analysis/run-cases.ts";
import { explain } from "../engine/explanation/explain.ts";
import type { Decision } from "../engine/model/decision.ts";
import type { Pack } from "../engine/model/pack.ts";
import { type Language, say } from "../engine/model/text.ts";
import { loadRules } from "./rules.ts";
import { EXIT, type ExitCode, readLanguage, type Terminal } from "./terminal.ts";

export interface TestOptions {
  readonly lang: string;
  readonly json?: boolean;
}

/** Decides every case of a rules directory and shows each that differs, and why. */
export async function test(
  terminal: Terminal,
  directory: string,
  options: TestOptions,
): Promise<ExitCode> {
  const language = readLanguage(terminal, options.lang);
  if (language === null) return EXIT.badInput;
  const pack = await loadRules(terminal, directory, language);
  if (pack === null) return EXIT.badInput;
  const services = runCases(pack);
  const failed = services.flatMap(({ results }) => results).filter(({ kind }) => kind !== "passed");
  const code = failed.length === 0 ? EXIT.done : EXIT.badInput;
  if (options.json === true) {
    terminal.print(JSON.stringify({ ok: failed.length === 0, services }, null, 2));
    return code;
  }
  const { paint } = terminal;
  for (const { service, results } of services) {
    const passed = results.filter(({ kind }) => kind === "passed").length;
    const line = say(
      {
        id: `${service}: ${passed} dari ${results.length} kasus sesuai`,
        en: `${service}: ${passed} of ${results.length} cases as expected`,
      },
      language,
    );
    terminal.print(passed === results.length ? paint.green(line) : paint.red(line));
    for (const result of results) {
      for (const told of tellFailure(pack, result, language)) terminal.print(told);
    }
  }
  return code;
}

function tellFailure(pack: Pack, result: CaseResult, language: Language): readonly string[] {
  if (result.kind === "passed") return [];
  const { name, asOf } = result.test;
  const head = `  ✗ ${name} (${asOf})`;
  if (result.kind === "refused") {
    return [head, ...result.problems.map((problem) => `      ${say(problem, language)}`)];
  }
  const { outcome, unmet, missing, decision } = result;
  const lines = [head];
  if (outcome !== undefined) {
    lines.push(
      say(
        {
          id: `      hasil: diharapkan ${outcome.expected}, diputuskan ${outcome.actual}`,
          en: `      outcome: expected ${outcome.expected}, decided ${outcome.actual}`,
        },
        language,
      ),
    );
  }
  lines.push(...tellDifference("unmet", unmet, language));
  lines.push(...tellDifference("missing", missing, language));
  return [...lines, ...tellRequirements(pack, decision, language)];
}

function tellDifference(
  name: string,
  difference: SetDifference | undefined,
  language: Language,
): readonly string[] {
  if (difference === undefined) return [];
  const { lacking, unexpected } = difference;
  const line = (text: { id: string; en: string }, names: readonly string[]) =>
    names.length === 0 ? [] : [`      ${name}: ${say(text, language)} ${names.join(", ")}`];
  return [
    ...line({ id: "diharapkan, tetapi tidak ada:", en: "expected, but not there:" }, lacking),
    ...line({ id: "ada, tetapi tidak diharapkan:", en: "there, but not expected:" }, unexpected),
  ];
}

const MARKS = { met: "✓", unmet: "✗", unknown: "?", "not-applicable": "–" } as const;

function tellRequirements(pack: Pack, decision: Decision, language: Language): readonly string[] {
  return explain(pack, decision, language).requirements.flatMap(({ id, outcome, reasons }) => [
    `      ${MARKS[outcome]} ${id}: ${outcome}`,
    ...reasons.map((reason) => `          ${reason}`),
  ]);
}
