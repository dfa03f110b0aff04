import type { Scalar } from "../model/catalogue.ts";
import type { Parameter, ParameterValue, Service } from "../model/pack.ts";
import type { FactReference, LeafValue } from "../model/policy.ts";

const PARAMETER = "parameter.";
const COUNT = ".count";

/** The day that is asked about, as a fact of every condition. */
export const AS_OF = "asOf";

/** What the id in a leaf's `fact` refers to. */
export type Reference =
  | { readonly kind: "asOf" }
  | { readonly kind: "parameter"; readonly id: string }
  | { readonly kind: "count"; readonly group: string }
  | { readonly kind: "fact"; readonly id: string };

/** Tells `asOf`, `parameter.<id>` and `<group>.count` from the catalogue's facts. */
export function readReference(id: string, groups: ReadonlyMap<string, unknown>): Reference {
  if (id === AS_OF) return { kind: "asOf" };
  if (id.startsWith(PARAMETER)) return { kind: "parameter", id: id.slice(PARAMETER.length) };
  if (id.endsWith(COUNT) && groups.has(id.slice(0, -COUNT.length))) {
    return { kind: "count", group: id.slice(0, -COUNT.length) };
  }
  return { kind: "fact", id };
}

/** `true` for `asOf` and `parameter.x`, which no caller may give as facts. */
export function isReserved(id: string): boolean {
  return id === AS_OF || id === "parameter" || id.startsWith(PARAMETER);
}

export function isFactReference(value: LeafValue): value is FactReference {
  return typeof value === "object" && "fact" in value;
}

export function parameterName(id: string): string {
  return PARAMETER + id;
}

/** The parameter that `parameter.x` names; undefined for every other name. */
export function parameterNamed(name: string, { parameters }: Service): Parameter | undefined {
  return name.startsWith(PARAMETER) ? parameters.get(name.slice(PARAMETER.length)) : undefined;
}

/** The one value of a parameter on a day; null before its first day, and of a table. */
export function parameterValue(
  parameter: Parameter | undefined,
  asOf: string,
): Scalar | readonly Scalar[] | null {
  const on = parameterOn(parameter, asOf);
  return on && oneValue(on);
}

/** The value itself; null where it is a table. */
export function oneValue({ value }: ParameterValue): Scalar | readonly Scalar[] | null {
  return typeof value === "object" && !isList(value) ? null : value;
}

function isList(value: ParameterValue["value"]): value is readonly Scalar[] {
  return Array.isArray(value);
}

/** The value of a parameter on a day, or null before its first day. */
export function parameterOn(parameter: Parameter | undefined, asOf: string): ParameterValue | null {
  return parameter?.values.findLast((value) => value.from <= asOf) ?? null;
}
