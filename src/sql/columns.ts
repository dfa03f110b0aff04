import type { Program } from "../engine/decision/program.ts";
import type { FactShape } from "../engine/model/catalogue.ts";
import { columnOf } from "../pack/column-name.ts";
import type { Dialect } from "./dialects/dialect.ts";
import { namesRead } from "./names-read.ts";

/** A column of the table that a policy is asked of: a fact, or a group with the facts of its items. */
export type Column =
  | {
      readonly kind: "fact";
      readonly id: string;
      readonly column: string;
      readonly shape: FactShape;
    }
  | {
      readonly kind: "group";
      readonly id: string;
      readonly column: string;
      readonly fields: readonly {
        readonly id: string;
        readonly column: string;
        readonly shape: FactShape;
      }[];
    };

/** The columns that a policy reads, in the catalogue's order: its facts, and then its groups. */
export function columnsOf(program: Program): readonly Column[] {
  const { pack } = program;
  const names = namesRead(program);
  const facts = [...pack.facts].flatMap(([id, shape]): readonly Column[] =>
    shape.compute === undefined && names.some((name) => name.group === null && name.id === id)
      ? [{ kind: "fact", id, column: columnOf(id), shape }]
      : [],
  );
  const groups = [...pack.groups].flatMap(([id, group]): readonly Column[] => {
    const read = names.filter(
      (name) => name.group === id || (name.group === null && name.id === id),
    );
    if (read.length === 0) return [];
    const fields = group.facts.flatMap((fact) => {
      const shape = pack.facts.get(fact);
      const isGiven = shape !== undefined && shape.compute === undefined;
      return isGiven && read.some((name) => name.id === fact)
        ? [{ id: fact, column: columnOf(fact), shape }]
        : [];
    });
    return [{ kind: "group", id, column: columnOf(id), fields }];
  });
  return [...facts, ...groups];
}

/** The type of a column in one dialect. */
export function typeOfColumn(column: Column, dialect: Dialect): string {
  if (column.kind === "fact") return typeOfShape(column.shape, dialect);
  const fields = column.fields.map(
    (field) => [field.column, typeOfShape(field.shape, dialect)] as const,
  );
  // A row has at least one field; of a group that is only counted nothing else is read.
  return dialect.listType(
    dialect.rowType(
      fields.length === 0 ? [["layak_nothing", dialect.typeOf({ type: "boolean" })]] : fields,
    ),
  );
}

/** The type of the values of a shape. */
export function typeOfShape(shape: FactShape, dialect: Dialect): string {
  return shape.type === "list"
    ? dialect.listType(dialect.typeOf(shape.items))
    : dialect.typeOf(shape);
}
