import type { KnownValue } from "../engine/conditions/values.ts";

/**
 * A value as the source writes it, safe wherever the source may stand: also within a page's
 * `<script>`, and for readers to whom U+2028 ends a line.
 */
export function literal(value: KnownValue | null): string {
  return JSON.stringify(value)
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
}

/** A text as a comment of one line. */
export function comment(text: string): string {
  return `// ${inOneLine(text).replaceAll("</", "<\\/").replaceAll("<!--", "<\\!--")}`;
}

/** A text as documentation of what follows. */
export function documentation(text: string): string {
  return `/** ${inOneLine(text).replaceAll("*/", "*\\/")} */`;
}

function inOneLine(text: string): string {
  return text.replaceAll(/[\s\u2028\u2029]+/gu, " ").trim();
}

/** What a name holds in a record: `f["coverage.status"]`. */
export function member(record: string, name: string): string {
  return `${record}[${literal(name)}]`;
}

/** Every line two spaces further in. */
export function indented(text: string): string {
  return text.replaceAll(/^(?=.)/gm, "  ");
}

/** A text in both languages as arguments. */
export function bothLanguages(id: string, en: string): string {
  return `${literal(id)}, ${literal(en)}`;
}
