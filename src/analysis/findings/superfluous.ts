import { leavesOf, type Node } from "../../engine/conditions/tree.ts";
import { ALWAYS } from "../solver/outcomes.ts";
import { ONLY_FALSE, ONLY_TRUE } from "../solver/truths.ts";
import type { Asker, Ways } from "./asker.ts";
import { canonical } from "./canonical.ts";
import { type Placed, writtenIn } from "./placed.ts";
import { without } from "./trees.ts";

/** A condition whose clauses are looked at, and where its answer is asked for at all. */
export interface Looked<Compiled> {
  readonly root: (compiled: Compiled) => Placed | null;
  readonly context: (compiled: Compiled) => readonly Node[];
}

/** A clause of an *all* or *any* without which every complete application is answered as before. */
export interface Superfluous {
  readonly clause: Placed;
  readonly parent: Placed;
  /** The same clause, earlier in the document. */
  readonly twin: Placed | null;
  /** The clause beside it that makes it so by itself. */
  readonly because: Placed | null;
}

/** Where it is not known whether a clause is superfluous. */
export type LeaveOpen = (clause: Placed, parent: Placed) => void;

/** Clauses that can all go together; of two that are alike the earlier one stays. */
export function superfluousIn<Compiled>(
  ask: Asker<Compiled>,
  looked: Looked<Compiled>,
  leaveOpen: LeaveOpen,
): readonly Superfluous[] {
  const root = looked.root(ask.first);
  if (root === null) return [];
  const found: Superfluous[] = [];
  const removed = new Set<number>();
  const numbers = new Map(writtenIn(root).map((one, number) => [one, number]));
  const numberOf = (one: Placed) => numbers.get(one) ?? -1;
  const isGone = (one: Placed) => removed.has(numberOf(one));

  const visit = (parent: Placed, inverted: boolean): void => {
    if (parent.named !== null) return;
    const { kind } = parent.node;
    if (kind === "all" || kind === "any") {
      // Without one of its clauses *all* holds more often, and *any* less often.
      const loosens = (kind === "all") !== inverted;
      for (const child of parent.children.toReversed()) visitClause(parent, child, loosens);
    }
    const turned = kind === "not" ? !inverted : inverted;
    for (const child of parent.children) if (!isGone(child)) visit(child, turned);
  };
  const visitClause = (parent: Placed, clause: Placed, loosens: boolean): void => {
    const left = parent.children.filter((other) => !isGone(other));
    if (left.length < 2 || isSwitch(clause.node)) return;
    const after = new Set([...removed, numberOf(clause)]);
    const answer = ask.can((compiled) => waysToDiffer(compiled, looked, removed, after, loosens));
    if (answer === "unsettled") leaveOpen(clause, parent);
    if (answer !== "never") return;
    removed.add(numberOf(clause));
    const twin = twinOf(root, clause, isGone);
    const others = left.filter((other) => other !== clause);
    // What surrounds the condition may settle the clause without any other.
    const because = suffices(ask, looked, parent, clause, null, numberOf)
      ? undefined
      : others.find((other) => suffices(ask, looked, parent, clause, other, numberOf));
    found.push({ clause, parent, twin, because: because ?? null });
  };
  visit(root, false);
  return found;
}

function waysToDiffer<Compiled>(
  compiled: Compiled,
  { root, context }: Looked<Compiled>,
  first: ReadonlySet<number>,
  second: ReadonlySet<number>,
  loosens: boolean,
): Ways {
  const tree = root(compiled);
  if (tree === null) return [];
  const nodes = writtenIn(tree).map(({ node }) => node);
  const cut = (numbers: ReadonlySet<number>) =>
    without(tree.node, new Set([...numbers].flatMap((number) => nodes[number] ?? [])));
  const [one, other] = [cut(first), cut(second)];
  const given = context(compiled).map((node) => ({ node, want: ONLY_TRUE }));
  const [less, more] = loosens ? [one, other] : [other, one];
  return [[...given, { node: more, want: ONLY_TRUE }, { node: less, want: ONLY_FALSE }]];
}

/** Whether one sibling by itself makes the other superfluous; null: whether it is so without any. */
function suffices<Compiled>(
  ask: Asker<Compiled>,
  { root, context }: Looked<Compiled>,
  parent: Placed,
  child: Placed,
  other: Placed | null,
  numberOf: (one: Placed) => number,
): boolean {
  // What stands in a group is about its items, and is no condition by itself.
  if (parent.group !== null) return false;
  const [sibling, want] =
    parent.node.kind === "all" ? [ONLY_TRUE, ONLY_FALSE] : [ONLY_FALSE, ONLY_TRUE];
  const answer = ask.can((compiled) => {
    const tree = root(compiled);
    const nodes = tree === null ? [] : writtenIn(tree).map(({ node }) => node);
    const it = nodes[numberOf(child)];
    const by = other === null ? ALWAYS : nodes[numberOf(other)];
    if (by === undefined || it === undefined) return [];
    return [
      [
        ...context(compiled).map((node) => ({ node, want: ONLY_TRUE })),
        { node: by, want: other === null ? ONLY_TRUE : sibling },
        { node: it, want },
      ],
    ];
  });
  return answer === "never";
}

/** The same clause, earlier in the document. */
function twinOf(root: Placed, clause: Placed, isGone: (one: Placed) => boolean): Placed | null {
  const written = writtenIn(root);
  const word = canonical(clause.condition);
  const earlier = written.slice(0, written.indexOf(clause));
  return earlier.find((one) => !isGone(one) && canonical(one.condition) === word) ?? null;
}

/** A condition that reads no fact is a switch that parameters and the calendar turn. */
function isSwitch(node: Node): boolean {
  return !leavesOf(node).some(({ leaf }) =>
    [leaf.left, leaf.right].some(
      (operand) =>
        operand.kind === "count" ||
        (operand.kind === "fact" && !operand.id.startsWith("parameter.")),
    ),
  );
}
