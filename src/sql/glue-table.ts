import type { Fact, FactShape, ScalarShape } from "../engine/model/catalogue.ts";
import type { Pack } from "../engine/model/pack.ts";
import { columnOf } from "../pack/column-name.ts";

/** The table of applications in AWS Glue, for every service at once. */
export const APPLICATIONS = {
  table: "applications",
  /** The column that tells which application a row is. */
  key: "id",
  /** Whose files, and which: Athena takes these from the statement. */
  partitions: ["client", "upload"],
} as const;

/** A column as AWS Glue describes it, with a type of Hive. */
export interface GlueColumn {
  readonly Name: string;
  readonly Type: string;
  readonly Comment: string;
}

/** The table as the deployment takes it in. */
export function applicationsTable(pack: Pack) {
  const { table, partitions } = APPLICATIONS;
  return {
    table,
    columns: glueColumns(pack),
    partitions: partitions.map((Name) => ({ Name, Type: "string" })),
  };
}

/** AWS Glue takes no longer ones. */
const LONGEST_COMMENT = 255;

/**
 * A column for each fact of the catalogue that is given and for each group, with the fact's label.
 * No number of a person is among them: what a NIK is looked up for has been joined before.
 * @throws Error where a fact has the name of the key or of a partition.
 */
export function glueColumns({ facts, groups }: Pack): readonly GlueColumn[] {
  const isGiven = (shape: Fact) => shape.compute === undefined && !namesPerson(shape);
  const columns = [
    ...[...facts].flatMap(([id, shape]) =>
      isGiven(shape) ? [column(id, typeOf(shape), shape.label.id)] : [],
    ),
    ...[...groups].map(([id, group]) => {
      const fields = group.facts.flatMap((fact) => {
        const shape = facts.get(fact);
        return shape !== undefined && isGiven(shape) ? [`${columnOf(fact)}:${typeOf(shape)}`] : [];
      });
      const row = fields.length === 0 ? ["layak_nothing:boolean"] : fields;
      return column(id, `array<struct<${row.join(",")}>>`, group.label.id);
    }),
  ];
  const taken: readonly string[] = [APPLICATIONS.key, ...APPLICATIONS.partitions];
  const clash = columns.find(({ Name }) => taken.includes(Name));
  if (clash !== undefined) throw new Error(`the table has a column "${clash.Name}" of its own`);
  return [{ Name: APPLICATIONS.key, Type: "string", Comment: "" }, ...columns];
}

function column(id: string, type: string, label: string): GlueColumn {
  return { Name: columnOf(id), Type: type, Comment: label.slice(0, LONGEST_COMMENT) };
}

function namesPerson(shape: FactShape): boolean {
  const scalar = shape.type === "list" ? shape.items : shape;
  return scalar.type === "string" && scalar.format === "nik";
}

function typeOf(shape: FactShape): string {
  return shape.type === "list" ? `array<${scalarType(shape.items)}>` : scalarType(shape);
}

/** Each is what the dialect of Trino reads as the type of the same shape. */
function scalarType(shape: ScalarShape): string {
  switch (shape.type) {
    case "boolean":
      return "boolean";
    case "integer":
    case "money":
      return "bigint";
    case "number":
      return "double";
    case "decimal":
      return `decimal(18,${shape.scale})`;
    case "date":
      return "date";
    default:
      return "string";
  }
}
