import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../support/files.ts";
import { fact, filesOf, policy, requirement } from "../../support/pack.ts";
import { layak } from "../support/layak.ts";
import { serving } from "../support/served.ts";

const serve = serving();

const PARTS = {
  facts: {
    "household.income": fact({ type: "money", label: { id: "Penghasilan", en: "Income" } }),
    "household.size": fact({ type: "integer", label: { id: "Anggota", en: "Members" } }),
    "income.perPerson": fact({
      type: "money",
      label: { id: "Penghasilan per orang", en: "Income per person" },
      source: "system",
      compute: {
        operation: "quotient",
        of: [{ fact: "household.income" }, { fact: "household.size" }],
        scale: 0,
        rounding: "half-up",
      },
    }),
  },
  policies: {
    "2026-01-01": policy([
      requirement("penghasilan", {
        fact: "income.perPerson",
        operator: "lessThan",
        value: 2_000_000,
        unmet: { id: "Terlalu tinggi: {income.perPerson}.", en: "Too high: {income.perPerson}." },
      }),
    ]),
  },
};

/** The rules in a folder of their own. */
function rulesFolder(): string {
  const folder = temporaryFolder();
  for (const [path, text] of Object.entries(filesOf(PARTS))) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

test("what is computed is answered, kept, verified without Layak's help and decided again", async () => {
  const data = temporaryFolder();
  const { address, headers } = await serve("--rules", rulesFolder(), "--data", data);
  const ask = async (facts: object) => {
    const body = JSON.stringify({
      service: "kota/layanan",
      applicant: { nik: "3673995708790002" },
      facts,
      language: "en",
    });
    const response = await fetch(`${address}/v1/decisions`, { method: "POST", headers, body });
    return { status: response.status, body: JSON.parse(await response.text()) };
  };

  const { status, body } = await ask({ "household.income": 9_000_000, "household.size": 4 });
  expect([status, body.outcome, body.computed, body.explanation.requirements[0]]).toEqual([
    201,
    "ineligible",
    [
      {
        fact: "income.perPerson",
        value: 2_250_000,
        operands: { "household.income": 9_000_000, "household.size": 4 },
      },
    ],
    {
      id: "penghasilan",
      title: "Requirement penghasilan",
      outcome: "unmet",
      enforcement: "required",
      reasons: ["Too high: Rp2,250,000."],
      computed: ["Income per person: Rp9,000,000 (Income) ÷ 4 (Members) = Rp2,250,000."],
      sources: [],
    },
  ]);

  const lacking = await ask({ "household.income": 9_000_000 });
  expect([lacking.status, lacking.body.outcome, lacking.body.missing]).toEqual([
    201,
    "undetermined",
    ["household.size"],
  ]);

  const record = join(data, "record.json");
  const kept = await fetch(`${address}/v1/decisions/${body.id}/record`, { headers });
  writeFileSync(record, await kept.text());
  const receipt = join(data, "receipt.txt");
  writeFileSync(receipt, body.receipt);
  const keys = join(data, "keys.json");
  writeFileSync(keys, await (await fetch(`${address}/v1/keys`)).text());
  const verified = await layak(["verify", receipt, "--keys", keys]);
  const replayed = await layak(["replay", record]);
  expect([kept.status, verified.code, verified.out.slice(0, 2)]).toEqual([
    200,
    0,
    ["BUKTI INI ASLI", "Keputusan: belum memenuhi syarat"],
  ]);
  expect([replayed.code, replayed.out[0]]).toEqual([
    0,
    "SAMA: fakta dan aturan dalam catatan ini menghasilkan keputusan itu lagi.",
  ]);
});
