import { formatDate } from "../../../engine/explanation/format.ts";
import type { Case } from "../../../engine/model/pack.ts";
import { type Language, say } from "../../../engine/model/text.ts";
import { escaped } from "../../escaped.ts";
import { htmlPage } from "../../html-page.ts";
import type { Check, ClauseLine, Mark, PageSection, PolicyPage } from "./model.ts";
import { STYLE } from "./style.ts";
import { MARKS, WORDS } from "./words.ts";

/** The report as one HTML file: no script, nothing loaded from elsewhere. */
export function coverageHtml(pages: readonly PolicyPage[], language: Language): string {
  const title = say(WORDS.title, language);
  const body = `<main>
<h1>${escaped(title)}</h1>
<p>${escaped(say(WORDS.intro, language))}</p>
${legend(language)}
${pages.map((page, index) => policy(page, index + 1, language)).join("\n")}
</main>`;
  return htmlPage({ language, title, style: STYLE, body });
}

function legend(language: Language): string {
  const marks = Object.entries(MARKS).map(
    ([kind, { sign, words }]) =>
      `<li class="${kind}"><b aria-hidden="true">${sign}</b> ${escaped(say(words, language))}</li>`,
  );
  return `<ul class="legend" aria-label="${escaped(say(WORDS.legend, language))}">${marks.join("")}</ul>`;
}

function policy(page: PolicyPage, number: number, language: Language): string {
  const numbers = new Map(page.cases.map((test, index) => [test, index + 1]));
  const citing: Citing = { page: number, numbers, language };
  const counts = page.counts.map(
    ([words, count]) => `<div><dt>${escaped(words)}</dt><dd>${count}</dd></div>`,
  );
  const cases =
    page.cases.length === 0
      ? `<p>${escaped(say(WORDS.none, language))}</p>`
      : `<ol>${page.cases.map((test, index) => caseItem(test, number, index + 1, language)).join("")}</ol>`;
  return `<section class="policy" aria-labelledby="p${number}">
<h2 id="p${number}">${escaped(page.heading)}</h2>
<p>${escaped(say(WORDS.day, language))} ${escaped(page.day)}.</p>
<dl class="counts">${counts.join("")}</dl>
${page.sections.map((section) => part(section, citing)).join("\n")}
<h3>${escaped(say(WORDS.cases, language))}</h3>
${cases}
</section>`;
}

interface Citing {
  readonly page: number;
  readonly numbers: ReadonlyMap<Case, number>;
  readonly language: Language;
}

function part({ heading, checks, clauses }: PageSection, citing: Citing): string {
  return `<section><h3>${escaped(heading)}</h3>${checkList(checks, citing)}${clauses
    .map((line) => clause(line, citing))
    .join("")}</section>`;
}

function clause({ number, depth, words, checks }: ClauseLine, citing: Citing): string {
  return `<div class="clause d${Math.min(depth, 8)}${stateOf(checks)}"><p><span class="number">${number}</span> ${escaped(words)}</p>${checkList(checks, citing)}</div>`;
}

/** The colour of a clause: that of what it lacks, or of being tested in all. */
function stateOf(checks: readonly Check[]): string {
  if (checks.length === 0) return "";
  const isLacking = checks.some(({ mark }) => mark.kind === "missing" || mark.kind === "unsettled");
  return isLacking ? " lacking" : " whole";
}

function checkList(checks: readonly Check[], citing: Citing): string {
  if (checks.length === 0) return "";
  return `<ul class="checks">${checks.map((check) => item(check, citing)).join("")}</ul>`;
}

function isNotFound(mark: Mark): boolean {
  return mark.kind === "unsettled" && mark.because === "computed";
}

function item({ words, mark }: Check, citing: Citing): string {
  const { sign, words: status } = MARKS[mark.kind];
  const told =
    mark.kind === "tested"
      ? citedCases(mark.by, citing)
      : escaped(say(isNotFound(mark) ? WORDS.notFound : status, citing.language));
  return `<li class="${mark.kind}"><b aria-hidden="true">${sign}</b> ${escaped(words)} <span>(${told})</span></li>`;
}

/** Cases that are cited; more would hide the words. */
const MOST_CITED = 5;

function citedCases(by: readonly Case[], { page, numbers, language }: Citing): string {
  const cited = by.slice(0, MOST_CITED).map((test) => {
    const number = numbers.get(test) ?? 0;
    return `<a href="#c${page}-${number}" title="${escaped(test.name)}">${number}</a>`;
  });
  const more = by.length - cited.length;
  const rest = more === 0 ? "" : ` +${more} ${say(WORDS.more, language)}`;
  return `${say(WORDS.case, language)} ${cited.join(", ")}${rest}`;
}

function caseItem(test: Case, page: number, number: number, language: Language): string {
  const { name, asOf } = test;
  return `<li id="c${page}-${number}">${escaped(name)} <span>(${formatDate(asOf, language)})</span></li>`;
}
