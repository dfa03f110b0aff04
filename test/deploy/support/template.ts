import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { readPack } from "../../../src/pack/read-pack.ts";
import { applicationsTable } from "../../../src/sql/glue-table.ts";

export interface Resource {
  readonly Type: string;
  readonly DeletionPolicy?: string;
  readonly Properties: Readonly<Record<string, unknown>>;
}

export type Resources = Readonly<Record<string, Resource>>;

/** What a machine without a network, credentials or settings of its own has. */
export function bareEnvironment(home: string): Readonly<Record<string, string>> {
  return { PATH: process.env["PATH"] ?? "", HOME: home, NO_COLOR: "1" };
}

/** The files that are packed. */
export function packedFiles(): readonly string[] {
  const configuration = readFileSync("infrastructure/functions.yml", "utf8");
  return [...new Set(configuration.match(/dist\/functions\/[a-z-]+\.(?:mjs|json)/g))];
}

const rules = await readPack("rules");
if (!rules.ok) throw new Error("the shipped rules are not valid");
/** What the build writes of the table, as the template takes it in. */
const TABLE = JSON.stringify(applicationsTable(rules.pack));

let made: Resources | null = null;

/** The stack of the stage `test` as CloudFormation gets it, made once for the tests of a file. */
export function stackResources(): Resources {
  made ??= synthesizedResources("test");
  return made;
}

/** What the functions hold is of no matter for it. */
function synthesizedResources(stage: string): Resources {
  const directory = mkdtempSync(join(tmpdir(), "layak-template-"));
  try {
    for (const path of ["serverless.yml", "infrastructure", "package.json"]) {
      cpSync(path, join(directory, path), { recursive: true });
    }
    mkdirSync(join(directory, "dist/functions"), { recursive: true });
    for (const file of packedFiles()) writeFileSync(join(directory, file), "\n");
    writeFileSync(join(directory, "dist/functions/applications.json"), TABLE);
    const manifest = createRequire(import.meta.url).resolve("serverless/package.json");
    const osls = join(dirname(manifest), "bin/serverless.js");
    execFileSync(process.execPath, [osls, "package", "--stage", stage], {
      cwd: directory,
      env: bareEnvironment(directory),
      stdio: "pipe",
    });
    const written = ".serverless/cloudformation-template-update-stack.json";
    const template: { readonly Resources: Resources } = JSON.parse(
      readFileSync(join(directory, written), "utf8"),
    );
    return template.Resources;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The resources of one type, with their logical ids. */
export function ofType(
  resources: Resources,
  type: string,
): readonly (readonly [string, Resource])[] {
  return Object.entries(resources).filter(([, { Type }]) => Type === type);
}

/** The resource that a reference names: `GetAtt`, `Ref` or the first name within a `Sub`. */
export function referred(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value !== "object" || value === null) return String(value);
  if ("Ref" in value) return String(value.Ref);
  const attribute = "Fn::GetAtt" in value ? value["Fn::GetAtt"] : null;
  if (Array.isArray(attribute)) {
    return attribute[1] === "Arn" ? String(attribute[0]) : attribute.join(".");
  }
  if ("Fn::Sub" in value) return String(value["Fn::Sub"]);
  return JSON.stringify(value);
}
