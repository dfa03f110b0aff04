import { allClauses } from "./clauses.ts";
import type { Clause } from "./model.ts";

/** A clause with the lead of its part, as one line of a comparison. */
export interface ClauseLine {
  readonly part: "scope" | "when" | "conditions";
  /** 0 for the part's whole condition. */
  readonly depth: number;
  readonly clause: Clause;
}

export interface ClauseChange {
  readonly kind: "same" | "added" | "removed";
  /** Of a clause that stays, as it stands afterwards. */
  readonly line: ClauseLine;
}

/** A part's clauses as lines; none where it has none. */
export function linesOf(part: ClauseLine["part"], clause: Clause | null): readonly ClauseLine[] {
  if (clause === null) return [];
  const top = depthOf(clause.number);
  return allClauses(clause).map((each) => ({
    part,
    depth: depthOf(each.number) - top,
    clause: each,
  }));
}

function depthOf(number: string): number {
  return number.split(".").length;
}

/** Whether nothing comes or goes. */
export function isSame(changes: readonly ClauseChange[]): boolean {
  return changes.every(({ kind }) => kind === "same");
}

/** The lines that come or go, and those that they stand under. */
export function touchedLines(changes: readonly ClauseChange[]): readonly ClauseChange[] {
  return changes.filter(({ kind, line }, index) => {
    if (kind !== "same") return true;
    const below = changes.slice(index + 1);
    const end = below.findIndex(
      (other) => other.line.depth <= line.depth || other.line.part !== line.part,
    );
    return below.slice(0, end === -1 ? undefined : end).some((other) => other.kind !== "same");
  });
}

/** The longest common lines stay; between them stands first what goes, then what comes. */
export function compareLines(
  before: readonly ClauseLine[],
  after: readonly ClauseLine[],
): readonly ClauseChange[] {
  const lengths = commonLengths(before, after);
  const changes: ClauseChange[] = [];
  let from = 0;
  let to = 0;
  while (from < before.length || to < after.length) {
    const old = before[from];
    const now = after[to];
    if (old !== undefined && now !== undefined && keyOf(old) === keyOf(now)) {
      changes.push({ kind: "same", line: now });
      from += 1;
      to += 1;
    } else if (
      old !== undefined &&
      lengthAt(lengths, from + 1, to) >= lengthAt(lengths, from, to + 1)
    ) {
      changes.push({ kind: "removed", line: old });
      from += 1;
    } else if (now !== undefined) {
      changes.push({ kind: "added", line: now });
      to += 1;
    }
  }
  return changes;
}

/** How many lines the rests from each pair of places on have in common. */
function commonLengths(
  before: readonly ClauseLine[],
  after: readonly ClauseLine[],
): readonly (readonly number[])[] {
  const lengths: number[][] = [...before, null].map(() => [...after, null].map(() => 0));
  for (let from = before.length - 1; from >= 0; from--) {
    for (let to = after.length - 1; to >= 0; to--) {
      const [old, now, row] = [before[from], after[to], lengths[from]];
      if (old === undefined || now === undefined || row === undefined) continue;
      row[to] =
        keyOf(old) === keyOf(now)
          ? 1 + lengthAt(lengths, from + 1, to + 1)
          : Math.max(lengthAt(lengths, from + 1, to), lengthAt(lengths, from, to + 1));
    }
  }
  return lengths;
}

/** Nothing is in common with what is past the end. */
function lengthAt(lengths: readonly (readonly number[])[], from: number, to: number): number {
  return lengths[from]?.[to] ?? -1;
}

/** Two lines say the same if they read so, from the same facts and parameters, at the same depth. */
function keyOf({ part, depth, clause }: ClauseLine): string {
  const { words, reads, assurance } = clause;
  return JSON.stringify([part, depth, words.id, words.en, reads, assurance.provenance]);
}

/** Which of these parts two things do not have alike. */
export function differing<Name extends string>(
  before: Readonly<Partial<Record<Name, unknown>>>,
  after: Readonly<Partial<Record<Name, unknown>>>,
  names: readonly Name[],
): readonly Name[] {
  return names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}
