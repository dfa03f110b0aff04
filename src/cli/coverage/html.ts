import { type Language, say } from "../../engine/model/text.ts";
import type { CoverageReport } from "../../monitoring/coverage/report.ts";
import { escaped } from "../escaped.ts";
import { htmlPage } from "../html-page.ts";
import { barChart, trendChart } from "./charts.ts";
import type { LabelOf } from "./labels.ts";
import { STYLE } from "./style.ts";
import { type CoverageTable, hidesSomething, tablesOf } from "./tables.ts";
import { summaryOf, WORDS } from "./words.ts";

/**
 * The report as one HTML file in both languages, one shown at a time: no script, nothing loaded from
 * elsewhere, to be printed on A4.
 */
export function coverageHtml(
  report: CoverageReport,
  labelsIn: (language: Language) => LabelOf,
  language: Language,
): string {
  const others = LANGUAGES.filter((one) => one !== language);
  const body = `<form class="language"><fieldset><legend>Bahasa / Language</legend>
${LANGUAGES.map((one) => choice(one, one === language)).join("\n")}
</fieldset></form>
${[language, ...others].map((one) => page(report, labelsIn(one), one)).join("\n")}`;
  return htmlPage({ language, title: say(WORDS.title, language), style: STYLE, body });
}

const LANGUAGES: readonly Language[] = ["id", "en"];
const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { id: "Indonesia", en: "English" };

function choice(language: Language, isChosen: boolean): string {
  const name = `<span lang="${language}">${LANGUAGE_NAMES[language]}</span>`;
  const checked = isChosen ? " checked" : "";
  return `<label><input type="radio" name="language" id="choose-${language}"${checked}>${name}</label>`;
}

function page(report: CoverageReport, labelOf: LabelOf, language: Language): string {
  const sentences = summaryOf(report, labelOf, language).map((words) => say(words, language));
  const [first = "", ...rest] = sentences;
  const terms = rest.filter((words) => words.startsWith(INDENT));
  const paragraphs = rest.filter((words) => !words.startsWith(INDENT));
  const [cost = "", ...others] = paragraphs.map((words) => `<p>${escaped(words)}</p>`);
  const sum = terms.map((words) => `<li>${escaped(words.trim())}</li>`).join("");
  const note = hidesSomething(report) ? `<p>${escaped(say(WORDS.hidden, language))}</p>` : "";
  return `<main lang="${language}" class="page-${language}">
<h1>${escaped(say(WORDS.title, language))}</h1>
<p class="first">${escaped(first)}</p>
${cost}
${sum === "" ? "" : `<ul class="sum">${sum}</ul>`}
${others.join("\n")}
${note}
${tablesOf(report, labelOf, language)
  .map((table, index) => section(report, table, `${language}-${index + 1}`, language))
  .join("\n")}
</main>`;
}

/** Lines of a sum stand in under what they add up to. */
const INDENT = "  ";

function section(
  { months }: CoverageReport,
  table: CoverageTable,
  id: string,
  language: Language,
): string {
  const chart =
    table.dimension === "month" ? trendChart(table.rows, language) : barChart(table.rows, language);
  const isTrend = table.dimension === "month" && months.length < 2;
  const total = say(WORDS.total, language);
  const heads = table.columns.map((column) => `<th scope="col">${escaped(column)}</th>`);
  const rows = table.rows.map(
    ({ label, cells }) =>
      `<tr${label === total ? ' class="total"' : ""}><th scope="row">${escaped(label)}</th>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`,
  );
  return `<section aria-labelledby="${id}">
<h2 id="${id}">${escaped(table.heading)}</h2>
${isTrend ? "" : chart}
<div class="wide" tabindex="0" role="region" aria-labelledby="${id}"><table><thead><tr><td></td>${heads.join("")}</tr></thead><tbody>
${rows.join("\n")}
</tbody></table></div>
</section>`;
}
