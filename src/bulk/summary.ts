import type { Program } from "../engine/decision/program.ts";
import type { Outcome } from "../engine/model/decision.ts";
import type { SetAside } from "./rejected.ts";
import type { Tally } from "./tally.ts";

/** What came of a run, in numbers; nothing of anyone. */
export interface Summary {
  /** Rows of the file, without its header. */
  readonly rows: number;
  readonly decided: number;
  readonly rejected: number;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** In the policy's order; how often each is unmet, and how often not known. */
  readonly requirements: readonly {
    readonly id: string;
    readonly unmet: number;
    readonly unknown: number;
  }[];
  /** How often each reason to set a row aside was told; a row may have several. */
  readonly reasons: Readonly<Record<string, number>>;
}

export function summaryOf(
  { requirements }: Program,
  tally: Tally,
  { rows, reasons }: SetAside,
): Summary {
  const decided = tally.rows() - tally.faulty() - tally.outside();
  const counts = tally.requirements();
  return {
    rows: decided + rows,
    decided,
    rejected: rows,
    outcomes: tally.outcomes(),
    requirements: requirements.map(({ id }, index) => ({
      id,
      ...(counts[index] ?? { unmet: 0, unknown: 0 }),
    })),
    reasons: Object.fromEntries([...reasons].toSorted(([one], [other]) => (one < other ? -1 : 1))),
  };
}
