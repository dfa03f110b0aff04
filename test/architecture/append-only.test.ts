import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const COMMAND = /\b(\w+)Command\b/g;
const CHANGES = /^(Put|Update|Delete|BatchWrite|Transact|Execute)/;

/** The commands by which each file changes the database, by the file's path. */
function changesUnder(directory: string): Readonly<Record<string, readonly string[]>> {
  const files = readdirSync(directory, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(directory, file));
  const changes = files.map((file) => {
    const commands = [...readFileSync(file, "utf8").matchAll(COMMAND)].flatMap(
      ([, name]) => name ?? [],
    );
    return [file, [...new Set(commands)].filter((name) => CHANGES.test(name))] as const;
  });
  return Object.fromEntries(changes.filter(([, commands]) => commands.length > 0));
}

describe("the ledger", () => {
  test("is put by one module; beside it stand claims and the moving of a day", () => {
    expect(changesUnder("src/ledger")).toEqual({
      "src/ledger/claims.ts": ["PutItem"],
      "src/ledger/items.ts": ["PutItem"],
      "src/ledger/prolong.ts": ["UpdateItem"],
    });
  });

  test("is put on condition that nothing is there", () => {
    const source = readFileSync("src/ledger/items.ts", "utf8");
    expect(source.match(/new PutItemCommand\(/g)).toHaveLength(1);
    expect(source).toContain('ConditionExpression: "attribute_not_exists(pk)"');
  });

  test("writes many items at once in the table of applicants alone", () => {
    const writers = readdirSync("src/ledger")
      .filter((file) => file.endsWith(".ts"))
      .filter((file) => readFileSync(join("src/ledger", file), "utf8").includes("writeItems"));
    expect(writers).toEqual(["applicants.ts"]);
  });
});
