import { type Absences, compare } from "../agreement.ts";
import { isComplete } from "../applications/application.ts";
import { generateApplications, generateManyShapes } from "../applications/generate.ts";
import { ENTRANTS } from "../engines/all.ts";
import type { Contender } from "../engines/engine.ts";
import { handwritten } from "../engines/handwritten.ts";
import { JSON_RULES_ENGINE, JSON_RULES_ENGINE_FLAT } from "../engines/json-rules-engine.ts";
import { FULL, LEAN, layakFull, layakFullWithCheck, layakLean } from "../engines/layak.ts";
import { GENERATED, layakModule } from "../engines/layak-module.ts";
import { figure, microseconds, printTable, printTitle, withSpread } from "../measure/print.ts";
import { type Effort, type Measured, measure, ratioOf } from "../measure/rounds.ts";
import { reportTargets } from "../measure/target.ts";

const APPLICATIONS = 10_000;
const SEED = 2026;
const EFFORT: Effort = { rounds: 31, milliseconds: 15, most: 3 * APPLICATIONS };

/** These need minutes for all applications, so they are compared on the first of them. */
const SLOW: Readonly<Record<string, number>> = { publicodes: 2_000, feelin: 1_000 };

/** Layak beside other engines on one policy; false where a target is missed. */
export async function comparePeers(): Promise<boolean> {
  printTitle("One policy of 8 requirements and 20 leaves, beside other engines");
  const applications = generateApplications(APPLICATIONS, SEED);
  const contenders: Contender[] = [];
  for (const entrant of ENTRANTS) contenders.push(await entrant(applications));
  const [reference] = contenders;
  if (reference === undefined) throw new Error("there is no reference");
  const absences: Absences[] = [];
  for (const contender of contenders) {
    const count = SLOW[contender.name] ?? APPLICATIONS;
    absences.push(await compare(reference, contender, applications, count));
  }
  const complete = applications.filter(isComplete).length;
  console.log(
    `${APPLICATIONS} applications (seed ${SEED}), all facts known in ${complete}. Of those that it was compared on,`,
  );
  console.log(
    "each engine agrees on every one whose facts are known; Layak, requirement by requirement,",
  );
  console.log("on the others too.\n");
  printAbsences(absences);
  const measured = await measure(
    contenders.map(({ name, decide }) => ({ name, run: decide })),
    EFFORT,
  );
  printTimes(measured);
  await compareOnManyShapes();
  return reportTargets(targetsOf(measured));
}

function printAbsences(absences: readonly Absences[]): void {
  console.log(
    "Applications that cannot be decided, as a fact is absent, and what each engine says:",
  );
  printTable(
    [
      "engine",
      "compared on",
      "undecidable",
      "eligible (fails open)",
      "ineligible",
      "not known",
      "error",
    ],
    absences.map(({ name, asked, undetermined, eligible, ineligible, open, errors }) => [
      name,
      ...[asked, undetermined, eligible, ineligible, open, errors].map(String),
    ]),
  );
}

function printTimes(measured: readonly Measured[]): void {
  console.log(`Processor time, medians of ${EFFORT.rounds} interleaved rounds:`);
  const peer = roundsOf(measured, JSON_RULES_ENGINE);
  const flat = roundsOf(measured, JSON_RULES_ENGINE_FLAT);
  printTable(
    [
      "engine",
      "× handwritten (quartiles)",
      "× faster than j-r-e",
      "… with flat facts",
      "µs a decision",
      "decisions a round",
    ],
    measured.map(({ name, nanoseconds, ratio, spread, count, rounds }) => [
      name,
      withSpread(ratio, spread),
      figure(ratioOf(peer, rounds)),
      figure(ratioOf(flat, rounds)),
      microseconds(nanoseconds),
      String(count),
    ]),
  );
}

/** The reference and Layak again, on facts as many systems would send them. */
async function compareOnManyShapes(): Promise<void> {
  const applications = generateManyShapes(APPLICATIONS, SEED);
  const entrants = [handwritten, layakModule, layakLean, layakFull, layakFullWithCheck];
  const contenders = entrants.map((entrant) => entrant(applications));
  const measured = await measure(
    (await Promise.all(contenders)).map(({ name, decide }) => ({ name, run: decide })),
    EFFORT,
  );
  console.log("The same, where half of the facts that are not known are left out:");
  printTable(
    ["engine", "× handwritten", "µs a decision"],
    measured.map(({ name, ratio, nanoseconds }) => [
      name,
      figure(ratio),
      microseconds(nanoseconds),
    ]),
  );
}

function targetsOf(measured: readonly Measured[]) {
  const peer = roundsOf(measured, JSON_RULES_ENGINE);
  const lean = roundsOf(measured, LEAN);
  const full = roundsOf(measured, FULL);
  const generated = roundsOf(measured, GENERATED);
  const reference = measured[0]?.rounds ?? [];
  return [
    {
      name: "generated module, times json-rules-engine",
      value: ratioOf(peer, generated),
      limit: 700,
      sense: "at least",
    },
    {
      name: "generated module, times handwritten",
      value: ratioOf(generated, reference),
      limit: 1.2,
      sense: "at most",
    },
    {
      name: "lean, times json-rules-engine",
      value: ratioOf(peer, lean),
      limit: 280,
      sense: "at least",
    },
    {
      name: "lean, times handwritten",
      value: ratioOf(lean, reference),
      limit: 4,
      sense: "at most",
    },
    {
      name: "full with evidence, times json-rules-engine",
      value: ratioOf(peer, full),
      limit: 120,
      sense: "at least",
    },
  ] as const;
}

function roundsOf(measured: readonly Measured[], name: string): readonly number[] {
  return measured.find((one) => one.name === name)?.rounds ?? [];
}
