import type { Program } from "../engine/decision/program.ts";
import { columnsOf, typeOfColumn } from "./columns.ts";
import { commentText, quotedName } from "./quote.ts";
import type { SelectOptions } from "./select.ts";
import { indented } from "./writing.ts";

/** The table that a policy is asked of, each column with its fact's label. */
export function createTable(
  program: Program,
  { dialect, table, keys }: Pick<SelectOptions, "dialect" | "table" | "keys">,
): string {
  const { facts, groups } = program.pack;
  const columns = [
    ...keys.map((key) => ({
      line: `${quotedName(key)} ${dialect.typeOf({ type: "string" })}`,
      label: "",
    })),
    ...columnsOf(program).map((column) => ({
      line: `${quotedName(column.column)} ${typeOfColumn(column, dialect)}`,
      label: (facts.get(column.id) ?? groups.get(column.id))?.label.id ?? "",
    })),
  ];
  const lines = columns.map(({ line, label }, index) => {
    const comma = index < columns.length - 1 ? "," : "";
    return label === "" ? line + comma : `${line}${comma} -- ${commentText(label)}`;
  });
  return `CREATE TABLE ${table} (\n${indented(lines.join("\n"))}\n);\n`;
}
