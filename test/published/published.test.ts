import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { runCases } from "../../src/analysis/run-cases.ts";
import { decide } from "../../src/engine/decision/prepare.ts";
import type { Case, Pack } from "../../src/engine/model/pack.ts";
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

describe.each<readonly [string, Pack, string, number, number]>([
  ["Head Start (United States)", headStart, "test/published/head-start", 57, 23],
  ["Rates Rebate (New Zealand)", ratesRebate, "test/published/rates-rebate", 32, 38],
])("%s", (_, pack, folder, examples, published) => {
  const amounts: readonly Amount[] = JSON.parse(readFileSync(`${folder}/amounts.json`, "utf8"));

  it("answers every example as published", () => {
    const differing = runCases(pack).flatMap(({ service, results }) =>
      results.flatMap(({ kind, test }) => (kind === "passed" ? [] : [`${service}: ${test.name}`])),
    );
    expect({ differing, examples: examplesIn(pack).length }).toEqual({ differing: [], examples });
  });

  it("computes every amount as published", () => {
    const off = amounts.flatMap((amount) => {
      const computed = computedIn(pack, amount);
      return cents(Math.abs(Number(computed) - amount.value)) <= cents(amount.within)
        ? []
        : [{ ...amount, computed }];
    });
    expect({ off, published: amounts.length }).toEqual({ off: [], published });
  });
});

function cents(amount: number): number {
  return Math.round(amount * 100);
}

function computedIn(pack: Pack, { service, case: name, fact }: Amount) {
  const found = pack.services.get(service)?.cases.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no case ${name}`);
  const { asOf, facts } = found;
  const { computed = [] } = decide(pack, { service, asOf, facts });
  return computed.find((one) => one.fact === fact)?.value ?? Number.NaN;
}
