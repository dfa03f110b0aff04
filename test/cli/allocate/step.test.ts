import { describe, expect, it } from "vitest";
import { stepOf } from "../../../src/cli/allocate/step.ts";
import type { AllocateOptions } from "../../../src/cli/allocate.ts";
import { InputTrouble } from "../../../src/cli/input.ts";

const GIVEN = { workers: "w.csv", sponsors: "s.csv", rules: "rules", lang: "en" };

function troubleOf(options: Partial<AllocateOptions>): string | undefined {
  try {
    stepOf({ ...GIVEN, ...options });
    return undefined;
  } catch (error) {
    if (!(error instanceof InputTrouble)) throw error;
    return error.text.en;
  }
}

describe("the options of layak allocate", () => {
  const policies = { workerPolicy: "a/b", sponsorPolicy: "a/c" };

  it.each<[Partial<AllocateOptions>, string]>([
    [{ commit: "c.json", ...policies }, "commit"],
    [{ commitment: "c.json", seed: "7", result: "r.json" }, "draw"],
    [{ commitment: "c.json", seed: "7", json: true }, "draw"],
    [{ verify: "r.json" }, "verify"],
    [{ verify: "r.json", commitment: "c.json" }, "verify"],
  ])("%j ask for the step %s", (options, kind) => {
    expect(stepOf({ ...GIVEN, ...options }).kind).toBe(kind);
  });

  it.each<[Partial<AllocateOptions>, RegExp]>([
    [{}, /^Choose the step: --commit/],
    [{ commitment: "c.json" }, /^Choose the step/],
    [{ seed: "7" }, /^--seed needs --commitment/],
    [{ commit: "c.json" }, /^--commit needs --worker-policy .* and --sponsor-policy/],
    [{ commit: "c.json", ...policies, seed: "7" }, /^--seed cannot be used with --commit\.$/],
    [
      { commitment: "c.json", seed: "7", result: "r.json", match: ["a"], workerPolicy: "a/b" },
      /^--worker-policy, --match cannot be used with --seed\. The commitment has all that/,
    ],
    [{ commitment: "c.json", seed: "7" }, /^--seed needs --result/],
    [{ commitment: "-", seed: "7", json: true }, /^--seed needs a file as --commitment/],
    [{ commitment: "c.json", seed: " 7", result: "r.json" }, /^--seed must be 1 to 200 plain/],
    [{ verify: "r.json", seed: "7" }, /^--seed cannot be used with --verify/],
  ])("%j are refused", (options, words) => {
    expect(troubleOf(options)).toMatch(words);
  });
});
