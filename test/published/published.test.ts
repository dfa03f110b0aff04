import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { runCases } from "../../src/analysis/run-cases.ts";
import { decide } from "../../src/engine/decision/prepare.ts";
import type { Case, Pack } from "../../src/engine/model/pack.ts";
import { toEngine } from "../../src/json-rules-engine.ts";
import { readPack } from "../../src/pack/read-pack.ts";

/** An amount that an example publishes beside its answer, and how far off it may be. */
interface Amount {
  readonly service: string;
  readonly case: string;
  readonly fact: string;
  readonly value: number;
  readonly within: number;
}

async function packIn(folder: string): Promise<Pack> {
  const result = await readPack(`${folder}/rules`);
  if (!result.ok) throw new Error(`the rules of ${folder} are invalid`);
  return result.pack;
}

/** The examples of others; cases of our own are named so. */
function examplesIn(pack: Pack): readonly Case[] {
  return [...pack.services.values()].flatMap(({ cases }) =>
    cases.filter(({ name }) => !name.startsWith("Own: ")),
  );
}

const headStart = await packIn("test/published/head-start");
const ratesRebate = await packIn("test/published/rates-rebate");

/** How many examples, amounts and definite answers there are, and amounts that both engines compute. */
interface Counts {
  readonly examples: number;
  readonly published: number;
  readonly answers: number;
  readonly both: number;
}

describe.each<readonly [string, Pack, string, Counts]>([
  [
    "Head Start (United States)",
    headStart,
    "test/published/head-start",
    { examples: 57, published: 23, answers: 125, both: 23 },
  ],
  [
    "Rates Rebate (New Zealand)",
    ratesRebate,
    "test/published/rates-rebate",
    { examples: 32, published: 38, answers: 32, both: 29 },
  ],
])("%s", (_, pack, folder, counts) => {
  const amounts: readonly Amount[] = JSON.parse(readFileSync(`${folder}/amounts.json`, "utf8"));

  it("answers every example as published", () => {
    const differing = runCases(pack).flatMap(({ service, results }) =>
      results.flatMap(({ kind, test }) => (kind === "passed" ? [] : [`${service}: ${test.name}`])),
    );
    expect({ differing, examples: examplesIn(pack).length }).toEqual({
      differing: [],
      examples: counts.examples,
    });
  });

  it("is decided alike by json-rules-engine, with arithmetic of its own", async () => {
    const differing: object[] = [];
    let answers = 0;
    for (const [service, { cases }] of pack.services) {
      for (const example of cases) {
        const own = answersOf(pack, service, example);
        const others = await secondOpinion(pack, service, example);
        for (const [rule, answer] of own) {
          answers += 1;
          const other = others.get(rule);
          if (other !== answer) differing.push({ example: example.name, rule, answer, other });
        }
      }
    }
    expect({ differing, answers }).toEqual({ differing: [], answers: counts.answers });
  });

  it("computes every amount as published, and json-rules-engine the same", async () => {
    const off: object[] = [];
    let both = 0;
    for (const amount of amounts) {
      const { computed, other } = await computedIn(pack, amount);
      const isNear = cents(Math.abs(Number(computed) - amount.value)) <= cents(amount.within);
      // What is only told in a text, json-rules-engine is not asked.
      const isAlike = other === undefined || other === computed;
      if (!isNear || !isAlike) off.push({ ...amount, computed, other });
      if (other !== undefined) both += 1;
    }
    expect({ off, published: amounts.length, both }).toEqual({
      off: [],
      published: counts.published,
      both: counts.both,
    });
  });
});

/** Whether each requirement, and the scope, is met, of those of which the engine is sure. */
function answersOf(
  pack: Pack,
  service: string,
  { asOf, facts }: Case,
): ReadonlyMap<string, boolean> {
  const { requirements, scope } = decide(pack, { service, asOf, facts });
  const answers = requirements.flatMap(({ id, outcome }): [string, boolean][] =>
    outcome === "unknown" ? [] : [[id, outcome !== "unmet"]],
  );
  const governs = scope?.holds ?? null;
  return new Map(governs === null ? answers : [...answers, ["scope", governs]]);
}

async function secondOpinion(
  pack: Pack,
  service: string,
  { asOf, facts }: Case,
): Promise<ReadonlyMap<string, boolean | undefined>> {
  const { results, failureResults } = await toEngine(pack, { service, asOf }).run(facts);
  return new Map(
    [...results, ...failureResults].map(({ name, result }) => [name, result ?? undefined]),
  );
}

function cents(amount: number): number {
  return Math.round(amount * 100);
}

async function computedIn(pack: Pack, { service, case: name, fact }: Amount) {
  const found = pack.services.get(service)?.cases.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no case ${name}`);
  const { asOf, facts } = found;
  const { computed = [] } = decide(pack, { service, asOf, facts });
  const { almanac } = await toEngine(pack, { service, asOf }).run(facts);
  return {
    computed: computed.find((one) => one.fact === fact)?.value ?? Number.NaN,
    other: await almanac.factValue(fact),
  };
}
