import { AS_OF, isReserved } from "../engine/conditions/references.ts";
import { faultOf } from "../engine/facts/shapes.ts";
import type { FactShape, FactValue, Scalar } from "../engine/model/catalogue.ts";
import { dayNumber } from "../engine/values/calendar.ts";
import { checkValue } from "../pack/checks/values.ts";
import { leastExceedsMost } from "../pack/diagnostics/entries.ts";
import { unknownFact, unknownKey } from "../pack/diagnostics/names.ts";
import { cannotBeSame, exactlyOne } from "../pack/diagnostics/populations.ts";
import { outOfLimits } from "../pack/diagnostics/values.ts";
import { type JsonNode, memberOf, plainValueOf, stringOf } from "../pack/json/nodes.ts";
import { suggest } from "../pack/suggest.ts";
import type { Outcome } from "./marginals.ts";
import { readDay } from "./read-day.ts";
import { namesOf, type Reading, shapeOf, takesAll } from "./reading.ts";

const CHOICES = ['"value"', '"from" and "to"', '"unknown"'];

/** What a share of the people have; null where the file says it wrongly, which is told. */
export function readOutcome(
  node: JsonNode,
  name: string,
  shape: FactShape,
  reading: Reading,
): Outcome | null {
  const value = memberOf(node, "value");
  const [from, to] = [memberOf(node, "from"), memberOf(node, "to")];
  const unknown = memberOf(node, "unknown");
  const given = [value, from ?? to, unknown].filter((one) => one !== undefined);
  const isWhole = (from === undefined) === (to === undefined);
  if (given.length !== 1 || !isWhole) {
    reading.report(node, exactlyOne(CHOICES));
    return null;
  }
  if (value !== undefined) return readValue(value, name, shape, reading);
  if (from === undefined || to === undefined) return { kind: "value", value: null };
  return readRange({ node, from, to }, name, shape, reading);
}

function readValue(
  node: JsonNode,
  name: string,
  shape: FactShape,
  reading: Reading,
): Outcome | null {
  if (node.kind !== "object") return readWritten(node, name, shape, reading.report);
  const fact = stringOf(node, "fact");
  if (fact === undefined || fact === AS_OF) {
    if (shape.type !== "date") return readWritten(node, name, shape, reading.report);
    const day = readDay(node, name, reading);
    return day === null ? null : { kind: "value", value: day };
  }
  const other = shapeOf(fact, reading.pack);
  const place = memberOf(node, "fact") ?? node;
  if (other === null || isReserved(fact)) {
    reading.report(place, unknownFact(fact, suggest(fact, namesOf(reading.pack))));
    return null;
  }
  if (!takesAll(shape, other)) {
    reading.report(place, cannotBeSame(name, fact));
    return null;
  }
  return { kind: "same", as: fact };
}

/** A value that is written out; of a list, items may be null. */
function readWritten(
  node: JsonNode,
  name: string,
  shape: FactShape,
  report: Reading["report"],
): Outcome | null {
  const nullable = node.kind === "array";
  checkValue(node, shape, { name, nullable, report, beyond: outOfLimits });
  const value = plainValueOf(node);
  return isValueOf(shape, value) ? { kind: "value", value } : null;
}

function isValueOf(shape: FactShape, value: unknown): value is FactValue {
  return value !== null && faultOf(shape, value) === null;
}

interface Range {
  readonly node: JsonNode;
  readonly from: JsonNode;
  readonly to: JsonNode;
}

function readRange(
  { node, from, to }: Range,
  name: string,
  shape: FactShape,
  reading: Reading,
): Outcome | null {
  const bounds = readBounds({ from, to }, name, shape, reading);
  if (bounds === null) return null;
  const [first, last] = bounds;
  if (typeof first === "string" && typeof last === "string") {
    return { kind: "days", from: dayNumber(first), to: dayNumber(last) };
  }
  if (typeof first !== "number" || typeof last !== "number") return null;
  const stepNode = memberOf(node, "step");
  const written = stepNode?.kind === "number" ? stepNode.value : undefined;
  const step = written ?? usualStep(shape);
  if (stepNode !== undefined) {
    const ofStep = stepShape(shape);
    const check = { name: "step", nullable: false, report: reading.report, beyond: outOfLimits };
    checkValue(stepNode, ofStep, check);
    if (faultOf(ofStep, written) !== null) return null;
  }
  const digits = Math.max(digitsOf(first), digitsOf(step));
  return { kind: "numbers", from: first, to: last, step, digits };
}

/**
 * The first and last value of a range of numbers or days; null where they are none, which is told.
 */
export function readBounds(
  { from, to }: Pick<Range, "from" | "to">,
  name: string,
  shape: FactShape,
  reading: Reading,
): readonly [from: Scalar, to: Scalar] | null {
  const { report } = reading;
  const bound = (node: JsonNode): Scalar | null => {
    if (shape.type === "date") return readDay(node, name, reading);
    checkValue(node, shape, { name, nullable: false, report, beyond: outOfLimits });
    return node.kind === "number" && faultOf(shape, node.value) === null ? node.value : null;
  };
  if (!RANGED.has(shape.type)) {
    report(from, unknownKey("from", null, ["value", "unknown"]));
    return null;
  }
  const [first, last] = [bound(from), bound(to)];
  if (first === null || last === null) return null;
  if (first > last) {
    if (typeof first !== "boolean" && typeof last !== "boolean") {
      report(from, leastExceedsMost("from", first, "to", last));
    }
    return null;
  }
  return [first, last];
}

/** Types whose values have an order. */
const RANGED: ReadonlySet<FactShape["type"]> = new Set([
  "date",
  "integer",
  "money",
  "number",
  "decimal",
]);

function usualStep(shape: FactShape): number {
  if (shape.type === "decimal") return 10 ** -shape.scale;
  return shape.type === "number" ? 0.01 : 1;
}

/** A step has the digits of the values, and no limits but that it is none or less. */
function stepShape(shape: FactShape): FactShape {
  if (shape.type === "decimal") return { type: "decimal", scale: shape.scale };
  return { type: shape.type === "number" ? "number" : "integer" };
}

/** How many digits a number has after the point. */
function digitsOf(number: number): number {
  const [, fraction = "", exponent = "0"] =
    /^-?\d+(?:\.(\d+))?(?:e([-+]\d+))?$/.exec(String(number)) ?? [];
  return Math.min(20, Math.max(0, fraction.length - Number(exponent)));
}
