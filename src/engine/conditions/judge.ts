import type { Evidence } from "../model/decision.ts";
import { type GroupNode, type Leaf, type Node, nameOf, type Operand } from "./tree.ts";
import { FALSE, holds, not, TRUE, type Truth, UNKNOWN } from "./truth.ts";
import { type FactRecord, givenValueOf, itemsOf, resolve, stated } from "./values.ts";

/** Where a judge writes every leaf it meets; `null` to be quick and stop where a node settles. */
export interface EvidenceSink {
  readonly evidence: Evidence[];
  /** Before the paths and facts of a group's item: `every/2/` and `drivers[2].`. */
  readonly path: string;
  readonly item: string;
  readonly part: "when" | null;
}

/** Tells the truth of a condition for facts that were checked before. */
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
  return (facts, sink) => {
    let result = not(settling);
    for (const judge of judges) {
      result = joined(settling, result, judge(facts, sink));
      if (result === settling && sink === null) break;
    }
    return result;
  };
}

/** Kleene's *and* where false settles, his *or* where true does. */
function joined(settling: Truth, result: Truth, truth: Truth): Truth {
  return truth === settling || (truth === UNKNOWN && result !== settling) ? truth : result;
}

const NO_FACTS: FactRecord = {};

function groupJudge(node: GroupNode): Judge {
  const judge = judgeOf(node.node);
  const settling = node.kind === "every" ? FALSE : TRUE;
  return (facts, sink) => {
    const items = itemsOf(facts, node.group);
    if (items === null) {
      sink?.evidence.push(absentGroup(node, sink));
      return UNKNOWN;
    }
    let result = not(settling);
    for (const [index, item] of items.entries()) {
      const truth = judge(item ?? NO_FACTS, sink && itemSink(node, sink, index));
      result = joined(settling, result, truth);
      if (result === settling && sink === null) break;
    }
    return result;
  };
}

function itemSink(node: GroupNode, sink: EvidenceSink, index: number): EvidenceSink {
  return { ...sink, path: `${node.path}/${index}/`, item: `${node.group}[${index}].` };
}

function absentGroup(node: GroupNode, sink: EvidenceSink): Evidence {
  return {
    path: node.path,
    ...(sink.part && { part: sink.part }),
    fact: node.group,
    operator: node.kind,
    expected: null,
    actual: null,
    holds: null,
  };
}

function leafJudge(leaf: Leaf): Judge {
  const truth = leafTruth(leaf);
  const witness = leafWitness(leaf);
  return (facts, sink) => {
    const result = truth(facts);
    if (sink !== null) sink.evidence.push(witness(facts, sink, result));
    return result;
  };
}

/** A fact against a constant is by far the commonest leaf, so it has a path of its own. */
function leafTruth({ left, right, operator: { compare } }: Leaf): (facts: FactRecord) => Truth {
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

type Witness = (facts: FactRecord, sink: EvidenceSink, truth: Truth) => Evidence;

/** Evidence is built key by key: at this rate of objects, spreading costs more than deciding. */
function leafWitness({ path, left, right, operator: { name: operator } }: Leaf): Witness {
  const name = nameOf(left) ?? "";
  const params = shiftOf(left);
  const fixed = right.kind === "constant" ? stated(right.value) : null;
  const expectedFrom = nameOf(right);
  const expectedParams = shiftOf(right);
  /** A bare leaf over a group stands at its item: `every/2`. */
  const standsAt = (prefix: string) => (path === "" ? prefix.slice(0, -1) : prefix + path);
  return (facts, sink, truth) => {
    const { item, part } = sink;
    const evidence: Writable<Evidence> = {
      path: standsAt(sink.path),
      fact: left.kind === "fact" ? item + name : name,
      operator,
      expected: right.kind === "constant" ? fixed : stated(resolve(right, facts)),
      actual: givenValueOf(left, facts),
      holds: holds(truth),
    };
    if (part !== null) evidence.part = part;
    if (params !== undefined) evidence.params = params;
    if (expectedFrom === null) return evidence;
    evidence.expectedFrom = right.kind === "fact" ? item + expectedFrom : expectedFrom;
    if (expectedParams === undefined) return evidence;
    evidence.expectedParams = expectedParams;
    if (right.kind === "fact") evidence.expectedGiven = givenValueOf(right, facts);
    return evidence;
  };
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

function shiftOf(operand: Operand) {
  return operand.kind === "count" ? undefined : operand.shift?.params;
}
