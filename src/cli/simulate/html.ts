import { OUTCOME_WORDS } from "../../analysis/outcome-words.ts";
import { formatNumber } from "../../engine/explanation/format.ts";
import { type Language, say, type Text } from "../../engine/model/text.ts";
import type { Sides } from "../../simulation/catalogue.ts";
import type { Breakdown, Change, GrantReport, SimulationReport } from "../../simulation/report.ts";
import { escaped } from "../escaped.ts";
import { htmlPage } from "../html-page.ts";
import { type Bar, barsChart, flowChart } from "./charts.ts";
import { STYLE } from "./style.ts";
import { breakdownCells, grantCells, matrixCells } from "./tables.ts";
import { valueWords } from "./value-words.ts";
import {
  breakdownTitle,
  causeName,
  causeTitle,
  causeTurn,
  causeWords,
  countOf,
  exampleWords,
  percentOf,
  summaryWords,
  versionsWords,
  WORDS,
} from "./words.ts";

const LANGUAGES: readonly Language[] = ["id", "en"];
const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { id: "Indonesia", en: "English" };

/**
 * The report as one HTML file in both languages, one shown at a time: no script, nothing loaded from
 * elsewhere, to be printed on A4.
 */
export function simulationHtml(report: SimulationReport, sides: Sides, language: Language): string {
  const others = LANGUAGES.filter((one) => one !== language);
  const body = `<form class="language"><fieldset><legend>Bahasa / Language</legend>
${LANGUAGES.map((one) => choice(one, one === language)).join("\n")}
</fieldset></form>
${[language, ...others].map((one) => page(report, sides, one)).join("\n")}`;
  return htmlPage({ language, title: say(WORDS.title, language), style: STYLE, body });
}

function choice(language: Language, isChosen: boolean): string {
  const name = `<span lang="${language}">${LANGUAGE_NAMES[language]}</span>`;
  const checked = isChosen ? " checked" : "";
  return `<label><input type="radio" name="language" id="choose-${language}"${checked}>${name}</label>`;
}

function page(report: SimulationReport, sides: Sides, language: Language): string {
  const text = (words: Text) => escaped(say(words, language));
  const [first = "", ...rest] = summaryWords(report, language);
  const title = say(sides.to.version.policy.title, language);
  const reasons = Object.entries(report.reasons).map(([code, rows]) => [
    code,
    formatNumber(rows, language),
  ]);
  const changes = report.changes.map((change) => changeSection(change, report, sides, language));
  return `<main lang="${language}" class="page-${language}">
<h1>${text(WORDS.title)}: ${escaped(title)}</h1>
<p class="versions">${escaped(`${report.service}, ${versionsWords(report, language)}`)}</p>
<p class="first">${escaped(first)}</p>
${rest.map((words) => `<p>${escaped(words)}</p>`).join("\n")}
${reasons.length === 0 ? "" : table([["", say(WORDS.rows, language)], ...reasons])}
<section><h2>${text(WORDS.flows)}</h2>
${report.decided === 0 ? "" : figure("", flowChart(report, language))}
${table(matrixCells(report, language), { hasTotal: true })}
</section>
${causesSection(report, sides, language)}
${changes.length === 0 ? "" : `<section><h2>${text(WORDS.changes)}</h2>\n${changes.join("\n")}\n</section>`}
${report.grants.map((grant) => grantSection(grant, language)).join("\n")}
${report.breakdowns.map((breakdown) => breakdownSection(breakdown, language)).join("\n")}
</main>`;
}

/** The tables tell all that charts do. */
function figure(legend: string, chart: string): string {
  return `<figure aria-hidden="true">${legend}${chart}</figure>`;
}

const WAYS = [
  ["eligible", WORDS.gains],
  ["ineligible", WORDS.losses],
  ["other", WORDS.others],
] as const;

function legendOf(language: Language): string {
  const items = WAYS.map(
    ([colour, words]) =>
      `<li><i style="background: var(--${colour})"></i>${escaped(say(words, language))}</li>`,
  );
  return `<ul class="legend">${items.join("")}</ul>`;
}

const COLOURS = WAYS.map(([colour]) => colour);

function waysOf(matrix: SimulationReport["matrix"]): readonly number[] {
  const changed = countOf(matrix, ({ from, to }) => from !== to);
  const gains = countOf(matrix, ({ from, to }) => from !== to && to === "eligible");
  const losses = countOf(matrix, ({ from, to }) => from !== to && from === "eligible");
  return [gains, losses, changed - gains - losses];
}

/** How many rows each cause changes, by the way in which they change. */
function causesSection(report: SimulationReport, sides: Sides, language: Language): string {
  const counted = report.changes.flatMap(({ from, to, causes }) =>
    causes.map((cause) => ({
      name: causeTitle(sides, cause, language),
      from,
      to,
      rows: cause.rows,
    })),
  );
  const names = [...new Set(counted.map(({ name }) => name))];
  const bars = names
    .map((name): Bar & { readonly rows: number } => {
      const parts = waysOf(counted.filter((one) => one.name === name));
      const rows = parts.reduce((sum, part) => sum + part, 0);
      return { name, parts, rows, told: formatNumber(rows, language) };
    })
    .toSorted((one, other) => other.rows - one.rows);
  if (bars.length === 0) return "";
  const heading = escaped(say(WORDS.causes, language));
  return `<section><h2>${heading}</h2>\n${figure(legendOf(language), barsChart(bars, COLOURS))}\n</section>`;
}

function changeSection(
  change: Change,
  { decided }: SimulationReport,
  sides: Sides,
  language: Language,
): string {
  const [from, to] = [change.from, change.to].map((one) => say(OUTCOME_WORDS[one], language));
  const count = (value: number) => formatNumber(value, language);
  const causes = change.causes.map((cause) => [
    causeName(sides, cause, language),
    causeTurn(cause, language),
    count(cause.rows),
    count(cause.alone),
  ]);
  const together = change.together.map(({ causes: some, rows }) => [
    some.map((cause) => causeName(sides, cause, language)).join(" + "),
    say(WORDS.together, language),
    count(rows),
    "",
  ]);
  const heads = ["", "", say(WORDS.rows, language), say(WORDS.alone, language)];
  const examples = change.examples.map((example) => {
    const why = example.causes.map((cause) => causeWords(sides, cause, language)).join("; ");
    return `<li>${escaped(exampleWords(sides, example, language))} <span>${escaped(why)}</span></li>`;
  });
  const share = percentOf(change.rows, decided, language);
  return `<h3>${escaped(`${from} → ${to}: ${count(change.rows)} (${share})`)}</h3>
${table([heads, ...causes, ...together.slice(0, MOST_SETS)])}
${examples.length === 0 ? "" : `<ul class="examples">${examples.join("\n")}</ul>`}`;
}

const MOST_SETS = 10;

function grantSection(grant: GrantReport, language: Language): string {
  const heading = `${say(WORDS.grants, language)}: ${grant.id}`;
  return `<section><h2>${escaped(heading)}</h2>\n${table(grantCells(grant, language))}\n</section>`;
}

function breakdownSection(breakdown: Breakdown, language: Language): string {
  const bars = breakdown.values.map(({ value, rows, changed, matrix }) => ({
    name: valueWords(breakdown, value, language),
    parts: waysOf(matrix).map((part) => (rows === 0 ? 0 : (100 * part) / rows)),
    told: percentOf(changed, rows, language),
  }));
  const heading = breakdownTitle(breakdown, language);
  return `<section><h2>${escaped(heading)}</h2>
${figure(legendOf(language), barsChart(bars, COLOURS))}
${table(breakdownCells(breakdown, language))}
</section>`;
}

/** The first row heads the columns, the first cell of each other its row. */
function table(
  [heads = [], ...rows]: readonly (readonly string[])[],
  { hasTotal }: { readonly hasTotal: boolean } = { hasTotal: false },
): string {
  const [corner = "", ...columns] = heads;
  const head = columns.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join("");
  const body = rows.map(([name = "", ...cells], place) => {
    const isTotal = hasTotal && place === rows.length - 1;
    const told = cells.map((cell) => `<td>${escaped(cell)}</td>`).join("");
    return `<tr${isTotal ? ' class="total"' : ""}><th scope="row">${escaped(name)}</th>${told}</tr>`;
  });
  return `<div class="wide" tabindex="0"><table><thead><tr><td>${escaped(corner)}</td>${head}</tr></thead><tbody>
${body.join("\n")}
</tbody></table></div>`;
}
