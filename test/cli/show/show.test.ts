import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { adopt } from "../../../src/cli/adopt.ts";
import { createNew } from "../../../src/cli/new.ts";
import { type ShowOptions, show } from "../../../src/cli/show.ts";
import { copyOfRules } from "../../support/files.ts";
import { recordingTerminal } from "../../support/terminal.ts";

const KIOSK = "kota-serang/sewa-kios";
const SERVICES = readdirSync("rules/kota-serang")
  .filter((name) => !name.endsWith(".json"))
  .map((name) => `kota-serang/${name}`);

async function shown(service: string, options: Partial<ShowOptions> = {}) {
  vi.useFakeTimers({ now: new Date("2026-11-22T03:00:00Z"), toFake: ["Date"] });
  onTestFinished(() => void vi.useRealTimers());
  const terminal = recordingTerminal();
  const code = await show(terminal, service, {
    format: "text",
    rules: "rules",
    lang: "id",
    ...options,
  });
  return { code, out: terminal.out, err: terminal.err, page: terminal.out.join("\n") };
}

/** The lines under a heading, up to the next. */
function under(heading: string, lines: readonly string[]): readonly string[] {
  const start = lines.findIndex((line) => line.startsWith(heading)) + 2;
  const end = lines.findIndex((line, index) => index > start && line.startsWith("─"));
  return lines.slice(start, end === -1 ? undefined : end - 1).filter((line) => line !== "");
}

describe("layak show", () => {
  it("tells the policy in force today, with who is answerable for it", async () => {
    const { code, err, out } = await shown(KIOSK);
    expect([code, err]).toEqual([0, []]);
    expect(out.slice(0, 9)).toEqual([
      "Sewa kios pasar",
      "═══════════════",
      "",
      "! PERCONTOHAN. Setiap jawaban kebijakan ini sementara.",
      "",
      "Layanan: kota-serang/sewa-kios",
      "Status: percontohan, jawabannya sementara",
      "Berlaku: mulai 1 Januari 2026",
      "Angka dan tanggal menurut: 22 November 2026",
    ]);
  });

  it("tells each requirement as numbered clauses, with what it rests on", async () => {
    const { out } = await shown(KIOSK, { lang: "en" });
    const start = out.indexOf("3. Kiosk levy (retribusi) paid up (required)");
    expect(out.slice(start, start + 7)).toEqual([
      "3. Kiosk levy (retribusi) paid up (required)",
      "  3.1 Applies only if Kind of lease application: “renewal”.",
      "  3.2 Kiosk levy (retribusi) paid through: on or after the decision date (22 November 2026).",
      "   Basis: none yet",
      "   Origin: assumed; nobody has said so",
      "   Still to be asked: Known from markets of other cities. That it must be paid through this day,",
      "     without leeway, is only assumed.",
    ]);
  });

  it("tells the amounts of the day, and leads to them from the clauses", async () => {
    const { out, page } = await shown("kota-serang/bantuan-pupuk");
    expect(page).toContain("3.1 Luas lahan yang digarap: paling banyak 2 ha [P3].");
    expect(under("Angka dan jangka waktu", out)).toEqual(
      expect.arrayContaining([
        "P3 Luas lahan paling besar untuk bantuan pupuk APBD",
        "    Nilai: 2 ha",
        "    Nilai: Rp8.400; Rp16.800 mulai 1 Januari 2027",
      ]),
    );
  });

  it("tells what changed since the version before, in the clauses' own words", async () => {
    const { out } = await shown(KIOSK, { lang: "en" });
    expect(under("Changes since the version of 1 October 2024", out).slice(0, 5)).toEqual([
      "1. Covered by BPJS Ketenagakerjaan (requirement changed)",
      "  + 1.1 Applies only if Civil servant (PNS, PPPK), or member of TNI or Polri: no.",
      "3. Kiosk levy (retribusi) paid up (requirement changed)",
      "  − 3.2 Kiosk levy (retribusi) paid through: on or after 1 month before the decision date (22",
      "        October 2026).",
    ]);
  });

  it("tells what is asked otherwise, where only that changed", async () => {
    const { page } = await shown(KIOSK);
    expect(page.replaceAll(/\s+/g, " ")).toContain(
      "Masih ditanyakan: Syarat ini dikenal dari pasar di kota lain. Kelonggaran satu bulan hanya anggapan. → Syarat ini dikenal dari pasar di kota lain. Bahwa retribusi harus lunas sampai hari ini, tanpa kelonggaran, hanya anggapan.",
    );
    expect(page).not.toContain("Asal: anggapan, belum ada yang menyatakannya →");
  });

  it("says of a first version that it is the first", async () => {
    const { page } = await shown(KIOSK, { policyVersion: "2024-10-01" });
    expect(page).toContain("Ini versi pertama layanan ini.");
    expect(page).toContain("Berlaku: 1 Oktober 2024 sampai 31 Desember 2025");
    // Told for a day on which it was in force.
    expect(page).toContain("Angka dan tanggal menurut: 31 Desember 2025");
  });

  it("shows a draft as one, for its first day, to be signed before it is adopted", async () => {
    const { out, page } = await shown(KIOSK, { policyVersion: "2027-01-01" });
    expect(out[3]).toBe("! RANCANGAN. Kebijakan ini belum berlaku dan belum memutuskan apa pun.");
    expect(page).toContain("Angka dan tanggal menurut: 1 Januari 2027");
    expect(page).toContain("Disetujui untuk ditetapkan di ……………………, tanggal ……………………");
    expect((await shown(KIOSK)).page).toContain("Ditetapkan di ……………………, tanggal ……………………");
  });

  it("names who adopted a version, and its seal", async () => {
    const rules = copyOfRules();
    const from = "2028-01-01";
    const cases = join(rules, KIOSK, "cases.json");
    vi.useFakeTimers({ now: new Date("2026-11-22T03:00:00Z"), toFake: ["Date"] });
    const quiet = recordingTerminal();
    const questions = { ask: async () => null, close: () => undefined };
    const copyFrom = "2026-01-01";
    await createNew(quiet, questions, KIOSK, { from, copyFrom, rules, lang: "id" });
    // Who signs a case that `new` wrote takes its note away.
    const written: readonly { version?: string }[] = JSON.parse(readFileSync(cases, "utf8"));
    const confirmed = { by: "Kepala Bidang", on: "2026-11-22" };
    const signed = written.map((one) =>
      one.version === from ? { ...one, note: undefined, confirmed } : one,
    );
    writeFileSync(cases, JSON.stringify(signed));
    const by = "Kepala Bagian Hukum";
    const told = await adopt(quiet, KIOSK, { from, by, why: "Keputusan 7", rules, lang: "id" });
    expect(told).toBe(0);
    const { out } = await shown(KIOSK, { rules, policyVersion: from });
    expect(out.slice(0, 20).filter((line) => /^(Status|Ditetapkan|Segel):/.test(line))).toEqual([
      "Status: ditetapkan",
      "Ditetapkan: 22 November 2026 oleh Kepala Bagian Hukum: Keputusan 7",
      expect.stringMatching(/^Segel: layak-seal-1:[0-9a-f]{64}$/),
    ]);
  });

  it("wraps no line beyond 96 columns", async () => {
    for (const service of SERVICES) {
      const { out } = await shown(service, { lang: "en" });
      expect(out.filter((line) => [...line].length > 96)).toEqual([]);
    }
  });

  it("gives programs the clauses and the changes as JSON", async () => {
    const { page } = await shown(KIOSK, { json: true });
    expect(JSON.parse(page)).toMatchObject({
      service: KIOSK,
      asOf: "2026-11-22",
      digest: expect.stringMatching(/^sha256:/),
      requirements: [{ number: "1", id: "bpjs-aktif" }, {}, {}, {}, {}],
      changes: { from: "2024-10-01", added: [], changed: [{}, {}] },
    });
  });

  it.each([
    [
      "kota-serang/sewa-kio",
      {},
      'Layanan "kota-serang/sewa-kio" tidak dikenal. Maksudnya "kota-serang/sewa-kios"?',
    ],
    [
      KIOSK,
      { asOf: "2020-01-01" },
      'Tidak ada aturan "kota-serang/sewa-kios" yang berlaku pada 2020-01-01.',
    ],
    [
      KIOSK,
      { asOf: "kemarin" },
      '"asOf" tidak ada di kalender; tulis TTTT-BB-HH, misalnya 2026-11-22.',
    ],
    [
      KIOSK,
      { policyVersion: "2025-01-01" },
      '"kota-serang/sewa-kios" tidak mempunyai aturan versi "2025-01-01". Yang ada: 2024-10-01, 2026-01-01, 2027-01-01.',
    ],
    [KIOSK, { format: "pdf" }, '--format harus "text", "markdown" atau "html", bukan "pdf".'],
    [KIOSK, { lang: "jv" }, '--lang harus "id" atau "en", bukan "jv".'],
  ])("refuses %s with %j", async (service, options, message) => {
    const { code, err, out } = await shown(service, options);
    expect([code, err[0], out]).toEqual([1, message, []]);
  });

  it("names the versions there are where none is in force", async () => {
    const { err } = await shown(KIOSK, { asOf: "2020-01-01" });
    expect(err[1]).toBe(
      "Yang ada: 2024-10-01, 2026-01-01, 2027-01-01. Pilih satu dengan --policy-version.",
    );
  });
});

describe("layak show --format html", () => {
  it.each(SERVICES)(
    "makes of %s one page without script or anything from elsewhere",
    async (service) => {
      const { page } = await shown(service, { format: "html", lang: "en" });
      expect(page).toMatch(/^<!doctype html>\n<html lang="en">/);
      expect(page.match(/<script|https?:|src=|@import|url\(/gi)).toBeNull();
      expect(page).toContain("@page { size: A4;");
      expect(page).toContain("prefers-color-scheme: dark");
    },
  );

  it("tells the same words as the terminal does", async () => {
    const words = (text: string) =>
      text.replace(/<style>.*<\/style>|<[^>]+>/gs, " ").match(/\p{L}{3,}/gu) ?? [];
    const html = new Set(words((await shown(KIOSK, { format: "html" })).page));
    const markdown = new Set(words((await shown(KIOSK, { format: "markdown" })).page));
    const plain = words((await shown(KIOSK)).page);
    expect(plain.filter((word) => !html.has(word) || !markdown.has(word))).toEqual([]);
  });

  it("tells texts of the rules as words, never as markup", async () => {
    const rules = copyOfRules();
    const path = join(rules, KIOSK, "2026-01-01.json");
    const title = '<b>Retribusi</b> | *lunas* & \\"rapi\\"';
    const policy = readFileSync(path, "utf8").replace("Retribusi kios lunas", title);
    writeFileSync(path, policy);
    const html = await shown(KIOSK, { rules, format: "html" });
    expect(html.page).toContain("&lt;b&gt;Retribusi&lt;/b&gt; | *lunas* &amp; &quot;rapi&quot;");
    const markdown = await shown(KIOSK, { rules, format: "markdown" });
    expect(markdown.page).toContain(
      '### 3. \\<b\\>Retribusi\\</b\\> \\| \\*lunas\\* & "rapi" (wajib)',
    );
  });
});
