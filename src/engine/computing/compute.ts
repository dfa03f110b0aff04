import { parameterNamed, parameterValue, readReference } from "../conditions/references.ts";
import { itemsOf, type KnownValue, stated } from "../conditions/values.ts";
import type { Scalar } from "../model/catalogue.ts";
import type {
  Computation,
  ComputingContext,
  FactTerm,
  GroupTerm,
  Operand,
  Operands,
} from "../model/compute.ts";
import { type Exact, exact } from "./exact.ts";
import { OPERATIONS } from "./operations.ts";

/** A term that is no number and no computation. */
export type NamedTerm = FactTerm | GroupTerm;

/** Under which name evidence tells a term: `members[].income` for a fact of a group's items. */
export function nameOfTerm(term: NamedTerm): string {
  return "over" in term ? `${term.over}[].${term.fact}` : term.fact;
}

/** The terms of a computation that name something, in document order, those of its parts too. */
export function namedTerms({ of }: Computation): readonly NamedTerm[] {
  return of.flatMap((term) =>
    typeof term === "number" ? [] : "operation" in term ? namedTerms(term) : [term],
  );
}

/** Makes a term into the function that reads it. */
export function operandOf(term: NamedTerm, { pack, service, asOf }: ComputingContext): Operand {
  const { fact } = term;
  if ("over" in term) {
    const { over } = term;
    return (facts) => itemsOf(facts, over)?.map((item) => scalarOf(item?.[fact])) ?? null;
  }
  const reference = readReference(fact, pack.groups);
  if (reference.kind === "asOf") return () => asOf;
  if (reference.kind === "count") {
    return (facts) => itemsOf(facts, reference.group)?.length ?? null;
  }
  const parameter = parameterNamed(fact, service);
  if (parameter === undefined || parameter.by !== undefined) return (facts) => stated(facts[fact]);
  const value = parameterValue(parameter, asOf);
  return () => value;
}

/** A value that is no list; null where it is one. */
export function scalarOf(value: KnownValue | null | undefined): Scalar | null {
  return typeof value === "object" ? null : (value ?? null);
}

/** What is counted need not be a number. */
const ONE: Exact = { digits: 1n, scale: 0 };

/** Computes from what its names stand for; null where it is not known, or there is no result. */
export function compute(computation: Computation, operands: Operands): Exact | null {
  const terms: Exact[] = [];
  for (const term of computation.of) {
    if (typeof term === "object" && "operation" in term) {
      const part = compute(term, operands);
      if (part === null) return null;
      terms.push(part);
      continue;
    }
    const value = typeof term === "number" ? term : (operands[nameOfTerm(term)] ?? null);
    for (const item of typeof value === "object" && value !== null ? value : [value]) {
      if (item === null) return null;
      terms.push(computation.operation === "count" ? ONE : exact(item));
    }
  }
  return OPERATIONS[computation.operation](terms, computation);
}
