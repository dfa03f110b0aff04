import { mkdtempSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildFunction, type FunctionSize, STAND_INS } from "../../scripts/build-function.mjs";
import { plainKeys } from "../../scripts/plain-keys.mjs";
import { jsonRulesEngineOpinion, type SecondOpinion } from "../../src/api/second-opinion.ts";
import type { Pack } from "../../src/engine/model/pack.ts";
import { readPack } from "../../src/pack/read-pack.ts";

// Within the repository, since bundles are named by their sources' place in it.
const directory = mkdtempSync(resolve("node_modules/.layak-bundles-"));

afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe("the bundles of the functions that decide", () => {
  const sizes = new Map<string, FunctionSize>();
  beforeAll(async () => {
    for (const name of ["decisions", "batch"]) {
      sizes.set(name, await buildFunction(name, `functions/${name}.ts`, directory));
    }
  });

  test.each(["decisions", "batch"])(
    "load at most 252 kB beside the AWS SDK at the start: %s",
    (name) => {
      expect(sizes.get(name)?.ownBytes).toBeLessThan(252_000);
      expect(sizes.get(name)?.ownBytes).toBeGreaterThan(100_000);
    },
  );
});

describe("the bundle of the function that imports rosters", () => {
  test("holds of the AWS SDK's client of S3 little more than it calls", async () => {
    const { bytes } = await buildFunction("import-roster", "functions/import-roster.ts", directory);
    expect(bytes).toBeLessThan(420_000);
    expect(bytes).toBeGreaterThan(300_000);
  });

  test.each(["athena", "dynamodb", "s3", "sqs"])(
    "has the descriptions of calls as the AWS SDK has them: %s",
    async (service) => {
      const schemas = `node_modules/@aws-sdk/client-${service}/dist-es/schemas/schemas_0.js`;
      const described = async (name: string, plugins: Plugin[]) => {
        const outfile = join(directory, `${service}-${name}.mjs`);
        const output = { outfile, bundle: true, format: "esm", platform: "node" } as const;
        await build({ ...output, entryPoints: [schemas], plugins });
        const exported: object = await import(pathToFileURL(outfile).href);
        return JSON.stringify(exported);
      };
      const whole = await described("whole", []);
      expect(whole.length).toBeGreaterThan(5000);
      expect(await described("plain", [plainKeys])).toBe(whole);
    },
  );
});

describe("the bundles of the functions for bulk runs", () => {
  test.each([
    ["bulk-start", 450_000],
    ["bulk-status", 350_000],
  ])("load the client of S3 when something is asked of the bucket: %s", async (name, most) => {
    const { bytes } = await buildFunction(name, `functions/${name}.ts`, directory);
    expect(bytes).toBeLessThan(most);
    expect(bytes).toBeGreaterThan(250_000);
  });
});

describe("a bundle that has stand-ins for parts of json-rules-engine", () => {
  let bundled: (pack: Pack) => SecondOpinion;
  beforeAll(async () => {
    const outfile = join(directory, "second-opinion.mjs");
    await build({
      entryPoints: ["src/api/second-opinion.ts"],
      outfile,
      bundle: true,
      format: "esm",
      platform: "node",
      alias: { ...STAND_INS },
    });
    ({ jsonRulesEngineOpinion: bundled } = await import(pathToFileURL(outfile).href));
  });

  test("gives the opinion that all of json-rules-engine gives, on every case of the rules", async () => {
    const read = await readPack("rules");
    if (!read.ok) throw new Error("the shipped rules are not valid");
    const { pack } = read;
    const questions = [...pack.services.values()].flatMap(({ id, cases }) =>
      cases
        .filter(({ version }) => version === undefined)
        .map(({ asOf, facts }) => ({ service: id, asOf, facts })),
    );
    expect(questions.length).toBeGreaterThan(50);
    const [whole, small] = [jsonRulesEngineOpinion(pack), bundled(pack)];
    // Twice, and the second time backwards, as an Engine keeps what the run before wrote on its rules.
    for (const question of [...questions, ...questions.toReversed()]) {
      expect(await small(question)).toEqual(await whole(question));
    }
  });
});
