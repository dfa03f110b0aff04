import { type FactRecord, itemsOf, NOTHING_KNOWN, scalarsIn } from "../conditions/values.ts";
import type { Program } from "../decision/program.ts";
import type { Computation, ComputedFact, Operands, Term } from "../model/compute.ts";
import { isDate } from "../values/calendar.ts";
import { operandsIn } from "./completed.ts";
import { compute } from "./compute.ts";

/** How a value runs as the days pass and no fact changes; `either`: nobody can tell beforehand. */
export type Course = "still" | "rises" | "falls" | "either";

/** How everything that a policy computes runs. */
export interface Courses {
  /** Of a name that a leaf reads: in the record with this place among those that the leaf is asked of. */
  readonly in: (group: string | null, record: number, id: string) => Course;
  /** Every date that is computed with. */
  readonly dates: readonly string[];
}

/** How a policy's computed facts run, for completed facts. */
export function coursesOf(program: Program, facts: FactRecord): Courses {
  const found = new Map<string, readonly Course[]>();
  const dates = new Set<string>();
  for (const fact of program.asked) {
    const { id, group } = fact;
    const records = group === null ? [facts] : [NOTHING_KNOWN, ...itemRecords(facts, group)];
    const courses = records.map((record, index) => {
      const operands = operandsIn(fact, record);
      for (const value of Object.values(operands)) {
        for (const one of scalarsIn(value)) {
          if (typeof one === "string" && isDate(one)) dates.add(one);
        }
      }
      return courseOfFact(program, fact, operands, (name, over) =>
        over === null
          ? [found.get(keyOf(group, name))?.[index] ?? "still"]
          : (found.get(keyOf(over, name)) ?? []).slice(1),
      );
    });
    found.set(keyOf(group, id), courses);
  }
  return {
    in: (group, record, id) => found.get(keyOf(group, id))?.[record] ?? "still",
    dates: [...dates],
  };
}

function keyOf(group: string | null, id: string): string {
  return `${group} ${id}`;
}

function itemRecords(facts: FactRecord, group: string): readonly FactRecord[] {
  return (itemsOf(facts, group) ?? []).map((item) => item ?? NOTHING_KNOWN);
}

/** The courses of what a name stands for; of items of a group those of each. */
type CoursesOfName = (name: string, over: string | null) => readonly Course[];

function courseOfFact(
  { pack }: Program,
  { id }: ComputedFact,
  operands: Operands,
  of: CoursesOfName,
): Course {
  const computation = pack.facts.get(id)?.compute;
  // A table is read by a code, and no code is computed.
  return computation === undefined ? "still" : courseOf(computation, operands, of);
}

function courseOf(computation: Computation, operands: Operands, of: CoursesOfName): Course {
  const { operation } = computation;
  if (operation === "count") return "still";
  const terms = computation.of.map((term) => ({ term, course: courseOfTerm(term, operands, of) }));
  const isLost = terms.some(
    ({ term, course }) => course === "still" && valueOfTerm(term, operands) === null,
  );
  if (isLost) return "still";
  const courses = terms.map(({ course }) => course);
  const [first = "still", second = "still"] = courses;
  switch (operation) {
    case "difference":
      return together([first, turned(second)]);
    case "monthsBetween":
    case "yearsBetween":
      return together([turned(first), second]);
    case "product":
      return product(terms, operands);
    case "quotient":
      return second === "still" ? product(terms, operands) : "either";
    default:
      return together(courses);
  }
}

/** What runs by itself, times or by what stands still: where this is below zero, the other way. */
function product(
  terms: readonly { readonly term: Term; readonly course: Course }[],
  operands: Operands,
): Course {
  const running = terms.filter(({ course }) => course !== "still");
  const [one] = running;
  if (one === undefined) return "still";
  if (running.length > 1 || (typeof one.term === "object" && "over" in one.term)) return "either";
  const still = terms.filter(({ course }) => course === "still");
  const signs = still.map(({ term }) => Number(valueOfTerm(term, operands)?.digits ?? 0n));
  if (signs.includes(0)) return "still";
  return signs.filter((sign) => sign < 0).length % 2 === 0 ? one.course : turned(one.course);
}

function courseOfTerm(term: Term, operands: Operands, of: CoursesOfName): Course {
  if (typeof term === "number") return "still";
  if ("operation" in term) return courseOf(term, operands, of);
  if (term.fact === "asOf") return "rises";
  return together(of(term.fact, "over" in term ? term.over : null));
}

/** Of a term that stands still; null where it is not known, and so never will be. */
function valueOfTerm(term: Term, operands: Operands) {
  return compute({ operation: "product", of: [term] }, operands);
}

function together(courses: readonly Course[]): Course {
  const running = new Set(courses.filter((course) => course !== "still"));
  const [one = "still"] = running;
  return running.size > 1 ? "either" : one;
}

function turned(course: Course): Course {
  if (course === "rises") return "falls";
  return course === "falls" ? "rises" : course;
}
