/**
 * The column of a fact, a group or an output: `coverage.paidThrough` is `coverage_paid_through`. Small
 * letters only, for catalogues of tables know no others, and no dot.
 */
export function columnOf(id: string): string {
  return id.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace(/[^a-z0-9]+/g, "_");
}
