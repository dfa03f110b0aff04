import type { Evidence } from "../model/decision.ts";
import { NO_FACTS } from "./judge.ts";
import { type GroupNode, type Leaf, type Node, nameOf, type Operand } from "./tree.ts";
import { and, FALSE, holds, not, or, TRUE, type Truth, UNKNOWN } from "./truth.ts";
import { type FactRecord, givenValueOf, itemsOf, resolve, stated } from "./values.ts";

/** Where a witness writes every leaf it meets. */
export interface EvidenceSink {
  readonly evidence: Evidence[];
  /** Before the paths and facts of a group's item: `every/2/` and `drivers[2].`. */
  readonly path: string;
  readonly item: string;
  readonly part: "when" | null;
}

/** Tells the truth of a condition as its judge does, and asks and writes down every leaf. */
export type Witness = (facts: FactRecord, sink: EvidenceSink) => Truth;

/** Makes a compiled tree into nested functions, as `judgeOf` does; but none stops early. */
export function witnessOf(node: Node): Witness {
  switch (node.kind) {
    case "leaf":
      return leafWitness(node);
    case "not": {
      const witness = witnessOf(node.node);
      return (facts, sink) => not(witness(facts, sink));
    }
    case "every":
    case "some":
      return groupWitness(node);
    default:
      return junctionWitness(node.nodes.map(witnessOf), node.kind === "all");
  }
}

/** *All* is the least truth of its nodes, *any* the greatest. */
function junctionWitness(witnesses: readonly Witness[], all: boolean): Witness {
  return (facts, sink) => {
    let result: Truth = all ? TRUE : FALSE;
    for (const witness of witnesses) {
      const truth = witness(facts, sink);
      if (all ? truth < result : truth > result) result = truth;
    }
    return result;
  };
}

function groupWitness(node: GroupNode): Witness {
  const witness = witnessOf(node.node);
  const combine = node.kind === "every" ? and : or;
  return (facts, sink) => {
    const items = itemsOf(facts, node.group);
    if (items !== null) {
      return combine(
        items.map((item, index) => witness(item ?? NO_FACTS, itemSink(node, sink, index))),
      );
    }
    sink.evidence.push(absentGroup(node, sink));
    return UNKNOWN;
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

/** Evidence is built key by key: at this rate of objects, spreading costs more than deciding. */
function leafWitness({ path, left, operator, right }: Leaf): Witness {
  const { name, compare } = operator;
  const fact = nameOf(left) ?? "";
  const params = shiftOf(left);
  const expectedFrom = nameOf(right);
  const expectedParams = shiftOf(right);
  return (facts, { evidence, item, path: itemPath, part }) => {
    const actual = resolve(left, facts);
    const expected = resolve(right, facts);
    const truth = actual === null || expected === null ? UNKNOWN : compare(actual, expected);
    const found: Writable<Evidence> = {
      // A bare leaf over a group stands at its item: `every/2`.
      path: path === "" ? itemPath.slice(0, -1) : itemPath + path,
      fact: left.kind === "fact" ? item + fact : fact,
      operator: name,
      expected: stated(expected),
      actual: params === undefined ? stated(actual) : givenValueOf(left, facts),
      holds: holds(truth),
    };
    if (part !== null) found.part = part;
    if (params !== undefined) found.params = params;
    if (expectedFrom !== null) {
      found.expectedFrom = right.kind === "fact" ? item + expectedFrom : expectedFrom;
    }
    if (expectedParams !== undefined) {
      found.expectedParams = expectedParams;
      if (right.kind === "fact") found.expectedGiven = givenValueOf(right, facts);
    }
    evidence.push(found);
    return truth;
  };
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

function shiftOf(operand: Operand) {
  return operand.kind === "count" ? undefined : operand.shift?.params;
}
