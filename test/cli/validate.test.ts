import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { type ValidateOptions, validate } from "../../src/cli/validate.ts";
import { copyOfRules } from "../support/files.ts";
import type { RecordingTerminal } from "../support/terminal.ts";
import { recordingTerminal } from "../support/terminal.ts";

const ROUTE = "kota-serang/perpanjangan-trayek/2026-01-01.json";

/** Rules in which all companies pass: the fifth code is listed too. */
function rulesWithFinding(): string {
  const rules = copyOfRules();
  const path = join(rules, ROUTE);
  const text = readFileSync(path, "utf8");
  writeFileSync(path, text.replace('"KOPERASI"]', '"KOPERASI", "LAINNYA"]'));
  return rules;
}

async function validated(
  rules: string,
  options: Partial<ValidateOptions>,
): Promise<RecordingTerminal & { readonly code: number }> {
  const terminal = recordingTerminal();
  const code = await validate(terminal, rules, { lang: "en", asOf: "2026-11-22", ...options });
  return { ...terminal, code };
}

const MESSAGE = 'every application meets the requirement "badan-usaha"';
const HELP = "check its operators and values, or delete the requirement";

describe("layak validate, of rules that can hardly be meant", () => {
  it("tells people at line and column, and still says that the rules are valid", async () => {
    const rules = rulesWithFinding();
    const { out, err, code } = await validated(rules, {});
    expect([out, err, code]).toEqual([
      [
        `${rules}/${ROUTE}:72:21 warning LYK902 ${MESSAGE}\nhelp: ${HELP}`,
        expect.stringMatching(/^The rules are valid: \d+ services, \d+ cases, 1 warning\.$/),
      ],
      [],
      0,
    ]);
  });

  it("tells them in Indonesian first", async () => {
    const { out } = await validated(rulesWithFinding(), { lang: "id" });
    expect(out[0]).toContain(
      'peringatan LYK902 persyaratan "badan-usaha" dipenuhi setiap permohonan\nbantuan: periksa operator',
    );
  });

  it("fails with --strict, and not where nothing is told", async () => {
    const spoilt = await validated(rulesWithFinding(), { strict: true });
    const shipped = await validated("rules", { strict: true });
    expect([spoilt.code, shipped.code]).toEqual([1, 0]);
  });

  it.each([{ json: true }, { format: "json" }])("gives programs JSON: %o", async (options) => {
    const { out, code } = await validated(rulesWithFinding(), options);
    expect([JSON.parse(out.join("")), code]).toEqual([
      {
        ok: true,
        diagnostics: [
          {
            code: "LYK902",
            severity: "warning",
            file: ROUTE,
            line: 72,
            column: 21,
            message: {
              id: 'persyaratan "badan-usaha" dipenuhi setiap permohonan',
              en: MESSAGE,
            },
            help: {
              id: "periksa operator dan nilainya, atau hapus persyaratan ini",
              en: HELP,
            },
          },
        ],
        unsettled: [],
      },
      0,
    ]);
  });

  it("gives GitHub workflow commands", async () => {
    const rules = rulesWithFinding();
    const { out } = await validated(rules, { format: "github" });
    expect(out[0]).toBe(
      `::warning file=${rules}/${ROUTE},line=72,col=21,title=LYK902 everybody meets it::${MESSAGE}%0A${HELP}`,
    );
  });

  it("gives a SARIF log", async () => {
    const rules = rulesWithFinding();
    const { out } = await validated(rules, { format: "sarif" });
    expect(JSON.parse(out.join(""))).toEqual({
      $schema: "https://json.schemastore.org/sarif-2.1.0.json",
      version: "2.1.0",
      runs: [
        {
          tool: {
            driver: {
              name: "layak",
              version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
              language: "en-US",
              rules: [{ id: "LYK902", shortDescription: { text: "everybody meets it" } }],
            },
          },
          columnKind: "utf16CodeUnits",
          invocations: [{ executionSuccessful: true, toolExecutionNotifications: [] }],
          results: [
            {
              ruleId: "LYK902",
              ruleIndex: 0,
              level: "warning",
              message: { text: `${MESSAGE}\n${HELP}` },
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: pathToFileURL(join(rules, ROUTE)).href },
                    region: { startLine: 72, startColumn: 21 },
                  },
                },
              ],
            },
          ],
        },
      ],
    });
  });

  it.each([
    ["2024-12-31", []],
    ["2025-01-01", ["LYK913"]],
    // Since 2026 another version decides, and nobody changes history.
    ["2026-01-01", []],
  ])("looks from the day on that is given: %s", async (asOf, codes) => {
    const rules = copyOfRules();
    const path = join(rules, "kota-serang/sewa-kios/2024-10-01.json");
    const text = readFileSync(path, "utf8");
    writeFileSync(path, text.replace('"inpres-2-2021"', '"inpres-4-2022"'));
    const { out } = await validated(rules, { asOf, format: "json" });
    const { diagnostics } = JSON.parse(out.join(""));
    expect(diagnostics.map(({ code }: { code: string }) => code)).toEqual(codes);
  });

  it.each([
    [{ format: "xml" }, '--format must be one of text, json, github, sarif, not "xml".'],
    [
      { asOf: "2026-02-30" },
      '--as-of "2026-02-30" is not in the calendar; write YYYY-MM-DD, such as 2026-11-22.',
    ],
  ])("refuses %o", async (options, complaint) => {
    const { out, err, code } = await validated("rules", options);
    expect([out, err, code]).toEqual([[], [complaint], 1]);
  });
});

describe("layak validate, of rules that are wrong", () => {
  it("tells errors in every format and fails", async () => {
    const rules = copyOfRules();
    const path = join(rules, ROUTE);
    writeFileSync(path, readFileSync(path, "utf8").replace('"pilot"', '"pilott"'));
    const [text, json, github, sarif] = await Promise.all([
      validated(rules, {}),
      validated(rules, { format: "json" }),
      validated(rules, { format: "github" }),
      validated(rules, { format: "sarif" }),
    ]);
    expect([text, json, github, sarif].map(({ code }) => code)).toEqual([1, 1, 1, 1]);
    expect(text.err[0]).toContain(`${ROUTE}:13:13 error LYK303`);
    expect(JSON.parse(json.out.join(""))).toMatchObject({ ok: false, unsettled: [] });
    expect(github.out[0]).toContain(
      `${ROUTE},line=13,col=13,title=LYK303 not one of the choices::`,
    );
    expect(JSON.parse(sarif.out.join("")).runs[0].results[0].level).toBe("error");
  });
});
