import { describe, expect, test } from "vitest";
import { jsonRulesEngineOpinion, type OpinionQuestion } from "../../src/api/second-opinion.ts";
import type { Facts } from "../../src/engine/model/catalogue.ts";
import type { Case } from "../../src/engine/model/pack.ts";
import { readPack } from "../../src/pack/read-pack.ts";

const read = await readPack("rules");
if (!read.ok) throw new Error("the shipped rules are valid");
const { pack } = read;

const QUESTIONS: readonly OpinionQuestion[] = [...pack.services.values()].flatMap(({ id, cases }) =>
  cases.flatMap(({ asOf, facts, version }: Case) =>
    version === undefined ? [{ service: id, asOf, facts }] : [],
  ),
);

/** Every question by an Engine that nobody asked before. */
const FRESH = await Promise.all(
  QUESTIONS.map((question) => jsonRulesEngineOpinion(pack)(question)),
);

describe("an Engine that is asked again", () => {
  test("answers as a new one, one question after another", async () => {
    const ask = jsonRulesEngineOpinion(pack);
    for (const round of [1, 2]) {
      const answers = [];
      for (const question of QUESTIONS) answers.push(await ask(question));
      expect([round, answers]).toEqual([round, FRESH]);
    }
  });

  test("answers as a new one, many questions at once and in another order", async () => {
    const ask = jsonRulesEngineOpinion(pack);
    for (const round of [1, 2]) {
      const answers = await Promise.all(QUESTIONS.toReversed().map(ask));
      expect([round, answers.toReversed()]).toEqual([round, FRESH]);
    }
  });

  test("answers as a new one after a question that it could not answer", async () => {
    const [question] = QUESTIONS;
    if (question === undefined) throw new Error("there are cases");
    const ask = jsonRulesEngineOpinion(pack);
    const facts: Facts = new Proxy(question.facts, {
      ownKeys: () => {
        throw new Error("unreadable");
      },
    });
    await ask(question);
    await expect(ask({ ...question, facts })).rejects.toThrow("unreadable");
    expect(await ask(question)).toEqual(FRESH[0]);
  });
});
