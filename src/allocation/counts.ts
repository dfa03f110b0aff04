import type { Allocation, Unpaired } from "./allocate.ts";
import type { Side } from "./person.ts";

/** How many people of a list are where; `listed` is the sum of the others. */
export interface SideCounts {
  readonly listed: number;
  /** In a new pair, or one that is kept. */
  readonly paired: number;
  /** In an earlier pair that goes on while something is not known. */
  readonly held: number;
  readonly left: number;
  readonly refused: number;
  readonly undetermined: number;
}

export function countsOf(
  { pairs, kept, held, ended }: Pick<Allocation, "pairs" | "kept" | "held" | "ended">,
  unpaired: Readonly<Record<Side, readonly Unpaired[]>>,
): Allocation["counts"] {
  const side = (people: readonly Unpaired[]): SideCounts => {
    const paired = pairs.length + kept.length;
    const count = (state: Unpaired["state"]) => people.filter((one) => one.state === state).length;
    return {
      listed: paired + held.length + people.length,
      paired,
      held: held.length,
      left: count("left"),
      refused: count("refused"),
      undetermined: count("undetermined"),
    };
  };
  return {
    pairs: { new: pairs.length, kept: kept.length, held: held.length, ended: ended.length },
    workers: side(unpaired.workers),
    sponsors: side(unpaired.sponsors),
  };
}
