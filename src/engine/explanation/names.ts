import { readReference } from "../conditions/references.ts";
import type { FactShape } from "../model/catalogue.ts";
import type { DurationShape, Pack, Service } from "../model/pack.ts";
import { type Language, say } from "../model/text.ts";

/** What names and shapes in a text refer to. */
export interface Vocabulary {
  readonly pack: Pack;
  readonly service: Service;
  readonly asOf: string;
  readonly language: Language;
}

const COUNT_SHAPE: FactShape = { type: "integer", minimum: 0 };

/** How the value of a fact, parameter, count or `asOf` is to be written. */
export function shapeOfName(
  { pack, service }: Vocabulary,
  id: string,
): { readonly shape: FactShape | DurationShape; readonly unit?: string } | null {
  const reference = readReference(id, pack.groups);
  switch (reference.kind) {
    case "asOf":
      return { shape: { type: "date" } };
    case "count":
      return { shape: COUNT_SHAPE };
    case "parameter": {
      const parameter = service.parameters.get(reference.id);
      if (parameter === undefined) return null;
      return { shape: parameter.shape, ...(parameter.unit && { unit: parameter.unit }) };
    }
    default: {
      const fact = pack.facts.get(reference.id);
      return fact === undefined ? null : { shape: fact, ...(fact.unit && { unit: fact.unit }) };
    }
  }
}

const ITEM = /^([A-Za-z0-9.]+)\[(\d+)\](?:\.(.+))?$/;

/** The label of anything that stands in `missing`: `drivers[1].coverage.status` too. */
export function labelOfName(vocabulary: Vocabulary, name: string): string {
  const { pack, service, language } = vocabulary;
  const item = ITEM.exec(name);
  if (item?.[1] !== undefined) {
    const place = `${labelOfName(vocabulary, item[1])} ${Number(item[2]) + 1}`;
    return item[3] === undefined ? place : `${place}: ${labelOfName(vocabulary, item[3])}`;
  }
  const reference = readReference(name, pack.groups);
  if (reference.kind === "asOf")
    return say({ id: "tanggal keputusan", en: "decision date" }, language);
  if (reference.kind === "count") {
    const label = labelOfName(vocabulary, reference.group);
    return say({ id: `jumlah ${label}`, en: `number of: ${label}` }, language);
  }
  const labelled =
    reference.kind === "parameter"
      ? service.parameters.get(reference.id)
      : (pack.facts.get(reference.id) ?? pack.groups.get(reference.id));
  return labelled === undefined ? name : say(labelled.label, language);
}
