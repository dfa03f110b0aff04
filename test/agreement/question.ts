import { type Decision, type Facts, LayakError, type Pack, prepare } from "../../src/index.ts";
import { SERVICE } from "../support/pack.ts";

/** Applications for a pack's one service, all asked about on one day. */
export interface Question {
  readonly pack: Pack;
  readonly asOf: string;
  readonly applications: readonly Facts[];
}

/** The first application of which somebody says something else than the engine. */
export interface Disagreement {
  readonly way: string;
  readonly place: number;
  readonly engine: unknown;
  readonly said: unknown;
}

/**
 * What the engine decides of each application. A text is the code of its error where it refuses;
 * null: it refuses for what texts alone would tell, which nobody else computes.
 */
export type Decided = Decision | string | null;

export function isDecision(decided: Decided | undefined): decided is Decision {
  return typeof decided === "object" && decided !== null;
}

/**
 * Another way of deciding, held against what the engine decided of each application; null where it
 * says the same of all.
 */
export interface Way {
  readonly name: string;
  readonly differing: (
    question: Question,
    decided: readonly Decided[],
  ) => Promise<Omit<Disagreement, "way"> | null>;
}

/** Decides every application as the library does, but does not ask how long grants last. */
export function decidedBy({ pack, asOf, applications }: Question): readonly Decided[] {
  const judge = prepare(pack, { service: SERVICE, asOf });
  const nothingLater = { known: {}, compile: () => judge.program };
  return applications.map((facts) => {
    const decided = resultOf(() => judge.decide(facts, nothingLater));
    const isOfTexts =
      decided === "computed-out-of-range" &&
      typeof resultOf(() => judge.outcome(facts)) !== "string";
    return isOfTexts ? null : decided;
  });
}

/** What comes of it; the code of its error where it refuses. */
export function resultOf<Result>(decide: () => Result): Result | string {
  try {
    return decide();
  } catch (error) {
    if (error instanceof LayakError) return error.code;
    // A module has errors of its own, with the same codes.
    if (error instanceof Error && "code" in error) return String(error.code);
    throw error;
  }
}

/** The first place at which two ways say something else. */
export function firstDiffering(
  engines: readonly unknown[],
  others: readonly unknown[],
): Omit<Disagreement, "way"> | null {
  for (const [place, engine] of engines.entries()) {
    const said = others[place];
    if (JSON.stringify(engine) !== JSON.stringify(said)) return { place, engine, said };
  }
  return null;
}

/** The first disagreement of all these ways. */
export async function disagreementOf(
  question: Question,
  ways: readonly Way[],
  decided: readonly Decided[] = decidedBy(question),
): Promise<Disagreement | null> {
  for (const way of ways) {
    const found = await way
      .differing(question, decided)
      .catch((error: unknown) => failureOf(way, question, decided, error));
    if (found !== null) return { way: way.name, ...found };
  }
  return null;
}

/** Who fails of many applications at once may fail of one alone: that is the one to be told. */
async function failureOf(
  { differing }: Way,
  question: Question,
  decided: readonly Decided[],
  all: unknown,
): Promise<Omit<Disagreement, "way">> {
  for (const [place, facts] of question.applications.entries()) {
    const alone = [decided[place] ?? null];
    const error = await differing({ ...question, applications: [facts] }, alone).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    if (error !== null) return { place, engine: decided[place], said: String(error) };
  }
  return { place: 0, engine: decided[0], said: String(all) };
}
