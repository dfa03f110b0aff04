import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { ofType, type Resource, stackResources } from "../support/template.ts";

const HANDLERS = readdirSync("functions")
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.slice(0, -".ts".length));

const resources = stackResources();

/** The functions by the names of their handlers' files. */
function functions(): ReadonlyMap<string, Resource["Properties"]> {
  return new Map(
    ofType(resources, "AWS::Lambda::Function").map(([, { Properties }]) => [
      String(Properties["FunctionName"]).slice("layak-test-".length),
      Properties,
    ]),
  );
}

function environmentOf(properties: Resource["Properties"]): Readonly<Record<string, unknown>> {
  const environment: { readonly Variables: Readonly<Record<string, unknown>> } = JSON.parse(
    JSON.stringify(properties["Environment"]),
  );
  return environment.Variables;
}

/** The settings that a handler's source asks for, itself or by the wiring that it imports. */
function settingsIn(file: string, seen: Set<string> = new Set()): readonly string[] {
  if (seen.has(file) || file.endsWith("wiring/settings.ts")) return [];
  seen.add(file);
  const source = readFileSync(file, "utf8");
  const imported = [...source.matchAll(/from "(\.\.?\/[^"]+)"/g)]
    .map((match) => join(dirname(file), match[1] ?? ""))
    .filter((path) => !path.startsWith(".."));
  const own = [...source.matchAll(/"(LAYAK_[A-Z_]+)"/g)].flatMap((match) => match[1] ?? []);
  return [...own, ...imported.flatMap((path) => settingsIn(path, seen))];
}

/** Asked for where they are set, which they never are in AWS. */
const LOCAL_ONLY = [
  "LAYAK_ATHENA_ENDPOINT",
  "LAYAK_CONTRACT",
  "LAYAK_DYNAMODB_ENDPOINT",
  "LAYAK_S3_ENDPOINT",
  "LAYAK_SQS_ENDPOINT",
];

describe("the functions", () => {
  test("are deployed one a handler, and no handler is left out", () => {
    expect([...functions().keys()].toSorted()).toEqual(HANDLERS.toSorted());
  });

  test("run on Lambda's newest Node, on arm64", () => {
    for (const [name, properties] of functions()) {
      expect(properties).toMatchObject({
        Handler: `dist/functions/${name}.handler`,
        Runtime: "nodejs24.x",
        Architectures: ["arm64"],
      });
    }
  });

  test("that the API waits for answer before it gives up", () => {
    for (const [, { Properties }] of ofType(resources, "AWS::ApiGatewayV2::Integration")) {
      expect(Number(Properties["TimeoutInMillis"])).toBeLessThanOrEqual(30_000);
    }
    const slow = [...functions()].filter(([, { Timeout }]) => Number(Timeout) > 29);
    expect(slow.map(([name]) => name).toSorted()).toEqual([
      "import-roster",
      "prune-roster",
      "retention",
    ]);
  });

  test.each(HANDLERS)("give %s the settings that it asks for and no other", (name) => {
    const properties = functions().get(name);
    const given = properties === undefined ? {} : environmentOf(properties);
    const asked = settingsIn(`functions/${name}.ts`).filter((name) => !LOCAL_ONLY.includes(name));
    const names = Object.keys(given).filter((name) => name.startsWith("LAYAK_"));
    expect(names.toSorted()).toEqual([...new Set(asked)].toSorted());
  });

  test("have no secret in the template", () => {
    const secrets = /KEY$|KEYS$|TOKEN|SECRET|PASSWORD/;
    for (const properties of functions().values()) {
      for (const [name, value] of Object.entries(environmentOf(properties))) {
        // Empty where there is none.
        if (secrets.test(name) && value !== "")
          expect(value).toMatch(/^\{\{resolve:(secretsmanager|ssm):\/layak\/test\//);
      }
    }
  });

  test("give the keys that sign to those alone that sign, and never to what answers everybody", () => {
    const signing = [...functions()].filter(
      ([, properties]) => "LAYAK_SIGNING_KEYS" in environmentOf(properties),
    );
    expect(signing.map(([name]) => name).toSorted()).toEqual(["batch", "decisions"]);
    const keys = functions().get("keys");
    const given = keys === undefined ? {} : environmentOf(keys);
    expect(Object.entries(given).filter(([name]) => name.startsWith("LAYAK_"))).toEqual([
      ["LAYAK_PUBLIC_KEYS", "{{resolve:ssm:/layak/test/public-keys}}"],
    ]);
  });

  test("give the keys that name people to those that name or look for somebody, and tell whether they can", () => {
    const naming = [...functions()].filter(
      ([, properties]) => "LAYAK_IDENTITY_KEYS" in environmentOf(properties),
    );
    expect(naming.map(([name]) => name).toSorted()).toEqual([
      "batch",
      "bulk-start",
      "decisions",
      "health",
      "import-roster",
      "reviews",
      "search",
    ]);
  });

  test("keep no old version, whose settings would hold old keys", () => {
    expect(ofType(resources, "AWS::Lambda::Version")).toEqual([]);
  });

  test("keep their logs for the days configured", () => {
    const kept = ofType(resources, "AWS::Logs::LogGroup").map(([, { Properties }]) => Properties);
    expect(kept).toHaveLength(functions().size + 1);
    expect(kept.filter(({ RetentionInDays }) => RetentionInDays !== 90)).toEqual([]);
  });

  test("export their handlers as they are built", () => {
    const script = `
      for (const name of ${JSON.stringify(HANDLERS)}) {
        const { handler } = await import(\`\${process.cwd()}/dist/functions/\${name}.mjs\`);
        if (typeof handler === "function") console.log(name);
      }`;
    const output = execFileSync(process.execPath, ["--input-type=module", "-e", script], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    expect(output.trim().split("\n")).toEqual(HANDLERS);
  });
});
