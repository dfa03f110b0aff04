import { describe, expect, it } from "vitest";
import { answer } from "../../src/engine/answer.ts";
import { decide } from "../../src/engine/decision/prepare.ts";
import type { Facts } from "../../src/engine/model/catalogue.ts";
import type { GrantDecision } from "../../src/engine/model/decision.ts";
import { shippedPack } from "./support/shipped.ts";

const pack = await shippedPack();
const RELIEF = "kota-serang/potongan-iuran-bpu";
const SPONSORED = "kota-serang/pekerja-rentan-korpri";
const SERANG = "kota-serang/iuran-dibayar-kota";
const TANGSEL = "kota-tangerang-selatan/iuran-dibayar-kota";
const NON_ASN = "kota-serang/pegawai-non-asn";

const member: Facts = {
  "coverage.segment": "BPU",
  "contributions.payer": "SENDIRI",
  "coverage.status": "AKTIF",
  "coverage.programmes": ["JKK", "JKM"],
};
const trader: Facts = { ...member, "worker.transport": false };
const driver: Facts = { ...member, "worker.transport": true };
const lapsed: Facts = {
  "worker.cannotPay": true,
  "worker.informal": true,
  "applicant.residence": "3673",
  "worker.sponsoredByKorpri": false,
  "coverage.status": "NONAKTIF",
  "person.birthDate": "1985-04-12",
  "cityProgramme.listed": false,
};
const head: Facts = {
  "community.roles": ["KETUA_RT"],
  "applicant.residence": "3673",
  "document.ktp": true,
  "document.workLetter": true,
  "cityProgramme.placesTaken": 8000,
  "applicant.stateApparatus": false,
};
const neighbour: Facts = { "community.roles": ["KETUA_RT"], "applicant.stateApparatus": false };
const honorary: Facts = {
  "worker.cityOffice": true,
  "worker.employment": "HONORER",
  "coverage.status": "AKTIF",
  "coverage.programmes": ["JKK", "JKM", "JHT"],
};

type Told = readonly [GrantDecision["state"], number | null, string | null];

function given(service: string, asOf: string, facts: Facts): Readonly<Record<string, Told>> {
  const { grants = [] } = decide(pack, { service, asOf, facts });
  return Object.fromEntries(
    grants.map(({ id, state, amount = null, until }) => [id, [state, amount, until]]),
  );
}

describe("what the programmes give, how much, and until when", () => {
  it.each<readonly [string, string, Facts, string, Told]>([
    [RELIEF, "2026-01-01", driver, "iuran", ["granted", 8400, "2027-03-31"]],
    [RELIEF, "2026-04-01", driver, "iuran", ["granted", 8400, "2027-03-31"]],
    [RELIEF, "2027-03-31", driver, "iuran", ["granted", 8400, "2027-03-31"]],
    [RELIEF, "2026-04-01", trader, "iuran", ["granted", 8400, "2026-12-31"]],
    [RELIEF, "2026-12-31", trader, "santunan-kematian", ["granted", 42_000_000, "2026-12-31"]],
    [RELIEF, "2026-12-31", trader, "iuran-jht", ["not-granted", null, "2026-12-31"]],
    [
      SPONSORED,
      "2026-03-31",
      { ...lapsed, "worker.transport": false },
      "iuran",
      ["granted", 16_800, "2026-03-31"],
    ],
    [
      SPONSORED,
      "2026-04-01",
      { ...lapsed, "worker.transport": false },
      "iuran",
      ["granted", 8400, "2026-12-31"],
    ],
    [
      SPONSORED,
      "2027-01-01",
      { ...lapsed, "worker.transport": false },
      "iuran",
      ["granted", 16_800, null],
    ],
    [
      SPONSORED,
      "2026-04-01",
      { ...lapsed, "worker.transport": true },
      "iuran-angkutan",
      ["granted", 8400, "2027-03-31"],
    ],
    [
      SPONSORED,
      "2027-04-01",
      { ...lapsed, "worker.transport": true },
      "iuran-angkutan",
      ["granted", 16_800, null],
    ],
    [SPONSORED, "2026-11-22", lapsed, "iuran", ["unknown", null, null]],
    [SPONSORED, "2026-11-22", lapsed, "jkm", ["granted", null, null]],
    [SERANG, "2026-03-31", head, "iuran", ["granted", 16_800, null]],
    [SERANG, "2026-04-01", head, "iuran", ["granted", 16_800, null]],
    [SERANG, "2026-04-01", head, "santunan-kematian", ["granted", 42_000_000, null]],
    [TANGSEL, "2024-09-25", neighbour, "iuran", ["unknown", null, "2024-09-25"]],
    [TANGSEL, "2024-09-26", neighbour, "iuran", ["granted", 16_800, null]],
    [TANGSEL, "2019-11-22", neighbour, "jkk", ["granted", null, null]],
    [NON_ASN, "2024-09-25", honorary, "santunan-kematian", ["unknown", null, "2024-09-25"]],
    [NON_ASN, "2026-01-01", honorary, "jht", ["granted", null, null]],
  ])("%s on %s: %o is given %s", (service, asOf, facts, id, told) => {
    expect(given(service, asOf, facts)[id]).toEqual(told);
  });

  it("name the fact or the parameter without which an amount is not known", () => {
    const missing = (service: string, asOf: string, facts: Facts) =>
      decide(pack, { service, asOf, facts }).grants?.find(({ id }) => id === "iuran")?.missing;
    expect([
      missing(SPONSORED, "2026-11-22", lapsed),
      missing(TANGSEL, "2019-11-22", neighbour),
    ]).toEqual([["worker.transport"], ["parameter.iuran.bpu.anggaran"]]);
  });
});

describe("a citizen reads what is given in one sentence", () => {
  it.each([
    [
      "id",
      "Memenuhi syarat: Pekerja rentan yang iurannya dibayar anggota Korpri, 22 November 2026. Yang diberikan: Iuran yang dibayar anggota Korpri, Rp8.400 per bulan sampai 31 Desember 2026; Program JKK (Jaminan Kecelakaan Kerja); Program JKM (Jaminan Kematian); Santunan kematian Rp42.000.000 bagi ahli waris. Jawaban ini sementara: aturannya masih uji coba atau belum dipastikan.",
    ],
    [
      "en",
      "Eligible: Vulnerable worker whose contributions a Korpri member pays, 22 November 2026. Granted: Contribution that a Korpri member pays, Rp8,400 a month until 31 December 2026; Programme JKK (work accident insurance); Programme JKM (death insurance); Death benefit of Rp42,000,000 for the heirs. This answer is provisional: the rules are a pilot or not confirmed.",
    ],
  ] as const)("in %s", (language, sentence) => {
    const facts = { ...lapsed, "worker.transport": false };
    const question = { service: SPONSORED, asOf: "2026-11-22", facts };
    expect(answer(pack, question, language).explanation.summary).toBe(sentence);
  });

  it("with the day named once where everything ends with the answer", () => {
    const question = { service: RELIEF, asOf: "2026-11-22", facts: trader };
    expect(answer(pack, question, "en").explanation.summary).toBe(
      "Eligible: 50% off BPU contributions (JKK and JKM), 22 November 2026. Granted until 31 December 2026: Contribution for JKK and JKM, Rp8,400 a month; Programme JKK (work accident insurance); Programme JKM (death insurance); Death benefit of Rp42,000,000 for the heirs. This answer is provisional: the rules are a pilot or not confirmed.",
    );
  });
});
