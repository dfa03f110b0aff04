import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { runBulk } from "../../src/bulk/run.ts";
import { programOf } from "../../src/engine/decision/program.ts";
import { temporaryFolder } from "../support/files.ts";
import { fact, packOf, policy, requirement, SERVICE } from "../support/pack.ts";

const COUNT = 23;
const ids = Array.from({ length: COUNT }, (_, at) => `n${at}`);
const pack = packOf({
  facts: {
    ...Object.fromEntries(ids.map((id) => [id, fact({ type: "integer" })])),
    day: fact({ type: "date" }),
  },
  policies: {
    "2020-01-01": policy(
      ids.map((id) => requirement(id, { fact: id, operator: "lessThan", value: 5 })),
      {
        scope: {
          fact: "asOf",
          operator: "onOrBefore",
          value: { fact: "day", params: { plus: "P1Y" } },
        },
      },
    ),
  },
});

/** A row of a file: `u` unmet, `?` not known, else met. */
function row(day: string, states: string): string {
  const cells = ids.map((_, at) => ({ u: "9", "?": "" })[states[at] ?? "m"] ?? "1");
  return [day, ...cells].join(",");
}

it("counts every requirement of rows that are decided, however many a policy has", async () => {
  const folder = temporaryFolder();
  const [input, output] = [join(folder, "people.csv"), join(folder, "out.csv")];
  const rows = [
    row("2026-01-01", ""),
    row("2026-01-01", "u?".padEnd(COUNT - 1, "m").concat("u")),
    row("2026-01-01", "?".repeat(COUNT)),
    row("2000-01-01", "u"),
    // The day that its scope asks for has no calendar; of this row nothing is counted.
    row("9999-06-01", "u".repeat(COUNT)),
    row("no day", "u".repeat(COUNT)),
  ];
  const lines = rows.map((cells, at) => `${at},${cells}`);
  writeFileSync(input, [`id,day,${ids.join(",")}`, ...lines, ""].join("\n"));
  const summary = await runBulk({
    ...{ input, output, rejected: join(folder, "rejected.csv"), map: {}, key: "id", nik: "nik" },
    program: programOf(pack, { service: SERVICE, asOf: "2026-11-22" }),
    ...{ roster: null, explain: false, language: "en", memoryBytes: 400e6, threads: 2 },
    ...{ onColumns: () => {}, onProgress: () => {}, signal: new AbortController().signal },
  });
  expect(summary).toEqual({
    ...{ rows: 6, decided: 4, rejected: 2 },
    outcomes: { eligible: 1, ineligible: 1, undetermined: 1, "out-of-scope": 1 },
    requirements: ids.map((id, at) => ({
      id,
      unmet: at === 0 ? 2 : at === COUNT - 1 ? 1 : 0,
      unknown: at === 1 ? 2 : 1,
    })),
    reasons: { "fact-date": 1, "out-of-range": 1 },
  });
});
