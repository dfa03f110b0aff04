import type { FactValue, ItemFacts, Scalar } from "../model/catalogue.ts";
import { move } from "./shift.ts";
import type { Operand } from "./tree.ts";

type ListItem = Scalar | ItemFacts | null;

/** A value that is known; lists may still hold unknown items, groups hold records. */
export type KnownValue = Scalar | readonly ListItem[];

/** Checked facts, of an application or of one item of a group. */
export type FactRecord = Readonly<Record<string, KnownValue | null | undefined>>;

/** What is known of an item that is not known. */
export const NOTHING_KNOWN: FactRecord = {};

/** The items of a group; `null` where the group is absent. */
export function itemsOf(facts: FactRecord, group: string): readonly (ItemFacts | null)[] | null {
  const items = facts[group];
  if (!isList(items)) return null;
  return items.map((item) => (typeof item === "object" ? item : null));
}

export function isList(value: KnownValue | null | undefined): value is readonly ListItem[] {
  return Array.isArray(value);
}

/** The value of an operand, moved by its duration; `null` where it is not known. */
export function resolve(operand: Operand, facts: FactRecord): KnownValue | null {
  if (operand.kind === "constant") return operand.value;
  if (operand.kind === "count") {
    const items = facts[operand.group];
    return isList(items) ? items.length : null;
  }
  const { id, shift } = operand;
  const value = facts[id] ?? null;
  if (shift === undefined) return value;
  return typeof value === "string" ? move(value, shift, id) : null;
}

/** The value of an operand before any move, as evidence states it. */
export function givenValueOf(operand: Operand, facts: FactRecord): FactValue {
  if (operand.kind === "fact") return stated(facts[operand.id]);
  if (operand.kind === "constant" && operand.shift !== undefined) return stated(operand.given);
  return stated(resolve(operand, facts));
}

/** A value as evidence states it; only groups hold anything but scalars, and no leaf reads those. */
export function stated(value: KnownValue | null | undefined): FactValue {
  if (!isList(value)) return value ?? null;
  const items = new Array<Scalar | null>(value.length);
  for (let index = 0; index < items.length; index++) {
    const item = value[index];
    items[index] = item === undefined || typeof item === "object" ? null : item;
  }
  return items;
}

/** The known scalars of a value: itself, or the items of a list. */
export function scalarsIn(value: KnownValue | null): readonly Scalar[] {
  if (value === null) return [];
  if (!isList(value)) return [value];
  return value.flatMap((item) => (typeof item === "object" ? [] : [item]));
}
