import { readReference } from "../conditions/references.ts";
import { type FactRecord, itemsOf } from "../conditions/values.ts";
import type { FactValue, Group } from "../model/catalogue.ts";
import type { ComputedFact } from "../model/compute.ts";
import type { ComputedEvidence } from "../model/decision.ts";
import { operandsIn } from "./completed.ts";
import { scalarOf } from "./compute.ts";

type Groups = ReadonlyMap<string, Group>;

/** What was computed, for completed facts. */
export function computedEvidence(
  computed: readonly ComputedFact[],
  facts: FactRecord,
): readonly ComputedEvidence[] {
  return computed.flatMap((fact) => {
    const { id, group } = fact;
    const told = (record: FactRecord, place: string): ComputedEvidence => ({
      fact: place + id,
      value: scalarOf(record[id]),
      operands: operandsIn(fact, record),
    });
    if (group === null) return [told(facts, "")];
    return (itemsOf(facts, group) ?? []).map((item, index) =>
      told(item ?? {}, `${group}[${index}].`),
    );
  });
}

/**
 * The absent facts behind a name that is not known: itself where it is not computed, or where all that
 * it is computed from is known, as of a division by zero or a code that no table has.
 */
function absentBehind(
  name: string,
  computed: readonly ComputedEvidence[],
  groups: Groups,
): readonly string[] {
  const found = computed.find(({ fact }) => fact === name);
  if (found === undefined) return [name];
  const place = placeOf(name);
  const absent = Object.entries(found.operands)
    .flatMap(([operand, value]) =>
      // A table that an item reads is looked up by that item's own fact.
      value === null && computed.some(({ fact }) => fact === place + operand)
        ? [place + operand]
        : absentIn(operand, value, place, groups),
    )
    .flatMap((one) => absentBehind(one, computed, groups));
  return absent.length > 0 ? absent : [bare(name, place, groups)];
}

/** What stands before the name of an item's fact: `members[1].`; nothing before any other. */
export function placeOf(name: string): string {
  return /^.*\]\./.exec(name)?.[0] ?? "";
}

function absentIn(
  operand: string,
  value: FactValue,
  place: string,
  groups: Groups,
): readonly string[] {
  const [list = "", fact] = operand.split("[].");
  if (value === null) return [fact === undefined ? bare(place + operand, place, groups) : list];
  if (typeof value !== "object") return [];
  const before = fact === undefined ? place + list : list;
  const after = fact === undefined ? "" : `.${fact}`;
  return value.flatMap((item, index) => (item === null ? [`${before}[${index}]${after}`] : []));
}

/** A parameter is no item's, and a group stands for its count. */
function bare(name: string, place: string, groups: Groups): string {
  const own = name.slice(place.length);
  const reference = readReference(own, groups);
  if (reference.kind === "count") return reference.group;
  return reference.kind === "parameter" ? own : name;
}

/** As {@link absentBehind}, for many names, each once. */
export function absentBehindAll(
  names: Iterable<string>,
  computed: readonly ComputedEvidence[],
  groups: Groups,
): readonly string[] {
  return [...new Set([...names].flatMap((name) => absentBehind(name, computed, groups)))];
}
