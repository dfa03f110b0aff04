import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { show } from "../../../src/cli/show.ts";
import { fact, filesOf, policy, requirement, SERVICE } from "../../support/pack.ts";
import { recordingTerminal } from "../../support/terminal.ts";

const fee = {
  type: "money",
  label: { id: "Iuran", en: "Fee" },
  sources: [{ source: "law" }],
  values: [{ from: "2024-01-01", value: 16800, provenance: "reported" }],
};
const paid = requirement("lunas", {
  fact: "paid",
  operator: "greaterThanInclusive",
  value: { fact: "parameter.fee" },
});
const law = { title: { id: "UU Satu", en: "Law One" }, kind: "law", date: "2011", text: "seen" };

function rules(): string {
  const directory = mkdtempSync(join(tmpdir(), "layak-levels-"));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const files = {
    ...filesOf({
      facts: { paid: fact({ type: "money" }) },
      parameters: { fee },
      sources: { law },
      policies: {
        "2025-01-01": policy([paid]),
        "2026-01-01": policy([paid], { applicant: "office" }),
      },
    }),
    "kota/city.json": JSON.stringify({
      label: { id: "Kota Uji", en: "Test City" },
      offices: { dishub: { id: "Dishub" } },
    }),
    "kota/parameters.json": JSON.stringify({
      parameters: { fee: { ...fee, values: [{ ...fee.values[0], value: 10000 }] } },
    }),
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
  return directory;
}

async function page(lang: string, format: string): Promise<string> {
  const terminal = recordingTerminal();
  const options = { asOf: "2026-11-22", format, rules: rules(), lang };
  expect([await show(terminal, SERVICE, options), terminal.err]).toEqual([0, []]);
  return terminal.out.join("\n");
}

test("layak show tells the city, who applies, and that this was otherwise before", async () => {
  const text = await page("en", "text");
  expect(text).toContain(
    "Owner: Dinas\nCity: Test City\nApplicant: an office of the city, by its code in city.json\n",
  );
  expect(text).toContain(
    "Applicant: a person or a business → an office of the city, by its code in city.json",
  );
  expect(await page("id", "text")).toContain(
    "Kota: Kota Uji\nPemohon: perangkat daerah, dengan kodenya dalam city.json\n",
  );
});

test("layak show tells whose each amount and source is", async () => {
  const markdown = await page("en", "markdown");
  const rows = markdown.split("\n").filter((line) => line.startsWith("| "));
  expect(rows).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^\| P1 \| Fee \| Rp10,000 \|.*\| this city \|$/),
      expect.stringMatching(/^\| Law One \|.*\| national \|$/),
    ]),
  );
  expect(await page("id", "text")).toContain("Tingkat: kota ini");
});
