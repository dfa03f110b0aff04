/**
 * The candidate that a mistyped word most likely means, or null where none is near: at most a
 * third of its letters differ, by Levenshtein's distance.
 */
export function suggest(word: string, candidates: Iterable<string>): string | null {
  if (word.length > 100) return null;
  let best: string | null = null;
  let bestDistance = Math.max(1, word.length / 3) + 0.5;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > bestDistance) continue;
    const distance = distanceOf(word.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** V. I. Levenshtein, 1966; one row of the matrix at a time. */
function distanceOf(first: string, second: string): number {
  let row = [...second, ""].map((_, index) => index);
  for (const [index, letter] of [...first].entries()) {
    let left = index + 1;
    const above = row;
    row = above.map((top, column) => {
      if (column === 0) return left;
      const diagonal = above[column - 1] ?? 0;
      left = Math.min(top + 1, left + 1, diagonal + (letter === second[column - 1] ? 0 : 1));
      return left;
    });
  }
  return row.at(-1) ?? 0;
}
