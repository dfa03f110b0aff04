import fc from "fast-check";
import { expect, test } from "vitest";
import { compare } from "../../../src/analysis/diff/compare.ts";
import { decided } from "../../../src/analysis/diff/pair.ts";
import { computedApart } from "../../../src/analysis/solver/computing.ts";
import { type PreparedPolicy, prepare } from "../../../src/engine/decision/prepare.ts";
import { LayakError } from "../../../src/engine/errors.ts";
import type { Facts } from "../../../src/engine/model/catalogue.ts";
import type { Pack, ParameterValue } from "../../../src/engine/model/pack.ts";
import { addDays } from "../../../src/engine/values/calendar.ts";
import { runs } from "../../support/generate/runs.ts";
import { slotsOf } from "../../support/generate/slots.ts";
import { type World, worldArbitrary } from "../../support/generate/worlds.ts";
import { SERVICE } from "../../support/pack.ts";

interface Change {
  readonly more: number;
  readonly days: number;
}

/** One policy before and after its numbers are others, or a later day has come. */
function sidesOf({ pack, asOf }: World, { more, days }: Change): readonly PreparedPolicy[] {
  const version = pack.services.get(SERVICE)?.versions[0]?.from ?? "";
  const later = addDays(asOf, days) ?? asOf;
  try {
    return [
      prepare(pack, { service: SERVICE, asOf, version }),
      prepare(raised(pack, more), { service: SERVICE, asOf: later, version }),
    ];
  } catch (error) {
    if (error instanceof LayakError) return [];
    throw error;
  }
}

function raised(pack: Pack, more: number): Pack {
  const services = [...pack.services].map(([id, service]) => {
    const parameters = [...service.parameters].map(([name, parameter]) => {
      const values = parameter.values.map((one) => ({ ...one, value: raisedIn(one.value, more) }));
      return [name, { ...parameter, values }] as const;
    });
    return [id, { ...service, parameters: new Map(parameters) }] as const;
  });
  return { ...pack, services: new Map(services) };
}

function isList(value: object): value is readonly unknown[] {
  return Array.isArray(value);
}

function raisedIn(value: ParameterValue["value"], more: number): ParameterValue["value"] {
  if (typeof value === "number") return value + more;
  if (typeof value !== "object" || isList(value)) return value;
  const rows = Object.entries(value).map(([code, told]) => [
    code,
    typeof told === "number" ? told + more : told,
  ]);
  return Object.fromEntries(rows);
}

/** Applications of whom all is known, each fact of each at random; the same in every run. */
function scatteredApplications(pack: Pack, count: number): readonly Facts[] {
  const slots = slotsOf(pack, {}, () => true);
  let state = 1;
  return Array.from({ length: count }, () =>
    slots.reduce<Facts>((facts, { completions }) => {
      state = (state * 48_271) % 2_147_483_647;
      return completions[state % completions.length]?.(facts) ?? facts;
    }, {}),
  );
}

const CHANGE = fc.record({ more: fc.integer({ min: 0, max: 9 }), days: fc.constantFrom(0, 800) });

test("of a policy with other figures or on another day, whoever differs is told or not settled", () => {
  let apart = 0;
  fc.assert(
    fc.property(worldArbitrary("all", "computing"), CHANGE, (world, changed) => {
      const [from, to] = sidesOf(world, changed);
      if (from === undefined || to === undefined) return;
      if (computedApart(from.program, to.program).size === 0) return;
      apart += 1;
      const { complete, incomplete, unsettled } = compare(from, to, { steps: 1_000 });
      for (const change of [...complete, ...incomplete]) {
        const given = decided({ from, to }, change.facts);
        expect([given?.from.outcome, given?.to.outcome]).toEqual([change.from, change.to]);
      }
      const told = [...complete, ...unsettled].map((change) => `${change.from} → ${change.to}`);
      for (const facts of [...world.applications, ...scatteredApplications(world.pack, 200)]) {
        try {
          const [before, after] = [from, to].map((side) => side.outcome(facts).outcome);
          if (before === after) continue;
          expect(told).toContain(`${before} → ${after}`);
        } catch (error) {
          if (!(error instanceof LayakError)) throw error;
        }
      }
    }),
    runs(25),
  );
  expect(apart).toBeGreaterThan(0);
});
