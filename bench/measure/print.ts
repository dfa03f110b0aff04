/** Prints a table whose first column reads to the right, the others to the left. */
export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  for (const row of all) {
    const cells = row.map((cell, column) => {
      const width = widths[column] ?? 0;
      return column === 0 ? cell.padEnd(width) : cell.padStart(width);
    });
    console.log(cells.join("  "));
  }
  console.log();
}

export function printTitle(title: string): void {
  console.log(`${title}\n${"─".repeat(title.length)}`);
}

/** Three digits that matter: 0.271, 4.52, 389, 12,900. */
export function figure(value: number): string {
  const rounded = Number(value.toPrecision(3));
  return rounded.toLocaleString("en", { maximumFractionDigits: 3 });
}

export function microseconds(nanoseconds: number): string {
  return figure(nanoseconds / 1000);
}

/** A ratio with the quartiles of its rounds: `4.1 (3.9–4.3)`. */
export function withSpread(ratio: number, [first, third]: readonly [number, number]): string {
  return `${figure(ratio)} (${figure(first)}–${figure(third)})`;
}
