import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { diff } from "../../../src/cli/diff.ts";
import type { Language } from "../../../src/engine/model/text.ts";
import { temporaryFolder } from "../../support/files.ts";
import { fact, filesOf, policy, requirement, SERVICE } from "../../support/pack.ts";
import { recordingTerminal } from "../../support/terminal.ts";

const FACTS = {
  income: fact({ type: "money", minimum: 0, label: { id: "Penghasilan", en: "Income" } }),
  size: fact({ type: "integer", minimum: 0, label: { id: "Anggota", en: "Members" } }),
  share: fact({
    type: "money",
    label: { id: "Penghasilan per orang", en: "Income per person" },
    source: "system",
    compute: {
      operation: "quotient",
      of: [{ fact: "income" }, { fact: "size" }],
      scale: 0,
      rounding: "down",
    },
  }),
  doubled: fact({
    type: "integer",
    label: { id: "Dua kali anggota", en: "Twice the members" },
    source: "system",
    compute: { operation: "product", of: [2, { fact: "size" }] },
  }),
};

function rulesWith(condition: object): string {
  const directory = join(temporaryFolder(), "rules");
  const policies = { "2026-01-01": policy([requirement("syarat", condition)]) };
  for (const [path, text] of Object.entries(filesOf({ facts: FACTS, policies }))) {
    const file = join(directory, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return directory;
}

async function toldIn(lang: Language, before: object, after: object) {
  const terminal = recordingTerminal();
  const [fromRules, toRules] = [rulesWith(before), rulesWith(after)];
  await diff(terminal, SERVICE, { rules: toRules, fromRules, toRules, lang });
  return terminal.out;
}

const ANYBODY = { fact: "size", operator: "greaterThanInclusive", value: 0 };

describe("a comparison of policies that compute", () => {
  it("says of whom no sum has a result that there is none, not that something is awaited", async () => {
    const poor = { fact: "share", operator: "greaterThanInclusive", value: 0 };
    const english = await toldIn("en", ANYBODY, poor);
    expect(english.filter((line) => line.startsWith("  ")).slice(0, 4)).toEqual([
      "  Now without a result (a division by zero, nothing to compute from, or a code not in the table): Income per person.",
      "    Such as an applicant with:",
      "      Members: 0",
      "      Income: Rp1",
    ]);
    expect(await toldIn("id", poor, ANYBODY)).toContain(
      "  Dulu tidak ada hasilnya (dibagi nol, tidak ada yang dihitung, atau kode di luar tabel): Penghasilan per orang.",
    );
  });

  it("says what stays open, and why", async () => {
    const odd = { fact: "doubled", operator: "notEqual", value: 7 };
    expect(await toldIn("en", ANYBODY, odd)).toContain(
      "  eligible → not eligible yet: it turns on computed facts, and no facts were found from which they are computed so",
    );
    expect(await toldIn("id", ANYBODY, odd)).toContain(
      "  memenuhi syarat → belum memenuhi syarat: bergantung pada fakta hitungan, dan tidak ditemukan data yang hasil hitungannya demikian",
    );
  });
});
