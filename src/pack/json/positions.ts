/** A place in a text as editors count it: the first line and the first column are 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The offsets at which the lines of a text begin; `\n`, `\r\n` and `\r` end a line. */
export function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  for (let offset = 0; offset < text.length; offset++) {
    const character = text.charCodeAt(offset);
    if (character === 10 || (character === 13 && text.charCodeAt(offset + 1) !== 10)) {
      starts.push(offset + 1);
    }
  }
  return starts;
}

/** Finds an offset's line by bisection; columns count UTF-16 code units, as editors do. */
export function positionOf(lineStarts: readonly number[], offset: number): Position {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
}
