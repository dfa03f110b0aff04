import { type Pack, prepare } from "../../src/index.ts";
import type { Application } from "../applications/application.ts";
import { AS_OF, generateApplications } from "../applications/generate.ts";
import { kept } from "../engines/engine.ts";
import { decideByHand } from "../engines/handwritten.ts";
import { generatedModule } from "../engines/layak-module.ts";
import { figure, microseconds, printTable, printTitle } from "../measure/print.ts";
import { type Measured, measure, ratioOf, type Subject } from "../measure/rounds.ts";
import { reportTargets, type Target } from "../measure/target.ts";
import { packWithLeaves, packWithServices, serviceName, withOwnAmounts } from "../rules/growing.ts";
import { measureLoading } from "./loading.ts";

const EFFORT = { rounds: 21, milliseconds: 15, most: 20_000 };

/** What a decision costs as policies are added, and as one policy grows. */
export async function measureScaling(): Promise<boolean> {
  const applications = generateApplications(1_000, 7);
  await measurePolicies(applications);
  await measureFirst(applications);
  const isLoaded = await measureLoading();
  return (await measureLeaves(applications)) && isLoaded;
}

async function measurePolicies(applications: readonly Application[]): Promise<void> {
  printTitle("The same decision with more policies loaded and prepared");
  const subjects = [byHand(applications)];
  for (const count of [1, 100, 10_000]) {
    const pack = packWithServices(count);
    const [judge, ...others] = Array.from({ length: count }, (_, index) =>
      prepare(pack, { service: serviceName(index), asOf: AS_OF }),
    );
    if (judge === undefined) throw new Error("there is no policy");
    const decideOthers = () => {
      for (const [index, other] of others.entries()) other.outcome(at(applications, index));
    };
    decideOthers();
    subjects.push(over(`${count}, lean`, applications, judge.outcome));
    subjects.push(over(`${count}, with evidence`, applications, judge.decide));
  }
  printTimes("policies", await measure(subjects, EFFORT));
}

/** So many decisions of a process before anything is made fast, and until much of it is. */
const FIRST = [20, 1_000];

/** Each policy is decided by once, from its first decision on, so these are no medians. */
async function measureFirst(applications: readonly Application[]): Promise<void> {
  printTitle("The first decisions of a process, by leaves");
  const rows: string[][] = [];
  for (const leaves of [20, 200, 2_000]) {
    const pack = packWithLeaves(leaves);
    const subjects = [
      [`${leaves}, generated module`, await outcomeOf(pack)],
      [`${leaves}, lean`, preparedWithLeaves(pack).outcome],
    ] as const;
    for (const [name, decide] of subjects) {
      const times = FIRST.map((count) =>
        microseconds(nanosecondsEach(count, applications, decide)),
      );
      rows.push([name, ...times]);
    }
  }
  printTable(
    ["leaves", ...FIRST.map((count) => `µs a decision, the next ${count.toLocaleString("en")}`)],
    rows,
  );
}

function nanosecondsEach(
  count: number,
  applications: readonly Application[],
  decide: (application: Application) => unknown,
): number {
  const before = process.cpuUsage();
  for (let index = 0; index < count; index++) kept.result = decide(at(applications, index));
  const { user, system } = process.cpuUsage(before);
  return ((user + system) * 1_000) / count;
}

async function measureLeaves(applications: readonly Application[]): Promise<boolean> {
  printTitle("One policy with more leaves");
  const sizes = [20, 200, 2_000];
  const subjects = [byHand(applications)];
  for (const leaves of sizes) {
    const pack = packWithLeaves(leaves);
    const judge = preparedWithLeaves(pack);
    subjects.push(over(`${leaves}, generated module`, applications, await outcomeOf(pack)));
    subjects.push(over(`${leaves}, lean`, applications, judge.outcome));
    subjects.push(over(`${leaves}, with evidence`, applications, judge.decide));
  }
  // A hundred copies of eight requirements are written as eight functions; no two alike are not.
  const own = withOwnAmounts(packWithLeaves(1_440));
  subjects.push(
    over("2016, no two requirements alike, generated module", applications, await outcomeOf(own)),
  );
  subjects.push(
    over("2016, no two requirements alike, lean", applications, preparedWithLeaves(own).outcome),
  );
  const measured = await measure(subjects, EFFORT);
  printTimes("leaves", measured, (name) => Number.parseInt(name, 10));
  return reportTargets([growthOf(measured)]);
}

function growthOf(measured: readonly Measured[]): Target {
  const rounds = (leaves: number) =>
    measured.find(({ name }) => name === `${leaves}, generated module`)?.rounds ?? [];
  return {
    name: "2,000 leaves of a generated module, times 20",
    value: ratioOf(rounds(2_000), rounds(20)),
    limit: 120,
    sense: "at most",
  };
}

async function outcomeOf(pack: Pack): Promise<(application: Application) => unknown> {
  const { outcome } = await generatedModule(pack, serviceName(0));
  return (application) => outcome(application, AS_OF);
}

function preparedWithLeaves(pack: Pack) {
  return prepare(pack, { service: serviceName(0), asOf: AS_OF });
}

function byHand(applications: readonly Application[]): Subject {
  return over("handwritten, 20 leaves (reference)", applications, decideByHand);
}

function over(
  name: string,
  applications: readonly Application[],
  decide: (application: Application) => unknown,
): Subject {
  return {
    name,
    run: (count) => {
      for (let index = 0; index < count; index++) kept.result = decide(at(applications, index));
    },
  };
}

function at(applications: readonly Application[], index: number): Application {
  return applications[index % applications.length] ?? {};
}

function printTimes(
  what: string,
  measured: readonly Measured[],
  leavesOf: (name: string) => number = () => Number.NaN,
): void {
  printTable(
    [what, "× handwritten", "µs a decision", "ns a leaf"],
    measured.map(({ name, ratio, nanoseconds }) => {
      const leaves = leavesOf(name);
      const each = Number.isNaN(leaves) ? "" : figure(nanoseconds / leaves);
      return [name, figure(ratio), microseconds(nanoseconds), each];
    }),
  );
}
