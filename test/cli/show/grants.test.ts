import { describe, expect, it } from "vitest";
import { statementOf } from "../../../src/analysis/statement/statement.ts";
import { grantBlocks } from "../../../src/cli/show/grants.ts";
import { marksOf } from "../../../src/cli/show/lines.ts";
import { programOf } from "../../../src/engine/decision/program.ts";
import { fact, packOf, policy, requirement, SERVICE } from "../../support/pack.ts";

const is = (id: string) => ({ fact: id, operator: "equal", value: true });
const grant = (id: string, more: object) => ({
  id,
  text: { id: "Iuran", en: "Contribution" },
  sources: [],
  provenance: "assumed",
  ...more,
});

describe("a page about a policy", () => {
  it("says what is granted, to whom, and with which amount of the day", () => {
    const grants = [
      grant("iuran", { amount: { fact: "parameter.fee" } }),
      grant("tua", { conditions: is("older"), text: { id: "{amount}" }, amount: 5000 }),
    ];
    const fee = {
      type: "money",
      label: { id: "Iuran" },
      sources: [],
      values: [{ from: "2026-01-01", value: 8400, provenance: "assumed" }],
    };
    const pack = packOf({
      facts: { active: fact({ type: "boolean" }), older: fact({ type: "boolean" }) },
      parameters: { fee },
      policies: { "2026-01-01": policy([requirement("aktif", is("active"))], { grants }) },
    });
    const statement = statementOf(programOf(pack, { service: SERVICE, asOf: "2026-11-22" }));
    const notes = [
      { label: "Basis", text: "none yet" },
      { label: "Origin", text: "assumed; nobody has said so" },
    ];
    expect(grantBlocks(statement, marksOf(statement), "en").slice(2)).toEqual([
      {
        kind: "clauses",
        heading: { number: "G1", text: "Contribution Rp8,400 [P1]", mark: "always" },
        lines: [],
        notes,
      },
      {
        kind: "clauses",
        heading: { number: "G2", text: "Rp5,000", mark: "only if" },
        lines: [{ depth: 0, number: "G2.1", text: "Fact: yes.", notes: [] }],
        notes,
      },
    ]);
  });
});
