import { describe, expect, it } from "vitest";
import { type SqlOptions, sql } from "../../src/cli/sql.ts";
import { openDuckdb } from "../sql/applications.ts";
import { recordingTerminal } from "../support/terminal.ts";

const SPONSOR = "kota-serang/sponsor-korpri";

async function run(service: string, options: Partial<SqlOptions> = {}) {
  const terminal = recordingTerminal();
  const code = await sql(terminal, service, {
    asOf: "2026-11-22",
    dialect: "duckdb",
    table: "applications",
    key: "id",
    rules: "rules",
    lang: "en",
    ...options,
  });
  return { code, out: terminal.out, err: terminal.err };
}

describe("layak sql", () => {
  it("prints a table, and a statement that decides it", async () => {
    const { run: ask, close } = await openDuckdb();
    const table = await run(SPONSOR, { columns: true });
    const select = await run(SPONSOR);
    await ask(table.out.join("\n"));
    await ask(
      `INSERT INTO applications VALUES ('a', TRUE, TRUE), ('b', TRUE, FALSE), ('c', TRUE, NULL)`,
    );
    const rows = await ask(select.out.join("\n"));
    close();
    expect([table.code, select.code]).toEqual([0, 0]);
    expect(rows).toEqual([
      {
        id: "a",
        outcome: "eligible",
        requirement_anggota_korpri: "met",
        requirement_bersedia: "met",
        missing: [],
      },
      {
        id: "b",
        outcome: "ineligible",
        requirement_anggota_korpri: "met",
        requirement_bersedia: "unmet",
        missing: [],
      },
      {
        id: "c",
        outcome: "undetermined",
        requirement_anggota_korpri: "met",
        requirement_bersedia: "unknown",
        missing: ["sponsor.willing"],
      },
    ]);
  });

  it("quotes whatever names a table and its key", async () => {
    const { run: ask, close } = await openDuckdb();
    const names = { table: 'own."; DROP TABLE x; --', key: 'a"b' };
    const table = await run(SPONSOR, { ...names, columns: true });
    const select = await run(SPONSOR, names);
    await ask("CREATE SCHEMA own");
    await ask(table.out.join("\n"));
    const rows = await ask(select.out.join("\n"));
    close();
    expect(rows).toEqual([]);
  });

  it("says as JSON which fact each column is", async () => {
    const { code, out } = await run(SPONSOR, { json: true });
    const { columns, sql: text, ...rest } = JSON.parse(out.join("\n"));
    expect([code, rest, columns]).toEqual([
      0,
      { service: SPONSOR, asOf: "2026-11-22", dialect: "duckdb" },
      [
        { id: "sponsor.korpriMember", column: "sponsor_korpri_member" },
        { id: "sponsor.willing", column: "sponsor_willing" },
      ],
    ]);
    expect(text).toContain('FROM "applications"');
  });

  it.each([
    [
      "an unknown dialect",
      SPONSOR,
      { dialect: "oracle" },
      '--dialect must be "duckdb" or "trino", not "oracle".',
    ],
    ["an unknown service", "kota-serang/sponsor", {}, 'There is no service "kota-serang/sponsor".'],
  ])("refuses %s", async (_, service, options, told) => {
    const { code, err } = await run(service, options);
    expect(code).toBe(1);
    expect(err.join("\n")).toContain(told);
  });
});
