import { type Case, decide, horizon, type Pack, prepare, remedies } from "../../src/index.ts";
import { AS_OF, generateApplications } from "../applications/generate.ts";
import { kept } from "../engines/engine.ts";
import { decideByHand } from "../engines/handwritten.ts";
import { figure, microseconds, printTable, printTitle } from "../measure/print.ts";
import { measure, type Subject } from "../measure/rounds.ts";
import { packOf, readRules } from "../rules/pack.ts";

const EFFORT = { rounds: 21, milliseconds: 20, most: 10_000 };

/** What is paid once, at the start, and what is asked for more rarely than a decision. */
export async function measureCold(): Promise<boolean> {
  const files = readRules("rules");
  const pack = packOf(files);
  const services = [...pack.services.keys()];
  const questions = questionsOf(pack);
  const refused = questions.filter((question) => decide(pack, question).outcome === "ineligible");
  printTitle(
    `Cold and rare work on the shipped rules (${services.length} services, ${Object.keys(files).length} files, ${questions.length} cases)`,
  );
  const applications = generateApplications(1_000, 7);
  const measured = await measure(
    [
      over("one handwritten decision (reference)", applications, decideByHand),
      over("parsePack, all files", [files], packOf),
      over("prepare, with its digest, a policy", services, (service) =>
        prepare(pack, { service, asOf: AS_OF }),
      ),
      over("prepare and decide, a case", questions, (question) => decide(pack, question)),
      over("horizon, a case", questions, (question) => horizon(pack, question)),
      over("remedies, an ineligible case", refused, (question) => remedies(pack, question)),
    ],
    EFFORT,
  );
  printTable(
    ["work", "× handwritten", "µs"],
    measured.map(({ name, ratio, nanoseconds }) => [
      name,
      figure(ratio),
      microseconds(nanoseconds),
    ]),
  );
  return true;
}

function questionsOf(pack: Pack) {
  return [...pack.services.values()].flatMap(({ id, cases }) =>
    cases.map(({ asOf, facts, version }: Case) => ({
      service: id,
      asOf,
      facts,
      ...(version !== undefined && { version }),
    })),
  );
}

function over<Input>(
  name: string,
  inputs: readonly Input[],
  work: (input: Input) => unknown,
): Subject {
  return {
    name,
    run: (count) => {
      for (let index = 0; index < count; index++) {
        const input = inputs[index % inputs.length];
        if (input !== undefined) kept.result = work(input);
      }
    },
  };
}
