import type { Pack } from "../../engine/model/pack.ts";
import { batchRequest } from "../batch/request.ts";
import { bulkRequest } from "../bulk/request.ts";
import { previewRequest } from "../previews/request.ts";
import { decisionRequest } from "../request/schema.ts";
import { reviewRequest } from "../stored/reviews.ts";
import { searchRequest } from "../stored/search.ts";
import { applicantComponents } from "./applicants.ts";
import { factComponents } from "./fact-components.ts";
import { fromZod } from "./from-zod.ts";
import { componentNames } from "./names.ts";
import { factsOfService, requestFor } from "./requests.ts";
import { type Components, isObject, type JsonSchema, propertiesOf, ref } from "./schema.ts";
import { publishedServices } from "./service-reads.ts";

/** The schemas of all request bodies, made from those that check them and from the catalogue. */
export function requestComponents(pack: Pack): Components {
  const decision = fromZod(decisionRequest);
  const preview = fromZod(previewRequest);
  const services = publishedServices(pack);
  const names = componentNames(services.map(({ service }) => service.id));
  const facts = factComponents(pack);
  const each = services.map((reads) => {
    const name = names.get(reads.service.id) ?? reads.service.id;
    return {
      id: reads.service.id,
      name,
      components: {
        [`${name}Request`]: requestFor(decision, `${name}Facts`, reads, pack, facts),
        [`${name}Preview`]: requestFor(preview, `${name}Facts`, reads, pack, facts),
        [`${name}Facts`]: factsOfService(reads, pack, facts),
      },
    };
  });
  const batch = fromZod(batchRequest);
  const batchKeys = propertiesOf(batch);
  const search = fromZod(searchRequest);
  return {
    DecisionRequest: oneOfServices(
      "An application for one of the services. Permohonan untuk salah satu layanan.",
      each.map(({ id, name }) => [id, `${name}Request`]),
      decision,
    ),
    PreviewRequest: oneOfServices(
      "What is known so far of an application. Yang sudah diketahui dari permohonan.",
      each.map(({ id, name }) => [id, `${name}Preview`]),
      preview,
    ),
    BatchRequest: {
      ...batch,
      description: "Many applications, of any services. Banyak permohonan sekaligus.",
      properties: {
        ...batchKeys,
        items: {
          ...(isObject(batchKeys["items"]) ? batchKeys["items"] : {}),
          description: "Each is judged by itself: one that is wrong gets a problem of its own.",
          items: ref("DecisionRequest"),
        },
      },
    },
    SearchRequest: {
      ...search,
      description: "Whom, which service, and when. Siapa, layanan apa, dan kapan.",
      properties: { ...propertiesOf(search), applicant: ref("SearchedApplicant") },
    },
    BulkRequest: {
      ...fromZod(bulkRequest),
      description:
        "A service, an upload, and a day; today in Jakarta unless given. Layanan dan unggahan.",
    },
    ReviewRequest: { ...fromZod(reviewRequest), description: "A verdict and its reason." },
    ...applicantComponents(pack, decision),
    ...Object.assign({}, ...each.map(({ components }) => components)),
    ...facts.components,
  };
}

/** Told apart by `service`. Without any service, the request stands as it is. */
function oneOfServices(
  description: string,
  services: readonly (readonly [string, string])[],
  base: JsonSchema,
): JsonSchema {
  if (services.length === 0) return { ...base, description };
  return {
    description,
    oneOf: services.map(([, component]) => ref(component)),
    discriminator: {
      propertyName: "service",
      mapping: Object.fromEntries(
        services.map(([id, component]) => [id, `#/components/schemas/${component}`]),
      ),
    },
  };
}
