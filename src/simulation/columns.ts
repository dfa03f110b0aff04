import type { FactShape, Group } from "../engine/model/catalogue.ts";
import type { Pack } from "../engine/model/pack.ts";
import { type Column, columnsOf } from "../sql/columns.ts";
import type { Sides } from "./catalogue.ts";

type Catalogue = Pick<Pack, "facts" | "groups">;

/** The columns that either policy reads, each once, as the catalogue of both has them. */
export function columnsOfBoth({ from, to }: Sides, catalogue: Catalogue): readonly Column[] {
  const columns = new Map<string, Column>();
  for (const column of [...columnsOf(to), ...columnsOf(from)]) {
    const before = columns.get(column.id);
    columns.set(column.id, before === undefined ? column : merged(before, column));
  }
  return [...columns.values()].map((column) => inCatalogue(column, catalogue));
}

function merged(one: Column, other: Column): Column {
  if (one.kind !== "group" || other.kind !== "group") return one;
  const more = other.fields.filter(({ id }) => !one.fields.some((field) => field.id === id));
  return { ...one, fields: [...one.fields, ...more] };
}

function inCatalogue(column: Column, { facts }: Catalogue): Column {
  const shapeOf = (one: { readonly id: string; readonly shape: FactShape }) =>
    facts.get(one.id) ?? one.shape;
  return column.kind === "fact"
    ? { ...column, shape: shapeOf(column) }
    : { ...column, fields: column.fields.map((field) => ({ ...field, shape: shapeOf(field) })) };
}

/** Whether an id names a group, or how many items one has: `drivers`, `drivers.count`. */
export function groupNamed(
  id: string,
  groups: ReadonlyMap<string, Group>,
): { readonly id: string; readonly group: Group } | null {
  const name = id.replace(/\.count$/, "");
  const group = groups.get(name);
  return group === undefined ? null : { id: name, group };
}
