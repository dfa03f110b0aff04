import type { FactShape } from "../../../src/engine/model/catalogue.ts";
import type { GeneratedCatalogue } from "./catalogue.ts";
import { type Domain, NARROW } from "./domains.ts";
import type { GeneratedParameters } from "./parameters.ts";

/** Something that a leaf may read. */
export interface Readable {
  readonly id: string;
  readonly shape: FactShape;
  readonly kind: "asOf" | "parameter" | "count" | "fact";
}

/** What the conditions of one place may refer to. */
export interface Vocabulary {
  readonly domain: Domain;
  readonly readables: readonly Readable[];
  /** Ids `parameter.x` of durations. */
  readonly durations: readonly string[];
  /** The groups that may be asked about here, each with what its items may refer to. */
  readonly groups: readonly { readonly id: string; readonly items: Vocabulary }[];
  readonly conditions: readonly string[];
}

/** What may stand at the root of a generated policy. */
export function rootVocabulary(
  catalogue: GeneratedCatalogue,
  parameters: GeneratedParameters,
  domain: Domain = NARROW,
): Vocabulary {
  const groups = Object.entries(catalogue.groups);
  const counts = groups.map(
    ([id]): Readable => ({ id: `${id}.count`, shape: { type: "integer" }, kind: "count" }),
  );
  const root = vocabularyOf(catalogue, parameters, domain, Object.keys(catalogue.facts));
  return {
    ...root,
    readables: [...root.readables, ...counts],
    groups: groups.map(([id, { facts }]) => ({
      id,
      items: vocabularyOf(catalogue, parameters, domain, facts),
    })),
  };
}

/** What every place may refer to where the catalogue has groups: facts that all their items have. */
export function sharedVocabulary(
  catalogue: GeneratedCatalogue,
  parameters: GeneratedParameters,
  domain: Domain = NARROW,
): Vocabulary {
  const groups = Object.values(catalogue.groups);
  const shared = Object.keys(catalogue.facts).filter((id) =>
    groups.every(({ facts }) => facts.includes(id)),
  );
  return vocabularyOf(catalogue, parameters, domain, shared);
}

function vocabularyOf(
  catalogue: GeneratedCatalogue,
  parameters: GeneratedParameters,
  domain: Domain,
  ids: readonly string[],
): Vocabulary {
  const facts = ids.flatMap((id): readonly Readable[] => {
    const shape = catalogue.facts[id];
    return shape === undefined ? [] : [{ id, shape, kind: "fact" }];
  });
  const dated = Object.entries(parameters);
  const values = dated.flatMap(([id, shape]): readonly Readable[] =>
    shape.type === "duration" || (shape.by !== undefined && !ids.includes(shape.by))
      ? []
      : [{ id: `parameter.${id}`, shape, kind: "parameter" }],
  );
  const durations = dated.flatMap(([id, { type }]) =>
    type === "duration" ? [`parameter.${id}`] : [],
  );
  const asOf: Readable = { id: "asOf", shape: { type: "date" }, kind: "asOf" };
  return { domain, readables: [...facts, ...values, asOf], durations, groups: [], conditions: [] };
}
