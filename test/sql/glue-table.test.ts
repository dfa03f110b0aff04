import { describe, expect, test } from "vitest";
import { programOf } from "../../src/engine/decision/program.ts";
import type { Fact } from "../../src/engine/model/catalogue.ts";
import { readPack } from "../../src/pack/read-pack.ts";
import { columnsOf, typeOfColumn } from "../../src/sql/columns.ts";
import { TRINO } from "../../src/sql/dialects/trino.ts";
import { applicationsTable, glueColumns } from "../../src/sql/glue-table.ts";
import { testPack } from "../api/support/rules.ts";

const rules = await readPack("rules");
if (!rules.ok) throw new Error("the shipped rules are not valid");
const { pack } = rules;

/** As Trino writes a type of Hive. */
function inTrino(type: string): string {
  const [, items] = /^array<(.*)>$/.exec(type) ?? [];
  if (items !== undefined) return `array(${inTrino(items)})`;
  const [, fields] = /^struct<(.*)>$/.exec(type) ?? [];
  if (fields === undefined) return type === "string" ? "varchar" : type.replace(",", ", ");
  const each = [...fields.matchAll(/(\w+):((?:array<\w+>)|\w+(?:\([\d,]+\))?)/g)];
  return `row(${each.map(([, name, of = ""]) => `"${name}" ${inTrino(of)}`).join(", ")})`;
}

/** The fields of a row, in any order and number. */
function fieldsOf(type: string): readonly string[] {
  const [, fields = ""] = /^array\(row\((.*)\)\)$/.exec(type) ?? [];
  return fields.split(/, (?=")/);
}

describe("the table of applications in Glue", () => {
  test("has the columns that a catalogue's facts need, in its order", () => {
    expect(applicationsTable(testPack())).toEqual({
      table: "applications",
      columns: [
        { Name: "id", Type: "string", Comment: "" },
        { Name: "person_birth_date", Type: "date", Comment: "Tanggal lahir" },
        { Name: "coverage_status", Type: "string", Comment: "Status kepesertaan" },
        { Name: "coverage_programmes", Type: "array<string>", Comment: "Program" },
        { Name: "land_hectares", Type: "double", Comment: "Luas lahan" },
        { Name: "kiosk_owner", Type: "string", Comment: "Pemilik kios" },
        {
          Name: "drivers",
          Type: "array<struct<coverage_status:string,person_birth_date:date>>",
          Comment: "Pengemudi",
        },
      ],
      partitions: [
        { Name: "client", Type: "string" },
        { Name: "upload", Type: "string" },
      ],
    });
  });

  test.each([...pack.services.keys()])("has every column that %s reads, of its type", (service) => {
    const types = new Map(glueColumns(pack).map(({ Name, Type }) => [Name, inTrino(Type)]));
    const columns = columnsOf(programOf(pack, { service, asOf: "2026-11-22" }));
    expect(columns.length).toBeGreaterThan(0);
    for (const column of columns) {
      const [has = "", needs] = [types.get(column.column), typeOfColumn(column, TRINO)];
      if (column.kind === "fact") expect(has).toBe(needs);
      else expect(fieldsOf(has)).toEqual(expect.arrayContaining([...fieldsOf(needs)]));
    }
  });

  test("has no column for a number of a person, nor for what is computed", () => {
    const nik: Fact = {
      type: "string",
      format: "nik",
      label: { id: "NIK" },
      source: "applicant",
      personal: true,
    };
    const facts = new Map<string, Fact>([...testPack().facts, ["person.nik", nik]]);
    const named = { ...testPack(), facts };
    expect(glueColumns(named)).toEqual(glueColumns(testPack()));
    const names = glueColumns(pack).map(({ Name }) => Name);
    const computed = [...pack.facts].filter(([, { compute }]) => compute !== undefined);
    expect(computed.length).toBeGreaterThan(0);
    expect(names).not.toContain("arrears_months");
  });

  test.each(["id", "client", "upload"])("leaves no fact the name of its own column: %s", (id) => {
    const fact: Fact = {
      type: "boolean",
      label: { id: "Uji" },
      source: "applicant",
      personal: false,
    };
    const taken = { ...testPack(), facts: new Map([[id, fact]]), groups: new Map() };
    expect(() => glueColumns(taken)).toThrow(`the table has a column "${id}" of its own`);
  });
});
