import { type OutcomeOnly, outcomeOf } from "../../../src/engine/decision/outcome.ts";
import { programOf } from "../../../src/engine/decision/program.ts";
import { versionInForce } from "../../../src/engine/decision/versions.ts";
import type { Facts } from "../../../src/engine/model/catalogue.ts";
import type { Pack, Service } from "../../../src/engine/model/pack.ts";
import { SERVICE } from "../pack.ts";
import { parameterValuesOf } from "./parameters.ts";
import { type Slot, slotsOf } from "./slots.ts";
import type { World } from "./worlds.ts";

/** More completions than this are not tried; the application is passed over. */
const MOST_COMPLETIONS = 2_000;

/** Every way in which an application could become fully known, decided. */
export interface Completions {
  /** What is not known; the parameters without a value on the day come last. */
  readonly slots: readonly { readonly name: string; readonly size: number }[];
  /** By the choices of all slots in mixed radix, the first slot slowest. */
  readonly outcomes: readonly OutcomeOnly[];
}

/** Decides every completion; null where there are too many. */
export function completionsOf({ pack, asOf }: World, facts: Facts): Completions | null {
  const service = pack.services.get(SERVICE);
  const version = service === undefined ? null : versionInForce(service, asOf);
  if (service === undefined || version === null) return null;
  const computations = [...pack.facts.values()].map(({ compute }) => compute);
  const words = stringsIn([version.policy, Object.fromEntries(service.conditions), computations]);
  const slots = slotsOf(pack, facts, (id) => words.has(id));
  const parameters = absentParameters(service, asOf, words);
  const sizes = [...slots, ...parameters].map(({ completions }) => completions.length);
  if (sizes.reduce((product, size) => product * size, 1) > MOST_COMPLETIONS) return null;
  const programs = packsWith(pack, service, parameters).map((known) =>
    programOf(known, { service: SERVICE, asOf }),
  );
  const outcomes = factsWith(facts, slots).flatMap((known) =>
    programs.map((program) => outcomeOf(program, known)),
  );
  const named = [...slots, ...parameters].map(({ name, completions }) => ({
    name,
    size: completions.length,
  }));
  return { slots: named, outcomes };
}

function factsWith(facts: Facts, slots: readonly Slot[]): readonly Facts[] {
  return slots.reduce<readonly Facts[]>(
    (known, { completions }) =>
      known.flatMap((one) => completions.map((complete) => complete(one))),
    [facts],
  );
}

/** A parameter that has no value yet on the day. */
interface ParameterSlot {
  readonly name: string;
  readonly completions: readonly ((service: Service) => Service)[];
}

function absentParameters(
  service: Service,
  asOf: string,
  words: ReadonlySet<string>,
): readonly ParameterSlot[] {
  return [...service.parameters].flatMap(([id, parameter]): readonly ParameterSlot[] => {
    const name = `parameter.${id}`;
    if (!words.has(name) || parameter.values.some(({ from }) => from <= asOf)) return [];
    const completions = parameterValuesOf(parameter.shape).map((value) => (incomplete: Service) => {
      const known = { from: "2020-01-01", value, provenance: "reported" as const };
      const values = [known, ...parameter.values];
      const parameters = new Map(incomplete.parameters).set(id, { ...parameter, values });
      return { ...incomplete, parameters };
    });
    return [{ name, completions }];
  });
}

function packsWith(pack: Pack, service: Service, slots: readonly ParameterSlot[]): readonly Pack[] {
  const services = slots.reduce<readonly Service[]>(
    (known, { completions }) =>
      known.flatMap((one) => completions.map((complete) => complete(one))),
    [service],
  );
  return services.map((known) => ({ ...pack, services: new Map([[SERVICE, known]]) }));
}

/** Every string in a JSON document, so also the id of everything that it reads. */
export function stringsIn(document: unknown): ReadonlySet<string> {
  const strings = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value === "string") strings.add(value);
    else if (typeof value === "object" && value !== null) Object.values(value).forEach(collect);
  };
  collect(document);
  return strings;
}
