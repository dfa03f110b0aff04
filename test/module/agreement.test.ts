import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Facts, type Outcome, type Pack, prepare } from "../../src/index.ts";
import { datedPolicies } from "../../src/module/stretches.ts";
import { readPack } from "../../src/pack/read-pack.ts";
import { runs } from "../support/generate/runs.ts";
import { type World, worldArbitrary } from "../support/generate/worlds.ts";
import { fact, packOf, policy, requirement, SERVICE } from "../support/pack.ts";
import { asModuleDecides, imported, type PolicyModule, sourceOn } from "./support/imported.ts";

/** `MODULE_RUNS=10000 npx vitest run test/module` compares more policies. */
const { MODULE_RUNS } = process.env;

/** A module is made of each policy, which takes its time: the limit is that of these tests. */
const LIMIT = 240_000;

function many(fewest: number) {
  return MODULE_RUNS === undefined
    ? { ...runs(fewest), interruptAfterTimeLimit: LIMIT - 20_000 }
    : { numRuns: Number(MODULE_RUNS) };
}

const told = { outcomes: new Set<Outcome>(), pairs: 0, missing: 0 };

function expectSame(module: PolicyModule, pack: Pack, asOf: string, all: readonly Facts[]): void {
  const judge = prepare(pack, { service: SERVICE, asOf });
  for (const facts of all) {
    const decision = judge.decide(facts);
    expect(module.outcome(facts, asOf)).toEqual(judge.outcome(facts));
    expect(module.decide(facts, asOf)).toEqual(asModuleDecides(decision));
    told.outcomes.add(decision.outcome);
    told.pairs += 1;
    told.missing += decision.missing.length;
  }
}

/** Days on which generated parameters turn, before and after, besides the one that is asked about. */
const OTHER_DAYS = ["2024-02-29", "2026-01-31", "2026-02-28", "2026-03-31", "2026-07-31"];

async function expectAgreement({ pack, asOf, applications }: World): Promise<void> {
  const module = await imported(sourceOn(pack, SERVICE, asOf));
  const policies = datedPolicies(pack, pack.services.get(SERVICE) ?? fail());
  const own = policies.find(({ from, until }) => from <= asOf && asOf <= (until ?? "9999"));
  const days = OTHER_DAYS.filter(
    (day) => day !== asOf && (own?.from ?? "9") <= day && day <= (own?.until ?? "9999"),
  );
  for (const day of [asOf, ...days]) expectSame(module, pack, day, applications);
}

function fail(): never {
  throw new Error("there is no such service");
}

const timeout = MODULE_RUNS === undefined ? LIMIT : Number(MODULE_RUNS) * 5_000;

describe("a module decides as the engine does", { timeout }, () => {
  it.each(["plain", "computing"] as const)(
    "on generated policies and applications, on days of every stretch (%s)",
    async (computing) => {
      const property = fc.asyncProperty(worldArbitrary("some", computing), expectAgreement);
      const options = many(120);
      await fc.assert(property, options);
      expect([...told.outcomes].toSorted()).toEqual([
        "eligible",
        "ineligible",
        "out-of-scope",
        "undetermined",
      ]);
      expect(told.pairs).toBeGreaterThan(10 * options.numRuns);
      expect(told.missing).toBeGreaterThan(3 * options.numRuns);
    },
  );

  const day = fc
    .record({
      year: fc.constantFrom("1999", "2000", "2023", "2024", "2100"),
      place: fc.constantFrom("01-31", "02-28", "03-01", "03-31", "12-31", "01-01", "02-29"),
    })
    .map(({ year, place }) => `${year}-${place}`)
    .filter((date) => !Number.isNaN(Date.parse(date)) && isThere(date));
  const duration = fc.constantFrom("P1M", "P2M", "P11M", "P1Y", "P4Y", "P1M1D", "P1Y1M1W1D");
  const moved = fc.oneof(
    fc.record({ plus: duration }).map((params) => ({ params })),
    fc.record({ minus: duration }).map((params) => ({ params })),
    fc.constant({}),
  );
  const sign = fc.constantFrom("equal", "before", "onOrBefore", "after", "onOrAfter");

  it("on dates around ends of months and leap days, moved either way", async () => {
    const asked = fc.record({
      sign,
      left: moved,
      right: moved,
      asOf: day,
      days: fc.array(day, { minLength: 12, maxLength: 12 }),
    });
    const property = fc.asyncProperty(asked, async ({ sign, left, right, asOf, days }) => {
      const pack = packOf({
        facts: { "paid.on": fact({ type: "date" }) },
        policies: {
          "1990-01-01": policy([
            requirement("paid", {
              fact: "paid.on",
              ...left,
              operator: sign,
              value: { fact: "asOf", ...right },
            }),
          ]),
        },
      });
      const module = await imported(sourceOn(pack, SERVICE, asOf));
      const all = days.map((date) => ({ "paid.on": date }));
      for (const date of [asOf, ...days]) expectSame(module, pack, date, all);
    });
    await fc.assert(property, many(60));
  });

  it("on texts of every script, whatever they would mean in source or in a page", async () => {
    const traps = [
      "</script>",
      "<!--",
      "*/",
      "\u2028",
      "\u2029",
      '"',
      "\\",
      `$\{f}`,
      "`",
      "e\u0301",
    ];
    const word = fc.oneof(
      fc.constantFrom(...traps),
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 6 }),
    );
    const words = fc.uniqueArray(word, { minLength: 1, maxLength: 12 });
    const asked = fc.record({ words, given: words, title: word });
    const property = fc.asyncProperty(asked, async ({ words, given, title }) => {
      const [first = ""] = words;
      const pack = packOf({
        facts: {
          word: fact({ type: "string" }),
          words: fact({ type: "list", items: { type: "string" } }),
        },
        policies: {
          "2024-01-01": policy([
            requirement(
              "same",
              { fact: "word", operator: "equal", value: first },
              {
                // Braces are placeholders in a text.
                title: { id: "Judul", en: `${title.replaceAll(/[{}]/g, "")}*/ title` },
              },
            ),
            requirement("one", { fact: "word", operator: "in", value: words }),
            requirement("has", { fact: "words", operator: "someValue:contains", value: words }),
          ]),
        },
      });
      const source = sourceOn(pack, SERVICE, "2026-11-22");
      expect(source).not.toMatch(/<\/script|<!--|[\u2028\u2029]/i);
      const module = await imported(source);
      const all = [...words, ...given, null].map((text) => ({
        word: text,
        words: [...given, text],
      }));
      expectSame(module, pack, "2026-11-22", all);
    });
    await fc.assert(property, many(60));
  });
});

function isThere(date: string): boolean {
  return new Date(date).toISOString().startsWith(date);
}

const read = await readPack("rules");
const shipped = read.ok ? read.pack : fail();
const services = [...shipped.services.values()];

describe("the modules of the shipped rules", () => {
  it.each(services.map((service) => [service.id, service] as const))(
    "%s: decide every case that no draft decides as the engine does",
    async (id, service) => {
      const policies = datedPolicies(shipped, service);
      const cases = service.cases.filter(
        ({ version, asOf }) =>
          version === undefined &&
          policies.some(({ from, until }) => from <= asOf && asOf <= (until ?? "9999")),
      );
      for (const { asOf, facts } of cases) {
        const module = await imported(sourceOn(shipped, id, asOf));
        const judge = prepare(shipped, { service: id, asOf });
        for (const known of [facts, ...withoutOne(facts)]) {
          expect(module.outcome(known, asOf)).toEqual(judge.outcome(known));
          expect(module.decide(known, asOf)).toEqual(asModuleDecides(judge.decide(known)));
        }
      }
      expect(cases.length).toBeGreaterThan(0);
    },
  );
});

/** The same facts, each time with another one left out. */
function withoutOne(facts: Facts): readonly Facts[] {
  return Object.keys(facts).map((left) =>
    Object.fromEntries(Object.entries(facts).filter(([id]) => id !== left)),
  );
}
