import fc from "fast-check";
import { expect, test } from "vitest";
import { notesOn } from "../../../src/analysis/findings/find.ts";
import { isLeaf, type Placed, writtenIn } from "../../../src/analysis/findings/placed.ts";
import { nameOfPlace } from "../../../src/analysis/findings/places.ts";
import {
  everythingWritten,
  type PlacedPolicy,
  policyAsker,
  policyOn,
} from "../../../src/analysis/findings/policy.ts";
import { superfluousIn } from "../../../src/analysis/findings/superfluous.ts";
import { without } from "../../../src/analysis/findings/trees.ts";
import { type LivingVersion, livingVersions } from "../../../src/analysis/findings/versions.ts";
import { judgeOf } from "../../../src/engine/conditions/judge.ts";
import { FALSE, TRUE } from "../../../src/engine/conditions/truth.ts";
import { outcomeOf } from "../../../src/engine/decision/outcome.ts";
import { LayakError } from "../../../src/engine/errors.ts";
import type { Facts } from "../../../src/engine/model/catalogue.ts";
import { addDays } from "../../../src/engine/values/calendar.ts";
import { stringsIn } from "../../support/generate/completions.ts";
import { runs } from "../../support/generate/runs.ts";
import { slotsOf } from "../../support/generate/slots.ts";
import { partsOf, type World, worldArbitrary } from "../../support/generate/worlds.ts";
import { filesOf, SERVICE } from "../../support/pack.ts";

const MOST_APPLICATIONS = 200;

/** Complete applications: all that there are, or some of them, spread evenly. */
function applicationsOf({ pack, documents }: World): readonly Facts[] {
  const words = stringsIn([documents.versions, documents.conditions]);
  const slots = slotsOf(pack, {}, (id) => words.has(id));
  const all = slots.reduce((product, { completions }) => product * completions.length, 1);
  const step = Math.max(1, all / MOST_APPLICATIONS);
  const chosen = Array.from({ length: Math.ceil(all / step) }, (_, index) =>
    Math.floor(index * step),
  );
  return chosen.map((number) => {
    let rest = number;
    return slots.reduce<Facts>((facts, { completions }) => {
      const choice = completions[rest % completions.length];
      rest = Math.floor(rest / completions.length);
      return choice?.(facts) ?? facts;
    }, {});
  });
}

/** The policy on its first living day, and on some later ones. */
function daysOf(world: World, living: LivingVersion): readonly PlacedPolicy[] {
  const days = [0, 1, 17, 64, 400].map((ahead) => addDays(living.from, ahead));
  return days
    .filter((day) => day !== null)
    .filter((day) => living.until === null || day <= living.until)
    .flatMap((day) => policyOn(world.pack, living, day) ?? []);
}

interface Counts {
  requirements: number;
  clauses: number;
  leaves: number;
  compared: number;
}

function checkRequirements(world: World, living: LivingVersion, counts: Counts): void {
  const texts = new Map(Object.entries(filesOf(partsOf(world.documents))));
  const { found } = notesOn({ pack: world.pack, texts, warnings: [] }, world.asOf);
  const own = found.filter(({ place }) => place.file === living.file);
  const applications = applicationsOf(world);
  for (const { program } of daysOf(world, living)) {
    const ids = program.requirements.map(({ id }) => id);
    const decided = decidedBy(program, applications);
    for (const { place, finding } of own) {
      const [one, other] = [...(finding.message.en ?? "").matchAll(/"([^"]+)"/g)].map(([, id]) =>
        ids.indexOf(id ?? ""),
      );
      const outcomes = decided
        .filter(({ outcome }) => outcome !== "out-of-scope")
        .map(({ outcome, requirements }) => ({
          outcome,
          one: requirements[one ?? -1],
          other: requirements[other ?? -1],
        }));
      switch (finding.code) {
        case "LYK901":
          expect(outcomes.filter((told) => told.one === "met")).toEqual([]);
          break;
        case "LYK902":
          expect(outcomes.filter((told) => told.one === "unmet")).toEqual([]);
          break;
        case "LYK903":
          expect(
            outcomes.filter((told) => one === undefined || told.one !== "not-applicable"),
          ).toEqual([]);
          break;
        case "LYK904":
          expect(outcomes.filter(({ outcome }) => outcome === "eligible")).toEqual([]);
          break;
        case "LYK907":
          expect(outcomes.filter((told) => told.one !== "unmet" && told.other === "unmet")).toEqual(
            [],
          );
          break;
        default:
          continue;
      }
      expect(place.file).toBe(living.file);
      counts.requirements += 1;
    }
    const told = new Set(
      found
        .filter(({ finding }) => finding.code === "LYK910" || finding.code === "LYK911")
        .filter(({ finding }) => !finding.message.en?.includes("whole number"))
        .map(({ place }) => nameOfPlace(place)),
    );
    const policy = policyOn(world.pack, living, program.asOf);
    for (const leaf of policy === null ? [] : everythingWritten(policy).filter(isLeaf)) {
      if (!told.has(nameOfPlace(leaf.place))) continue;
      const truths = applications.flatMap((facts) => truthOf(leaf, facts) ?? []);
      expect([leaf.place, new Set(truths).size > 1]).toEqual([leaf.place, false]);
      counts.leaves += 1;
    }
  }
}

function decidedBy(program: PlacedPolicy["program"], applications: readonly Facts[]) {
  return applications.flatMap((facts) => {
    try {
      return outcomeOf(program, facts);
    } catch (error) {
      // A date that a rule moves out of the calendar.
      if (error instanceof LayakError) return [];
      throw error;
    }
  });
}

/** Null where it is not known, or where a date leaves the calendar. */
function truthOf({ node }: Pick<Placed, "node">, facts: Facts): boolean | null {
  try {
    const truth = judgeOf(node)(facts, null);
    return truth === TRUE ? true : truth === FALSE ? false : null;
  } catch (error) {
    if (error instanceof LayakError) return null;
    throw error;
  }
}

type Part = (policy: PlacedPolicy) => Placed | null;

/** Takes all superfluous clauses out of a condition, and asks every application both. */
function checkClauses(world: World, living: LivingVersion, part: Part, counts: Counts): void {
  const ask = policyAsker(world.pack, living);
  if (ask === null || ask.first.lacksValue || ask.first.requirements.some((one) => one.lacksValue))
    return;
  const superfluous = superfluousIn(ask, { root: part, context: () => [] }, () => {});
  const root = part(ask.first);
  if (superfluous.length === 0 || root === null) return;
  const written = writtenIn(root);
  const numbers = superfluous.map(({ clause }) => written.indexOf(clause));
  for (const policy of daysOf(world, living)) {
    const whole = part(policy);
    if (whole === null) continue;
    const nodes = writtenIn(whole).map(({ node }) => node);
    const rest = { node: without(whole.node, new Set(numbers.flatMap((at) => nodes[at] ?? []))) };
    for (const facts of applicationsOf(world)) {
      // Switches are free, and so in no application: what depends on one has no truth here.
      const truths = [truthOf(rest, facts), truthOf(whole, facts)];
      if (truths.includes(null)) continue;
      expect(truths[0]).toBe(truths[1]);
      counts.compared += 1;
    }
    counts.clauses += superfluous.length;
  }
}

function livingIn({ pack, asOf }: World): readonly LivingVersion[] {
  const service = pack.services.get(SERVICE);
  return service === undefined ? [] : livingVersions(service, asOf);
}

test("what is told of requirements and leaves is so for every application, on every day left", () => {
  const counts: Counts = { requirements: 0, clauses: 0, leaves: 0, compared: 0 };
  fc.assert(
    fc.property(worldArbitrary("all"), (world) => {
      for (const living of livingIn(world)) checkRequirements(world, living, counts);
    }),
    runs(40),
  );
  // Few generated policies would say nothing, and so would few findings.
  expect(counts.requirements).toBeGreaterThan(20);
  expect(counts.leaves).toBeGreaterThan(20);
});

test("clauses that never matter can be deleted, all at once, and no answer changes", () => {
  const counts: Counts = { requirements: 0, clauses: 0, leaves: 0, compared: 0 };
  fc.assert(
    fc.property(worldArbitrary("all"), (world) => {
      for (const living of livingIn(world)) {
        checkClauses(world, living, ({ scope }) => scope, counts);
        for (const index of living.version.policy.requirements.keys()) {
          checkClauses(
            world,
            living,
            ({ requirements }) => requirements[index]?.when ?? null,
            counts,
          );
          checkClauses(
            world,
            living,
            ({ requirements }) => requirements[index]?.conditions ?? null,
            counts,
          );
        }
      }
    }),
    runs(60),
  );
  expect(counts.clauses).toBeGreaterThan(50);
  expect(counts.compared).toBeGreaterThan(1000);
});
