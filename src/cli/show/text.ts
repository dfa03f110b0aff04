import type { Terminal } from "../terminal.ts";
import type { Block, Line, Note } from "./blocks.ts";

const WIDTH = 96;
const INDENT = 2;
const MARKS = { same: "  ", added: "+ ", removed: "− " } as const;

type Paint = Terminal["paint"];

/** The page for a terminal, wrapped at 96 columns. */
export function asText(blocks: readonly Block[], paint: Paint): readonly string[] {
  return blocks.flatMap((block) => [...tell(block, paint), ""]).slice(0, -1);
}

function tell(block: Block, paint: Paint): readonly string[] {
  switch (block.kind) {
    case "title":
      return [paint.bold(block.text), "═".repeat(Math.min(WIDTH, [...block.text].length))];
    case "heading":
      return [paint.bold(block.text), "─".repeat([...block.text].length)];
    case "notice":
      return wrapped(block.text, "! ", "  ").map(paint.yellow);
    case "paragraph":
      return wrapped(block.text);
    case "footer":
      return wrapped(block.text).map(paint.dim);
    case "facts":
      return block.rows.flatMap(({ label, text }) => wrapped(text, `${label}: `, "    "));
    case "clauses": {
      const { heading, lines, notes } = block;
      return [
        ...(heading === null ? [] : [`${paint.bold(heading.text)} (${heading.mark})`]),
        ...lines.flatMap((line) => tellLine(line, paint)),
        ...tellNotes(notes, " ".repeat(INDENT + 1), paint),
      ];
    }
    case "table":
      return block.rows.flatMap((row) => tellRow(block.columns, row, paint));
    default:
      return [block.place, "", ...block.labels.map((label) => `${label}: ……………………………………`)];
  }
}

function tellLine({ depth, number, text, change, notes }: Line, paint: Paint): readonly string[] {
  const indent = " ".repeat(INDENT * (depth + 1));
  const place = number === "" ? "" : `${number} `;
  const lead = `${indent}${change === undefined ? "" : MARKS[change]}${place}`;
  const below = " ".repeat([...lead].length);
  const colour = change === "added" ? paint.green : change === "removed" ? paint.red : String;
  return [...wrapped(text, lead, below).map(colour), ...tellNotes(notes, below, paint)];
}

function tellNotes(notes: readonly Note[], indent: string, paint: Paint): readonly string[] {
  return notes.flatMap(({ label, text }) =>
    wrapped(text, `${indent}${label}: `, `${indent}  `).map(paint.dim),
  );
}

/** A row as a paragraph: its first cells lead, the others are named by their columns. */
function tellRow(
  columns: readonly string[],
  row: readonly string[],
  paint: Paint,
): readonly string[] {
  const [first = "", second = "", ...others] = row;
  const short = first.length <= 3;
  const head = short ? `${first}  ${second}` : first;
  const from = short ? 2 : 1;
  const rest = short ? others : [second, ...others];
  const notes = rest.map((text, index) => ({ label: columns[index + from] ?? "", text }));
  return [...wrapped(head, "", "    "), ...tellNotes(notes, "    ", paint)];
}

/** Words in lines; a word that is longer than a line stands alone. */
function wrapped(text: string, first = "", next = first): readonly string[] {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of text.split(/\s+/)) {
    if (!isEmpty && [...line].length + 1 + [...word].length > WIDTH) {
      lines.push(line);
      line = next;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line];
}
