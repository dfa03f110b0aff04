import type { Fact, Facts, FactValue, ItemFacts } from "../../engine/model/catalogue.ts";
import type { Case, Pack } from "../../engine/model/pack.ts";
import type { ApplicantKind } from "../../engine/model/policy.ts";
import type { Coverage, CoverageByNik } from "../decisions/coverage.ts";
import { officesOf } from "../request/applicants.ts";
import { isFromCaller } from "./facts.ts";
import { isObject, type JsonObject } from "./schema.ts";

/** A case of the rules as the application that it would be, with what the registry would say. */
export interface ExampleApplication {
  readonly request: JsonObject;
  readonly coverage: CoverageByNik;
}

/** District 99 of area 3673 does not exist, so these are nobody's numbers. */
const APPLICANT = "3673991204850001";
const BUSINESS = "1234567890123";

export function exampleApplication(
  pack: Pack,
  service: string,
  { asOf, facts }: Case,
  applicant: ApplicantKind,
): ExampleApplication {
  const at = `${asOf}T00:00:00+07:00`;
  const coverage = new Map<string, Coverage>();
  const record = applicationFacts(facts);
  if (applicant === "person") coverage.set(APPLICANT, answered(at, lookedUp(pack, record)));
  const groups = groupsOf(facts).map(([group, items], place) => {
    const members = items.map((item, index) => {
      const nik = nikOf(place, index);
      coverage.set(nik, answered(at, lookedUp(pack, item ?? {})));
      return { nik, facts: fromCaller(pack, item ?? {}) };
    });
    return [group, members] as const;
  });
  return {
    coverage,
    request: {
      service,
      applicant: identityOf(pack, service, applicant),
      facts: fromCaller(pack, record),
      ...(groups.length > 0 && { groups: Object.fromEntries(groups) }),
      language: "en",
    },
  };
}

function identityOf(pack: Pack, service: string, applicant: ApplicantKind): JsonObject {
  switch (applicant) {
    case "person":
      return { nik: APPLICANT };
    case "business":
      return { nib: BUSINESS };
    case "office":
      return { office: [...officesOf(pack, service).keys()][0] ?? "" };
  }
}

/** The day of birth in the middle is 1 January 1990; only the serial number tells people apart. */
function nikOf(group: number, index: number): string {
  return `367399010190${String(group * 1000 + index + 1).padStart(4, "0")}`;
}

function answered(at: string, facts: Readonly<Record<string, FactValue>>): Coverage {
  return { kind: "answered", at, facts };
}

type Given = Readonly<Record<string, FactValue>>;

function fromCaller(pack: Pack, facts: ItemFacts): Given {
  return factsThat(pack, facts, isFromCaller);
}

function lookedUp(pack: Pack, facts: ItemFacts): Given {
  return factsThat(pack, facts, ({ source }) => source.startsWith("registry:"));
}

function factsThat(pack: Pack, facts: ItemFacts, isMeant: (fact: Fact) => boolean): Given {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([id, value]) => {
      const fact = pack.facts.get(id);
      const isKnown = value !== undefined && value !== null;
      return isKnown && fact !== undefined && isMeant(fact) ? [[id, value]] : [];
    }),
  );
}

function applicationFacts(facts: Facts): ItemFacts {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([id, value]) => (isFactValue(value) ? [[id, value]] : [])),
  );
}

function groupsOf(facts: Facts): readonly (readonly [string, readonly (ItemFacts | null)[]])[] {
  return Object.entries(facts).flatMap(([id, value]) =>
    isItems(value) ? [[id, value] as const] : [],
  );
}

function isFactValue(value: Facts[string]): value is FactValue {
  return value !== undefined && !isItems(value);
}

function isItems(value: Facts[string]): value is readonly (ItemFacts | null)[] {
  return Array.isArray(value) && value.some(isObject);
}
