import { largestDigits } from "../../engine/computing/exact.ts";
import type { FactShape } from "../../engine/model/catalogue.ts";
import type { Computation, Operation } from "../../engine/model/compute.ts";
import { divided, isOfUnit, multiplied, type Unit, unitInWords } from "./units.ts";

/** What a term or a computation comes to. A number that is written out has any unit. */
export interface Result extends Unit {
  readonly type: "number" | "money" | "date" | "other";
  /** Digits after the point, at most. */
  readonly scale: number;
  readonly isList: boolean;
  readonly isLiteral?: boolean;
}

export function agrees(result: Result, declared: Result): boolean {
  const isUnit = isOfUnit(result, declared.unit);
  return result.type === declared.type && result.scale <= declared.scale && isUnit;
}

export function inWords({ type, scale, ...measure }: Result): string {
  const unit = unitInWords(measure);
  const digits = Number.isFinite(scale) ? scale : "?";
  const whole = type === "number" ? "integer" : type;
  const words = scale === 0 ? whole : `${type === "number" ? "decimal" : type} (scale ${digits})`;
  return unit === undefined ? words : `${words}, ${unit}`;
}

export function resultOfShape(shape: FactShape, unit?: string): Result {
  if (shape.type === "list") return { ...resultOfShape(shape.items, unit), isList: true };
  const plain = { scale: 0, isList: false, unit };
  if (shape.type === "integer") return { ...plain, type: "number" };
  if (shape.type === "decimal") return { ...plain, type: "number", scale: shape.scale };
  if (shape.type === "money" || shape.type === "date") return { ...plain, type: shape.type };
  return { ...plain, type: "other" };
}

/** Whether an operation takes a term after those before it. */
export function fits(operation: Operation, term: Result, before: readonly Result[]): boolean {
  const isNumber = term.type === "number" || term.type === "money";
  const [first] = before.filter(({ isLiteral }) => isLiteral !== true);
  const isLike =
    first === undefined ||
    term.isLiteral === true ||
    (term.type === first.type && term.unit === first.unit);
  switch (operation) {
    case "count":
      return term.isList;
    case "monthsBetween":
    case "yearsBetween":
      return term.type === "date" && !term.isList;
    case "minimum":
    case "maximum":
      return (isNumber || term.type === "date") && isLike;
    case "sum":
      return isNumber && isLike;
    case "difference":
      return isNumber && isLike && !term.isList;
    case "product":
      return (
        isNumber &&
        !(term.type === "money" && (term.isList || before.some(({ type }) => type === "money")))
      );
    case "quotient":
      return (
        isNumber &&
        !term.isList &&
        (term.type !== "money" || before.length === 0 || first?.type === "money")
      );
  }
}

export function resultOf({ operation, scale = 0 }: Computation, terms: readonly Result[]): Result {
  const one = { isList: false };
  const scales = terms.map((term) => term.scale);
  const isMoney = terms.some(({ type }) => type === "money");
  switch (operation) {
    case "count":
    case "monthsBetween":
    case "yearsBetween":
      return { ...one, type: "number", scale: 0 };
    case "product":
      return {
        ...one,
        type: isMoney ? "money" : "number",
        scale: scalesOfProduct(terms),
        ...(!isMoney && multiplied(terms)),
      };
    case "quotient": {
      const [dividend, divisor] = terms;
      const remains = dividend?.type === "money" && divisor?.type !== "money";
      return { ...one, type: remains ? "money" : "number", scale, ...divided(dividend, divisor) };
    }
    default: {
      const [first] = terms.filter(({ isLiteral }) => isLiteral !== true);
      const type = first?.type ?? "number";
      const measure = { unit: first?.unit, powers: first?.powers };
      return { ...one, type, scale: Math.max(0, ...scales), ...measure };
    }
  }
}

/** Of a number that is written out; null where it has more digits after the point than 6. */
export function resultOfLiteral(value: number): Result | null {
  const scale = MOST_DECIMALS.find((digits) => isExact(value, digits));
  return scale === undefined ? null : { type: "number", scale, isList: false, isLiteral: true };
}

const MOST_DECIMALS = [0, 1, 2, 3, 4, 5, 6];

/** Whether a number has no more digits after the point, and every one of them is told exactly. */
function isExact(value: number, decimals: number): boolean {
  const digits = Math.round(value * 10 ** decimals);
  return Math.abs(digits) <= largestDigits(decimals) && digits / 10 ** decimals === value;
}

/** Nobody knows how many items a list has, and each adds its digits. */
function scalesOfProduct(terms: readonly Result[]): number {
  return terms.reduce(
    (sum, { scale, isList }) => sum + (isList && scale > 0 ? Number.POSITIVE_INFINITY : scale),
    0,
  );
}
