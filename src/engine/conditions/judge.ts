import { type EvidenceSink, itemSink, recordAbsentGroup, recorderOf } from "./evidence.ts";
import type { GroupNode, Leaf, Node } from "./tree.ts";
import { FALSE, not, TRUE, type Truth, UNKNOWN } from "./truth.ts";
import { type FactRecord, itemsOf, NOTHING_KNOWN, readerOf } from "./values.ts";

/**
 * Tells the truth of a condition for facts that were checked before. With a sink it asks every
 * leaf and writes it down; without one it stops where the truth is settled.
 */
export type Judge = (facts: FactRecord, sink: EvidenceSink | null) => Truth;

/** Makes a compiled tree into nested functions, one a node; nothing is interpreted after this. */
export function judgeOf(node: Node): Judge {
  switch (node.kind) {
    case "leaf":
      return leafJudge(node);
    case "not": {
      const judge = judgeOf(node.node);
      return (facts, sink) => not(judge(facts, sink));
    }
    case "every":
    case "some":
      return groupJudge(node);
    default:
      return junctionJudge(node.nodes.map(judgeOf), node.kind === "all" ? FALSE : TRUE);
  }
}

/** `settling` is the truth that settles the node at once: false for *all*, true for *any*. */
function junctionJudge(judges: readonly Judge[], settling: Truth): Judge {
  const neutral = not(settling);
  return (facts, sink) => {
    let result = neutral;
    for (const judge of judges) {
      const truth = judge(facts, sink);
      if (truth === neutral) continue;
      if (truth === settling) {
        if (sink === null) return settling;
        result = settling;
      } else if (result === neutral) result = UNKNOWN;
    }
    return result;
  };
}

/** Over the items of a group, as {@link junctionJudge} over nodes. */
function groupJudge(node: GroupNode): Judge {
  const { kind, group } = node;
  const judge = judgeOf(node.node);
  const settling = kind === "every" ? FALSE : TRUE;
  return (facts, sink) => {
    const items = itemsOf(facts, group);
    if (items === null) {
      if (sink !== null) recordAbsentGroup(node, sink);
      return UNKNOWN;
    }
    const judges = items.map(
      (item, index): Judge =>
        () =>
          judge(item ?? NOTHING_KNOWN, sink && itemSink(node, sink, index)),
    );
    return junctionJudge(judges, settling)(facts, sink);
  };
}

/** A fact against a constant is by far the commonest leaf, so it has a path of its own. */
function leafJudge(leaf: Leaf): Judge {
  const { left, right, operator } = leaf;
  const { compare } = operator;
  const record = recorderOf(leaf);
  if (left.kind === "fact" && left.shift === undefined && right.kind === "constant") {
    const { id } = left;
    const { value: expected } = right;
    return (facts, sink) => {
      const actual = facts[id] ?? null;
      const truth = actual === null || expected === null ? UNKNOWN : compare(actual, expected);
      if (sink !== null) record(sink, facts, actual, expected, truth);
      return truth;
    };
  }
  const readActual = readerOf(left);
  const readExpected = readerOf(right);
  return (facts, sink) => {
    const actual = readActual(facts);
    const expected = readExpected(facts);
    const truth = actual === null || expected === null ? UNKNOWN : compare(actual, expected);
    if (sink !== null) record(sink, facts, actual, expected, truth);
    return truth;
  };
}
