import type { City, Pack } from "../../engine/model/pack.ts";
import type { ApplicantKind } from "../../engine/model/policy.ts";
import { say } from "../../engine/model/text.ts";
import { cityOf } from "../request/city-of.ts";
import { componentNames } from "./names.ts";
import {
  type Components,
  isObject,
  type JsonObject,
  type JsonSchema,
  propertiesOf,
  ref,
} from "./schema.ts";
import type { ServiceReads } from "./service-reads.ts";

/** Whom an application is about: a person by NIK, a business by NIB or an office by its code. */
export function applicantComponents(pack: Pack, request: JsonObject): Components {
  const applicant = propertiesOf(request)["applicant"];
  const { nik = {}, nib = {}, office = {} } = isObject(applicant) ? propertiesOf(applicant) : {};
  const names = officeComponents(pack);
  const offices = [...names].map(([city, name]) => [
    name,
    named("office", officeOf(office, city, pack.cities.get(city)), {
      id: "perangkat daerah",
      en: `An office of ${city}`,
    }),
  ]);
  return {
    PersonApplicant: named("nik", nik, { id: "perorangan", en: "A person" }),
    BusinessApplicant: named("nib", nib, { id: "badan usaha", en: "A business" }),
    OfficeApplicant: named("office", office, { id: "perangkat daerah", en: "An office" }),
    ...Object.fromEntries(offices),
    Applicant: {
      description: "A person or a business, never both. Perorangan atau badan usaha.",
      oneOf: [ref("PersonApplicant"), ref("BusinessApplicant")],
    },
    SearchedApplicant: {
      description:
        "A person, a business, or an office of the service's city. Perorangan, badan usaha, atau perangkat daerah.",
      oneOf: [ref("PersonApplicant"), ref("BusinessApplicant"), ref("OfficeApplicant")],
    },
  };
}

/** The applicants that the policies of a service are for. */
export function applicantSchema(pack: Pack, { service, applicants }: ServiceReads): JsonSchema {
  const kinds = applicants.join();
  if (kinds === "person") {
    return ref("PersonApplicant", "This service needs a NIK. Layanan ini membutuhkan NIK.");
  }
  if (kinds === "person,business") return ref("Applicant");
  const components: Readonly<Record<ApplicantKind, string | undefined>> = {
    person: "PersonApplicant",
    business: "BusinessApplicant",
    office: officeComponents(pack).get(cityOf(service.id)),
  };
  const refs = applicants.map((kind) => ref(components[kind] ?? "OfficeApplicant"));
  const [only] = refs;
  return refs.length === 1 && only !== undefined ? only : { oneOf: refs };
}

/** The name of the component for each city's offices. */
function officeComponents({ cities }: Pack): ReadonlyMap<string, string> {
  const withOffices = [...cities].filter(([, { offices }]) => offices.size > 0);
  const names = componentNames(withOffices.map(([city]) => city));
  return new Map([...names].map(([city, name]) => [city, `${name}OfficeApplicant`]));
}

function named(
  key: "nik" | "nib" | "office",
  schema: JsonSchema[string],
  words: { readonly id: string; readonly en: string },
): JsonSchema {
  return {
    type: "object",
    description: `${words.en}; ${words.id}.`,
    properties: { [key]: schema },
    required: [key],
    additionalProperties: false,
  };
}

function officeOf(base: JsonSchema[string], city: string, rules: City | undefined): JsonSchema {
  const offices = [...(rules?.offices ?? [])];
  const told = offices.map(([code, label]) => `\`${code}\` ${say(label, "id")}`).join("; ");
  return {
    ...(isObject(base) ? base : {}),
    description: `The code of an office of ${city}. ${told}.`,
    enum: offices.map(([code]) => code),
  };
}
