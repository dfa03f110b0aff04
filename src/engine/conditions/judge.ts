import type { GroupNode, Leaf, Node } from "./tree.ts";
import { FALSE, not, TRUE, type Truth, UNKNOWN } from "./truth.ts";
import { type FactRecord, itemsOf, resolve } from "./values.ts";

/** Tells the truth of a condition for facts that were checked before. */
export type Judge = (facts: FactRecord) => Truth;

/**
 * Makes a compiled tree into nested functions, one a node, that stop where a node settles;
 * nothing is interpreted after this.
 */
export function judgeOf(node: Node): Judge {
  switch (node.kind) {
    case "leaf":
      return leafJudge(node);
    case "not": {
      const judge = judgeOf(node.node);
      return (facts) => not(judge(facts));
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
  return (facts) => {
    let result = neutral;
    for (const judge of judges) {
      const truth = judge(facts);
      if (truth === settling) return settling;
      if (truth === UNKNOWN) result = UNKNOWN;
    }
    return result;
  };
}

/** What is known of an item that is not known. */
export const NO_FACTS: FactRecord = {};

function groupJudge(node: GroupNode): Judge {
  const judge = judgeOf(node.node);
  const settling = node.kind === "every" ? FALSE : TRUE;
  const neutral = not(settling);
  return (facts) => {
    const items = itemsOf(facts, node.group);
    if (items === null) return UNKNOWN;
    let result = neutral;
    for (const item of items) {
      const truth = judge(item ?? NO_FACTS);
      if (truth === settling) return settling;
      if (truth === UNKNOWN) result = UNKNOWN;
    }
    return result;
  };
}

/** A fact against a constant is by far the commonest leaf, so it has a path of its own. */
function leafJudge({ left, right, operator: { compare } }: Leaf): Judge {
  if (left.kind === "fact" && left.shift === undefined && right.kind === "constant") {
    const { id } = left;
    const { value: expected } = right;
    if (expected === null) return () => UNKNOWN;
    return (facts) => {
      const actual = facts[id];
      return actual === undefined || actual === null ? UNKNOWN : compare(actual, expected);
    };
  }
  return (facts) => {
    const actual = resolve(left, facts);
    const expected = resolve(right, facts);
    return actual === null || expected === null ? UNKNOWN : compare(actual, expected);
  };
}
