import type { Pack } from "../../../engine/model/pack.ts";
import type { JsonSchema } from "./json-schema.ts";
import { givenSchema } from "./values.ts";
import { bilingual } from "./vocabulary.ts";

/** The facts that a case may give: this pack's own but for those that are computed, each with the values of its type. */
export function factsDefinition({ facts, groups }: Pack): JsonSchema {
  const given = (ids: Iterable<string>): JsonSchema =>
    Object.fromEntries(
      [...ids].flatMap((id) => {
        const fact = facts.get(id);
        return fact === undefined || fact.compute !== undefined
          ? []
          : [[id, { description: bilingual(fact.label), ...givenSchema(fact) }]];
      }),
    );
  const items = [...groups].map(([id, group]) => {
    const item = { type: "object", properties: given(group.facts), additionalProperties: false };
    const list = { type: "array", items: { anyOf: [item, { type: "null" }] } };
    return [id, { description: bilingual(group.label), anyOf: [list, { type: "null" }] }];
  });
  return {
    type: "object",
    properties: { ...given(facts.keys()), ...Object.fromEntries(items) },
    additionalProperties: false,
  };
}
