import type { ConstantOperand, Leaf, Node, Operand } from "../../engine/conditions/tree.ts";
import { formatNumber } from "../../engine/explanation/format.ts";
import type { Text } from "../../engine/model/text.ts";
import type { Finding } from "../../pack/diagnostics/diagnostic.ts";
import {
  alwaysSame,
  betweenValues,
  beyondItsType,
} from "../../pack/diagnostics/meaning/clauses.ts";
import { ONLY_FALSE, ONLY_TRUE, type Truths } from "../solver/truths.ts";
import type { Asker } from "./asker.ts";
import type { Notes } from "./notes.ts";
import type { PlacedLeaf } from "./placed.ts";
import { lacksValue } from "./trees.ts";

/**
 * Leaves that have one answer whatever the facts are, and boundaries that no value lies on. `leafIn`
 * finds the leaf again on another day.
 */
export function judgeLeaf<Compiled>(
  ask: Asker<Compiled>,
  leaf: PlacedLeaf,
  leafIn: (compiled: Compiled) => Leaf | null,
  notes: Notes,
): void {
  if (lacksValue(leaf.node)) return;
  const can = (want: Truths) =>
    ask.can((compiled) => {
      const node = leafIn(compiled);
      if (node === null) return [];
      return [[{ node: leaf.group === null ? node : ofSome(leaf.group, node, want), want }]];
    });
  const holds = can(ONLY_TRUE);
  const fails = holds === "never" ? "possible" : can(ONLY_FALSE);
  if (holds === "unsettled" || fails === "unsettled") notes.leaveOpen(leaf.place, "LYK910");
  if (holds === "never" || fails === "never")
    notes.tell(leaf.place, sameAnswer(leaf.node, fails === "never"));
  else {
    const between = betweenWholeNumbers(leaf.node);
    if (between !== null) notes.tell(leaf.place, between);
  }
}

/** Of some item of a group, that a leaf holds; or, for *every* to fail, that it does not. */
function ofSome(group: string, node: Leaf, want: Truths): Node {
  const kind = want === ONLY_TRUE ? "some" : "every";
  return { kind, path: "", group, node, annotations: {} };
}

function sameAnswer(leaf: Leaf, holds: boolean): Finding {
  const boundary = boundaryOf(leaf);
  return boundary === null
    ? alwaysSame(holds)
    : beyondItsType(boundary.fact, boundary.value, holds);
}

function betweenWholeNumbers(leaf: Leaf): Finding | null {
  const boundary = boundaryOf(leaf);
  if (boundary === null || !boundary.whole || Number.isInteger(boundary.number)) return null;
  return betweenValues(boundary.fact, boundary.value);
}

interface Boundary {
  readonly fact: string;
  readonly number: number;
  readonly value: Required<Text>;
  /** Whether the fact can only be a whole number. */
  readonly whole: boolean;
}

const ORDERED: ReadonlySet<string> = new Set([
  "lessThan",
  "lessThanInclusive",
  "greaterThan",
  "greaterThanInclusive",
]);

/** The number that a leaf compares a fact with by order; null of all other leaves. */
function boundaryOf({ left, right, operator }: Leaf): Boundary | null {
  if (!ORDERED.has(operator.baseName) || operator.quantifier !== null) return null;
  const [own, other] = left.kind === "constant" ? [right, left] : [left, right];
  if (own.kind === "constant" || other.kind !== "constant") return null;
  const { value } = other;
  if (typeof value !== "number") return null;
  return { fact: own.id, number: value, value: shown(other, value), whole: isWhole(own) };
}

function isWhole(operand: Exclude<Operand, { readonly kind: "constant" }>): boolean {
  return (
    operand.kind === "count" || operand.shape.type === "integer" || operand.shape.type === "money"
  );
}

/** A number as it is written in the policy; of a parameter, its name and what it is on that day. */
function shown({ from }: ConstantOperand, value: number): Required<Text> {
  if (from === undefined) return { id: String(value), en: String(value) };
  return {
    id: `${from} (${formatNumber(value, "id")})`,
    en: `${from} (${formatNumber(value, "en")})`,
  };
}
