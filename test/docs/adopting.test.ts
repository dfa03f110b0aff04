import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { adopt } from "../../src/cli/adopt.ts";
import { validate } from "../../src/cli/validate.ts";
import { copyOfRules } from "../support/files.ts";
import { recordingTerminal } from "../support/terminal.ts";

const PAGE = readFileSync("docs/adopting.md", "utf8");
const [, INDONESIAN = "", ENGLISH = ""] = PAGE.split(/^## (?:Bahasa Indonesia|English)$/m);

const POLICY = "kota-serang/sewa-kios/2027-01-01.json";
const CASES = "kota-serang/sewa-kios/cases.json";
const VALUE = `{ "from": "2027-01-01", "value": 16800, "provenance": "assumed" }`;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-11-22T03:00:00Z"), toFake: ["Date"] });
});

afterEach(() => {
  vi.useRealTimers();
});

/** A command of the page, and what it is said to print. */
interface Step {
  readonly command: string;
  readonly printed: string;
}

function stepsOf(section: string): readonly Step[] {
  const blocks = section.matchAll(/```sh\nnpx layak (.*)\n```\n\n```text\n([\s\S]*?)\n```/g);
  return [...blocks].map(([, command = "", printed = ""]) => ({ command, printed }));
}

/** Runs a command of the page on a copy of the rules; gives what it prints, as the page writes it. */
async function run(command: string, rules: string): Promise<string> {
  const terminal = recordingTerminal();
  const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare);
  const option = (name: string) => {
    const index = words.indexOf(name);
    return index < 0 ? undefined : words[index + 1];
  };
  const lang = option("--lang") ?? "id";
  if (words[0] === "validate") await validate(terminal, rules, { lang });
  else {
    const on = option("--on");
    await adopt(terminal, words[1] ?? "", {
      from: option("--from") ?? "",
      by: option("--by") ?? "",
      why: option("--why") ?? "",
      ...(on !== undefined && { on }),
      ...(option("--despite") !== undefined && { despite: [option("--despite") ?? ""] }),
      ...(option("--because") !== undefined && { because: option("--because") ?? "" }),
      correct: words.includes("--correct"),
      withdraw: words.includes("--withdraw"),
      dryRun: words.includes("--dry-run"),
      rules,
      lang,
    });
  }
  return [...terminal.out, ...terminal.err]
    .join("\n")
    .replaceAll(` --rules ${rules}`, "")
    .replaceAll(`layak test ${rules}`, "layak test")
    .replaceAll(rules, "rules")
    .replace(/(layak-seal-1:)[0-9a-f]{64}/, "$1…");
}

function rewrite(rules: string, path: string, words: string, others: string): void {
  const text = readFileSync(join(rules, path), "utf8");
  if (!text.includes(words)) throw new Error(`${path} does not hold ${words}`);
  writeFileSync(
    join(rules, path),
    text.replace(words, () => others),
  );
}

/** Signs the cases of the version, and drops the one that says that it is only a draft. */
function confirmCases(rules: string): void {
  const cases = JSON.parse(readFileSync(join(rules, CASES), "utf8"));
  const confirmed = { by: "Kepala Bagian Hukum", on: "2026-11-18" };
  const signed = cases
    .filter(({ name }: { name: string }) => !name.startsWith("Rancangan belum berlaku"))
    .map((one: { asOf: string; version?: string }) =>
      one.version === "2027-01-01" || one.asOf >= "2027-01-01" ? { ...one, confirmed } : one,
    );
  writeFileSync(join(rules, CASES), JSON.stringify(signed, null, 2));
}

/** What the reader does before each command of the Indonesian section. */
const BEFORE: readonly ((rules: string) => void)[] = [
  () => undefined,
  confirmCases,
  (rules) => rewrite(rules, "parameters.json", VALUE, VALUE.replace("16800", "20000")),
  (rules) => {
    rewrite(rules, "parameters.json", VALUE.replace("16800", "20000"), VALUE);
    const later = VALUE.replace("2027-01-01", "2027-07-01");
    rewrite(rules, "parameters.json", VALUE, `${VALUE},\n        ${later}`);
  },
  (rules) => rewrite(rules, POLICY, "Sewa kios pasar", "Sewa lapak pasar"),
  () => undefined,
];

/** `…` on a line of its own stands for lines that the page leaves out. */
function expectPrinted(printed: string, page: string): void {
  const parts = page.split(/^…$/m).map((part) => part.replace(/^\n|\n$/g, ""));
  let rest = printed;
  for (const part of parts) {
    expect(rest).toContain(part);
    rest = rest.slice(rest.indexOf(part) + part.length);
  }
  if (!page.endsWith("…")) expect(rest).toBe("");
}

describe("the page about adopting", () => {
  it("shows in Indonesian what each command prints", async () => {
    const rules = copyOfRules();
    const steps = stepsOf(INDONESIAN);
    expect(steps).toHaveLength(BEFORE.length);
    for (const [index, { command, printed }] of steps.entries()) {
      BEFORE[index]?.(rules);
      expectPrinted(await run(command, rules), printed);
    }
  });

  it("shows in English what the command prints", async () => {
    const rules = copyOfRules();
    confirmCases(rules);
    const [{ command, printed } = { command: "", printed: "" }] = stepsOf(ENGLISH);
    expectPrinted(await run(command, rules), printed);
  });
});
