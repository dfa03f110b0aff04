import { describe, expect, it } from "vitest";
import { decide } from "../../src/engine/decision/prepare.ts";
import { explain } from "../../src/engine/explanation/explain.ts";
import type { Facts } from "../../src/engine/model/catalogue.ts";
import type { Language } from "../../src/engine/model/text.ts";
import { readPack } from "../../src/pack/read-pack.ts";

const result = await readPack("rules");
if (!result.ok) throw new Error("the shipped rules are invalid");
const { pack } = result;

const asOf = "2026-11-22";
const kiosk: Facts = {
  "kiosk.owner": "PEMKOT",
  "lease.kind": "PERPANJANGAN",
  "trader.onRegister": true,
  "retribution.paidThrough": "2026-12-31",
  "document.ktp": true,
  "document.photo": true,
  "document.kioskCard": true,
  "applicant.stateApparatus": false,
};

function told(service: string, facts: Facts, id: string, language: Language) {
  const decision = decide(pack, { service, asOf, facts });
  const { requirements } = explain(pack, decision, language);
  const found = requirements.find((requirement) => requirement.id === id);
  return { outcome: found?.outcome, reasons: found?.reasons, remedy: found?.remedy };
}

const ENROL = {
  id: "Daftarlah sebagai peserta bukan penerima upah (BPU) untuk program JKK dan JKM. Bila dibayar sendiri, iuran golongan terendah Rp8.400 per bulan.",
  en: "Enrol as an informal worker (BPU) in the JKK and JKM programmes. Those who pay themselves pay Rp8,400 a month in the lowest band.",
};

describe("a kiosk trader is told about coverage", () => {
  it.each<readonly [string, Facts, Language, readonly string[], string | undefined]>([
    [
      "who never enrolled",
      { "coverage.status": "TIDAK_TERDAFTAR", "person.birthDate": "1990-05-17" },
      "id",
      ["Belum pernah terdaftar sebagai peserta BPJS Ketenagakerjaan."],
      ENROL.id,
    ],
    [
      "who never enrolled",
      { "coverage.status": "TIDAK_TERDAFTAR", "person.birthDate": "1990-05-17" },
      "en",
      ["Never enrolled in BPJS Ketenagakerjaan."],
      ENROL.en,
    ],
    [
      "whose membership lapsed",
      { "coverage.status": "NONAKTIF", "coverage.programmes": [] },
      "id",
      ["Kepesertaan BPJS Ketenagakerjaan sudah tidak aktif."],
      "Tanyakan kepada BPJS Ketenagakerjaan cara mengaktifkan kembali kepesertaan dan berapa iuran yang harus dilunasi.",
    ],
    [
      "whose grace is over",
      {
        "coverage.status": "MASA_TENGGANG",
        "coverage.paidThrough": "2026-08-21",
        "coverage.programmes": ["JKK", "JKM"],
      },
      "en",
      ["Contributions are paid only through 21 August 2026; the grace period of 3 months is over."],
      "Pay the overdue contributions; months overdue: 3, with the last month paid counted as paid in full. For those who pay themselves, at this month's rate of the lowest band: 3 × Rp8,400 = Rp25,200.",
    ],
    [
      "who lacks JKM",
      { "coverage.status": "AKTIF", "coverage.programmes": ["JKK"] },
      "en",
      ["The membership does not include death insurance (JKM)."],
      "Add the JKM programme to the BPJS Ketenagakerjaan membership. If the member dies, the heirs receive Rp42,000,000.",
    ],
  ])("%s", (_, coverage, language, reasons, remedy) => {
    expect(
      told("kota-serang/sewa-kios", { ...kiosk, ...coverage }, "bpjs-aktif", language),
    ).toEqual({
      outcome: "unmet",
      reasons,
      remedy,
    });
  });

  it("who cannot be looked up, and that is no refusal", () => {
    const decision = decide(pack, { service: "kota-serang/sewa-kios", asOf, facts: kiosk });
    const { summary, requirements } = explain(pack, decision, "id");
    expect(summary).toBe(
      "Belum dapat diputuskan, dan ini bukan penolakan: Sewa kios pasar, 22 November 2026. Yang belum diketahui: Status BPJS Ketenagakerjaan; Tanggal lahir; Iuran BPJS Ketenagakerjaan terbayar sampai; Program BPJS Ketenagakerjaan yang diikuti. Jawaban ini sementara: aturannya masih uji coba atau belum dipastikan.",
    );
    expect(requirements[0]?.outcome).toBe("unknown");
  });
});

describe("a route operator is told", () => {
  it("which driver lacks what, each with that driver's own facts", () => {
    const drivers = [
      { "coverage.status": "AKTIF", "coverage.programmes": ["JKK", "JKM"] },
      {
        "coverage.status": "MASA_TENGGANG",
        "coverage.paidThrough": "2026-01-31",
        "coverage.programmes": ["JKK", "JKM"],
      },
      {
        "coverage.status": "MASA_TENGGANG",
        "coverage.paidThrough": "2026-02-28",
        "coverage.programmes": ["JKM", "JKK"],
      },
    ];
    const decision = decide(pack, {
      service: "kota-serang/perpanjangan-trayek",
      asOf,
      facts: { drivers },
    });
    const reasons = explain(pack, decision, "en").requirements.flatMap((entry) =>
      entry.outcome === "unmet" ? entry.reasons : [],
    );
    expect(reasons).toEqual([
      "Driver 2: Contributions are paid only through 31 January 2026; the grace period of 3 months is over.",
      "Driver 3: Contributions are paid only through 28 February 2026; the grace period of 3 months is over.",
    ]);
  });
});

describe("a farmer with subsidised fertiliser", () => {
  it("is told that the policy does not govern it, and why", () => {
    const facts: Facts = { "aid.funding": "APBN" };
    const decision = decide(pack, { service: "kota-serang/bantuan-pupuk", asOf, facts });
    expect(decision.outcome).toBe("out-of-scope");
    expect(explain(pack, decision, "id").scope?.reasons.length).toBe(1);
  });
});
