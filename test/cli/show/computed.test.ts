import { describe, expect, it } from "vitest";
import { statementOf } from "../../../src/analysis/statement/statement.ts";
import type { Block } from "../../../src/cli/show/blocks.ts";
import { asHtml } from "../../../src/cli/show/html.ts";
import { asMarkdown } from "../../../src/cli/show/markdown.ts";
import { pageOf } from "../../../src/cli/show/page.ts";
import { asText } from "../../../src/cli/show/text.ts";
import { programOf } from "../../../src/engine/decision/program.ts";
import type { Language } from "../../../src/engine/model/text.ts";
import { fact, packOf, policy, requirement, SERVICE } from "../../support/pack.ts";
import { recordingTerminal } from "../../support/terminal.ts";

const labelled = (id: string, en: string) => ({ label: { id, en } });
const table = (from: string, value: object) => ({ from, value, provenance: "assumed" });

/** A subsidy whose limit is computed by a table, and whose amount is computed too. */
const PACK = packOf({
  facts: {
    rent: fact({ type: "money", ...labelled("Sewa", "Rent") }),
    town: fact({
      type: "code",
      codes: { U: { id: "Utara", en: "North" }, S: { id: "Selatan", en: "South" } },
      ...labelled("Kecamatan", "District"),
    }),
    limit: fact({
      type: "money",
      source: "system",
      compute: { operation: "product", of: [{ fact: "parameter.line" }, 2] },
      ...labelled("Batas", "Limit"),
    }),
    amount: fact({
      type: "money",
      source: "system",
      compute: { operation: "difference", of: [{ fact: "limit" }, { fact: "rent" }] },
      ...labelled("Besar subsidi", "Subsidy"),
    }),
  },
  parameters: {
    line: {
      type: "money",
      by: "town",
      ...labelled("Garis", "Line"),
      sources: [],
      values: [table("2026-01-01", { U: 600, S: 650 }), table("2027-01-01", { U: 620, S: 670 })],
    },
  },
  policies: {
    "2026-01-01": policy(
      [
        requirement("sewa", {
          fact: "rent",
          operator: "lessThanInclusive",
          value: { fact: "limit" },
        }),
      ],
      {
        grants: [
          {
            id: "subsidi",
            text: { id: "Subsidi sewa {amount} per bulan", en: "Rent subsidy of {amount} a month" },
            amount: { fact: "amount" },
            sources: [],
            provenance: "assumed",
          },
        ],
      },
    ),
  },
});

function page(language: Language): readonly Block[] {
  const statement = statementOf(programOf(PACK, { service: SERVICE, asOf: "2026-11-22" }));
  return pageOf({ statement, before: null, digest: "", adoptions: [] }, language);
}

describe("a page about a policy that computes", () => {
  it("tells the formulas and their table in text, led to by their marks", () => {
    const lines = asText(page("id"), recordingTerminal().paint);
    const from = lines.indexOf("Syarat") + 5;
    expect(lines.slice(from, lines.indexOf("Sumber")).filter((line) => line !== "")).toEqual([
      "1. Syarat sewa (wajib)",
      "  1.1 Sewa: paling banyak Batas [F1].",
      "   Dasar: belum ada",
      "   Asal: anggapan, belum ada yang menyatakannya",
      "Yang diberikan",
      "──────────────",
      "Diberikan kepada pemohon yang memenuhi syarat; tidak mengubah putusan.",
      "G1. Subsidi sewa [F2] per bulan (selalu)",
      "   Jumlah menurut: Besar subsidi [F2]",
      "   Dasar: belum ada",
      "   Asal: anggapan, belum ada yang menyatakannya",
      "Cara menghitung",
      "───────────────",
      "  F1 Batas = Garis × 2 [P1].",
      "  F2 Besar subsidi = Batas − Sewa [F1].",
      "Angka dan jangka waktu",
      "──────────────────────",
      "P1 Garis, menurut Kecamatan",
      "    Nilai: Utara Rp600; Selatan Rp650; mulai 1 Januari 2027: Utara Rp620; Selatan Rp670",
      "    Sejak: 1 Januari 2026",
      "    Dasar: –",
      "    Asal: anggapan, belum ada yang menyatakannya",
      "    Tingkat: nasional",
    ]);
  });

  it("tells them in Markdown", () => {
    const told = asMarkdown(page("en"));
    expect(told).toContain("### G1. Rent subsidy of \\[F2\\] a month (always)");
    expect(told).toContain(`## How it is computed

- F1 Limit = Line × 2 \\[P1\\].
- F2 Subsidy = Limit − Rent \\[F1\\].
`);
    expect(told).toContain(
      "| P1 | Line, by District | North Rp600; South Rp650; from 1 January 2027: North Rp620; South Rp670 |",
    );
  });

  it("tells them in HTML", () => {
    const told = asHtml(page("en"), "en");
    expect(told).toContain(
      '<h2>How it is computed</h2>\n<section><ol class="clauses"><li class="d0"><span class="number">F1</span><div>Limit = Line × 2 [P1].</div></li><li class="d0"><span class="number">F2</span><div>Subsidy = Limit − Rent [F1].</div></li></ol></section>',
    );
    expect(told).toContain("<td>Line, by District</td>");
  });
});
