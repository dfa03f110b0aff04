import {
  parameterNamed,
  parameterOn,
  parameterValue,
  readReference,
} from "../../engine/conditions/references.ts";
import { computedIn, type Program } from "../../engine/decision/program.ts";
import type { Computation, ComputedFact, Term } from "../../engine/model/compute.ts";
import { groupLimitsIn } from "./group-limits.ts";
import { canBeZero, rangeOf } from "./ranges.ts";
import { domainName } from "./uses.ts";

/**
 * What is computed and may have no result though every fact is known, by the names of its domains: a
 * division by zero, the least of no items, a code that a table has not, a parameter without a value.
 * Whatever is not named always has one.
 */
export function mayHaveNoResult(program: Program): ReadonlySet<string> {
  const found = new Set<string>();
  for (const fact of computedIn(program)) {
    const { id, group, reads } = fact;
    const behind = reads.some((read) => found.has(nameOf(read.id, read.group)));
    if (behind || lacksResult(program, fact)) found.add(nameOf(id, group));
  }
  return found;
}

function nameOf(id: string, group: string | null): string {
  return domainName({ kind: "fact", id }, group);
}

function lacksResult(program: Program, { id }: ComputedFact): boolean {
  const { pack, service, asOf } = program;
  const computation = pack.facts.get(id)?.compute;
  if (computation !== undefined) return computationLacks(program, computation);
  const parameter = parameterNamed(id, service);
  const by = pack.facts.get(parameter?.by ?? "");
  const table = parameterOn(parameter, asOf)?.value;
  if (by?.type !== "code" || typeof table !== "object") return true;
  return Object.keys(by.codes).some((code) => !Object.hasOwn(table, code));
}

function computationLacks(program: Program, computation: Computation): boolean {
  const { operation, of } = computation;
  if (of.some((term) => termLacks(program, term))) return true;
  const [, divisor] = of;
  if (operation === "quotient") {
    return divisor === undefined || canBeZero(rangeOf(program, divisor));
  }
  const needsOne = operation === "minimum" || operation === "maximum";
  return needsOne && of.every((term) => mayBeNone(program, term));
}

function termLacks(program: Program, term: Term): boolean {
  if (typeof term === "number" || "over" in term) return false;
  if ("operation" in term) return computationLacks(program, term);
  const parameter = parameterNamed(term.fact, program.service);
  if (parameter === undefined) return isForeign(program, term.fact);
  return parameter.by === undefined && parameterValue(parameter, program.asOf) === null;
}

/** A parameter that this service has not has no value. */
function isForeign({ pack: { groups } }: Program, id: string): boolean {
  return readReference(id, groups).kind === "parameter";
}

function mayBeNone({ pack }: Program, term: Term): boolean {
  if (typeof term === "number" || "operation" in term) return false;
  if ("over" in term) return groupLimitsIn(pack)(term.over).minItems === 0;
  return pack.facts.get(term.fact)?.type === "list";
}
