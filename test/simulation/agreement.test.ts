import { describe, expect, it } from "vitest";
import { type PreparedPolicy, prepare } from "../../src/engine/decision/prepare.ts";
import { LayakError } from "../../src/engine/errors.ts";
import type { Facts } from "../../src/engine/model/catalogue.ts";
import type { Decision } from "../../src/engine/model/decision.ts";
import { causesOf, type RequirementState, type States } from "../../src/simulation/causes.ts";
import type { SimulationReport } from "../../src/simulation/report.ts";
import { inventedPeople } from "../bulk/people.ts";
import { ndjson, PACK, sidesOf, simulated } from "./support.ts";

/** What both say of one applicant; null where one of them cannot decide. */
function decidedTwice(from: PreparedPolicy, to: PreparedPolicy, facts: Facts) {
  try {
    const one = (policy: PreparedPolicy) => {
      const decision = policy.decide(facts);
      return { decision, states: statesOf(decision) };
    };
    return { from: one(from), to: one(to) };
  } catch (error) {
    if (error instanceof LayakError) return null;
    throw error;
  }
}

function statesOf(decision: Decision): States {
  const states = decision.requirements.map(({ id, enforcement, outcome }) => {
    const state: RequirementState = enforcement === "advisory" ? "advisory" : outcome;
    return [id, state] as const;
  });
  const scope = decision.scope === undefined ? true : decision.scope.holds;
  return { outcome: decision.outcome, scope, requirements: new Map(states) };
}

function tally(words: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

/** What the engine says of the whole population, decided one by one. */
function expectedOf(
  { service, asOf }: { readonly service: string; readonly asOf: string },
  versions: { readonly from: string; readonly to: string },
  people: readonly Facts[],
) {
  const policyOf = (version: string) => prepare(PACK, { service, asOf, version });
  const [from, to] = [policyOf(versions.from), policyOf(versions.to)];
  const pairs = people.flatMap((facts) => decidedTwice(from, to, facts) ?? []);
  const grants = (decision: Decision) =>
    (decision.grants ?? []).map(({ id, state, amount }) => ({ id, state, amount: amount ?? 0 }));
  const sums: Record<string, number> = {};
  for (const pair of pairs) {
    for (const side of ["from", "to"] as const) {
      for (const { id, state, amount } of grants(pair[side].decision)) {
        if (state !== "granted") continue;
        sums[`${side} ${id}`] = (sums[`${side} ${id}`] ?? 0) + 1;
        sums[`${side} ${id} amount`] = (sums[`${side} ${id} amount`] ?? 0) + Number(amount);
      }
    }
  }
  return {
    decided: pairs.length,
    matrix: tally(
      pairs.map((pair) => `${pair.from.decision.outcome} → ${pair.to.decision.outcome}`),
    ),
    causes: tally(
      pairs.flatMap((pair) =>
        causesOf(pair.from.states, pair.to.states).map(
          (cause) =>
            `${pair.from.decision.outcome} → ${pair.to.decision.outcome}: ${JSON.stringify(cause)}`,
        ),
      ),
    ),
    grants: Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum > 0)),
  };
}

/** The same, out of a report. */
function countsOf({ decided, matrix, changes, grants }: SimulationReport) {
  const sums = grants.flatMap(({ id, ...sides }) =>
    (["from", "to"] as const).flatMap((side): readonly (readonly [string, number])[] => {
      const { granted, amount } = sides[side];
      return [
        [`${side} ${id}`, granted],
        [`${side} ${id} amount`, amount ?? 0],
      ];
    }),
  );
  return {
    decided,
    matrix: Object.fromEntries(matrix.map(({ from, to, rows }) => [`${from} → ${to}`, rows])),
    causes: Object.fromEntries(
      changes.flatMap(({ from, to, causes }) =>
        causes.map(({ rows, alone: _, ...cause }) => [
          `${from} → ${to}: ${JSON.stringify(cause)}`,
          rows,
        ]),
      ),
    ),
    grants: Object.fromEntries(sums.filter(([, sum]) => sum > 0)),
  };
}

const KIOSK = "kota-serang/sewa-kios";

describe("a simulation counts what the engine says of each row", () => {
  it.each([
    ["2024-10-01", "2026-01-01"],
    ["2026-01-01", "2027-01-01"],
    ["2027-01-01", "2024-10-01"],
  ])("of invented traders, from %s to %s", async (from, to) => {
    const people = inventedPeople(1500);
    const question = { service: KIOSK, asOf: "2026-11-22" };
    const versions = { from, to };
    const report = await simulated(sidesOf(question, versions), "p.ndjson", ndjson(people));
    const expected = expectedOf(question, versions, people);
    expect(countsOf(report)).toEqual(expected);
    expect(Object.keys(expected.causes).length).toBeGreaterThan(0);
  });

  const services = [...PACK.services.values()].filter(({ versions }) => versions.length > 1);
  it.each(services.map(({ id }) => id))("of the cases of %s, version by version", async (id) => {
    const service = PACK.services.get(id);
    const people = (service?.cases ?? []).map(({ facts }) => facts);
    const days = (service?.versions ?? []).map(({ from }) => from);
    for (const [place, to] of days.slice(1).entries()) {
      const versions = { from: days[place] ?? "", to };
      const question = { service: id, asOf: to };
      const report = await simulated(sidesOf(question, versions), "p.ndjson", ndjson(people));
      expect(countsOf(report)).toEqual(expectedOf(question, versions, people));
      expect(report.rows).toBe(people.length);
    }
  });
});
