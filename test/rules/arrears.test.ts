import { describe, expect, it } from "vitest";
import { decide } from "../../src/engine/decision/prepare.ts";
import { explain } from "../../src/engine/explanation/explain.ts";
import type { Facts, ItemFacts } from "../../src/engine/model/catalogue.ts";
import type { Language } from "../../src/engine/model/text.ts";
import { shippedPack } from "./support/shipped.ts";

const pack = await shippedPack();

/** A facility, and an application for it by somebody whose coverage is as given. */
type Facility = readonly [service: string, applied: (coverage: ItemFacts) => Facts];

const KIOSK: Facility = [
  "kota-serang/sewa-kios",
  (coverage) => ({ "kiosk.owner": "PEMKOT", "applicant.stateApparatus": false, ...coverage }),
];
const FERTILISER: Facility = [
  "kota-serang/bantuan-pupuk",
  (coverage) => ({ "aid.funding": "APBD", "applicant.stateApparatus": false, ...coverage }),
];
const TEST: Facility = [
  "kota-serang/perpanjangan-kir",
  (coverage) => ({
    "vehicle.use": "ANGKUTAN_UMUM",
    "applicant.stateApparatus": false,
    ...coverage,
  }),
];
const ROUTE: Facility = [
  "kota-serang/perpanjangan-trayek",
  (coverage) => ({
    drivers: [{ "coverage.status": "AKTIF", "coverage.programmes": ["JKK", "JKM"] }, coverage],
  }),
];

function lapsed(paidThrough?: string): ItemFacts {
  return {
    "coverage.status": "NONAKTIF",
    ...(paidThrough !== undefined && { "coverage.paidThrough": paidThrough }),
  };
}

function late(paidThrough: string): ItemFacts {
  return {
    "coverage.status": "MASA_TENGGANG",
    "coverage.programmes": ["JKK", "JKM"],
    "coverage.paidThrough": paidThrough,
  };
}

/** What the requirement about coverage tells, reasons and remedy in one language. */
function told([service, applied]: Facility, coverage: ItemFacts, asOf: string, as: Language) {
  const decision = decide(pack, { service, asOf, facts: applied(coverage) });
  const { requirements } = explain(pack, decision, as);
  const found = requirements.find(({ id }) => id === "bpjs-aktif");
  return { outcome: found?.outcome, reasons: found?.reasons, remedy: found?.remedy };
}

const REACTIVATE = {
  id: "Tanyakan kepada BPJS Ketenagakerjaan cara mengaktifkan kembali kepesertaan dan berapa iuran yang harus dilunasi.",
  en: "Ask BPJS Ketenagakerjaan how to reactivate the membership and how much must be paid.",
};
const OWN = {
  id: "Lunasi iuran yang tertunggak: 5 bulan, dengan bulan terakhir yang dibayar dianggap lunas. Bila dibayar sendiri, dengan iuran golongan terendah bulan ini: 5 × Rp16.800 = Rp84.000.",
  en: "Pay the overdue contributions; months overdue: 5, with the last month paid counted as paid in full. For those who pay themselves, at this month's rate of the lowest band: 5 × Rp16,800 = Rp84,000.",
};
const TRANSPORT = {
  id: "Lunasi iuran yang tertunggak: 5 bulan, dengan bulan terakhir yang dibayar dianggap lunas. Bagi pekerja angkutan yang membayar sendiri, dengan iuran golongan terendah bulan ini: 5 × Rp8.400 = Rp42.000.",
  en: "Pay the overdue contributions; months overdue: 5, with the last month paid counted as paid in full. For transport workers who pay themselves, at this month's rate of the lowest band: 5 × Rp8,400 = Rp42,000.",
};

const LANGUAGES: readonly Language[] = ["id", "en"];

describe.each([
  ["a kiosk", KIOSK, "", "", OWN],
  ["fertiliser", FERTILISER, "", "", OWN],
  ["a vehicle's test", TEST, "", "", TRANSPORT],
  ["a route permit", ROUTE, "Pengemudi 2: ", "Driver 2: ", TRANSPORT],
] as const)("the remedy for arrears of who applies for %s", (_, facility, idItem, enItem, owed) => {
  const item = { id: idItem, en: enItem };

  it.each(LANGUAGES)("names months and rupiah once the grace period is over (%s)", (language) => {
    const reason = {
      id: "Iuran baru terbayar sampai 31 Agustus 2026; masa tenggang 3 bulan sudah lewat.",
      en: "Contributions are paid only through 31 August 2026; the grace period of 3 months is over.",
    };
    expect(told(facility, late("2026-08-31"), "2027-02-01", language)).toEqual({
      outcome: "unmet",
      reasons: [item[language] + reason[language]],
      remedy: item[language] + owed[language],
    });
  });

  it.each(LANGUAGES)("names them of a lapsed member too (%s)", (language) => {
    const reasons = {
      id: [
        "Kepesertaan BPJS Ketenagakerjaan sudah tidak aktif.",
        "Iuran baru terbayar sampai 31 Agustus 2026.",
      ],
      en: [
        "BPJS Ketenagakerjaan membership has lapsed.",
        "Contributions are paid only through 31 August 2026.",
      ],
    };
    expect(told(facility, lapsed("2026-08-31"), "2027-02-01", language)).toEqual({
      outcome: "unmet",
      reasons: reasons[language].map((reason) => item[language] + reason),
      remedy: `${REACTIVATE[language]} ${item[language]}${owed[language]}`,
    });
  });

  it.each(LANGUAGES)(
    "says whom to ask where nobody knows through when a lapsed member paid, with no gap (%s)",
    (language) => {
      const reason = {
        id: "Kepesertaan BPJS Ketenagakerjaan sudah tidak aktif.",
        en: "BPJS Ketenagakerjaan membership has lapsed.",
      };
      expect(told(facility, lapsed(), "2027-02-01", language)).toEqual({
        outcome: "unmet",
        reasons: [item[language] + reason[language]],
        remedy: REACTIVATE[language],
      });
    },
  );

  it("speaks of no arrears where nothing is overdue yet", () => {
    expect(told(facility, lapsed("2027-01-31"), "2027-02-15", "en")).toEqual({
      outcome: "unmet",
      reasons: [`${item.en}BPJS Ketenagakerjaan membership has lapsed.`],
      remedy: REACTIVATE.en,
    });
  });
});

it("a month is overdue after its 15th day, and a month of which any day is paid is paid", () => {
  const overdue = (paidThrough: string, asOf: string) => {
    const facts = KIOSK[1](lapsed(paidThrough));
    const { computed = [] } = decide(pack, { service: KIOSK[0], asOf, facts });
    return computed.find(({ fact }) => fact === "arrears.months")?.value;
  };
  const days: readonly (readonly [paidThrough: string, asOf: string, months: number])[] = [
    ["2026-10-31", "2026-10-31", 0],
    ["2026-10-31", "2026-11-14", 0],
    ["2026-10-31", "2026-11-15", 0],
    ["2026-10-31", "2026-11-16", 1],
    ["2026-10-31", "2026-11-30", 1],
    ["2026-10-31", "2026-12-15", 1],
    ["2026-10-31", "2026-12-16", 2],
    ["2026-10-01", "2026-11-15", 0],
    ["2026-10-01", "2026-11-16", 1],
    // Of months of unlike length.
    ["2026-01-31", "2026-02-15", 0],
    ["2026-01-31", "2026-02-16", 1],
    ["2026-02-28", "2026-03-15", 0],
    ["2026-02-28", "2026-03-16", 1],
    ["2024-09-30", "2024-10-15", 0],
    ["2024-09-30", "2024-10-16", 1],
    // Over the turn of a year, paid ahead, and longer ago than the count goes back: no more than are due.
    ["2025-12-31", "2026-01-16", 1],
    ["2026-12-31", "2026-11-22", 0],
    ["2014-12-31", "2026-11-16", 143],
    ["2014-06-30", "2026-11-16", 143],
    ["2013-07-31", "2026-11-22", 143],
  ];
  expect(days.map(([paid, asOf]) => [paid, asOf, overdue(paid, asOf)])).toEqual(days);
});

describe("the rate is that of the month of the decision", () => {
  it.each([
    [KIOSK, "2026-03-31", "6 × Rp16,800 = Rp100,800."],
    [KIOSK, "2026-04-01", "6 × Rp8,400 = Rp50,400."],
    [KIOSK, "2026-12-31", "15 × Rp8,400 = Rp126,000."],
    [KIOSK, "2027-01-01", "15 × Rp16,800 = Rp252,000."],
    [TEST, "2026-01-01", "3 × Rp8,400 = Rp25,200."],
    [TEST, "2027-03-31", "18 × Rp8,400 = Rp151,200."],
    [TEST, "2027-04-01", "18 × Rp16,800 = Rp302,400."],
  ] as const)("%#: on %s", (facility, asOf, sum) => {
    expect(told(facility, lapsed("2025-09-30"), asOf, "en").remedy).toMatch(new RegExp(`${sum}$`));
  });
});

it("a driver's arrears are the driver's own, and told with the driver", () => {
  const [service] = ROUTE;
  const drivers = [late("2026-11-30"), late("2026-06-30"), lapsed("2026-07-31")];
  const decision = decide(pack, { service, asOf: "2026-11-22", facts: { drivers } });
  const { reasons, remedy } = explain(pack, decision, "en").requirements[0] ?? {};
  expect([reasons, remedy]).toEqual([
    [
      "Driver 2: Contributions are paid only through 30 June 2026; the grace period of 3 months is over.",
      "Driver 3: BPJS Ketenagakerjaan membership has lapsed.",
      "Driver 3: Contributions are paid only through 31 July 2026.",
    ],
    `Driver 2: Pay the overdue contributions; months overdue: 5, with the last month paid counted as paid in full. For transport workers who pay themselves, at this month's rate of the lowest band: 5 × Rp8,400 = Rp42,000. ${REACTIVATE.en} Driver 3: Pay the overdue contributions; months overdue: 4, with the last month paid counted as paid in full. For transport workers who pay themselves, at this month's rate of the lowest band: 4 × Rp8,400 = Rp33,600.`,
  ]);
});

it("arrears are told of no lapsed member without a month overdue, whatever day is paid through", () => {
  const days = ["2026-10-01", "2026-10-07", "2026-10-08", "2026-10-31", "2026-11-01"];
  const asked = ["2026-11-15", "2026-11-16", "2026-11-22", "2026-12-14", "2026-12-15"];
  const told = days.flatMap((paid) =>
    asked.map((asOf) => {
      const decision = decide(pack, { service: KIOSK[0], asOf, facts: KIOSK[1](lapsed(paid)) });
      const { remedy = "" } = explain(pack, decision, "en").requirements[0] ?? {};
      return /months overdue: (\d+)/.exec(remedy)?.[1] ?? "-";
    }),
  );
  expect(told.join(" ")).toBe("- 1 1 1 1 - - 1 1 1 - - - 1 1 - - - - 1 - - - - -");
});
