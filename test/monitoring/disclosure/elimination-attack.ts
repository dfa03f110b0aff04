import type { CellSystem } from "../../../src/monitoring/disclosure/system.ts";

/** The hidden cells whose number is the only one that solves all equations: by plain linear algebra. */
export function solvedCells(
  { values, equations }: CellSystem,
  hidden: ReadonlySet<number>,
): readonly number[] {
  const columns = [...hidden];
  const at = new Map(columns.map((cell, column) => [cell, column]));
  const matrix = equations.map(({ total, parts }) => {
    const row = new Array<number>(columns.length + 1).fill(0);
    const add = (cell: number, sign: number) => {
      const column = at.get(cell);
      if (column === undefined)
        row[columns.length] = (row.at(-1) ?? 0) - sign * (values[cell] ?? 0);
      else row[column] = (row[column] ?? 0) + sign;
    };
    add(total, -1);
    for (const part of parts) add(part, 1);
    return row;
  });
  const pivots: number[] = [];
  for (const column of columns.keys()) {
    const from = pivots.length;
    const pivot = matrix.findIndex(
      (row, index) => index >= from && Math.abs(row[column] ?? 0) > TINY,
    );
    const [found, first] = [matrix[pivot], matrix[from]];
    if (found === undefined || first === undefined) continue;
    matrix[pivot] = first;
    const by = found[column] ?? 1;
    const row = found.map((value) => value / by);
    matrix[from] = row;
    for (const [index, other] of matrix.entries()) {
      const factor = other[column] ?? 0;
      if (index === from || Math.abs(factor) < TINY) continue;
      matrix[index] = other.map((value, place) => value - factor * (row[place] ?? 0));
    }
    pivots.push(column);
  }
  return pivots.flatMap((column, index) => {
    const others = matrix[index]?.slice(0, -1).filter((value) => Math.abs(value) > TINY) ?? [];
    const cell = columns[column];
    return others.length === 1 && cell !== undefined ? [cell] : [];
  });
}

const TINY = 1e-9;
