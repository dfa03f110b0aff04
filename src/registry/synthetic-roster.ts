import type { Member, Roster } from "./roster.ts";

/**
 * District 99 of Kota Serang does not exist, so that none of these numbers is anybody's NIK.
 */
const DISTRICT = "367399";

/** How a person stands with BPJS Ketenagakerjaan, whatever the day. */
interface Standing extends Pick<Member, "status" | "programmes" | "segment"> {
  /** Days from the roster's day to the day through which contributions are paid. */
  readonly paidDays?: number;
}

const ACTIVE: Standing = {
  status: "AKTIF",
  programmes: ["JKK", "JKM"],
  paidDays: 20,
  segment: "BPU",
};
const LAPSED: Standing = { ...ACTIVE, status: "NONAKTIF", paidDays: -240 };
const IN_GRACE: Standing = { ...ACTIVE, status: "MASA_TENGGANG", paidDays: -45 };
const GRACE_OVER: Standing = { ...IN_GRACE, paidDays: -130 };
const ONLY_JKK: Standing = { ...ACTIVE, programmes: ["JKK"] };
const WITH_SAVINGS: Standing = { ...ACTIVE, programmes: ["JKK", "JKM", "JHT"] };
const WAGE_EARNER: Standing = {
  ...ACTIVE,
  programmes: ["JKK", "JKM", "JHT", "JP", "JKP"],
  segment: "PU",
};
const NEVER_ENROLLED: Standing = { status: "TIDAK_TERDAFTAR", programmes: [] };

interface Person extends Standing {
  readonly nik: string;
}

/** People of the roster whom examples and tests ask about. */
export const syntheticPeople = {
  activeTrader: { nik: `${DISTRICT}1204850001`, ...ACTIVE },
  lapsedTrader: { nik: `${DISTRICT}5708790002`, ...LAPSED },
  traderInGrace: { nik: `${DISTRICT}0302900003`, ...IN_GRACE },
  traderPastGrace: { nik: `${DISTRICT}6111880004`, ...GRACE_OVER },
  traderWithoutJkm: { nik: `${DISTRICT}2506920005`, ...ONLY_JKK },
  traderNeverEnrolled: { nik: `${DISTRICT}1501950006`, ...NEVER_ENROLLED },
  activeFarmer: { nik: `${DISTRICT}0907700007`, ...WITH_SAVINGS },
  lapsedFarmer: { nik: `${DISTRICT}4403680008`, ...LAPSED },
  activeVehicleOwner: { nik: `${DISTRICT}3010830009`, ...WAGE_EARNER },
  activeDriver: { nik: `${DISTRICT}1802870011`, ...ACTIVE },
  secondActiveDriver: { nik: `${DISTRICT}2109910012`, ...WITH_SAVINGS },
  driverInGrace: { nik: `${DISTRICT}0512890013`, ...IN_GRACE },
  lapsedDriver: { nik: `${DISTRICT}1403930014`, ...LAPSED },
  driverWithoutJkm: { nik: `${DISTRICT}6906940015`, ...ONLY_JKK },
} satisfies Readonly<Record<string, Person>>;

const MORE_STANDINGS = [ACTIVE, WITH_SAVINGS, LAPSED, WAGE_EARNER, IN_GRACE, ONLY_JKK, GRACE_OVER];
const MORE_PEOPLE = 28;

/**
 * A roster of people who do not exist, for a day: its dates move with the day, so that whoever is
 * active stays active. The same day always gives the same roster. It does not claim to be complete.
 */
export function syntheticRoster(today: string): Roster {
  const named = Object.values<Person>(syntheticPeople);
  const more = Array.from({ length: MORE_PEOPLE }, (_, index) => {
    const standing = MORE_STANDINGS[index % MORE_STANDINGS.length] ?? ACTIVE;
    return { nik: inventedNik(index), ...standing };
  });
  return {
    snapshot: `synthetic-${today}`,
    observedAt: `${today}T00:00:00+07:00`,
    complete: false,
    members: [...named, ...more].map((person) => memberOf(person, today)),
  };
}

/** Birth days spread over the calendar by steps that share no factor with its lengths. */
function inventedNik(index: number): string {
  const day = 1 + ((index * 11) % 28) + (index % 2) * 40;
  const month = 1 + ((index * 5) % 12);
  const year = 60 + ((index * 7) % 40);
  const serial = 100 + index;
  return [DISTRICT, two(day), two(month), two(year), String(serial).padStart(4, "0")].join("");
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}

function memberOf(person: Person, today: string): Member {
  const { nik, status, programmes, paidDays, segment } = person;
  return {
    nik,
    status,
    programmes,
    ...(paidDays !== undefined && { paidThrough: dayAfter(today, paidDays) }),
    ...(segment !== undefined && { segment }),
  };
}

function dayAfter(today: string, days: number): string {
  return new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
}
