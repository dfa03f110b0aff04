import { describe, expect, test } from "vitest";
import type { CoverageAnswer } from "../../../src/registry/coverage.ts";
import { NIKS } from "../support/harness.ts";
import {
  ASKS,
  answering,
  apiOf,
  becauseIn,
  packThatAsks,
  type Situation,
} from "./support/rules.ts";

const AT = "2026-11-22T02:00:00Z";
/** In Jakarta it is the third of September. */
const LONG_AGO = "2026-09-02T17:00:00Z";

const NOT_FOUND: CoverageAnswer = { kind: "no-answer", cause: "not-found", observedAt: AT };
const FOUND: CoverageAnswer = {
  kind: "found",
  observedAt: AT,
  facts: { "coverage.status": "AKTIF" },
};

interface Expected {
  readonly cause: string;
  readonly id: readonly [reason: string, remedy: string];
  readonly en: readonly [reason: string, remedy: string];
}

interface Row extends Situation, Expected {
  readonly when: string;
  readonly request?: object;
}

const PERSON = { applicant: { nik: NIKS.active } };

const ROWS: readonly Row[] = [
  {
    when: "the registry does not have the NIK",
    pack: packThatAsks(ASKS.active),
    coverage: answering(NOT_FOUND),
    cause: "not-found",
    id: [
      "Data BPJS Ketenagakerjaan tanggal 22 November 2026 tidak memuat NIK yang dikirim; itu belum berarti bukan peserta. Karena itu belum diketahui: Status.",
      "Periksa NIK-nya. Yang belum menjadi peserta dapat mendaftar di BPJS Ketenagakerjaan; yang sudah, dapat menanyakan datanya di sana. Setelah itu ajukan lagi.",
    ],
    en: [
      "The data of BPJS Ketenagakerjaan of 22 November 2026 does not contain the NIK that was sent; that does not yet mean that there is no membership. Not known because of that: Status.",
      "Check the NIK. Whoever is no member yet can enrol at BPJS Ketenagakerjaan; whoever is one can ask there about their record. Then ask again.",
    ],
  },
  {
    when: "the registry knows the person, and not this of them",
    pack: packThatAsks(ASKS.active, ASKS.paid),
    coverage: answering(FOUND),
    cause: "not-found",
    id: [
      "Data BPJS Ketenagakerjaan tanggal 22 November 2026 tidak memuat: Terbayar sampai.",
      "Tanyakan kepada BPJS Ketenagakerjaan, dan ajukan lagi setelah datanya lengkap.",
    ],
    en: [
      "The data of BPJS Ketenagakerjaan of 22 November 2026 does not tell: Paid through.",
      "Ask BPJS Ketenagakerjaan about it, and ask again once the record is complete.",
    ],
  },
  {
    when: "the registry tells a list, and not all of it",
    pack: packThatAsks(ASKS.active, ASKS.programmes),
    coverage: answering(
      JSON.parse(JSON.stringify(FOUND).replace("}", ',"coverage.programmes":[null]}')),
    ),
    cause: "not-found",
    id: [
      "Data BPJS Ketenagakerjaan tanggal 22 November 2026 tidak memuat: Program.",
      "Tanyakan kepada BPJS Ketenagakerjaan, dan ajukan lagi setelah datanya lengkap.",
    ],
    en: [
      "The data of BPJS Ketenagakerjaan of 22 November 2026 does not tell: Programmes.",
      "Ask BPJS Ketenagakerjaan about it, and ask again once the record is complete.",
    ],
  },
  {
    when: "the registry is down",
    pack: packThatAsks(ASKS.active),
    coverage: {
      lookUp: async () => {
        throw new Error("down");
      },
    },
    cause: "unavailable",
    id: [
      "Data BPJS Ketenagakerjaan tidak dapat dibaca saat permohonan ini diputuskan. Karena itu belum diketahui: Status.",
      "Tidak ada yang salah pada permohonan ini. Ajukan lagi nanti.",
    ],
    en: [
      "The data of BPJS Ketenagakerjaan could not be read when this was decided. Not known because of that: Status.",
      "Nothing is wrong with the application. Ask again later.",
    ],
  },
  {
    when: "there is no such registry yet",
    pack: packThatAsks(ASKS.certified),
    cause: "unavailable",
    id: [
      "Data registri tanah tidak dapat dibaca saat permohonan ini diputuskan. Karena itu belum diketahui: Bersertifikat.",
      "Tidak ada yang salah pada permohonan ini. Ajukan lagi nanti.",
    ],
    en: [
      "The data of the registry tanah could not be read when this was decided. Not known because of that: Certified.",
      "Nothing is wrong with the application. Ask again later.",
    ],
  },
  {
    when: "the registry's data is too old, told by its day in Jakarta",
    pack: packThatAsks(ASKS.active),
    coverage: answering({ kind: "no-answer", cause: "stale", observedAt: LONG_AGO }),
    cause: "stale",
    id: [
      "Data BPJS Ketenagakerjaan tanggal 3 September 2026 tidak cukup baru untuk dipakai memutuskan. Karena itu belum diketahui: Status.",
      "Tidak ada yang salah pada permohonan ini. Ajukan lagi setelah datanya diperbarui.",
    ],
    en: [
      "The data of BPJS Ketenagakerjaan of 3 September 2026 is not recent enough to decide by. Not known because of that: Status.",
      "Nothing is wrong with the application. Ask again once the data has been renewed.",
    ],
  },
  {
    when: "another day than today was asked about",
    pack: packThatAsks(ASKS.active),
    coverage: answering({ kind: "no-answer", cause: "not-observed-that-day" }),
    request: { ...PERSON, asOf: "2026-11-30" },
    cause: "not-observed-that-day",
    id: [
      "Data BPJS Ketenagakerjaan bukan tentang 30 November 2026, tanggal yang diminta. Karena itu belum diketahui: Status.",
      "Minta keputusan untuk hari saat mengajukan, atau serahkan kepada petugas.",
    ],
    en: [
      "The data of BPJS Ketenagakerjaan is not about 30 November 2026, the day that was asked about. Not known because of that: Status.",
      "Ask for a decision for the day on which you ask, or let an officer decide.",
    ],
  },
  {
    when: "facts of the caller, an item of a list, and a group were not sent",
    pack: packThatAsks(ASKS.area, ASKS.crops, ASKS.driversOfAge),
    request: { ...PERSON, facts: { crops: [null, "CABAI", null] } },
    cause: "not-given",
    id: [
      "Belum disampaikan dalam permohonan: Luas; Tanaman; Pengemudi.",
      "Pemohon atau petugas melengkapinya, lalu permohonan diajukan lagi.",
    ],
    en: [
      "Not given with the application: Area; Crops; Driver.",
      "The applicant or the office adds it, and the application is sent again.",
    ],
  },
  {
    when: "the rules have no value for the day",
    pack: packThatAsks(ASKS.belowLimit),
    request: { ...PERSON, facts: { area: 1 } },
    cause: "not-set",
    id: [
      "Aturannya belum memuat nilai untuk 22 November 2026: Batas.",
      "Tidak ada yang salah pada permohonan ini. Tanyakan kepada kantor yang menyusun aturannya.",
    ],
    en: [
      "The rules have no value yet for 22 November 2026: Limit.",
      "Nothing is wrong with the application. Ask the office that keeps the rules.",
    ],
  },
];

describe("an undetermined decision says why, and what to do next", () => {
  test.each(ROWS.map((row) => [row.when, row] as const))(
    "where %s",
    async (_, { pack, coverage, request = PERSON, cause, id, en }) => {
      const api = apiOf({ pack, ...(coverage && { coverage }) });
      const answers = await Promise.all([
        api.decide({ ...request, language: "id" }),
        api.decide({ ...request, language: "en" }),
      ]);
      expect(answers.map(({ body }) => becauseIn(body))).toEqual([
        [{ cause, reason: id[0], remedy: id[1] }],
        [{ cause, reason: en[0], remedy: en[1] }],
      ]);
    },
  );

  test("tells each cause once, whatever number of facts it concerns, in the order of `missing`", async () => {
    const pack = packThatAsks(ASKS.area, ASKS.active, ASKS.certified, ASKS.paid, ASKS.crops);
    const { body } = await apiOf({ pack, coverage: answering(NOT_FOUND) }).decide(PERSON);
    expect(becauseIn(body)).toEqual([
      {
        cause: "not-given",
        reason: "Belum disampaikan dalam permohonan: Luas; Tanaman.",
        remedy: expect.any(String),
      },
      {
        cause: "not-found",
        reason: expect.stringMatching(/belum diketahui: Status; Terbayar sampai\.$/),
        remedy: expect.any(String),
      },
      {
        cause: "unavailable",
        reason: expect.stringMatching(/^Data registri tanah .* Bersertifikat\.$/),
        remedy: expect.any(String),
      },
    ]);
  });

  test("tells two registries that are down apart", async () => {
    const pack = packThatAsks(ASKS.active, ASKS.certified);
    const { body } = await apiOf({ pack }).decide({ ...PERSON, language: "en" });
    const remedy = "Nothing is wrong with the application. Ask again later.";
    expect(becauseIn(body)).toEqual([
      {
        cause: "unavailable",
        reason:
          "The data of BPJS Ketenagakerjaan could not be read when this was decided. Not known because of that: Status.",
        remedy,
      },
      {
        cause: "unavailable",
        reason:
          "The data of the registry tanah could not be read when this was decided. Not known because of that: Certified.",
        remedy,
      },
    ]);
  });

  test("stands right after the summary", async () => {
    const { body } = await apiOf({ pack: packThatAsks(ASKS.active) }).decide(PERSON);
    expect(Object.keys(Object(body["explanation"]))).toEqual([
      "language",
      "summary",
      "unknownBecause",
      "requirements",
    ]);
  });
});

describe("nothing is said of a fact that keeps nothing open", () => {
  test.each([
    ["the decision is eligible", [ASKS.area], { area: 1 }],
    ["another requirement refuses", [ASKS.area, ASKS.active], { area: 9 }],
  ])("where %s", async (_, asked, facts) => {
    const { body } = await apiOf({ pack: packThatAsks(...asked) }).decide({ ...PERSON, facts });
    expect(body["missing"]).toEqual([]);
    expect(body["explanation"]).not.toHaveProperty("unknownBecause");
  });

  test("where other facts keep it open", async () => {
    const any = { any: [ASKS.active, ASKS.area] };
    const { body } = await apiOf({ pack: packThatAsks(any, ASKS.crops) }).decide({
      ...PERSON,
      facts: { area: 1 },
    });
    expect(becauseIn(body)).toEqual([
      {
        cause: "not-given",
        reason: "Belum disampaikan dalam permohonan: Tanaman.",
        remedy: expect.any(String),
      },
    ]);
  });
});
