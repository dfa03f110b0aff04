/** What is told in the place of a text that looks like a NIK. */
export const HIDDEN = "•".repeat(16);

const NIK_DIGITS = 16;

/** Whether a text looks like a NIK: it has sixteen digits in all, however parted, or so many in a row. */
export function looksLikeNik(text: string): boolean {
  const digits = text.replace(/[^0-9]/g, "");
  return digits.length === NIK_DIGITS || /[0-9]{16}/.test(text);
}

/** SQL of a column's text, hidden where `looksLikeNik` would say so. */
export function hiddenSql(column: string): string {
  const digits = `regexp_replace(${column}, '[^0-9]', '', 'g')`;
  const looks = `strlen(${digits}) = ${NIK_DIGITS} OR regexp_matches(${column}, '[0-9]{16}')`;
  // Most texts are shorter, and looking closely is slow.
  return `CASE WHEN strlen(${column}) >= ${NIK_DIGITS} AND (${looks}) THEN '${HIDDEN}' ELSE ${column} END`;
}
