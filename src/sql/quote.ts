/** A name that no keyword and no sign can break. */
export function quotedName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A text as both dialects read it; a backslash means nothing to either. */
export function quotedText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/**
 * A text as a value of a statement, which is indented and sent as one text: what ends a line, or a
 * text, is written by its number.
 */
export function textSql(text: string): string {
  const parts = text
    .split(/([\p{Cc}\u2028\u2029])/u)
    .flatMap((part, index) =>
      index % 2 === 1 ? `chr(${part.codePointAt(0)})` : part === "" ? [] : quotedText(part),
    );
  const [only = quotedText("")] = parts;
  return parts.length > 1 ? `(${parts.join(" || ")})` : only;
}

/** A text within a comment, which ends with its line. */
export function commentText(text: string): string {
  return text.replace(/[\p{C}\u2028\u2029]+/gu, " ");
}
