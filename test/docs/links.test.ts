import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { greeting } from "../../src/cli/serve/greeting.ts";

const pages = [
  "README.md",
  "rules/README.md",
  ...readdirSync("docs", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => join("docs", file)),
];

/** What the pages write where the service prints the token itself. */
const TOKEN_OF_THE_READER = '"Authorization: Bearer $TOKEN"';

describe("the pages of the project", () => {
  it.each(pages)("%s links only to files that are there", (page) => {
    const links = [...readFileSync(page, "utf8").matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(
      ([, link]) => link ?? "",
    );
    const broken = links.filter(
      (link) => !link.startsWith("https:") && !existsSync(join(dirname(page), link)),
    );
    expect(broken).toEqual([]);
  });

  it("the README shows the very command that the service prints", () => {
    const ready = { address: "http://127.0.0.1:3000", token: "a.b.c", officerToken: "d.e.f" };
    const command = greeting(ready, "id").find((line) => line.startsWith("curl"));
    const shown = command?.replace("'Authorization: Bearer a.b.c'", TOKEN_OF_THE_READER);
    expect(shown).toContain(TOKEN_OF_THE_READER);
    expect(readFileSync("README.md", "utf8")).toContain(`\n${shown}\n`);
  });
});
