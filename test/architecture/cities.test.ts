import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readPack } from "../../src/pack/read-pack.ts";

/** Files and folders whose words to people name a city as an example; none decides anything by it. */
const AS_EXAMPLE = [
  "src/api/access/token-fault.ts",
  "src/api/openapi/components.ts",
  "src/cli/command-line/shared-options.ts",
  "src/cli/new-city.ts",
  "src/cli/new.ts",
  "src/cli/new/city/answers.ts",
  "src/cli/serve/greeting.ts",
  "src/pack/diagnostics/",
  "src/pack/schemas/basics.ts",
];

/** Invented people of tests and examples live in district 99 of this area, which does not exist. */
const INVENTED_PEOPLE = /3673(?:99|01)\d*/g;

const read = await readPack("rules");
if (!read.ok) throw new Error("the shipped rules are not valid");
const { cities } = read.pack;
const NAMES = [...cities].flatMap(([id, { label, area }]) => [
  id,
  ...[label?.id, label?.en, area !== undefined && area.length === 4 ? area : undefined].flatMap(
    (name) => name ?? [],
  ),
]);

/** A file of code without its comments, which may tell what an id looks like. */
function codeOf(file: string): string {
  return readFileSync(file, "utf8")
    .replaceAll(/\/\*[\s\S]*?\*\//g, "")
    .replaceAll(/^\s*\/\/.*$/gm, "")
    .replaceAll(INVENTED_PEOPLE, "");
}

function filesNaming(names: readonly string[]): readonly string[] {
  return ["src", "functions"]
    .flatMap((top) =>
      readdirSync(top, { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".ts"))
        .map((file) => join(top, file)),
    )
    .filter((file) => {
      const code = codeOf(file);
      return names.some((name) => new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(code));
    })
    .toSorted();
}

describe("the code", () => {
  it("names no city that has rules, but in examples told to people", () => {
    expect(NAMES).toContain("kota-serang");
    expect(
      filesNaming(NAMES).filter((file) => !AS_EXAMPLE.some((place) => file.startsWith(place))),
    ).toEqual([]);
  });

  it("nor does what is deployed", () => {
    const deployed = [
      "serverless.yml",
      ...readdirSync("infrastructure").map((file) => join("infrastructure", file)),
    ];
    const naming = deployed.filter((file) =>
      NAMES.some((name) => readFileSync(file, "utf8").includes(name)),
    );
    expect(naming).toEqual([]);
  });

  it("would be told of a city", () => {
    expect(filesNaming(["kota-serang"])).toContain("src/cli/serve/greeting.ts");
  });
});
