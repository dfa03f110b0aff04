import { describe, expect, it } from "vitest";
import { type CheckOptions, check } from "../../src/cli/check.ts";
import { temporaryFolder, write } from "../support/files.ts";
import { recordingTerminal } from "../support/terminal.ts";

const KIOSK = "kota-serang/sewa-kios";
const kiosk = {
  "kiosk.owner": "PEMKOT",
  "lease.kind": "PERPANJANGAN",
  "coverage.status": "AKTIF",
  "coverage.programmes": ["JKK", "JKM"],
  "trader.onRegister": true,
  "retribution.paidThrough": "2026-12-31",
  "document.ktp": true,
  "document.photo": true,
  "document.kioskCard": true,
  "applicant.stateApparatus": false,
};

async function run(service: string, facts: unknown, options: Partial<CheckOptions> = {}) {
  const terminal = recordingTerminal();
  const file = write(temporaryFolder(), "facts.json", facts);
  const code = await check(terminal, service, {
    facts: file,
    asOf: "2026-11-22",
    rules: "rules",
    lang: "en",
    ...options,
  });
  const { out, err } = terminal;
  return { code, out, err: err.map((line) => line.replace(file, "facts.json")) };
}

describe("layak check", () => {
  it.each([
    [KIOSK, kiosk, 0, "ELIGIBLE"],
    [KIOSK, { ...kiosk, "coverage.status": "NONAKTIF" }, 2, "NOT ELIGIBLE YET"],
    [KIOSK, { ...kiosk, "coverage.status": null }, 3, "NOT DECIDED YET"],
    [KIOSK, { "kiosk.owner": "LAINNYA" }, 4, "OUTSIDE THE SCOPE"],
  ])("exits by the outcome: %s, %j", async (service, facts, code, headline) => {
    const result = await run(service, facts);
    expect([result.code, result.out[0], result.err]).toEqual([code, headline, []]);
  });

  it("tells an answer that can be read out at a counter", async () => {
    const facts = {
      ...kiosk,
      "coverage.programmes": ["JKK"],
      "retribution.paidThrough": "2026-11-30",
      "document.photo": null,
    };
    expect((await run(KIOSK, facts, { lang: "id" })).out).toEqual([
      "BELUM MEMENUHI SYARAT",
      "Belum memenuhi syarat: Sewa kios pasar, 22 November 2026. 1 dari 5 syarat wajib belum dipenuhi. Jawaban ini sementara: aturannya masih uji coba atau belum dipastikan.",
      "",
      "✗ Terlindungi BPJS Ketenagakerjaan",
      "    Kepesertaan belum mencakup Jaminan Kematian (JKM).",
      "    → Tambahkan program JKM pada kepesertaan BPJS Ketenagakerjaan. Bila peserta meninggal, ahli waris menerima Rp42.000.000.",
      "    Dasar: Kesepakatan diskusi kelompok terarah BPJS Ketenagakerjaan Serang dan Pemkot Serang; Undang-Undang Nomor 24 Tahun 2011 tentang Badan Penyelenggara Jaminan Sosial, pasal 17; Peraturan Pemerintah Nomor 86 Tahun 2013 (sanksi administratif jaminan sosial); Instruksi Presiden Nomor 2 Tahun 2021 (optimalisasi jaminan sosial ketenagakerjaan)",
      "✓ Tercatat sebagai pedagang pasar",
      "✓ Retribusi kios lunas",
      "? KTP dan pasfoto",
      "    Belum diketahui: Pasfoto diserahkan.",
      "✓ Kartu kios lama",
      "",
      "Yang mengubah jawaban:",
      "    Program BPJS Ketenagakerjaan yang diikuti: tambah Jaminan Kematian",
      "Tidak setuju dengan hasil ini? Anda berhak mengajukan keberatan dan meminta petugas memeriksa ulang permohonan Anda. Hak atas keberatan terhadap keputusan yang dibuat secara otomatis diatur dalam Pasal 10 UU Nomor 27 Tahun 2022. Sampaikan keberatan ke kantor tempat Anda mengajukan permohonan.",
      "Tanyakan ke kantor tempat Anda mengajukan permohonan.",
    ]);
  });

  it("says until when an answer holds, and why", async () => {
    const { out } = await run(KIOSK, { ...kiosk, "retribution.paidThrough": "2026-11-30" });
    expect(out).toContain(
      "This answer holds until 30 November 2026 (Kiosk levy (retribusi) paid through).",
    );
  });

  it("prints the whole decision as JSON", async () => {
    const { out, code } = await run(KIOSK, kiosk, { json: true });
    const decision: unknown = JSON.parse(out.join("\n"));
    expect(code).toBe(0);
    expect(decision).toMatchObject({
      service: KIOSK,
      policy: { from: "2026-01-01", status: "pilot" },
      asOf: "2026-11-22",
      outcome: "eligible",
      missing: [],
      validUntil: "2026-12-31",
      validUntilBecause: ["retribution.paidThrough"],
      remedies: [],
      explanation: { language: "en" },
    });
  });

  it("lets a draft decide when it is asked to", async () => {
    const { out } = await run(KIOSK, kiosk, { json: true, policyVersion: "2027-01-01" });
    expect(JSON.parse(out.join("\n"))).toMatchObject({
      policy: { from: "2027-01-01", status: "draft" },
    });
  });

  it.each([
    [
      "each wrong fact at its place",
      '{\n  "kiosk.owner": "pemkot",\n  "coverage.statuss": "AKTIF",\n  "retribution.paidThrough": "2026-02-30"\n}',
      [
        "3 of the facts cannot be used; no decision was made.",
        'facts.json:2:18 "kiosk.owner" ("pemkot") must be one of the codes: PEMKOT, LAINNYA.',
        'facts.json:3:23 "coverage.statuss" is not in the catalogue of facts. Did you mean "coverage.status"?',
        'facts.json:4:30 "retribution.paidThrough" is not in the calendar; write YYYY-MM-DD, such as 2026-11-22.',
      ],
    ],
    ["an empty file", "", ["facts.json:1:1 the file is empty"]],
  ])("tells %s and exits 1", async (_, facts, err) => {
    expect(await run(KIOSK, facts)).toEqual({ code: 1, out: [], err });
  });

  it.each([
    [
      "a service that is not there",
      { service: "kota-serang/sewa-kos" },
      'There is no service "kota-serang/sewa-kos". Did you mean "kota-serang/sewa-kios"?',
    ],
    [
      "a day that is not in the calendar",
      { asOf: "2026-02-30" },
      '"asOf" is not in the calendar; write YYYY-MM-DD, such as 2026-11-22.',
    ],
    [
      "a day before any policy",
      { asOf: "2020-01-01" },
      'No policy of "kota-serang/sewa-kios" is in force on 2020-01-01.',
    ],
    [
      "a file that is not there",
      { facts: "/nowhere/facts.json" },
      '/nowhere/facts.json:1:1 The file "/nowhere/facts.json" cannot be read. Check its name and permissions.',
    ],
  ])(
    "tells %s and exits 1",
    async (_, {
      service = KIOSK,
      ...options
    }: { service?: string; asOf?: string; facts?: string }, message) => {
      expect(await run(service, kiosk, options)).toEqual({ code: 1, out: [], err: [message] });
    },
  );

  it("refuses a language that it does not speak", async () => {
    expect(await run(KIOSK, kiosk, { lang: "fr" })).toEqual({
      code: 1,
      out: [],
      err: ['--lang harus "id" atau "en", bukan "fr".'],
    });
  });
});
