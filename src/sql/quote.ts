/** A name that no keyword and no sign can break. */
export function quotedName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A text as both dialects read it; a backslash means nothing to either. */
export function quotedText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A text within a comment, which ends with its line. */
export function commentText(text: string): string {
  return text.replace(/[\p{C}\u2028\u2029]+/gu, " ");
}
