import type { FactValue } from "../model/catalogue.ts";
import type { Evidence, EvidenceParams } from "../model/decision.ts";
import { type GroupNode, type Leaf, nameOf, type Operand } from "./tree.ts";
import { holds, type Truth } from "./truth.ts";
import { type FactRecord, givenValueOf, type KnownValue, stated } from "./values.ts";

/** Where a judge writes every leaf that it asks. */
export interface EvidenceSink {
  /** As long as there are leaves, from the beginning. */
  readonly evidence: Evidence[];
  /** How many leaves are written. */
  count: number;
  part: "when" | null;
  /** Before the paths and facts of a group's item: `every/2/` and `drivers[2].`. */
  path: string;
  item: string;
}

/** Writes down that a group is absent, in place of its items. */
export function recordAbsentGroup({ path, group, kind }: GroupNode, sink: EvidenceSink): void {
  sink.evidence[sink.count++] = {
    path,
    ...(sink.part && { part: sink.part }),
    fact: group,
    operator: kind,
    expected: null,
    actual: null,
    holds: null,
  };
}

/** What the evidence of a leaf tells of every application. */
export interface Told {
  readonly leaf: Leaf;
  readonly fact: string;
  /** Stands where it is a constant. */
  readonly expected: FactValue | undefined;
  readonly params: EvidenceParams | undefined;
  readonly expectedFrom: string | null;
  readonly expectedParams: EvidenceParams | undefined;
}

/** What of a leaf's evidence is known beforehand. */
export function toldOf(leaf: Leaf): Told {
  const { left, right } = leaf;
  return {
    leaf,
    fact: nameOf(left) ?? "",
    expected: right.kind === "constant" ? Object.freeze(stated(right.value)) : undefined,
    params: shiftOf(left),
    expectedFrom: nameOf(right),
    expectedParams: shiftOf(right),
  };
}

/** Writes down one leaf as it was found, key by key: at this rate of objects spreading costs most. */
export function recordLeaf(
  sink: EvidenceSink,
  told: Told,
  facts: FactRecord,
  actual: KnownValue | null,
  expected: KnownValue | null,
  truth: Truth,
): void {
  const { params, expectedFrom, expectedParams } = told;
  const { leaf } = told;
  const found: Writable<Evidence> = {
    path: leaf.path,
    fact: told.fact,
    operator: leaf.operator.name,
    expected: told.expected ?? stated(expected),
    actual: params === undefined ? stated(actual) : givenValueOf(leaf.left, facts),
    holds: holds(truth),
  };
  if (sink.part !== null) found.part = sink.part;
  if (params !== undefined) found.params = params;
  if (expectedFrom !== null) found.expectedFrom = expectedFrom;
  if (expectedParams !== undefined) {
    found.expectedParams = expectedParams;
    if (leaf.right.kind === "fact") found.expectedGiven = givenValueOf(leaf.right, facts);
  }
  if (sink.item !== "") placeAt(sink, leaf, found);
  sink.evidence[sink.count++] = found;
}

function placeAt(
  { path, item }: EvidenceSink,
  { left, right }: Leaf,
  found: Writable<Evidence>,
): void {
  // A bare leaf over a group stands at its item: `every/2`.
  found.path = found.path === "" ? path.slice(0, -1) : path + found.path;
  if (left.kind === "fact") found.fact = item + found.fact;
  if (right.kind === "fact") found.expectedFrom = item + right.id;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

function shiftOf(operand: Operand) {
  return operand.kind === "count" ? undefined : operand.shift?.params;
}
