import { AS_OF, parameterNamed, readReference } from "../conditions/references.ts";
import type { FactShape } from "../model/catalogue.ts";
import type { ComputedEvidence } from "../model/decision.ts";
import type { DurationShape, Pack, Service } from "../model/pack.ts";
import { type Language, say } from "../model/text.ts";

/** What names and shapes in a text refer to. */
export interface Vocabulary {
  readonly pack: Pack;
  readonly service: Service;
  readonly asOf: string;
  readonly language: Language;
  /** What the decision computed. */
  readonly computedValues?: readonly ComputedEvidence[];
}

/** How the value of a fact, parameter, count or `asOf` is to be written. */
export function shapeOfName(
  { pack, service }: Vocabulary,
  name: string,
): { readonly shape: FactShape | DurationShape; readonly unit?: string | undefined } | null {
  if (name === AS_OF) return { shape: { type: "date" } };
  const parameter = parameterNamed(name, service);
  if (parameter !== undefined) return parameter;
  const fact = pack.facts.get(name);
  if (fact !== undefined) return { shape: fact, unit: fact.unit };
  const { kind } = readReference(name, pack.groups);
  return kind === "count" ? { shape: { type: "integer" } } : null;
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
  const labelled = parameterNamed(name, service) ?? pack.facts.get(name) ?? pack.groups.get(name);
  return labelled === undefined ? name : say(labelled.label, language);
}
