import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { diff } from "../../../src/cli/diff.ts";
import { temporaryFolder } from "../../support/files.ts";
import { fact, filesOf, policy, requirement, SERVICE } from "../../support/pack.ts";
import { recordingTerminal } from "../../support/terminal.ts";

const labelled = (id: string, en: string, shape: object) => fact({ ...shape, label: { id, en } });
const computed = (factor: number) =>
  labelled("Tunggakan", "Arrears", {
    type: "money",
    source: "system",
    compute: {
      operation: "product",
      of: [{ operation: "product", of: [{ fact: "months" }, factor] }, { fact: "parameter.fee" }],
    },
  });
const parameters = {
  fee: {
    type: "money",
    label: { id: "Iuran", en: "Fee" },
    sources: [],
    values: [{ from: "2026-01-01", value: 8400, provenance: "assumed" }],
  },
};
const REQUIRED = [requirement("aktif", { fact: "active", operator: "equal", value: true })];
const grant = (id: string, more: object = {}) => ({
  id,
  text: { id: "Iuran", en: "Contribution" },
  sources: [],
  provenance: "assumed",
  ...more,
});
const older = { conditions: { fact: "age", operator: "greaterThan", value: 60 } };

function rulesGranting(grants: readonly object[], factor = 1): string {
  const directory = join(temporaryFolder(), "rules");
  const facts = {
    active: labelled("Aktif", "Active", { type: "boolean" }),
    age: labelled("Umur", "Age", { type: "integer" }),
    months: labelled("Bulan", "Months", { type: "integer" }),
    owed: computed(factor),
  };
  const more = grants.length > 0 ? { grants } : {};
  const policies = { "2026-01-01": policy(REQUIRED, more) };
  for (const [path, text] of Object.entries(filesOf({ facts, parameters, policies }))) {
    const file = join(directory, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return directory;
}

async function compared(fromRules: string, toRules: string) {
  const terminal = recordingTerminal();
  const code = await diff(terminal, SERVICE, { rules: toRules, fromRules, toRules, lang: "en" });
  const end = terminal.out.indexOf("The textual change");
  return { code, out: terminal.out.slice(0, end < 0 ? undefined : end).slice(2) };
}

const NOBODY = ["", "No applicant of whom all is known is decided otherwise.", ""];
const ACTIVE = ["    Such as an applicant with:", "      Active: yes"];

describe("what layak diff tells of grants", () => {
  it("is another amount, for an applicant whom both sides accept, and differs", async () => {
    const [from, to] = [grant("iuran", { amount: 8400 }), grant("iuran", { amount: 16_800 })];
    expect(await compared(rulesGranting([from]), rulesGranting([to]))).toEqual({
      code: 4,
      out: [
        ...NOBODY,
        "Grants that change",
        "",
        "▸ iuran (Contribution): granted Rp8,400 → granted Rp16,800",
        ...ACTIVE,
        "",
      ],
    });
  });

  it("is a grant that joins, with conditions of its own", async () => {
    expect(await compared(rulesGranting([]), rulesGranting([grant("iuran", older)]))).toEqual({
      code: 4,
      out: [
        ...NOBODY,
        "Grants that change",
        "",
        "▸ iuran (Contribution): not in the policy → granted",
        ...ACTIVE,
        "      Age: 61",
        "",
      ],
    });
  });

  it("is nothing where an amount is written in another way", async () => {
    const [from, to] = [
      grant("iuran", { amount: 8400 }),
      grant("iuran", { amount: { fact: "parameter.fee" } }),
    ];
    expect(await compared(rulesGranting([from]), rulesGranting([to]))).toEqual({
      code: 0,
      out: NOBODY,
    });
  });

  it("is an applicant by what an amount is computed from, where that is done in another way", async () => {
    const owed = [grant("iuran", { amount: { fact: "owed" } })];
    const { code, out } = await compared(rulesGranting(owed, 1), rulesGranting(owed, 2));
    const at = out.indexOf("Grants that change");
    expect([code, out.slice(at, at + 6)]).toEqual([
      4,
      [
        "Grants that change",
        "",
        "▸ iuran (Contribution): granted Rp8,400 → granted Rp16,800",
        "    Such as an applicant with:",
        "      Active: yes",
        "      Months: 1",
      ],
    ]);
  });
});
