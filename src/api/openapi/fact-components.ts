import type { Pack } from "../../engine/model/pack.ts";
import { factSchema, isFromCaller } from "./facts.ts";
import { componentNames } from "./names.ts";
import { type Components, type JsonSchema, ref } from "./schema.ts";

/** The catalogue's facts that a caller supplies, each a component. */
export interface FactComponents {
  readonly components: Components;
  /** The ids of the facts given, those from the caller alone, each with a reference to its schema. */
  readonly properties: (ids: readonly string[]) => Readonly<Record<string, JsonSchema>>;
}

export function factComponents(pack: Pack): FactComponents {
  const facts = new Map([...pack.facts].filter(([, fact]) => isFromCaller(fact)));
  const names = componentNames([...facts.keys()].map((id) => `fact.${id}`));
  const nameOf = (id: string) => names.get(`fact.${id}`) ?? id;
  const properties = (ids: readonly string[]) =>
    Object.fromEntries(ids.filter((id) => facts.has(id)).map((id) => [id, ref(nameOf(id))]));
  return {
    properties,
    components: {
      ...Object.fromEntries([...facts].map(([id, fact]) => [nameOf(id), factSchema(fact)])),
      CatalogueFacts: {
        type: "object",
        description:
          "Every fact that a caller may send, whichever service is asked. Semua fakta yang boleh dikirim pemanggil, untuk layanan mana pun.",
        properties: properties([...facts.keys()]),
        additionalProperties: false,
      },
    },
  };
}
