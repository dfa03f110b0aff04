import { type Language, say } from "../../engine/model/text.ts";
import type { CoverageRow } from "../../monitoring/coverage/report.ts";
import { escaped } from "../escaped.ts";
import type { TableRow } from "./tables.ts";
import { count, percent, WORDS } from "./words.ts";

const STATES = ["protected", "unprotected", "unknown"] as const;

/**
 * A bar for each row, all of one length, parted by how many are protected, not, and not known.
 * Numbers stand beside them, so that nothing is told by colour or length alone.
 */
export function barChart(rows: readonly TableRow[], language: Language): string {
  const legend = STATES.filter((state) => rows.some(({ row }) => (row[state] ?? 0) > 0)).map(
    (state) => `<li class="${state}"><i></i>${escaped(say(WORDS[state], language))}</li>`,
  );
  const bars = rows.map(({ label, row }) => {
    const told = percent(row.percentage, language);
    return `<div class="bar"><span>${escaped(label)}</span>${bar(row)}<b>${escaped(told)}</b></div>`;
  });
  return `<figure aria-hidden="true"><ul class="legend">${legend.join("")}</ul>${bars.join("")}</figure>`;
}

/** The width of a bar in its own units. */
const WIDTH = 1000;

function bar(row: CoverageRow): string {
  const { people } = row;
  const isKnown = people !== null && people > 0 && row.protected !== null;
  if (!isKnown) return `<svg viewBox="0 0 ${WIDTH} 24" preserveAspectRatio="none"></svg>`;
  let from = 0;
  const parts = STATES.flatMap((state) => {
    const number = row[state];
    if (number === null || number === 0) return [];
    const width = (number * WIDTH) / people;
    const part = `<rect class="${state}" x="${rounded(from)}" y="0" width="${rounded(width)}" height="24"/>`;
    from += width;
    return [part];
  });
  return `<svg viewBox="0 0 ${WIDTH} 24" preserveAspectRatio="none">${parts.join("")}</svg>`;
}

const CHART = { width: 640, height: 240, left: 12, right: 12, top: 28, bottom: 34 };

/** The protected as a line from month to month, from nought up; a month that is hidden is a gap. */
export function trendChart(rows: readonly TableRow[], language: Language): string {
  const { width, height, left, right, top, bottom } = CHART;
  const most = Math.max(1, ...rows.map(({ row }) => row.people ?? row.protected ?? 0));
  const step = (width - left - right) / Math.max(1, rows.length);
  const x = (index: number) => rounded(left + step * (index + 0.5));
  const y = (people: number) =>
    rounded(height - bottom - (people * (height - top - bottom)) / most);
  const every = Math.ceil(rows.length / 8);
  const marks = rows.map(({ label, row }, index) => {
    const covered = row.protected;
    const name =
      index % every === 0
        ? `<text x="${x(index)}" y="${height - 12}">${escaped(label)}</text>`
        : "";
    if (covered === null) return name;
    const told = escaped(count(covered, language));
    const number =
      index % every === 0 ? `<text x="${x(index)}" y="${y(covered) - 9}">${told}</text>` : "";
    return `<circle class="protected" cx="${x(index)}" cy="${y(covered)}" r="4"/>${number}${name}`;
  });
  const lines = rows.slice(1).flatMap(({ row }, index) => {
    const before = rows[index]?.row.protected ?? null;
    if (before === null || row.protected === null) return [];
    return [
      `<line class="protected" x1="${x(index)}" y1="${y(before)}" x2="${x(index + 1)}" y2="${y(row.protected)}"/>`,
    ];
  });
  const floor = `<line class="floor" x1="${left}" y1="${y(0)}" x2="${width - right}" y2="${y(0)}"/>`;
  const caption = escaped(say(WORDS.protected, language));
  return `<figure aria-hidden="true"><ul class="legend"><li class="protected"><i></i>${caption}</li></ul><svg class="trend" viewBox="0 0 ${width} ${height}">${floor}${lines.join("")}${marks.join("")}</svg></figure>`;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
