import type { Language } from "../../engine/model/text.ts";
import { escaped } from "../escaped.ts";
import { htmlPage } from "../html-page.ts";
import type { Block, Line, Note } from "./blocks.ts";
import { STYLE } from "./style.ts";

const MARKS = { same: "", added: "+", removed: "−" } as const;

/** The page as one HTML file: no script, nothing loaded from elsewhere, made to be printed on A4. */
export function asHtml(blocks: readonly Block[], language: Language): string {
  const title = blocks.find(({ kind }) => kind === "title");
  return htmlPage({
    language,
    title: title?.kind === "title" ? title.text : "",
    style: STYLE,
    body: `<main>\n${blocks.map(tell).join("\n")}\n</main>`,
  });
}

function tell(block: Block): string {
  switch (block.kind) {
    case "title":
      return `<h1>${escaped(block.text)}</h1>`;
    case "heading":
      return `<h2>${escaped(block.text)}</h2>`;
    case "notice":
      return `<p class="notice">${escaped(block.text)}</p>`;
    case "paragraph":
      return `<p>${escaped(block.text)}</p>`;
    case "footer":
      return `<footer>${escaped(block.text)}</footer>`;
    case "facts":
      return `<dl class="head">${block.rows.map(entry).join("")}</dl>`;
    case "clauses": {
      const { heading, lines, notes } = block;
      const title =
        heading === null
          ? ""
          : `<h3>${escaped(heading.text)} <span class="mark">${escaped(heading.mark)}</span></h3>`;
      const below = notes.length === 0 ? "" : `<dl class="notes">${notes.map(entry).join("")}</dl>`;
      const list =
        lines.length === 0 ? "" : `<ol class="clauses">${lines.map(tellLine).join("")}</ol>`;
      return `<section>${title}${list}${below}</section>`;
    }
    case "table":
      return `<div class="wide"><table><thead><tr>${block.columns
        .map((cell) => `<th scope="col">${escaped(cell)}</th>`)
        .join("")}</tr></thead><tbody>${block.rows.map(tellRow).join("")}</tbody></table></div>`;
    default:
      return `<section class="signature"><p>${escaped(block.place)}</p><dl>${block.labels
        .map((label) => `<div><dt>${escaped(label)}</dt><dd></dd></div>`)
        .join("")}</dl></section>`;
  }
}

function tellLine({ depth, number, text, change, notes }: Line): string {
  const below = notes.length === 0 ? "" : `<dl class="notes">${notes.map(entry).join("")}</dl>`;
  const mark = change === undefined || change === "same" ? "" : `<b>${MARKS[change]}</b> `;
  const words = `<span class="number">${escaped(number)}</span><div>${mark}${escaped(text)}${below}</div>`;
  return `<li class="d${Math.min(depth, 8)}${change === undefined ? "" : ` ${change}`}">${words}</li>`;
}

function tellRow(row: readonly string[]): string {
  return `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`;
}

function entry({ label, text }: Note): string {
  return `<div><dt>${escaped(label)}</dt><dd>${escaped(text)}</dd></div>`;
}
