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
    const command = greeting("http://127.0.0.1:3000", "id").find((line) => line.startsWith("curl"));
    expect(readFileSync("README.md", "utf8")).toContain(`\n${command}\n`);
  });
});
