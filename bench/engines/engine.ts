import type { Outcome, RequirementOutcome } from "../../src/index.ts";
import type { Application } from "../applications/application.ts";

/** What an engine says about one application, in words that all engines share. */
export interface Answer {
  readonly outcome: Outcome | "error";
  readonly requirements: readonly (RequirementOutcome | "error")[];
}

/** One engine with the policy loaded, and the applications in the form that it takes. */
export interface Contender {
  readonly name: string;
  /** Tells `met`, `unmet`, `unknown` and `not-applicable` apart, as the reference does. */
  readonly threeValued: boolean;
  /** Decides so many applications, beginning at the first, again and again if need be. */
  readonly decide: (count: number) => void | Promise<void>;
  readonly answer: (index: number) => Answer | Promise<Answer>;
}

/** Loads an engine, and turns the applications into its form: neither of which is timed. */
export type Entrant = (applications: readonly Application[]) => Contender | Promise<Contender>;

export interface Definition<Form, Timed, Result> {
  readonly name: string;
  readonly threeValued?: boolean;
  readonly forms: readonly Form[];
  /** What is timed. */
  readonly decide: (form: Form) => Timed;
  /** What is not. */
  readonly read: (result: Result) => Answer;
}

/** A place for results, so that no compiler may leave out work that nobody looks at. */
export const kept: { result: unknown } = { result: null };

export function synchronous<Form, Result>(definition: Definition<Form, Result, Result>): Contender {
  const { name, threeValued = false, forms, decide, read } = definition;
  return {
    name,
    threeValued,
    decide: (count) => {
      for (let index = 0; index < count; index++) kept.result = decide(at(forms, index));
    },
    answer: (index) => read(decide(at(forms, index))),
  };
}

export function asynchronous<Form, Result>(
  definition: Definition<Form, Promise<Result>, Result>,
): Contender {
  const { name, threeValued = false, forms, decide, read } = definition;
  return {
    name,
    threeValued,
    decide: async (count) => {
      for (let index = 0; index < count; index++) kept.result = await decide(at(forms, index));
    },
    answer: async (index) => {
      const result = await decide(at(forms, index));
      return read(result);
    },
  };
}

function at<Form>(forms: readonly Form[], index: number): Form {
  const form = forms[index % forms.length];
  if (form === undefined) throw new RangeError("there are no applications");
  return form;
}

/** The answer of an engine that says for each requirement whether it is met; null: not known. */
export function answerOf(met: readonly (boolean | null)[]): Answer {
  return {
    outcome: met.includes(false) ? "ineligible" : met.includes(null) ? "undetermined" : "eligible",
    requirements: met.map((holds) => (holds === null ? "unknown" : holds ? "met" : "unmet")),
  };
}
