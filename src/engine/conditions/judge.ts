import { type EvidenceSink, recordAbsentGroup, recordLeaf, type Told, toldOf } from "./evidence.ts";
import { type Comparison, compare, type Relation } from "./operators.ts";
import type { GroupNode, Leaf, Node } from "./tree.ts";
import { FALSE, not, TRUE, type Truth, UNKNOWN } from "./truth.ts";
import { type FactRecord, itemsOf, type KnownValue, NOTHING_KNOWN, resolve } from "./values.ts";

/**
 * Tells the truth of a condition for facts that were checked before. With a sink it asks every
 * leaf and writes it down; without one it stops where the truth is settled.
 */
export type Judge = (facts: FactRecord, sink: EvidenceSink | null) => Truth;

/**
 * Makes a compiled tree into questions that one loop asks, each answer leading to the next: a
 * function for each node would cost a call, and none would be made fast for its own values.
 */
export function judgeOf(tree: Node): Judge {
  const questions = new Map<Node, Question>();
  /** What to ask of a node first, and what follows where it is true, false or not known. */
  const steps = (node: Node, yes: Next, no: Next, open: Next): Next => {
    // Where neither makes a difference, nor does it make one that it is not known. Without this the
    // steps would double with each level of *all* in *any*.
    if (yes === no) return yes;
    if (node.kind === "not") return steps(node.node, no, yes, open);
    if ("nodes" in node) {
      const isAll = node.kind === "all";
      let settled = isAll ? yes : no;
      let unknown = open;
      for (const child of node.nodes.toReversed()) {
        const before = (next: Next) => steps(child, isAll ? next : yes, isAll ? no : next, unknown);
        const first = before(settled);
        unknown = settled === unknown ? first : before(unknown);
        settled = first;
      }
      return settled;
    }
    const question = questions.get(node) ?? questionOf(node);
    questions.set(node, question);
    return { question, after: [no, open, yes] };
  };
  const first = steps(tree, TRUE, FALSE, UNKNOWN);
  // Every node is reached first from its end.
  const inOrder = [...questions.values()].reverse();
  return (facts, sink) => {
    let next = first;
    for (const question of sink === null ? [] : inOrder) {
      const truth = ask(question, facts, sink);
      if (typeof next === "object" && next.question === question) next = next.after[truth];
    }
    while (typeof next === "object") next = next.after[ask(next.question, facts, sink)];
    return next;
  };
}

/** A leaf, or a group, which has a judge of its own. */
type Question = LeafQuestion | Judge;

interface LeafQuestion {
  readonly leaf: Leaf;
  /** The commonest leaf by far, a fact against a constant, is asked by its name. */
  readonly id: string | null;
  readonly expected: KnownValue | null;
  readonly relation: Relation | null;
  readonly compare: Comparison;
  readonly told: Told;
}

/** A question, and what follows by its truth. */
interface Step {
  readonly question: Question;
  readonly after: readonly [Next, Next, Next];
}

/** What the truth is, where nothing is left to be asked. */
type Next = Step | Truth;

function ask(question: Question, facts: FactRecord, sink: EvidenceSink | null): Truth {
  if (typeof question === "function") return question(facts, sink);
  const { id, leaf, relation } = question;
  const actual = id === null ? resolve(leaf.left, facts) : (facts[id] ?? null);
  const expected = id === null ? resolve(leaf.right, facts) : question.expected;
  const truth =
    actual === null || expected === null
      ? UNKNOWN
      : relation === null
        ? question.compare(actual, expected)
        : compare(relation, actual, expected);
  if (sink !== null) recordLeaf(sink, question.told, facts, actual, expected, truth);
  return truth;
}

function questionOf(node: Leaf | GroupNode): Question {
  if (node.kind !== "leaf") return groupJudge(node);
  const { left, right, operator } = node;
  const isPlain = left.kind === "fact" && left.shift === undefined && right.kind === "constant";
  return {
    leaf: node,
    id: isPlain ? left.id : null,
    expected: isPlain ? right.value : null,
    relation: operator.relation,
    compare: operator.compare,
    told: toldOf(node),
  };
}

/** Over the items of a group, as *all* and *any* are over nodes. */
function groupJudge(node: GroupNode): Judge {
  const { kind, group, path } = node;
  const judge = judgeOf(node.node);
  const settling = kind === "every" ? FALSE : TRUE;
  return (facts, sink) => {
    const items = itemsOf(facts, group);
    if (items === null) {
      if (sink !== null) recordAbsentGroup(node, sink);
      return UNKNOWN;
    }
    let result = not(settling);
    for (let index = 0; index < items.length; index++) {
      if (sink !== null) {
        sink.path = `${path}/${index}/`;
        sink.item = `${group}[${index}].`;
      }
      const truth = judge(items[index] ?? NOTHING_KNOWN, sink);
      if (truth === settling || (truth === UNKNOWN && result !== settling)) result = truth;
      if (truth === settling && sink === null) break;
    }
    if (sink !== null) sink.path = sink.item = "";
    return result;
  };
}
