import { type Language, say } from "../../engine/model/text.ts";
import type { CoverageReport } from "../../monitoring/coverage/report.ts";
import { escaped } from "../escaped.ts";
import { barChart, trendChart } from "./charts.ts";
import type { LabelOf } from "./labels.ts";
import { STYLE } from "./style.ts";
import { type CoverageTable, hidesSomething, tablesOf } from "./tables.ts";
import { summaryOf, WORDS } from "./words.ts";

/** The report as one HTML file: no script, nothing loaded from elsewhere, to be printed on A4. */
export function coverageHtml(report: CoverageReport, labelOf: LabelOf, language: Language): string {
  const title = escaped(say(WORDS.title, language));
  const [first, ...rest] = summaryOf(report, language).map((words) =>
    escaped(say(words, language)),
  );
  const note = hidesSomething(report) ? `<p>${escaped(say(WORDS.hidden, language))}</p>` : "";
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p class="first">${first}</p>
${rest.map((words) => `<p>${words}</p>`).join("\n")}
${note}
${tablesOf(report, labelOf, language)
  .map((table, index) => section(report, table, index + 1, language))
  .join("\n")}
</main>
</body>
</html>
`;
}

function section(
  { months }: CoverageReport,
  table: CoverageTable,
  number: number,
  language: Language,
): string {
  const chart =
    table.dimension === "month" ? trendChart(table.rows, language) : barChart(table.rows, language);
  const isTrend = table.dimension === "month" && months.length < 2;
  const heads = table.columns.map((column) => `<th scope="col">${escaped(column)}</th>`);
  const rows = table.rows.map(
    ({ label, cells }) =>
      `<tr><th scope="row">${escaped(label)}</th>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`,
  );
  return `<section aria-labelledby="t${number}">
<h2 id="t${number}">${escaped(table.heading)}</h2>
${isTrend ? "" : chart}
<div class="wide"><table><thead><tr><td></td>${heads.join("")}</tr></thead><tbody>
${rows.join("\n")}
</tbody></table></div>
</section>`;
}
