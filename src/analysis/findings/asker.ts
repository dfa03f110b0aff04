import type { Node } from "../../engine/conditions/tree.ts";
import type { Facts } from "../../engine/model/catalogue.ts";
import type { GroupLimits } from "../solver/domains.ts";
import type { Goal } from "../solver/goal.ts";
import { createSolver, type Solver } from "../solver/solver.ts";

/** Something compiled for one day; null where it cannot be. */
export interface Days<Compiled> {
  readonly compile: (day: string) => Compiled | null;
  /** The first day that is asked about. */
  readonly first: string;
  /** The other days on which the answer may be another; null where there are too many. */
  readonly others: (first: Compiled) => readonly string[] | null;
  readonly treesOf: (compiled: Compiled) => readonly Node[];
  readonly limitsOf: (group: string) => GroupLimits;
}

/** Ways in which something could come about: all goals of one list have to be reached. */
export type Ways = readonly (readonly Goal[])[];

/** `never`: on none of the days, whatever the facts. `unsettled`: not known within the limit. */
export type Answer = "never" | "possible" | "unsettled";

/** Asks whether something can come about, on the first day and on each on which that may change. */
export interface Asker<Compiled> {
  readonly first: Compiled;
  /** Where an application of the first day has what is asked for, one such. */
  readonly find: (waysOf: (compiled: Compiled) => Ways) => Facts | null;
  readonly can: (waysOf: (compiled: Compiled) => Ways) => Answer;
}

/** Few enough that all questions about a policy are answered while people wait. */
const STEPS = 20_000;

interface Asked<Compiled> {
  readonly compiled: Compiled;
  readonly solver: Solver;
}

/** Null where nothing can be compiled for the first day. */
export function createAsker<Compiled>(days: Days<Compiled>): Asker<Compiled> | null {
  const { limitsOf, treesOf, first } = days;
  const open = (day: string): Asked<Compiled> | null => {
    const compiled = days.compile(day);
    if (compiled === null) return null;
    return { compiled, solver: createSolver({ trees: treesOf(compiled), limitsOf, steps: STEPS }) };
  };
  const start = open(first);
  if (start === null) return null;
  let later: readonly (Asked<Compiled> | null)[] | null = null;
  const others = () => {
    later ??= (days.others(start.compiled) ?? [null]).map((day) =>
      day === null ? null : open(day),
    );
    return later;
  };
  return {
    first: start.compiled,
    find: (waysOf) => {
      for (const goals of waysOf(start.compiled)) {
        const solved = start.solver.solve(goals);
        if (solved.kind === "found") return solved.facts;
      }
      return null;
    },
    can: (waysOf) => {
      const today = answerOn(start, waysOf);
      if (today !== "never") return today;
      let answer: Answer = "never";
      for (const asked of others()) {
        const told = asked === null ? "unsettled" : answerOn(asked, waysOf);
        if (told === "possible") return told;
        if (told === "unsettled") answer = told;
      }
      return answer;
    },
  };
}

function answerOn<Compiled>(
  { compiled, solver }: Asked<Compiled>,
  waysOf: (compiled: Compiled) => Ways,
): Answer {
  let answer: Answer = "never";
  for (const goals of waysOf(compiled)) {
    const { kind } = solver.solve(goals);
    if (kind === "found") return "possible";
    if (kind === "unsettled") answer = "unsettled";
  }
  return answer;
}
