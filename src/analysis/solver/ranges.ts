import { parameterNamed, parameterOn, readReference } from "../../engine/conditions/references.ts";
import type { Program } from "../../engine/decision/program.ts";
import type { FactShape } from "../../engine/model/catalogue.ts";
import type { Computation, Term } from "../../engine/model/compute.ts";
import { groupLimitsIn } from "./group-limits.ts";

/** The least and the most that a number can be; of a list any of its items. */
export type Range = readonly [least: number, most: number];

const ANY: Range = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];

/** The finest step of a decimal. */
const FINEST = 1e-6;

/** Whether a number with this range may be zero; of very small ones it is said though it may not be so. */
export function canBeZero([least, most]: Range): boolean {
  return least < FINEST && most > -FINEST;
}

/** What a term can come to, or more: where two terms depend on one another, each is taken alone. */
export function rangeOf(program: Program, term: Term): Range {
  return bounded(rangeOfTerm(program, term));
}

/** Beyond exact numbers nothing is said. */
function bounded([least, most]: Range): Range {
  const { MAX_SAFE_INTEGER: largest } = Number;
  return [
    least < -largest || Number.isNaN(least) ? ANY[0] : Math.min(least, largest),
    most > largest || Number.isNaN(most) ? ANY[1] : Math.max(most, -largest),
  ];
}

function rangeOfTerm(program: Program, term: Term): Range {
  if (typeof term === "number") return [term, term];
  if ("operation" in term) return rangeOfComputation(program, term);
  const { pack, service, asOf } = program;
  const reference = readReference(term.fact, pack.groups);
  if (reference.kind === "count") return sizesOf(program, reference.group);
  const fact = pack.facts.get(term.fact);
  if (fact?.compute !== undefined) return rangeOfComputation(program, fact.compute);
  if (fact !== undefined) return rangeOfShape(fact);
  const value = parameterOn(parameterNamed(term.fact, service), asOf)?.value;
  const told = typeof value === "object" ? Object.values(value) : [value];
  const numbers = told.filter((one) => typeof one === "number");
  return numbers.length === 0 || numbers.length < told.length
    ? ANY
    : [Math.min(...numbers), Math.max(...numbers)];
}

function sizesOf({ pack }: Program, group: string): Range {
  const { minItems, maxItems } = groupLimitsIn(pack)(group);
  return [minItems, maxItems];
}

function rangeOfShape(shape: FactShape): Range {
  if (shape.type === "list") return rangeOfShape(shape.items);
  return "minimum" in shape || "maximum" in shape
    ? [shape.minimum ?? ANY[0], shape.maximum ?? ANY[1]]
    : ANY;
}

function rangeOfComputation(program: Program, { operation, of }: Computation): Range {
  const ranges = of.map((term) => rangeOf(program, term));
  const isMany = of.some((term) => holdsMany(program, term));
  const [first = ANY, second = ANY] = ranges;
  switch (operation) {
    case "sum":
      return isMany ? signOf(ranges) : ranges.reduce((sum, range) => add(sum, range), [0, 0]);
    case "difference":
      return add(first, [-second[1], -second[0]]);
    case "product":
      return isMany
        ? ranges.every(([least]) => least >= 1)
          ? [1, ANY[1]]
          : ANY
        : ranges.reduce((product, range) => times(product, range), [1, 1]);
    case "minimum":
      // Of no items the least is one of the other terms.
      return [Math.min(...ranges.map(([least]) => least)), mostOfLeast(program, of, ranges)];
    case "maximum":
      return [leastOfMost(program, of, ranges), Math.max(...ranges.map(([, most]) => most))];
    case "count":
      return countOf(program, of);
    default:
      return ANY;
  }
}

/** Of so many terms as there may be none, but all of one sign. */
function signOf(ranges: readonly Range[]): Range {
  const least = ranges.every(([one]) => one >= 0) ? 0 : ANY[0];
  return [least, ranges.every(([, one]) => one <= 0) ? 0 : ANY[1]];
}

function mostOfLeast(program: Program, of: readonly Term[], ranges: readonly Range[]): number {
  const certain = ranges.filter((_, index) => !holdsMany(program, of[index] ?? 0));
  return Math.min(...certain.map(([, most]) => most));
}

function leastOfMost(program: Program, of: readonly Term[], ranges: readonly Range[]): number {
  const certain = ranges.filter((_, index) => !holdsMany(program, of[index] ?? 0));
  // Where every term may be many, the greatest is one of them still, or there is no result.
  if (certain.length === 0) return Math.min(...ranges.map(([least]) => least));
  return Math.max(...certain.map(([least]) => least));
}

function holdsMany({ pack }: Program, term: Term): boolean {
  if (typeof term === "number" || "operation" in term) return false;
  return "over" in term || pack.facts.get(term.fact)?.type === "list";
}

function countOf(program: Program, [term]: readonly Term[]): Range {
  return typeof term === "object" && "over" in term ? sizesOf(program, term.over) : [0, ANY[1]];
}

function add([least, most]: Range, [other, another]: Range): Range {
  return bounded([least + other, most + another]);
}

function times(one: Range, other: Range): Range {
  const corners = one.flatMap((first) => other.map((second) => product(first, second)));
  return bounded([Math.min(...corners), Math.max(...corners)]);
}

/** Nothing times anything is nothing. */
function product(first: number, second: number): number {
  return first === 0 || second === 0 ? 0 : first * second;
}
