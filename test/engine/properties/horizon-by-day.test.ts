import fc from "fast-check";
import { expect, test } from "vitest";
import { horizonOf } from "../../../src/engine/decision/horizon.ts";
import { outcomeOf } from "../../../src/engine/decision/outcome.ts";
import { compileProgram, type Program, programOf } from "../../../src/engine/decision/program.ts";
import { thresholdsWhereOpen } from "../../../src/engine/decision/undated.ts";
import { addDays } from "../../../src/engine/values/calendar.ts";
import { type Facts, horizon, LayakError, type Pack } from "../../../src/index.ts";
import { runs } from "../../support/generate/runs.ts";
import { type World, worldArbitrary } from "../../support/generate/worlds.ts";
import { SERVICE } from "../../support/pack.ts";

/** Beyond every date of the generated worlds, moved by the longest duration on both sides. */
const WINDOW = 1_000;

/** The policy on every day of the window, from the day asked about; null where none is in force. */
function programsByDay({ pack, asOf }: World): readonly (readonly [string, Program | null])[] {
  return Array.from({ length: WINDOW + 1 }, (_, days) => {
    const day = addDays(asOf, days) ?? "";
    return [day, programOn(pack, day)] as const;
  });
}

function programOn(pack: Pack, asOf: string): Program | null {
  try {
    return programOf(pack, { service: SERVICE, asOf });
  } catch (error) {
    if (error instanceof LayakError && error.code === "policy-not-in-force") return null;
    throw error;
  }
}

/** The last day before the first on which these facts are decided otherwise. */
function lastSameDay(programs: ReturnType<typeof programsByDay>, facts: Facts): string | null {
  const outcomes = programs.map(([, program]) => program && outcomeOf(program, facts).outcome);
  const turn = outcomes.findIndex((outcome) => outcome !== outcomes[0]);
  return programs[turn - 1]?.[0] ?? null;
}

function isKnownName({ pack }: World, name: string): boolean {
  const service = pack.services.get(SERVICE);
  const [group, , item] = /^([^[]+)\[(\d+)\]\.(.+)$/.exec(name)?.slice(1) ?? [];
  if (group !== undefined && item !== undefined) {
    return pack.groups.get(group)?.facts.includes(item) === true;
  }
  return (
    name === "asOf" ||
    name === "policy:none" ||
    pack.facts.has(name) ||
    service?.parameters.has(name.replace(/^parameter\./, "")) === true ||
    service?.versions.some(({ from }) => name === `policy:${from}`) === true
  );
}

test.each(["plain", "computing"] as const)(
  "the horizon is the day that deciding day by day finds, and its causes are known names (%s)",
  (computing) => {
    const causes = new Set<string>();
    let endless = 0;
    fc.assert(
      fc.property(worldArbitrary("some", computing), (world) => {
        const { pack, asOf, applications } = world;
        const programs = programsByDay(world);
        for (const facts of applications) {
          const { until, because } = horizon(pack, { service: SERVICE, asOf, facts });
          const windowEnd = addDays(asOf, WINDOW) ?? "";
          const isFurther = until === null || until > windowEnd;
          const last = lastSameDay(programs, facts);
          // Of what rises and falls nobody looks at all days; it is said to hold no longer than it does.
          if (until !== null && because.length === 0) expect(until <= (last ?? until)).toBe(true);
          else expect(isFurther ? null : until).toBe(last);
          if (until === null) {
            endless += 1;
            expect(because).toEqual([]);
          } else {
            if (computing === "plain") expect(because.length).toBeGreaterThan(0);
            expect(because.filter((name) => !isKnownName(world, name))).toEqual([]);
            for (const name of because)
              causes.add(/^(policy|parameter|asOf)\b/.exec(name)?.[0] ?? "fact");
          }
        }
      }),
      runs(computing === "plain" ? 100 : 60),
    );
    expect(endless).toBeGreaterThan(30);
    expect([...causes]).toEqual(expect.arrayContaining(["policy", "parameter", "fact", "asOf"]));
  },
);

test.each(["plain", "computing"] as const)(
  "it is the same where days are left out on which no outcome can turn (%s)",
  (computing) => {
    let skipped = 0;
    fc.assert(
      fc.property(worldArbitrary("some", computing), ({ pack, asOf, applications }) => {
        const first = programOf(pack, { service: SERVICE, asOf });
        const thresholds = thresholdsWhereOpen();
        for (const facts of applications) {
          const days: Record<string, number> = { all: 0, open: 0 };
          const counted =
            (way: string): typeof compileProgram =>
            (...asked) => {
              days[way] = (days[way] ?? 0) + 1;
              return compileProgram(...asked);
            };
          const all = horizonOf(first, facts, counted("all"));
          const open = horizonOf(first, facts, counted("open"), thresholds);
          // After so many days nobody looks further, and fewer days reach further.
          if (all.until !== null && all.because.length === 0) continue;
          expect(open).toEqual(all);
          if ((days["open"] ?? 0) < (days["all"] ?? 0)) skipped += 1;
        }
      }),
      runs(computing === "plain" ? 300 : 150),
    );
    expect(skipped).toBeGreaterThan(10);
  },
);
