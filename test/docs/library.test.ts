import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const page = readFileSync("docs/library.md", "utf8");
const blocks = [...page.matchAll(/```(\w*)\n(.*?)```/gs)].map(([, language, text]) => ({
  language,
  text: text ?? "",
}));
const programs = blocks.filter(({ language }) => language === "js").map(({ text }) => text);

function run(program: string): string {
  const options = { encoding: "utf8" } as const;
  return execFileSync(process.execPath, ["--input-type=module", "-e", program], options);
}

/** Calls with the result that a comment promises, as checks of it. */
function checking(program: string): string {
  return program.replaceAll(
    /^(\w+\(.*\));\n\/\/ (.*)$/gm,
    "assert.deepEqual($1, $2); console.log('as promised');",
  );
}

describe("the page about the library", () => {
  const [first = "", second = "", third = ""] = programs;

  it("shows a program that prints what the page says", () => {
    const output = blocks.find(({ language }) => language === "")?.text;
    expect(run(first)).toBe(output);
  });

  it("promises what horizon and remedies give", () => {
    const program = `import assert from "node:assert/strict";\n${first}\n${checking(second)}`;
    expect(run(program).match(/as promised/g)?.length).toBe(2);
  });

  it("prepares a policy for many applications", () => {
    const program = `${first}\n${third.replace(/judge\.outcome\(.*\)(?=;)/, "console.log($&)")}`;
    expect(run(program)).toContain("outcome: 'ineligible'");
  });
});
