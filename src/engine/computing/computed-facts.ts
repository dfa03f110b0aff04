import { parameterNamed, parameterOn, readReference } from "../conditions/references.ts";
import { LayakError } from "../errors.ts";
import type { Fact } from "../model/catalogue.ts";
import type { ComputedFact, ComputingContext, ReadName } from "../model/compute.ts";
import { dayOf } from "../values/calendar.ts";
import { compute, type NamedTerm, namedTerms, nameOfTerm, operandOf } from "./compute.ts";
import { numberOf } from "./exact.ts";

/** All that has to be computed before these names can be read, each after what it reads itself. */
export function computedFacts(
  names: Iterable<ReadName>,
  context: ComputingContext,
): readonly ComputedFact[] {
  const found = new Map<string, ComputedFact>();
  const visit = ({ id, group }: ReadName): void => {
    const key = `${group} ${id}`;
    const terms = found.has(key) ? null : termsOf(id, context);
    if (terms === null) return;
    const reads = terms.map((term) => readOf(term, group, context));
    // A text may name, among others, what no item of the group can have.
    if (reads.some((read) => isForeign(read, group, context))) return;
    for (const read of reads) visit(read);
    const operands = terms.map((term) => [nameOfTerm(term), operandOf(term, context)] as const);
    found.set(key, { id, group, reads, operands, valueOf: valuerOf(id, context) });
  };
  for (const name of names) visit(name);
  return [...found.values()];
}

function isForeign({ id }: ReadName, group: string | null, { pack }: ComputingContext): boolean {
  const own = pack.groups.get(group ?? "");
  if (own === undefined || readReference(id, pack.groups).kind !== "fact") return false;
  return !own.facts.includes(id) && pack.facts.get(id)?.compute === undefined;
}

function readOf(
  term: NamedTerm,
  group: string | null,
  { pack: { groups } }: ComputingContext,
): ReadName {
  if ("over" in term) return { id: term.fact, group: term.over };
  const reference = readReference(term.fact, groups);
  return reference.kind === "count"
    ? { id: reference.group, group: null }
    : { id: term.fact, group };
}

function termsOf(id: string, { pack, service }: ComputingContext) {
  const by = parameterNamed(id, service)?.by;
  if (by !== undefined) return [{ fact: by }];
  const computation = pack.facts.get(id)?.compute;
  return computation === undefined ? null : namedTerms(computation);
}

function valuerOf(id: string, { pack, service, asOf }: ComputingContext): ComputedFact["valueOf"] {
  const parameter = parameterNamed(id, service);
  if (parameter?.by !== undefined) {
    const { by } = parameter;
    const table = new Map(Object.entries(parameterOn(parameter, asOf)?.value ?? {}));
    return (operands) => {
      const code = operands[by];
      return (typeof code === "string" ? table.get(code) : undefined) ?? null;
    };
  }
  const fact = pack.facts.get(id);
  const computation = fact?.compute;
  if (fact === undefined || computation === undefined) return () => null;
  return (operands) => {
    const result = compute(computation, operands);
    if (result === null) return null;
    const value = numberOf(result, fact.type === "decimal" ? fact.scale : 0);
    const told = fact.type === "date" && value !== null ? dayOf(value) : value;
    if (told === null) throw outOfRange(id, fact);
    return told;
  };
}

function outOfRange(id: string, { label }: Fact): LayakError {
  return new LayakError("computed-out-of-range", {
    id: `"${id}" (${label.id}) menjadi terlalu besar bila dihitung dari fakta ini.`,
    en: `"${id}" (${label.en ?? label.id}) becomes too large when it is computed from these facts.`,
  });
}
