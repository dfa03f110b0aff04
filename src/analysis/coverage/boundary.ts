import type { Leaf } from "../../engine/conditions/tree.ts";
import { FALSE, TRUE } from "../../engine/conditions/truth.ts";
import { isList, type KnownValue } from "../../engine/conditions/values.ts";
import { faultOf } from "../../engine/facts/shapes.ts";
import type { FactValue, Scalar } from "../../engine/model/catalogue.ts";
import { movedValue, scalarShapeOf, valuesNear } from "../solver/domain.ts";
import { type Use, usesOf } from "../solver/uses.ts";

/** One side of a boundary: the nearest value of the fact with which the leaf still holds, or fails. */
export interface BoundarySide {
  readonly holds: boolean;
  readonly value: Scalar;
}

/** An ordered comparison of a fact, or of a group's count, with a value that is fixed for the day. */
export interface Boundary {
  readonly use: Use;
  /** The value that the fact is compared with. */
  readonly limit: Scalar;
  /** Only those that the fact's type allows. */
  readonly sides: readonly BoundarySide[];
}

const ORDERED: ReadonlySet<string> = new Set([
  "lessThan",
  "lessThanInclusive",
  "greaterThan",
  "greaterThanInclusive",
  "before",
  "onOrBefore",
  "after",
  "onOrAfter",
]);

/** The boundary that a leaf draws; null where it draws none, or compares item by item. */
export function boundaryOf(leaf: Leaf): Boundary | null {
  const { operator } = leaf;
  if (operator.quantifier !== null || !ORDERED.has(operator.baseName)) return null;
  const uses = [...usesOf([leaf]).values()].flat();
  const [use] = uses;
  if (use === undefined || uses.length > 1 || use.other.kind !== "constant") return null;
  const limit = use.other.value;
  if (limit === null || isList(limit)) return null;
  const near = [...new Set(valuesNear(use, limit))].filter((value) => isAllowed(use, value));
  const sides = [true, false].flatMap((holds) => nearestWhere(use, holds, near));
  return { use, limit, sides };
}

function isAllowed({ own }: Use, value: Scalar): boolean {
  if (own.kind === "count") return typeof value === "number" && value >= 0;
  return faultOf(scalarShapeOf(own.shape), value) === null;
}

/** Of the values of one side the one next to the other side. */
function nearestWhere(use: Use, holds: boolean, near: readonly Scalar[]): readonly BoundarySide[] {
  const own = near.filter((value) => truthWith(use, value) === holds);
  const [other] = near.filter((value) => truthWith(use, value) === !holds);
  const [some] = own;
  if (some === undefined) return [];
  const isBelow = other === undefined ? isLowest(use, holds) : some < other;
  const value = own.reduce((one, next) => (next > one === isBelow ? next : one));
  return [{ holds, value }];
}

/** Whether the side that a leaf holds on, or fails on, lies below the limit. */
function isLowest({ leaf, side }: Use, holds: boolean): boolean {
  const { baseName, negated } = leaf.operator;
  const upward = baseName.startsWith("greater") || baseName.endsWith("fter");
  return (upward === (side === "left")) === (holds === negated);
}

/** Whether the leaf holds with a value of its fact; null where that is not known. */
function truthWith(use: Use, value: KnownValue): boolean | null {
  const { leaf, side, own, other } = use;
  const given = own.kind === "count" ? value : movedValue(value, own.shift);
  const limit = other.kind === "constant" ? other.value : null;
  if (given === null || limit === null) return null;
  const [left, right] = side === "left" ? [given, limit] : [limit, given];
  const truth = leaf.operator.compare(left, right);
  return truth === TRUE ? true : truth === FALSE ? false : null;
}

/** The side that a value tests: it lies on it, and no further off than its nearest value. */
export function sideTestedBy({ use, sides }: Boundary, value: FactValue): BoundarySide | null {
  if (value === null || typeof value === "object") return null;
  const holds = truthWith(use, value);
  const side = sides.find((candidate) => candidate.holds === holds);
  if (side === undefined) return null;
  const other = sides.find((candidate) => candidate.holds === !holds);
  if (side.value === value) return side;
  if (other === undefined) return null;
  const [low, high] = side.value < other.value ? [side, other] : [other, side];
  return low.value <= value && value <= high.value ? side : null;
}
