import { describe, expect, it } from "vitest";
import { changesBetween } from "../../../src/analysis/statement/changes.ts";
import { statementOf } from "../../../src/analysis/statement/statement.ts";
import { changeBlocks } from "../../../src/cli/show/changes.ts";
import { grantBlocks } from "../../../src/cli/show/grants.ts";
import { asHtml } from "../../../src/cli/show/html.ts";
import { marksOf } from "../../../src/cli/show/lines.ts";
import { asMarkdown } from "../../../src/cli/show/markdown.ts";
import { asText } from "../../../src/cli/show/text.ts";
import { programOf } from "../../../src/engine/decision/program.ts";
import { fact, packOf, policy, requirement, SERVICE } from "../../support/pack.ts";
import { recordingTerminal } from "../../support/terminal.ts";

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
        heading: { text: "G1. Contribution Rp8,400 [P1]", mark: "always" },
        lines: [],
        notes,
      },
      {
        kind: "clauses",
        heading: { text: "G2. Rp5,000", mark: "only if" },
        lines: [{ depth: 0, number: "G2.1", text: "Fact: yes.", notes: [] }],
        notes,
      },
    ]);
  });

  describe("lists what is granted otherwise than by the version before", () => {
    const fee = (value: number) => ({
      type: "money",
      label: { id: `Iuran ${value}`, en: `Fee of ${value}` },
      sources: [],
      values: [{ from: "2026-01-01", value, provenance: "assumed" }],
    });
    const granting = (grants: readonly object[]) =>
      policy([requirement("aktif", is("active"))], { grants });
    const pack = packOf({
      facts: { active: fact({ type: "boolean" }), older: fact({ type: "boolean" }) },
      parameters: { low: fee(8400), high: fee(16_800) },
      policies: {
        "2026-01-01": granting([
          grant("iuran", { amount: { fact: "parameter.low" } }),
          grant("lama", { text: { id: "Dihapus", en: "Gone" }, conditions: is("older") }),
        ]),
        "2026-04-01": granting([
          grant("baru", { text: { id: "Baru", en: "New" } }),
          grant("iuran", { amount: { fact: "parameter.high" }, conditions: is("older") }),
        ]),
      },
    });
    const asOf = "2026-11-22";
    const [before, after] = ["2026-01-01", "2026-04-01"].map((version) =>
      statementOf(programOf(pack, { service: SERVICE, asOf, version })),
    );
    if (before === undefined || after === undefined) throw new Error("there are two versions");
    const earlier = {
      statement: before,
      marks: marksOf(before),
      changes: changesBetween(before, after),
    };
    const now = { statement: after, marks: marksOf(after) };
    const blocks = changeBlocks(now, earlier, "en");

    it("as text", () => {
      const { paint } = recordingTerminal();
      expect(asText(blocks, paint).filter((line) => line !== "")).toEqual([
        "Changes since the version of 1 January 2026",
        "───────────────────────────────────────────",
        "G2. Gone (grant removed)",
        "  − G2.1 Fact: yes.",
        "G1. New (new grant)",
        "   Basis: none yet",
        "   Origin: assumed; nobody has said so",
        "G2. Contribution Rp16,800 (grant changed)",
        "  + G2.1 Fact: yes.",
        "   Given: Contribution Rp8,400 → Contribution Rp16,800",
        "   Amount from: Fee of 8400 → Fee of 16800",
      ]);
    });

    it("as Markdown", () => {
      expect(asMarkdown(blocks)).toBe(`## Changes since the version of 1 January 2026

### G2. Gone (grant removed)

- **−** G2.1 Fact: yes.

### G1. New (new grant)

- _Basis:_ none yet
- _Origin:_ assumed; nobody has said so

### G2. Contribution Rp16,800 (grant changed)

- **+** G2.1 Fact: yes.

- _Given:_ Contribution Rp8,400 → Contribution Rp16,800
- _Amount from:_ Fee of 8400 → Fee of 16800
`);
    });

    it("as HTML", () => {
      const page = asHtml(blocks, "en");
      const sections = page.match(/<section>.*?<\/section>/g) ?? [];
      expect(sections).toEqual([
        '<section><h3>G2. Gone <span class="mark">grant removed</span></h3><ol class="clauses"><li class="d0 removed"><span class="number">G2.1</span><div><b>−</b> Fact: yes.</div></li></ol></section>',
        '<section><h3>G1. New <span class="mark">new grant</span></h3><dl class="notes"><div><dt>Basis</dt><dd>none yet</dd></div><div><dt>Origin</dt><dd>assumed; nobody has said so</dd></div></dl></section>',
        '<section><h3>G2. Contribution Rp16,800 <span class="mark">grant changed</span></h3><ol class="clauses"><li class="d0 added"><span class="number">G2.1</span><div><b>+</b> Fact: yes.</div></li></ol><dl class="notes"><div><dt>Given</dt><dd>Contribution Rp8,400 → Contribution Rp16,800</dd></div><div><dt>Amount from</dt><dd>Fee of 8400 → Fee of 16800</dd></div></dl></section>',
      ]);
    });
  });
});
