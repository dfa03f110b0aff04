import { type CellSystem, cellsOf } from "./system.ts";

/** What is known of hidden cells: the sum of the cells by their coefficients is `constant`. */
export interface Relation {
  readonly coefficients: ReadonlyMap<number, number>;
  readonly constant: number;
}

/** The equations with what is published put in: what each says about the hidden cells alone. */
export function relationsOf(
  { values, equations }: CellSystem,
  hidden: ReadonlySet<number>,
): readonly Relation[] {
  return equations.flatMap((equation) => {
    const coefficients = new Map<number, number>();
    let constant = 0;
    for (const cell of cellsOf(equation)) {
      const sign = cell === equation.total ? -1 : 1;
      if (hidden.has(cell)) coefficients.set(cell, (coefficients.get(cell) ?? 0) + sign);
      else constant -= sign * (values[cell] ?? 0);
    }
    return coefficients.size === 0 ? [] : [{ coefficients, constant }];
  });
}

/**
 * Gauss–Jordan elimination: the same relations, each solved for a cell that no other holds. A cell
 * follows from them exactly if it stands alone in one.
 */
export function solved(relations: readonly Relation[]): readonly Relation[] {
  const rows: { pivot: number; row: Relation }[] = [];
  for (const relation of relations) {
    let row = relation;
    for (const { pivot, row: known } of rows) row = without(row, pivot, known);
    const [pivot] = row.coefficients.keys();
    if (pivot === undefined) continue;
    row = divided(row, row.coefficients.get(pivot) ?? 1);
    for (const [index, known] of rows.entries()) {
      rows[index] = { pivot: known.pivot, row: without(known.row, pivot, row) };
    }
    rows.push({ pivot, row });
  }
  return rows.map(({ row }) => row);
}

/** Takes a cell out of a relation by one that is solved for it. */
function without(relation: Relation, cell: number, by: Relation): Relation {
  const factor = relation.coefficients.get(cell);
  if (factor === undefined) return relation;
  const coefficients = new Map(relation.coefficients);
  for (const [other, value] of by.coefficients) {
    const left = (coefficients.get(other) ?? 0) - factor * value;
    if (Math.abs(left) < TINY) coefficients.delete(other);
    else coefficients.set(other, left);
  }
  coefficients.delete(cell);
  return { coefficients, constant: relation.constant - factor * by.constant };
}

/** Coefficients are small fractions; what is left of a difference of equals is only rounding. */
const TINY = 1e-9;

function divided({ coefficients, constant }: Relation, by: number): Relation {
  const parts = [...coefficients].map(([cell, value]) => [cell, value / by] as const);
  return { coefficients: new Map(parts), constant: constant / by };
}
