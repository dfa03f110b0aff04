import { readReference } from "../engine/conditions/references.ts";
import { DEFAULT_MAX_ITEMS } from "../engine/facts/shapes.ts";
import type { DecimalShape, FactShape, NumericShape } from "../engine/model/catalogue.ts";
import type { Pack } from "../engine/model/pack.ts";
import type { Report as Tell } from "../pack/checks/rule-file.ts";
import type { Report } from "./marginals.ts";

/** What a file is held against, and who is told of its faults. */
export interface Reading {
  readonly pack: Pack;
  readonly asOf: string;
  readonly report: Tell;
  /** By their keys; null where one is wrong, which has been told. */
  readonly reports: ReadonlyMap<string, Report | null>;
}

/** The shape of a fact, or of a group's length; null where there is no such name. */
export function shapeOf(name: string, pack: Pack): FactShape | null {
  const reference = readReference(name, pack.groups);
  if (reference.kind === "count") return countShape(reference.group, pack);
  return reference.kind === "fact" ? (pack.facts.get(name) ?? null) : null;
}

/** How many items a group may have. */
export function countShape(group: string, { groups }: Pack): FactShape {
  const { minItems = 0, maxItems = DEFAULT_MAX_ITEMS } = groups.get(group) ?? {};
  return { type: "integer", minimum: minItems, maximum: maxItems };
}

/** All that a marginal may be about or depend on. */
export function namesOf({ facts, groups }: Pack): readonly string[] {
  return [...facts.keys(), ...[...groups.keys()].map((id) => `${id}.count`)];
}

/** Whether every value of another fact is one of this. */
export function takesAll(shape: FactShape, other: FactShape): boolean {
  switch (shape.type) {
    case "list":
      return (
        other.type === "list" &&
        takesAll(shape.items, other.items) &&
        (shape.maxItems ?? DEFAULT_MAX_ITEMS) >= (other.maxItems ?? DEFAULT_MAX_ITEMS)
      );
    case "code": {
      const { codes } = shape;
      return (
        other.type === "code" &&
        Object.keys(other.codes).every((code) => Object.hasOwn(codes, code))
      );
    }
    case "boolean":
    case "date":
      return other.type === shape.type;
    case "string":
      return false;
    default:
      return isNumeric(other) && isOfKind(shape, other) && isWithin(shape, other);
  }
}

type Numeric = NumericShape | DecimalShape;

function isNumeric(shape: FactShape): shape is Numeric {
  return ["integer", "number", "money", "decimal"].includes(shape.type);
}

function isOfKind(shape: Numeric, other: Numeric): boolean {
  if (shape.type === "decimal") return other.type === "decimal" && other.scale <= shape.scale;
  return other.type === shape.type || (shape.type === "number" && other.type === "integer");
}

function isWithin(shape: Numeric, other: Numeric): boolean {
  const { minimum: least = Number.NEGATIVE_INFINITY, maximum: most = Number.POSITIVE_INFINITY } =
    shape;
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = other;
  return minimum >= least && maximum <= most;
}
