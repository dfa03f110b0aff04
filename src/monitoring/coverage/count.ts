import type { MonthRoster, Place, Places, Population, Standing } from "./people.ts";
import { PLACES } from "./people.ts";
import { addPeople, NOBODY, type State, type Tally } from "./tally.ts";

/** Tallies by a place's values, or by programmes; `""` where it is not told. */
export type Tallies = ReadonlyMap<string, Tally>;

/** By a place's values, how many people of each segment are not known to be protected. */
export type Gaps = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** What one month's roster comes to. */
export interface MonthCount {
  readonly month: string;
  readonly total: Tally;
  /** Only places that can be told. */
  readonly by: Readonly<Partial<Record<Place, Tallies>>>;
  /** Of each programme, how many of all people it protects. */
  readonly programmes: Tallies;
  /** Of each row of a place, the people of each segment not known to be protected; where told. */
  readonly gaps: Readonly<Partial<Record<Place, Gaps>>>;
  /** Where a roster names more people than the population has, and how many more. */
  readonly surplus: readonly Surplus[];
  /** People told of twice, differently. */
  readonly conflicts: number;
}

export interface Surplus {
  readonly place: Place | "total";
  readonly value: string;
  readonly population: number;
  readonly named: number;
}

export interface CountOptions {
  /** Whether a roster names everybody who is protected, so that whoever is missing is not. */
  readonly complete: boolean;
  /** Counted even where nobody has them. */
  readonly programmes: readonly string[];
}

interface Counted {
  readonly state: State;
  readonly places: Places;
  readonly programmes: readonly string[];
}

/** Counts one month. Without a population, whoever the roster names is all that there are. */
export function countMonth(
  roster: MonthRoster,
  population: Population | null,
  options: CountOptions,
): MonthCount {
  const tables = new Tables(tellablePlaces(roster, population), options.programmes);
  if (population?.kind === "persons") {
    for (const [nik, places] of population.people) {
      tables.add(personOf(roster.people.get(nik), places, options));
    }
  } else {
    for (const standing of roster.people.values()) tables.add(personOf(standing, {}, options));
  }
  const groups = population?.kind === "counts" ? population.groups : null;
  const surplus = groups === null ? [] : tables.fillUp(groups, options);
  const conflicts = [...roster.people.values()].filter(({ kind }) => kind === "conflict").length;
  return { month: roster.month, ...tables.result(), surplus, conflicts };
}

/** The population tells a place of everybody; else only the roster can. */
function tellablePlaces(roster: MonthRoster, population: Population | null): readonly Place[] {
  const inRoster = (place: Place) => roster.columns.includes(place);
  return PLACES.filter((place) => {
    if (population === null) return inRoster(place);
    const inPopulation = population.columns.includes(place);
    return population.kind === "persons"
      ? inPopulation || inRoster(place)
      : inPopulation && inRoster(place);
  });
}

/** The population's own word about a place counts before the roster's. */
function personOf(
  standing: Standing | undefined,
  places: Places,
  { complete }: CountOptions,
): Counted {
  if (standing === undefined || standing.kind === "conflict") {
    const isKnown = standing === undefined && complete;
    return { state: isKnown ? "unprotected" : "unknown", places, programmes: [] };
  }
  const programmes = standing.kind === "protected" ? standing.programmes : [];
  return { state: standing.kind, places: { ...standing.places, ...places }, programmes };
}

/** Tallies that grow while people are counted. */
class Tables {
  #total = NOBODY;
  readonly #by: ReadonlyMap<Place, Map<string, Tally>>;
  /** By a place's value and the segment together, as {@link pairOf} writes them. */
  readonly #pairs: ReadonlyMap<Place, Map<string, Tally>>;
  readonly #programmes: Map<string, number>;

  constructor(places: readonly Place[], programmes: readonly string[]) {
    this.#by = new Map(places.map((place) => [place, new Map()]));
    const others = places.includes("segment") ? places.filter((one) => one !== "segment") : [];
    this.#pairs = new Map(others.map((place) => [place, new Map()]));
    this.#programmes = new Map(programmes.map((programme) => [programme, 0]));
  }

  add({ state, places, programmes }: Counted): void {
    this.#total = addPeople(this.#total, state, 1);
    for (const [place, tallies] of this.#by) grow(tallies, places[place] ?? "", state, 1);
    for (const [place, tallies] of this.#pairs) grow(tallies, pairOf(places, place), state, 1);
    for (const programme of new Set(programmes)) {
      this.#programmes.set(programme, (this.#programmes.get(programme) ?? 0) + 1);
    }
  }

  /** Adds those of the population whom the roster does not name, and tells where it names more. */
  fillUp(
    groups: readonly { readonly places: Places; readonly people: number }[],
    { complete }: CountOptions,
  ): readonly Surplus[] {
    const state = complete ? "unprotected" : "unknown";
    const surplus: Surplus[] = [];
    for (const [place, tallies] of this.#by) {
      const people = peopleBy(groups, (places) => places[place] ?? "");
      for (const value of new Set([...tallies.keys(), ...people.keys()])) {
        const [population, named] = [people.get(value) ?? 0, tallies.get(value)?.people ?? 0];
        if (named > population) surplus.push({ place, value, population, named });
        else grow(tallies, value, state, population - named);
      }
    }
    for (const [place, tallies] of this.#pairs) {
      for (const [pair, people] of peopleBy(groups, (places) => pairOf(places, place))) {
        const named = tallies.get(pair)?.people ?? 0;
        if (people > named) grow(tallies, pair, state, people - named);
      }
    }
    const population = groups.reduce((sum, group) => sum + group.people, 0);
    const named = this.#total.people;
    if (named > population) surplus.push({ place: "total", value: "", population, named });
    else this.#total = addPeople(this.#total, state, population - named);
    return surplus;
  }

  result(): Pick<MonthCount, "total" | "by" | "gaps" | "programmes"> {
    const total = this.#total;
    const ofProgramme = (covered: number): Tally => ({
      ...total,
      protected: covered,
      unprotected: total.people - total.unknown - covered,
    });
    return {
      total,
      by: Object.fromEntries([...this.#by].map(([place, tallies]) => [place, sorted(tallies)])),
      gaps: Object.fromEntries([...this.#pairs].map(([place, pairs]) => [place, gapsIn(pairs)])),
      programmes: new Map(
        [...this.#programmes].map(([programme, covered]) => [programme, ofProgramme(covered)]),
      ),
    };
  }
}

function grow(tallies: Map<string, Tally>, value: string, state: State, people: number): void {
  tallies.set(value, addPeople(tallies.get(value) ?? NOBODY, state, people));
}

function peopleBy(
  groups: readonly { readonly places: Places; readonly people: number }[],
  keyOf: (places: Places) => string,
): ReadonlyMap<string, number> {
  const people = new Map<string, number>();
  for (const group of groups) {
    const value = keyOf(group.places);
    people.set(value, (people.get(value) ?? 0) + group.people);
  }
  return people;
}

function pairOf(places: Places, place: Place): string {
  return JSON.stringify([places[place] ?? "", places.segment ?? ""]);
}

function gapsIn(pairs: ReadonlyMap<string, Tally>): Gaps {
  const gaps = new Map<string, Map<string, number>>();
  for (const [pair, tally] of pairs) {
    const [value = "", segment = ""]: readonly string[] = JSON.parse(pair);
    const row = gaps.get(value) ?? new Map<string, number>();
    gaps.set(value, row.set(segment, tally.people - tally.protected));
  }
  return gaps;
}

/** By their values, what is not told last. */
function sorted(tallies: ReadonlyMap<string, Tally>): Tallies {
  return new Map(
    [...tallies].toSorted(([one], [other]) =>
      one === "" || other === "" ? Number(one === "") - Number(other === "") : one < other ? -1 : 1,
    ),
  );
}
