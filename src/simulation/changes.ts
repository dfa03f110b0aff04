import type { Row } from "../bulk/database.ts";
import { leavesOf } from "../engine/conditions/tree.ts";
import type { Program } from "../engine/decision/program.ts";
import type { FactValue, Scalar } from "../engine/model/catalogue.ts";
import { type By, isOfNoFact, nameOf } from "./by.ts";
import type { Sides } from "./catalogue.ts";
import { type Cause, causesOf } from "./causes.ts";
import { HIDDEN, looksLikeNik } from "./hidden.ts";
import { outcomeIn, sumOf } from "./outcomes.ts";
import type { CauseCount, Change, Example, Transition } from "./report.ts";
import { statesIn } from "./states.ts";

/** Rows that stand alike on both sides, and some of them. */
interface Alike extends Transition {
  readonly causes: readonly Cause[];
  readonly examples: readonly Example[];
}

export interface ChangesOptions {
  readonly sides: Sides;
  readonly by: readonly By[];
  /** The facts of an example, in the order of the statement. */
  readonly told: readonly string[];
  readonly examples: number;
}

/** What changes, and what causes it, out of the counts of rows that stand alike. */
export function changesOf(rows: readonly Row[], options: ChangesOptions): readonly Change[] {
  const alike = rows.flatMap((row) => alikeIn(row, options));
  const pairs = new Map<string, Alike[]>();
  for (const one of alike) {
    const pair = `${one.from} ${one.to}`;
    pairs.set(pair, [...(pairs.get(pair) ?? []), one]);
  }
  return [...pairs.values()].map((some) => changeOf(some, options.examples)).toSorted(byRows);
}

function alikeIn(row: Row, options: ChangesOptions): readonly Alike[] {
  const [from, to, words] = [outcomeIn(row["from"]), outcomeIn(row["to"]), row["states"]];
  if (from === null || to === null || typeof words !== "string") return [];
  const states = statesIn(words, options.sides);
  const causes = causesOf({ outcome: from, ...states.from }, { outcome: to, ...states.to });
  const examples = examplesIn(row["examples"], causes, options);
  return [{ from, to, rows: Number(row["rows"]), causes, examples }];
}

function changeOf(alike: readonly Alike[], examples: number): Change {
  const [{ from, to } = { from: "eligible", to: "eligible" } as const] = alike;
  const together = gathered(alike);
  return {
    ...{ from, to, rows: sumOf(alike), causes: causeCounts(alike) },
    together: together.flatMap(({ causes, rows }) => (causes.length > 1 ? [{ causes, rows }] : [])),
    examples: inTurn(together.map((one) => one.examples)).slice(0, examples),
  };
}

/** Rows of the same causes, the most frequent first. */
function gathered(alike: readonly Alike[]): readonly Omit<Alike, "from" | "to">[] {
  const sets = new Map<string, Alike[]>();
  for (const one of alike) {
    const key = JSON.stringify(one.causes);
    sets.set(key, [...(sets.get(key) ?? []), one]);
  }
  return [...sets.values()]
    .map((some) => ({
      causes: some[0]?.causes ?? [],
      rows: sumOf(some),
      examples: some.flatMap(({ examples }) => examples).toSorted(byId),
    }))
    .toSorted(byRows);
}

/** The first of each, then the second of each. */
function inTurn(lists: readonly (readonly Example[])[]): readonly Example[] {
  const most = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: most }, (_, turn) =>
    lists.flatMap((list) => list[turn] ?? []),
  ).flat();
}

function causeCounts(alike: readonly Alike[]): readonly CauseCount[] {
  const counts = new Map<string, CauseCount>();
  for (const { causes, rows } of alike) {
    for (const cause of causes) {
      const key = JSON.stringify(cause);
      const { rows: before, alone } = counts.get(key) ?? { rows: 0, alone: 0 };
      const now = { rows: before + rows, alone: alone + (causes.length === 1 ? rows : 0) };
      counts.set(key, { ...cause, ...now });
    }
  }
  return [...counts.values()].toSorted(byRows);
}

function byRows(one: { readonly rows: number }, other: { readonly rows: number }): number {
  const [first, second] = [one, other].map((all) => JSON.stringify(all));
  return other.rows - one.rows || (String(first) < String(second) ? -1 : 1);
}

function byId(one: Example, other: Example): number {
  return String(one.id) < String(other.id) ? -1 : 1;
}

function examplesIn(
  json: unknown,
  causes: readonly Cause[],
  { sides, by, told }: ChangesOptions,
): readonly Example[] {
  const kept: unknown = typeof json === "string" ? JSON.parse(json) : [];
  if (!Array.isArray(kept)) return [];
  const read = new Set([
    ...causes.flatMap((cause) => readBy(cause, sides)),
    ...by.map(({ id }) => id),
  ]);
  return kept.filter(isRecord).map((example) => {
    const key = String(example["key"] ?? "");
    const facts = told.flatMap((fact, at) =>
      read.has(fact) ? [{ fact: nameOf(fact), value: toldValue(fact, example[`f${at}`]) }] : [],
    );
    return { id: looksLikeNik(key) ? null : key, causes, facts };
  });
}

/** The facts that a cause reads on either side. */
function readBy(cause: Cause, { from, to }: Sides): readonly string[] {
  return [from, to].flatMap((program) =>
    treesOf(cause, program).flatMap((tree) =>
      leavesOf(tree).flatMap(({ leaf, group }) =>
        [leaf.left, leaf.right].flatMap((operand) =>
          operand.kind === "fact" && group === null ? [operand.id] : [],
        ),
      ),
    ),
  );
}

function treesOf(cause: Cause, { scope, requirements }: Program) {
  if (cause.kind === "scope") return scope === null ? [] : [scope.tree];
  return requirements
    .filter(({ id }) => id === cause.id)
    .flatMap(({ when, conditions }) => [...(when === null ? [] : [when.tree]), conditions.tree]);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Nobody has said what a column that no fact has holds. */
function toldValue(fact: string, value: unknown): FactValue {
  const isHidden = isOfNoFact(fact) && typeof value === "string" && looksLikeNik(value);
  return isHidden ? HIDDEN : factValue(value);
}

function factValue(value: unknown): FactValue {
  if (Array.isArray(value)) return value.map((item: unknown) => scalar(item));
  return scalar(value);
}

function scalar(value: unknown): Scalar | null {
  switch (typeof value) {
    case "string":
    case "number":
    case "boolean":
      return value;
    default:
      return null;
  }
}
