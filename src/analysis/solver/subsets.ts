import type { Scalar } from "../../engine/model/catalogue.ts";

export interface Subsets {
  readonly values: readonly (readonly Scalar[])[];
  /** False where there are more than these. */
  readonly complete: boolean;
}

/** Items of which every combination is made; of more, only the small and the large ones. */
const MOST_COMBINED = 8;

/** Lists of the items, those of the fewest first, none longer than may be. */
export function subsetsOf(items: readonly Scalar[], longest: number): Subsets {
  if (items.length <= MOST_COMBINED) {
    const all = Array.from({ length: 2 ** items.length }, (_, mask) =>
      items.filter((_item, index) => (mask >> index) % 2 === 1),
    );
    return { values: byLength(all, longest), complete: true };
  }
  const small = items.flatMap((first, index) => [
    [first],
    ...items.slice(index + 1).map((second) => [first, second]),
  ]);
  const large = items.map((left) => items.filter((item) => item !== left));
  return { values: byLength([[], ...small, ...large, [...items]], longest), complete: false };
}

function byLength(
  lists: readonly (readonly Scalar[])[],
  longest: number,
): readonly (readonly Scalar[])[] {
  return lists
    .filter(({ length }) => length <= longest)
    .sort((first, second) => first.length - second.length);
}
