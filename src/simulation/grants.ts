import type { Row } from "../bulk/database.ts";
import type { Program } from "../engine/decision/program.ts";
import type { Sides } from "./catalogue.ts";
import { sumOf } from "./outcomes.ts";
import type { GrantOfSide, GrantReport, GrantState } from "./report.ts";
import type { GrantOfBoth } from "./statement.ts";

/** The grants of either policy, the later one's first. */
export function grantsOfBoth({ from, to }: Sides): readonly GrantOfBoth[] {
  const ids = new Set([to, from].flatMap((program) => grantsOf(program).map(({ id }) => id)));
  const kindIn = (program: Program, id: string) => {
    const grant = grantsOf(program).find((one) => one.id === id);
    if (grant === undefined) return "none";
    return grant.amount === undefined ? "given" : "amount";
  };
  return [...ids].map((id) => ({ id, sides: { from: kindIn(from, id), to: kindIn(to, id) } }));
}

function grantsOf({ version }: Program) {
  return version.policy.grants ?? [];
}

interface Counted {
  readonly from: GrantState;
  readonly to: GrantState;
  readonly rows: number;
  readonly amountFrom: number | null;
  readonly amountTo: number | null;
  readonly others: number;
}

/** What is granted otherwise, out of the counts of one grant. */
export function grantReport(
  { id, sides }: GrantOfBoth,
  rows: readonly Row[],
  place: number,
): GrantReport {
  const sumIn = (row: Row, side: "from" | "to") =>
    sides[side] === "amount" ? Number(row[`${side} sum ${place}`] ?? 0) : null;
  const counted = rows
    .flatMap((row): readonly Counted[] => {
      const from = stateIn(row[`from given ${place}`]);
      const to = stateIn(row[`to given ${place}`]);
      if (from === null || to === null) return [];
      const others = Number(row[`other worth ${place}`] ?? 0);
      const amounts = { amountFrom: sumIn(row, "from"), amountTo: sumIn(row, "to") };
      return [{ from, to, rows: Number(row["rows"]), others, ...amounts }];
    })
    .toSorted((one, other) => order(one) - order(other));
  const both = counted.filter((one) => one.from === "granted" && one.to === "granted");
  return {
    ...{ id, from: sideOf(counted, "from", "amountFrom"), to: sideOf(counted, "to", "amountTo") },
    changes: counted.flatMap(({ others, ...one }) => (isOther(one) ? [one] : [])),
    otherAmount: both.reduce((sum, { others }) => sum + others, 0),
  };
}

/** Who is granted nothing on either side is told of no change, whatever the reason. */
function isOther({ from, to }: Pick<Counted, "from" | "to">): boolean {
  const mayHave = [from, to].some((state) => state === "granted" || state === "unknown");
  return from !== to && mayHave;
}

function sideOf(
  counted: readonly Counted[],
  side: "from" | "to",
  amount: "amountFrom" | "amountTo",
): GrantOfSide {
  const granted = counted.filter((one) => one[side] === "granted");
  const [{ [amount]: told } = { [amount]: null }] = counted;
  return {
    granted: sumOf(granted),
    amount: told === null ? null : granted.reduce((sum, one) => sum + (one[amount] ?? 0), 0),
  };
}

const STATES: readonly GrantState[] = [
  "granted",
  "not-granted",
  "unknown",
  "not-eligible",
  "absent",
];

function stateIn(value: unknown): GrantState | null {
  return STATES.find((state) => state === value) ?? null;
}

function order({ from, to }: Counted): number {
  return STATES.indexOf(from) * STATES.length + STATES.indexOf(to);
}
