import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import type { FactValue } from "../../src/engine/model/catalogue.ts";
import type { Columns } from "../../src/population/columns.ts";
import type { Items } from "../../src/population/items.ts";
import { linesOf } from "../../src/population/lines.ts";

const COLUMNS: Columns = {
  facts: [{ kind: "fact", id: "a.b", column: "a_b", shape: { type: "string" } }],
  groups: [
    {
      ...{ kind: "group", id: "drivers", column: "drivers" },
      fields: [
        { id: "born", column: "born", shape: { type: "date" } },
        { id: "a.b", column: "a_b", shape: { type: "string" } },
      ],
    },
  ],
};

/** A row of these, as each form writes it. */
function written(value: FactValue, items: Items) {
  const application = { facts: [value], groups: [items] };
  const [csv, ndjson] = (["csv", "ndjson"] as const).map((form) => linesOf(form, COLUMNS));
  const [row]: string[][] = parse(csv?.line(3, application) ?? "");
  return { cells: row, json: JSON.parse(ndjson?.line(3, application) ?? "") };
}

describe("a row of a population", () => {
  it.each<[FactValue, string, unknown]>([
    [null, "", null],
    [true, "true", true],
    [false, "false", false],
    [0, "0", 0],
    [-12.5, "-12.5", -12.5],
    [1e-7, "0.0000001", 1e-7],
    [1.25e-9, "0.00000000125", 1.25e-9],
    [-3e21, "-3000000000000000000000", -3e21],
    [1.5e300, `15${"0".repeat(299)}`, 1.5e300],
    ["2026-11-22", "2026-11-22", "2026-11-22"],
    ['A, 2 "C"\n;', 'A, 2 "C"\n;', 'A, 2 "C"\n;'],
    [[], "[]", []],
    [["JKK"], "JKK", ["JKK"]],
    [["JKK", "JKM"], "JKK|JKM", ["JKK", "JKM"]],
    [["JKK", null], '["JKK",null]', ["JKK", null]],
    [["a|b", "c+d"], '["a|b","c+d"]', ["a|b", "c+d"]],
    [[1e-7, 2], "0.0000001|2", [1e-7, 2]],
  ])("has %j as %j in CSV, and as it is in JSON", (value, cell, json) => {
    expect(written(value, null)).toEqual({
      cells: ["P3", cell, ""],
      json: { id: "P3", a_b: json, drivers: null },
    });
  });

  it("has the items of a group as JSON, by columns", () => {
    const items = [{ born: "2000-01-01", "a.b": 'x"' }, null, { born: null, "a.b": null }];
    const told = [{ born: "2000-01-01", a_b: 'x"' }, null, { born: null, a_b: null }];
    const { cells, json } = written(1, items);
    expect(JSON.parse(cells?.[2] ?? "")).toEqual(told);
    expect(json.drivers).toEqual(told);
    expect(linesOf("csv", COLUMNS).head).toBe("id,a_b,drivers\n");
  });
});
