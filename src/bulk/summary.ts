import type { Program } from "../engine/decision/program.ts";
import type { Outcome } from "../engine/model/decision.ts";
import type { Row } from "./database.ts";
import type { SetAside } from "./rejected.ts";

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

/** @param counts the one row of the summary's statement */
export function summaryOf(
  { requirements }: Program,
  counts: Row,
  { rows, reasons }: SetAside,
): Summary {
  const count = (name: string) => Number(counts[name] ?? 0);
  return {
    rows: count("decided") + rows,
    decided: count("decided"),
    rejected: rows,
    outcomes: {
      eligible: count("eligible"),
      ineligible: count("ineligible"),
      undetermined: count("undetermined"),
      "out-of-scope": count("out-of-scope"),
    },
    requirements: requirements.map(({ id }) => ({
      id,
      unmet: count(`unmet ${id}`),
      unknown: count(`unknown ${id}`),
    })),
    reasons: Object.fromEntries([...reasons].toSorted(([one], [other]) => (one < other ? -1 : 1))),
  };
}
