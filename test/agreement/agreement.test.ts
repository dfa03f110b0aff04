import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OPERATORS } from "../../src/engine/conditions/operators.ts";
import { stringsIn } from "../support/generate/completions.ts";
import {
  type Computing,
  partsOf,
  type World,
  wideWorldArbitrary,
} from "../support/generate/worlds.ts";
import { type Decided, decidedBy, disagreementOf, isDecision } from "./question.ts";
import { shrunken, toldCase } from "./shrunken.ts";
import { openWays } from "./ways/all.ts";

/** `PAIRS=1000000 SEED=random npx vitest run test/agreement` compares more. */
const PAIRS = Number(process.env["PAIRS"] ?? 100_000);
const APPLICATIONS = 400;
const POLICIES = Math.ceil(PAIRS / APPLICATIONS);

let opened: Awaited<ReturnType<typeof openWays>>;

beforeAll(async () => {
  opened = await openWays();
});
afterAll(() => opened.close());

/** What was met on the way: a comparison of nothing says nothing. */
const met = {
  pairs: 0,
  outcomes: new Set<string>(),
  requirements: new Set<string>(),
  grants: new Set<string>(),
  operators: new Set<string>(),
};

function meet({ documents }: World, decided: readonly Decided[]): void {
  for (const one of decided) {
    met.pairs += 1;
    if (typeof one === "string") met.outcomes.add(one);
    if (!isDecision(one)) continue;
    met.outcomes.add(one.outcome);
    for (const { outcome } of one.requirements) met.requirements.add(outcome);
    for (const { state } of one.grants ?? []) met.grants.add(state);
  }
  for (const text of stringsIn(documents)) {
    const operator = text.split(":").at(-1) ?? "";
    if (Object.hasOwn(OPERATORS, operator)) met.operators.add(operator);
  }
}

async function toldOf(world: World, decided: readonly Decided[]): Promise<string | null> {
  const parts = partsOf(world.documents);
  const { asOf, applications } = world;
  const found = await disagreementOf(world, opened.ways, decided);
  if (found === null) return null;
  const facts = applications[found.place] ?? {};
  const shrunk = await shrunken({ parts, asOf, facts }, opened.ways);
  return shrunk === null ? JSON.stringify({ found, parts, asOf }) : toldCase(shrunk);
}

describe("closures, the generated module, DuckDB and json-rules-engine", () => {
  it(
    "say the same of every application, whatever policies ask",
    async () => {
      const worlds = fc
        .constantFrom<Computing>("plain", "computing")
        .chain((computing) => wideWorldArbitrary(computing, APPLICATIONS));
      const property = fc.asyncProperty(worlds, async (world) => {
        const decided = decidedBy(world);
        meet(world, decided);
        expect(await toldOf(world, decided)).toBeNull();
      });
      await fc.assert(property, { numRuns: POLICIES, endOnFailure: true });
      // A few policies do not ask everything.
      if (POLICIES < 200) return;
      expect(met).toEqual({
        pairs: POLICIES * APPLICATIONS,
        outcomes: new Set([
          "eligible",
          "ineligible",
          "undetermined",
          "out-of-scope",
          "computed-out-of-range",
          "date-out-of-range",
        ]),
        requirements: new Set(["met", "unmet", "unknown", "not-applicable"]),
        grants: new Set(["granted", "not-granted", "unknown"]),
        operators: new Set(Object.keys(OPERATORS)),
      });
    },
    PAIRS * 20,
  );
});
