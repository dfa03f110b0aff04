import { AS_OF, parameterName } from "../../../engine/conditions/references.ts";
import type { FactShape, Group } from "../../../engine/model/catalogue.ts";
import type { DurationShape, Pack } from "../../../engine/model/pack.ts";
import type { Text } from "../../../engine/model/text.ts";
import type { Choice } from "./json-schema.ts";

/** What stands in a leaf's `fact`: its shape, and the words for it. */
export interface Named extends Choice {
  readonly shape: FactShape;
}

/** Every id of a pack that a rule may name, with its label; those of all its cities together. */
export interface Vocabulary {
  /** Facts, counts of groups, `asOf` and parameters that are no durations. */
  readonly facts: readonly Named[];
  readonly durations: readonly Choice[];
  readonly conditions: readonly Choice[];
  readonly groups: readonly (Choice & { readonly group: Group })[];
  readonly sources: readonly Choice[];
}

export function vocabularyOf(pack: Pack): Vocabulary {
  const services = [...pack.services.values()];
  const parameters = new Map(services.flatMap((service) => [...service.parameters]));
  const named: Named[] = [];
  const durations: Choice[] = [];
  for (const [id, { shape, label, unit }] of parameters) {
    const value = parameterName(id);
    const choice = { value, description: described(label, shape, unit) };
    if (shape.type === "duration") durations.push(choice);
    else named.push({ ...choice, shape });
  }
  const asOf: Text = { id: "Tanggal keputusan", en: "Decision date" };
  return {
    facts: [
      ...[...pack.facts].map(([value, fact]) => ({
        value,
        description: described(fact.label, fact, fact.unit),
        shape: fact,
      })),
      ...[...pack.groups].map(([id, { label }]) => ({
        value: `${id}.count`,
        description: described(counted(label), COUNT, undefined),
        shape: COUNT,
      })),
      { value: AS_OF, description: described(asOf, DATE, undefined), shape: DATE },
      ...named,
    ],
    durations,
    conditions: unique(
      services.flatMap(({ id, conditions }) =>
        [...conditions.keys()].map((value) => ({
          value,
          description: `${id.slice(0, id.indexOf("/"))}/conditions.json`,
        })),
      ),
    ),
    groups: [...pack.groups].map(([value, group]) => ({
      value,
      description: bilingual(group.label),
      group,
    })),
    sources: unique(
      services.flatMap(({ sources }) =>
        [...sources].map(([value, { title }]) => ({ value, description: bilingual(title) })),
      ),
    ),
  };
}

const COUNT: FactShape = { type: "integer", minimum: 0 };
const DATE: FactShape = { type: "date" };

/** Both languages at once: an editor does not say which its reader prefers. */
export function bilingual({ id, en }: Text): string {
  return en === undefined || en === id ? id : `${id} / ${en}`;
}

function counted(label: Text): Text {
  return { id: `Jumlah ${label.id}`, ...(label.en && { en: `Number of: ${label.en}` }) };
}

function described(
  label: Text,
  shape: FactShape | DurationShape,
  unit: string | undefined,
): string {
  const type = shape.type === "list" ? `list of ${shape.items.type}` : shape.type;
  return `${bilingual(label)} (${unit === undefined ? type : `${type}, ${unit}`})`;
}

/** A city's own entry of an id stands for the national one. */
function unique(choices: readonly Choice[]): readonly Choice[] {
  return [...new Map(choices.map((choice) => [choice.value, choice])).values()];
}
