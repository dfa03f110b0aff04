import type { Evidence } from "../model/decision.ts";
import { type GroupNode, type Leaf, nameOf, type Operand } from "./tree.ts";
import { holds, type Truth } from "./truth.ts";
import { type FactRecord, givenValueOf, type KnownValue, stated } from "./values.ts";

/** Where a judge writes every leaf that it asks. */
export interface EvidenceSink {
  readonly evidence: Evidence[];
  /** Before the paths and facts of a group's item: `every/2/` and `drivers[2].`. */
  readonly path: string;
  readonly item: string;
  readonly part: "when" | null;
}

/** The sink for one item of a group. */
export function itemSink(
  { path, group }: GroupNode,
  sink: EvidenceSink,
  index: number,
): EvidenceSink {
  return { ...sink, path: `${path}/${index}/`, item: `${group}[${index}].` };
}

/** Writes down that a group is absent, in place of its items. */
export function recordAbsentGroup({ path, group, kind }: GroupNode, sink: EvidenceSink): void {
  sink.evidence.push({
    path,
    ...(sink.part && { part: sink.part }),
    fact: group,
    operator: kind,
    expected: null,
    actual: null,
    holds: null,
  });
}

/** Writes down one leaf as it was found. */
export type Recorder = (
  sink: EvidenceSink,
  facts: FactRecord,
  actual: KnownValue | null,
  expected: KnownValue | null,
  truth: Truth,
) => void;

/** Evidence is built key by key: at this rate of objects, spreading costs more than deciding. */
export function recorderOf({ path, left, operator, right }: Leaf): Recorder {
  const { name } = operator;
  const fact = nameOf(left) ?? "";
  const ofItem = left.kind === "fact";
  const params = shiftOf(left);
  const expectedFrom = nameOf(right);
  const expectedOfItem = right.kind === "fact";
  const expectedParams = shiftOf(right);
  const constant = right.kind === "constant" ? Object.freeze(stated(right.value)) : null;
  return ({ evidence, item, path: itemPath, part }, facts, actual, expected, truth) => {
    const found: Writable<Evidence> = {
      // A bare leaf over a group stands at its item: `every/2`.
      path: path === "" ? itemPath.slice(0, -1) : itemPath + path,
      fact: ofItem ? item + fact : fact,
      operator: name,
      expected: constant ?? stated(expected),
      actual: params === undefined ? stated(actual) : givenValueOf(left, facts),
      holds: holds(truth),
    };
    if (part !== null) found.part = part;
    if (params !== undefined) found.params = params;
    if (expectedFrom !== null) {
      found.expectedFrom = expectedOfItem ? item + expectedFrom : expectedFrom;
    }
    if (expectedParams !== undefined) {
      found.expectedParams = expectedParams;
      if (expectedOfItem) found.expectedGiven = givenValueOf(right, facts);
    }
    evidence.push(found);
  };
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

function shiftOf(operand: Operand) {
  return operand.kind === "count" ? undefined : operand.shift?.params;
}
