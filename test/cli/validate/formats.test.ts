import { describe, expect, it } from "vitest";
import { githubCommand } from "../../../src/cli/validate/github.ts";
import type { Results } from "../../../src/cli/validate/results.ts";
import { sarifOf } from "../../../src/cli/validate/sarif.ts";
import { tellText } from "../../../src/cli/validate/tell-text.ts";
import type { Diagnostic } from "../../../src/pack/diagnostics/diagnostic.ts";
import { recordingTerminal } from "../../support/terminal.ts";

const DIAGNOSTIC: Diagnostic = {
  code: "LYK203",
  severity: "error",
  file: "kota/kios 1,a:b.json",
  line: 3,
  column: 7,
  message: { id: "100% salah\r\ndi sini", en: "100% wrong\r\nhere: yes, here" },
};

const RESULTS: Results = {
  directory: "aturan kota",
  ok: true,
  diagnostics: [DIAGNOSTIC],
  unsettled: [
    { file: "kota/kios/2024-10-01.json", line: 5, column: 2, code: "LYK905", policy: null },
  ],
  services: 1,
  cases: 2,
};

describe("a workflow command", () => {
  it("escapes what would end a property, or the command", () => {
    expect(githubCommand(DIAGNOSTIC, "rules", "en")).toBe(
      "::error file=rules/kota/kios 1%2Ca%3Ab.json,line=3,col=7,title=LYK203 an unknown fact::100%25 wrong%0D%0Ahere: yes, here",
    );
  });
});

describe("a SARIF log", () => {
  it("names files by relative addresses, and tells what was not settled as a note", () => {
    const [run] = sarifOf(RESULTS, "en").runs;
    expect(run?.results[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe(
      "aturan%20kota/kota/kios%201%2Ca%3Ab.json",
    );
    expect(run?.invocations[0]?.toolExecutionNotifications).toEqual([
      {
        level: "note",
        message: {
          text: "Not settled within the search's limit: LYK905 a clause that never matters",
        },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: "aturan%20kota/kota/kios/2024-10-01.json" },
              region: { startLine: 5, startColumn: 2 },
            },
          },
        ],
      },
    ]);
  });
});

describe("the words for people", () => {
  it("name what was not settled, its place and the policy that it was asked of", () => {
    const terminal = recordingTerminal();
    const shared = { file: "kota/conditions.json", line: 53, column: 7, code: "LYK919" } as const;
    const policy = "kota/kios/2024-10-01.json";
    const unsettled = [...RESULTS.unsettled, { ...shared, policy }];
    tellText(terminal, { ...RESULTS, diagnostics: [], unsettled }, "en");
    expect(terminal.out).toEqual([
      "aturan kota/kota/kios/2024-10-01.json:5:2 not settled: LYK905 a clause that never matters?",
      "aturan kota/kota/conditions.json:53:7 not settled: LYK919 a placeholder may not be known yet? (asked of aturan kota/kota/kios/2024-10-01.json)",
      "2 questions about what the rules mean were not settled within the search's limit: check their places above yourself.",
      "The rules are valid: 1 service, 2 cases, 0 warnings.",
    ]);
  });
});
