import { faultOf } from "../engine/facts/shapes.ts";
import type { FactShape, Scalar } from "../engine/model/catalogue.ts";
import { checkValue } from "../pack/checks/values.ts";
import { listedTwice } from "../pack/diagnostics/entries.ts";
import { wrongKind } from "../pack/diagnostics/form.ts";
import { exactlyOne, noRowOtherwise, rowsMissing } from "../pack/diagnostics/populations.ts";
import { outOfLimits } from "../pack/diagnostics/values.ts";
import { kindInWords } from "../pack/diagnostics/words.ts";
import { itemsOf, type JsonNode, memberOf } from "../pack/json/nodes.ts";
import type { RowSelector } from "./marginals.ts";
import { readBounds } from "./read-outcome.ts";
import type { Reading } from "./reading.ts";

/** The keys that say when a row holds. */
const CHOICES = ['"values"', '"from" and "to"', '"unknown"', '"otherwise"'];

/** When a row holds; null where it says so wrongly, which is told. */
export function readSelector(
  node: JsonNode,
  by: string,
  shape: FactShape,
  reading: Reading,
): RowSelector | null {
  const [values, from, to] = [
    memberOf(node, "values"),
    memberOf(node, "from"),
    memberOf(node, "to"),
  ];
  const [unknown, otherwise] = [memberOf(node, "unknown"), memberOf(node, "otherwise")];
  const given = [values, from ?? to, unknown, otherwise].filter((one) => one !== undefined);
  const isWhole = (from === undefined) === (to === undefined);
  if (given.length !== 1 || !isWhole) {
    reading.report(node, exactlyOne(CHOICES));
    return null;
  }
  if (values !== undefined) return readValues(values, by, shape, reading.report);
  if (from !== undefined && to !== undefined) {
    const bounds = readBounds({ from, to }, by, shape, reading);
    return bounds === null ? null : { kind: "range", from: bounds[0], to: bounds[1] };
  }
  return { kind: unknown === undefined ? "otherwise" : "unknown" };
}

function readValues(
  node: JsonNode,
  by: string,
  shape: FactShape,
  report: Reading["report"],
): RowSelector | null {
  if (node.kind !== "array") {
    report(node, wrongKind("values", kindInWords("array"), node));
    return null;
  }
  const values: Scalar[] = [];
  for (const item of node.items) {
    checkValue(item, shape, { name: by, nullable: false, report, beyond: outOfLimits });
    if (item.kind === "object" || item.kind === "array" || item.kind === "null") continue;
    if (faultOf(shape, item.value) === null) values.push(item.value);
  }
  return values.length === node.items.length ? { kind: "values", values } : null;
}

/** Tells values that several rows, or none, are about. */
export function checkRows(
  node: JsonNode,
  by: string,
  shape: FactShape,
  selectors: readonly (RowSelector | null)[],
  report: Reading["report"],
): void {
  const seen = new Set<Scalar | RowSelector["kind"] | symbol>();
  for (const [at, row] of itemsOf(node).entries()) {
    const selector = selectors[at];
    if (selector?.kind === "values") {
      for (const [index, value] of selector.values.entries()) {
        const place = itemsOf(memberOf(row, "values"))[index] ?? row;
        if (seen.has(value)) report(place, listedTwice(String(value)));
        seen.add(value);
      }
    }
  }
  for (const kind of ["unknown", "otherwise"] as const) {
    const places = itemsOf(node).filter((_, at) => selectors[at]?.kind === kind);
    for (const row of places.slice(1)) report(memberOf(row, kind) ?? row, listedTwice(kind));
    if (kind === "otherwise" && places.length > 0) return;
  }
  // What is wrong with a row has been told; which values it is about is not known.
  if (selectors.includes(null)) return;
  const all = valuesOf(shape);
  if (all === null) report(node, noRowOtherwise(by));
  else {
    const missing = all.filter((value) => !seen.has(value));
    if (missing.length > 0) report(node, rowsMissing(by, missing.map(String)));
  }
}

/** All values of a shape that has few; null where there are too many to have a row each. */
function valuesOf(shape: FactShape): readonly Scalar[] | null {
  if (shape.type === "boolean") return [true, false];
  return shape.type === "code" ? Object.keys(shape.codes) : null;
}
