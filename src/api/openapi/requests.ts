import type { Pack } from "../../engine/model/pack.ts";
import { say } from "../../engine/model/text.ts";
import { MOST_PEOPLE } from "../request/people.ts";
import { applicantSchema } from "./applicants.ts";
import type { FactComponents } from "./fact-components.ts";
import { isObject, type JsonSchema, propertiesOf, ref } from "./schema.ts";
import type { ServiceReads } from "./service-reads.ts";

const DEFAULT_MAX_ITEMS = 1000;

/**
 * A request's schema for one service: the zod schema's own, with `service` fixed,
 * and with facts, groups and applicant as the service's policies need them. Keys that the schema
 * does not have are not added, so that this serves a request without an applicant too.
 */
export function requestFor(
  base: JsonSchema,
  factsComponent: string,
  reads: ServiceReads,
  pack: Pack,
  facts: FactComponents,
): JsonSchema {
  const { service } = reads;
  const given = propertiesOf(base);
  const title = service.versions.at(-1)?.policy.title ?? { id: service.id };
  const narrowed = {
    service: { type: "string", const: service.id },
    applicant: applicantSchema(pack, reads),
    facts: ref(factsComponent),
    groups: groupsSchema(given["groups"], reads, pack, facts),
    asOf: told(given["asOf"], AS_OF),
    language: told(given["language"], LANGUAGE),
  };
  const known = Object.entries(narrowed).filter(([key]) => key in given);
  return {
    ...base,
    description: `${service.id}: ${say(title, "en")}; ${say(title, "id")}.`,
    properties: { ...given, ...Object.fromEntries(known) },
  };
}

/** What one service looks at; every other fact of the catalogue is accepted beside it. */
export function factsOfService(
  { service, facts: read }: ServiceReads,
  pack: Pack,
  { properties }: FactComponents,
): JsonSchema {
  const lookedUp = read.filter((id) => pack.facts.get(id)?.source.startsWith("registry:"));
  return {
    type: "object",
    description: [
      `What ${service.id} looks at. Leave out what is not known, or send null.`,
      lookedUp.length === 0 ? "" : `Looked up, never sent: ${lookedUp.join(", ")}.`,
      "Yang tidak diketahui tidak perlu dikirim.",
      lookedUp.length === 0 ? "" : `Dibaca dari registri, tidak dikirim: ${lookedUp.join(", ")}.`,
    ]
      .filter((sentence) => sentence !== "")
      .join(" "),
    allOf: [ref("CatalogueFacts")],
    properties: properties(read),
  };
}

/** Every group of the catalogue is accepted, also those that this service does not look at. */
function groupsSchema(
  base: unknown,
  reads: ServiceReads,
  pack: Pack,
  facts: FactComponents,
): JsonSchema {
  const people = isObject(base) ? base["additionalProperties"] : undefined;
  const person = isObject(people) && isObject(people["items"]) ? people["items"] : {};
  const keys = propertiesOf(person);
  const groups = [...pack.groups].map(([id, group]) => {
    const { label, minItems = 0, maxItems = DEFAULT_MAX_ITEMS } = group;
    const item: JsonSchema = {
      ...person,
      properties: {
        ...keys,
        facts: {
          type: "object",
          properties: facts.properties(group.facts),
          additionalProperties: false,
        },
      },
      ...("nik" in keys && reads.groupsThatNeedNik.includes(id) && { required: ["nik"] }),
    };
    return [
      id,
      {
        type: "array",
        description: `${say(label, "en")}; ${say(label, "id")}. ${reads.groups.includes(id) ? EACH_ONCE : NOT_READ}`,
        minItems,
        maxItems: Math.min(maxItems, MOST_PEOPLE),
        items: item,
      },
    ] as const;
  });
  return {
    type: "object",
    description: `At most ${MOST_PEOPLE} people, all groups together; paling banyak ${MOST_PEOPLE} orang.`,
    properties: Object.fromEntries(groups),
    additionalProperties: false,
  };
}

const EACH_ONCE = "Each person once; setiap orang satu kali.";
const NOT_READ = "Not looked at by this service; tidak diperiksa layanan ini.";
const AS_OF =
  "The day to decide for; today in Jakarta unless given. Tanggal keputusan; hari ini di Jakarta bila tidak diisi.";
const LANGUAGE =
  "Wins over Accept-Language. Mengalahkan Accept-Language. `id` unless asked otherwise.";

function told(schema: unknown, description: string): JsonSchema {
  return { ...(isObject(schema) ? schema : {}), description };
}
