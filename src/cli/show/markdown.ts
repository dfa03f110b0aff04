import type { Block, Line, Note } from "./blocks.ts";

const MARKS = { same: "", added: "**+** ", removed: "**−** " } as const;

/** The page as Markdown. */
export function asMarkdown(blocks: readonly Block[]): string {
  return `${blocks.map(tell).join("\n\n")}\n`;
}

function tell(block: Block): string {
  switch (block.kind) {
    case "title":
      return `# ${escaped(block.text)}`;
    case "heading":
      return `## ${escaped(block.text)}`;
    case "notice":
      return `> **${escaped(block.text)}**`;
    case "paragraph":
      return escaped(block.text);
    case "footer":
      return `---\n\n${escaped(block.text)}`;
    case "facts":
      return block.rows.map((row) => `- ${note(row)}`).join("\n");
    case "clauses": {
      const { heading, lines, notes } = block;
      const title =
        heading === null ? [] : [`### ${escaped(heading.text)} (${escaped(heading.mark)})`];
      const items = lines.flatMap(tellLine).join("\n");
      const below = notes.map((row) => `- ${note(row)}`).join("\n");
      return [...title, ...[items, below].filter(Boolean)].join("\n\n");
    }
    case "table":
      return [block.columns, block.columns.map(() => "---"), ...block.rows]
        .map(
          (row) => `| ${row.map((cell) => (cell === "---" ? cell : escaped(cell))).join(" | ")} |`,
        )
        .join("\n");
    default:
      return [block.place, ...block.labels.map((label) => `${label}: ……………………………………`)]
        .map(escaped)
        .join("\n\n");
  }
}

/** Nested lists carry the clauses' own numbers, which a renderer would not count alike. */
function tellLine({ depth, number, text, change, notes }: Line): readonly string[] {
  const indent = "  ".repeat(depth);
  const mark = change === undefined ? "" : MARKS[change];
  return [
    `${indent}- ${mark}${number === "" ? "" : `${number} `}${escaped(text)}`,
    ...notes.map((row) => `${indent}  - ${note(row)}`),
  ];
}

function note({ label, text }: Note): string {
  return `_${escaped(label)}:_ ${escaped(text)}`;
}

/** Texts of the rules are words, never markup. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|#]/g, "\\$&").replace(/\s*\n\s*/g, " ");
}
