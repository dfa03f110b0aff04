import { AS_OF, isReserved } from "../conditions/references.ts";
import type { FactValue } from "../model/catalogue.ts";
import type { ComputedEvidence } from "../model/decision.ts";
import { placeOf } from "./evidence.ts";

/**
 * Why names have other values on a later day for the same facts. Of what is computed: the parameters
 * behind it that have another value, and the dates that it counts from; else the day itself. Where
 * none of the names was computed otherwise, they stay as they are.
 */
export function causesBehind(
  names: readonly string[],
  before: readonly ComputedEvidence[] = [],
  after: readonly ComputedEvidence[] = [],
): readonly string[] {
  const turned = before.filter(({ fact, value }) => {
    const later = after.find((one) => one.fact === fact);
    return later !== undefined && !isSame(later.value, value);
  });
  const causesOf = (name: string): readonly string[] => {
    const found = turned.find(({ fact }) => fact === name);
    if (found === undefined) return [];
    const later = after.find(({ fact }) => fact === name)?.operands ?? {};
    const changed = Object.keys(found.operands).filter(
      (operand) => !isSame(found.operands[operand] ?? null, later[operand] ?? null),
    );
    const causes = changed.flatMap((operand) =>
      operand === AS_OF ? datesIn(found) : causesOfOperand(operand, found),
    );
    // A table has another value for the same code.
    return changed.length > 0 ? causes : [name];
  };
  const causesOfOperand = (operand: string, { fact }: ComputedEvidence): readonly string[] => {
    const [group, own] = operand.split("[].");
    const isMeant =
      own === undefined
        ? (name: string) => name === placeOf(fact) + operand
        : (name: string) => name.startsWith(`${group}[`) && name.endsWith(`].${own}`);
    const computed = turned.filter(({ fact: name }) => isMeant(name) || name === operand);
    return computed.length > 0 ? computed.flatMap(({ fact: name }) => causesOf(name)) : [operand];
  };
  const causes = names.flatMap(causesOf);
  return causes.length > 0 ? [...new Set(causes)] : names;
}

/** Of the facts that stand beside the day those that are dates; the day where there is none. */
function datesIn({ fact, operands }: ComputedEvidence): readonly string[] {
  const dates = Object.entries(operands).flatMap(([name, value]) =>
    typeof value === "string" && !isReserved(name) ? [placeOf(fact) + name] : [],
  );
  return dates.length > 0 ? dates : [AS_OF];
}

function isSame(one: FactValue, other: FactValue): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
