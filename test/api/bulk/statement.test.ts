import { describe, expect, test } from "vitest";
import { MOST_STATEMENT_BYTES, statementOf } from "../../../src/api/bulk/statement.ts";
import { programOf } from "../../../src/engine/decision/program.ts";
import { readPack } from "../../../src/pack/read-pack.ts";
import { trinoGrammar } from "../../sql/support/trino-grammar.ts";

const faultsIn = trinoGrammar();
const PLACES = {
  database: "layak_prod_bulk",
  bucket: "layak-prod-bulk-123456789012-ap-southeast-3",
  client: "dinas'pasar",
  upload: "kios-2026-11",
  run: "01a20000-0000-7000-8000-000000001000",
};

const rules = await readPack("rules");
if (!rules.ok) throw new Error("the shipped rules are not valid");
const { pack } = rules;

const statementFor = (service: string) =>
  statementOf(programOf(pack, { service, asOf: "2026-11-22" }), PLACES);

describe("the statement of a bulk run", () => {
  test.each(["kota-serang/sponsor-korpri", "kota-serang/perpanjangan-kir"])(
    "is Trino's grammar within what Athena adds: %s",
    (service) => {
      const statement = statementFor(service);
      const [whole, select = ""] = /^UNLOAD \(\n(.*)\n\)\nTO '[^']+'\nWITH \(.*\)$/s.exec(
        statement,
      ) ?? [""];
      expect(whole).toBe(statement);
      expect(faultsIn(select)).toEqual([]);
    },
  );

  test.each([...pack.services.keys()])("has room within Athena's limit: %s", (service) => {
    expect(Buffer.byteLength(statementFor(service))).toBeLessThan(MOST_STATEMENT_BYTES / 8);
  });

  test("reads one folder and writes another, each of which names the client", () => {
    const statement = statementFor("kota-serang/sewa-kios");
    expect(statement).toContain(`WHERE "client" = 'dinas_27pasar' AND "upload" = 'kios-2026-11'`);
    expect(statement).toContain(
      "TO 's3://layak-prod-bulk-123456789012-ap-southeast-3/out/dinas_27pasar/01a20000-0000-7000-8000-000000001000/'",
    );
  });
});
