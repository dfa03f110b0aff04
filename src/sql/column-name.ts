/**
 * The column of a fact, a group or an output: `coverage.paidThrough` is `coverage_paid_through`. Small
 * letters only, for catalogues of tables know no others, and no dot.
 */
export function columnOf(id: string): string {
  return id.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace(/[^a-z0-9]+/g, "_");
}

/** Ids that would share one column, each pair once, in the order of the ids. */
export function sharedColumns(ids: Iterable<string>): readonly (readonly [string, string])[] {
  const first = new Map<string, string>();
  const shared: (readonly [string, string])[] = [];
  for (const id of ids) {
    const column = columnOf(id);
    const other = first.get(column);
    if (other === undefined) first.set(column, id);
    else shared.push([other, id]);
  }
  return shared;
}
