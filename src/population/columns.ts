import { compileProgram, type Program } from "../engine/decision/program.ts";
import { findService } from "../engine/decision/versions.ts";
import { LayakError } from "../engine/errors.ts";
import type { Pack } from "../engine/model/pack.ts";
import { columnOf } from "../pack/column-name.ts";
import { type Column, columnsOf } from "../sql/columns.ts";

export type FactColumn = Extract<Column, { readonly kind: "fact" }>;
export type GroupColumn = Extract<Column, { readonly kind: "group" }>;

/** The columns of a population, in the catalogue's order. */
export interface Columns {
  readonly facts: readonly FactColumn[];
  readonly groups: readonly GroupColumn[];
}

/**
 * Every version of a service for one day, drafts too, so that one population serves any two of them.
 * @throws LayakError `service-unknown`.
 */
export function programsOf(pack: Pack, id: string, asOf: string): readonly Program[] {
  const service = findService(pack, id);
  return service.versions.flatMap((version) => {
    try {
      return compileProgram({ pack, service, pinned: true }, version, asOf);
    } catch (error) {
      // A version that cannot decide on this day reads nothing on it.
      if (error instanceof LayakError && error.code === "date-out-of-range") return [];
      throw error;
    }
  });
}

/** What these policies read, each column once. */
export function columnsRead(pack: Pack, programs: readonly Program[]): Columns {
  const all = programs.flatMap((program) => columnsOf(program));
  const ids = new Set(all.flatMap((column) => (column.kind === "fact" ? column.id : [])));
  const groups = [...pack.groups.keys()].flatMap((id): readonly GroupColumn[] => {
    const same = all.filter((column) => column.kind === "group").filter((one) => one.id === id);
    const [first] = same;
    if (first === undefined) return [];
    const fields = new Map(same.flatMap((one) => one.fields).map((field) => [field.id, field]));
    const order = pack.groups.get(id)?.facts ?? [];
    return [{ ...first, fields: order.flatMap((fact) => fields.get(fact) ?? []) }];
  });
  return { facts: factColumns(pack, ids), groups };
}

/** The columns of facts, in the catalogue's order; what Layak computes itself has none. */
export function factColumns(pack: Pack, ids: ReadonlySet<string>): readonly FactColumn[] {
  return [...pack.facts].flatMap(([id, shape]): readonly FactColumn[] =>
    ids.has(id) && shape.compute === undefined
      ? [{ kind: "fact", id, column: columnOf(id), shape }]
      : [],
  );
}
