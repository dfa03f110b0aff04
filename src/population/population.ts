import { readReference } from "../engine/conditions/references.ts";
import { checkAsOf } from "../engine/decision/versions.ts";
import type { FactValue } from "../engine/model/catalogue.ts";
import type { Pack } from "../engine/model/pack.ts";
import { type Columns, columnsRead, factColumns, type GroupColumn, programsOf } from "./columns.ts";
import { guessedCount, guessedMarginal } from "./defaults.ts";
import { type Draw, drawOf, type Read } from "./draw.ts";
import { type Items, type ItemsPlan, itemsDraw } from "./items.ts";
import { type Marginal, type Marginals, namesIn } from "./marginals.ts";
import { inOrder, type MarginalOf, placesOf } from "./order.ts";
import { thresholdsOf } from "./thresholds.ts";

/** What a population is made of and for. */
export interface PopulationOptions {
  /** `city/service`. */
  readonly service: string;
  readonly asOf: string;
  readonly seed: number;
  readonly marginals: Marginals;
  /** Of facts that the marginals do not state, the share that is not known; from 0 to 1. */
  readonly unknown: number;
  /** Ids of facts to have besides those that the policies read. */
  readonly besides: readonly string[];
}

/** A made-up population: any number of applications, each by its number. */
export interface Population extends Columns {
  /** The application of a row, counted from 1. It depends on no other row, nor on how many there are. */
  readonly application: (row: number) => Application;
}

/** The values of one row, in the order of the columns. */
export interface Application {
  readonly facts: readonly FactValue[];
  readonly groups: readonly Items[];
}

/**
 * Makes a population that every version of a service can decide, drafts too: of all that they read,
 * and of what this is stated to depend on.
 * @throws LayakError `service-unknown`, `date-invalid`.
 */
export function populationOf(pack: Pack, options: PopulationOptions): Population {
  const { asOf, service, seed, besides } = options;
  checkAsOf(asOf);
  const programs = programsOf(pack, service, asOf);
  const read = columnsRead(pack, programs);
  const stated = statements(pack, options, thresholdsOf(programs));
  const keyOf = (...names: readonly string[]) =>
    Number.parseInt(pack.sha256(JSON.stringify([seed, ...names])).slice(0, 8), 16);

  const itemNames = read.groups.map(({ id, fields }) =>
    inOrder(
      fields.map((field) => field.id),
      stated.ofItem(id),
      stated.isFact,
    ),
  );
  const behindItems = read.groups.flatMap(({ id }, at) =>
    (itemNames[at] ?? []).flatMap((name) => namesIn(stated.ofItem(id)(name))),
  );
  const names = inOrder(
    [
      ...read.facts.map(({ id }) => id),
      ...besides,
      ...read.groups.map(({ id }) => countName(id)),
      ...behindItems.filter((name) => !stated.isFact(name)),
    ],
    stated.ofApplication,
  );
  const places = placesOf(names);
  const ofApplication = (name: string): Read => {
    const at = places.get(name) ?? -1;
    return (_known, application) => application[at] ?? null;
  };
  const draws = names.map((name) => drawOf(stated.ofApplication(name), keyOf(name), ofApplication));
  const facts = factColumns(pack, new Set(names));
  const factPlaces = facts.map(({ id }) => places.get(id) ?? -1);

  const planOf = ({ id, fields }: GroupColumn, at: number): ItemsPlan => {
    const own = itemNames[at] ?? [];
    const ownPlaces = placesOf(own);
    const lookup = (name: string): Read => {
      const place = ownPlaces.get(name);
      return place === undefined ? ofApplication(name) : (known) => known[place] ?? null;
    };
    return {
      count: places.get(countName(id)) ?? -1,
      draws: own.map((name): Draw => drawOf(stated.ofItem(id)(name), keyOf(id, name), lookup)),
      fields: fields.map((field) => ({ id: field.id, at: ownPlaces.get(field.id) ?? -1 })),
      unknown: options.marginals.groups.get(id)?.unknownItems ?? options.unknown,
      key: keyOf(id),
    };
  };
  const groups = read.groups.map((group, at) => itemsDraw(planOf(group, at)));

  return {
    facts,
    groups: read.groups,
    application: (row) => {
      const known: FactValue[] = [];
      for (const draw of draws) known.push(draw(row, 0, known, known));
      return {
        facts: factPlaces.map((at) => known[at] ?? null),
        groups: groups.map((draw) => draw(row, known)),
      };
    },
  };
}

function countName(group: string): string {
  return `${group}.count`;
}

/** What is stated of facts and lengths of groups, or else made up. */
interface Statements {
  readonly ofApplication: MarginalOf;
  readonly ofItem: (group: string) => MarginalOf;
  /** Whether a name is of a fact, and not of a group's length. */
  readonly isFact: (name: string) => boolean;
}

function statements(
  pack: Pack,
  { marginals, asOf, unknown }: PopulationOptions,
  thresholds: ReturnType<typeof thresholdsOf>,
): Statements {
  const guess = (name: string) => ({ thresholds: thresholds.get(name) ?? [], asOf, unknown });
  const made = new Map<string, Marginal>();
  const ofApplication = (name: string): Marginal => {
    const known = made.get(name) ?? statedMarginal(name);
    made.set(name, known);
    return known;
  };
  const statedMarginal = (name: string): Marginal => {
    const reference = readReference(name, pack.groups);
    if (reference.kind === "count") {
      const { group } = reference;
      const own = marginals.groups.get(group)?.count;
      return own ?? guessedCount(pack.groups.get(group) ?? NO_GROUP, guess(name));
    }
    const shape = pack.facts.get(name);
    return (
      marginals.facts.get(name) ??
      (shape === undefined ? NOT_KNOWN : guessedMarginal(shape, guess(name)))
    );
  };
  return {
    ofApplication,
    ofItem: (group) => (name) =>
      marginals.groups.get(group)?.facts.get(name) ?? ofApplication(name),
    isFact: (name) => readReference(name, pack.groups).kind !== "count",
  };
}

const NO_GROUP = { label: { id: "" }, facts: [] };
const NOT_KNOWN: Marginal = {
  kind: "shares",
  shares: [{ share: 1, outcome: { kind: "value", value: null } }],
};
