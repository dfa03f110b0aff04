import {
  type Contributions,
  oneContribution,
} from "../../../src/monitoring/coverage/contributions.ts";
import { countMonth, type MonthCount } from "../../../src/monitoring/coverage/count.ts";
import type {
  Place,
  Places,
  Population,
  Standing,
} from "../../../src/monitoring/coverage/people.ts";
import { DIMENSIONS, officeReport, publicReport } from "../../../src/monitoring/coverage/report.ts";
import type { Tally } from "../../../src/monitoring/coverage/tally.ts";

export const PROGRAMMES = ["JKK", "JKM", "JHT"];

/** A roster: `protected:JKK+JKM`, `unprotected` or `conflict` of people by invented names. */
export function rosterOf(
  month: string,
  people: Readonly<Record<string, string>>,
  places: Readonly<Record<string, Places>> = {},
) {
  const standings = Object.entries(people).map(([nik, told]): [string, Standing] => {
    const [kind, programmes = ""] = told.split(":");
    const own = places[nik] ?? {};
    if (kind === "protected") {
      return [nik, { kind, programmes: programmes.split("+"), places: own }];
    }
    return [nik, kind === "conflict" ? { kind } : { kind: "unprotected", places: own }];
  });
  const columns = [...new Set(Object.values(places).flatMap(placesOf))];
  return { month, people: new Map(standings), columns };
}

export function personsOf(people: Readonly<Record<string, Places>>): Population {
  const columns = [...new Set(Object.values(people).flatMap(placesOf))];
  return { kind: "persons", columns, people: new Map(Object.entries(people)) };
}

function placesOf(places: Places): readonly Place[] {
  return (["segment", "opd", "district"] as const).filter((place) => places[place] !== undefined);
}

export function counted(
  roster: ReturnType<typeof rosterOf>,
  population: Population | null,
  complete = false,
): MonthCount {
  return countMonth(roster, population, { complete, programmes: PROGRAMMES });
}

const part = (parameter: string, amount: number) => ({
  ...{ parameter, label: { id: "Iuran", en: "Contribution" }, amount, since: "2024-09-26" },
});

/** Rp16,800 for everybody. */
export const ONE_FOR_ALL: Contributions = oneContribution(part("iuran.bpu", 16_800));

/** Rp16,800 for BPU; of the other segments none is known. */
export const BY_SEGMENT: Contributions = {
  programmes: ["JKK", "JKM"],
  rates: [{ segment: "BPU", amount: 16_800, parts: [part("iuran.bpu", 16_800)] }],
};

export function reportOf(
  months: readonly MonthCount[],
  isPublic = false,
  contributions: Contributions = ONE_FOR_ALL,
) {
  const options = { asOf: "2026-11-22", complete: false, by: DIMENSIONS, contributions };
  return isPublic ? publicReport(months, options).report : officeReport(months, options);
}

/** `people = protected + unprotected + unknown`. */
export function shown({ people, protected: covered, unprotected, unknown }: Tally): string {
  return `${people} = ${covered} + ${unprotected} + ${unknown}`;
}

export function rows(tallies: ReadonlyMap<string, Tally> | undefined): readonly string[] {
  return [...(tallies ?? [])].map(([value, tally]) => `${value}: ${shown(tally)}`);
}
