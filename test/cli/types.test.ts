import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder, write } from "../support/files.ts";
import { layak } from "./support/layak.ts";

const SERVICE = "kota-serang/sewa-kios";

/** What the compiler says of programs beside the types and a module of the shipped rules, by program. */
async function compiled(programs: readonly string[]): Promise<readonly (readonly string[])[]> {
  const folder = temporaryFolder();
  await layak(["types", "--out", join(folder, "rules.d.ts")]);
  await layak(["build", "--out", join(folder, "modules"), "--service", SERVICE]);
  for (const [index, program] of programs.entries()) write(folder, `program${index}.ts`, program);
  write(folder, "package.json", { type: "module" });
  write(folder, "tsconfig.json", {
    compilerOptions: {
      target: "es2023",
      lib: ["es2024", "dom"],
      module: "nodenext",
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
      allowImportingTsExtensions: true,
      paths: { layak: [resolve("src/index.ts")] },
    },
    include: ["program*.ts", "rules.d.ts"],
  });
  const tsc = resolve("node_modules/typescript/bin/tsc");
  const { stdout } = spawnSync(process.execPath, [tsc, "-p", folder, "--pretty", "false"], {
    cwd: folder,
    encoding: "utf8",
  });
  const lines = stdout.split("\n").filter((line) => /^\S/.test(line));
  expect(lines.filter((line) => !line.startsWith("program"))).toEqual([]);
  return programs.map((_, index) => lines.filter((line) => line.startsWith(`program${index}.ts(`)));
}

const BEGIN = `
import * as layak from "layak";
import type { Day, Layak, Question, ServiceName } from "./rules.d.ts";
const { decide, prepare, horizon, remedies, answer }: Layak = layak;
declare const pack: layak.Pack;
`;

const GOOD = `${BEGIN}
const service: ServiceName = "${SERVICE}";
const question: Question<typeof service> = {
  service,
  asOf: "2026-11-22",
  facts: { "coverage.status": "AKTIF", "coverage.programmes": ["JKK", null], "trader.onRegister": null },
};
const outcomes: layak.Outcome[] = [decide(pack, question).outcome];
decide(pack, { service: "kota-serang/sewa-kios", asOf: "2026-11-22", facts: {} });
decide(pack, {
  service: "kota-serang/perpanjangan-trayek",
  asOf: "2026-11-22",
  facts: { drivers: [{ "coverage.status": "AKTIF", "coverage.paidThrough": "2026-10-31" }, null] },
});
const judge = prepare(pack, { service, asOf: "2026-11-22" });
outcomes.push(judge.decide(question.facts).outcome, judge.outcome(judge.check({})).outcome);
horizon(pack, question).until;
remedies(pack, question).length;
answer(pack, question, "id").explanation;
const day: Day = "2026-11-22";

import { decide as decideLease, outcome } from "./modules/${SERVICE}/2026-01-01.mjs";
const found = decideLease({ "coverage.status": "NONAKTIF" }, day);
const named: "${SERVICE}" = found.service;
outcome({}, day).requirements.includes("unmet");
export { named, outcomes };
`;

describe("layak types", () => {
  const asking = (question: string) => `${BEGIN}\ndecide(pack, ${question});\n`;
  const facts = (text: string) =>
    asking(`{ service: "${SERVICE}", asOf: "2026-11-22", facts: { ${text} } }`);
  const module = (text: string) =>
    `import { decide } from "./modules/${SERVICE}/2026-01-01.mjs";\n${text}\n`;

  const wrong: readonly (readonly [what: string, program: string])[] = [
    ["a service", asking('{ service: "kota-serang/sewa-kos", asOf: "2026-11-22", facts: {} }')],
    ["a code", facts('"coverage.status": "AKTF"')],
    ["a fact", facts('"coverage.statuss": "AKTIF"')],
    ["a fact of another service", facts('"land.hectares": 1')],
    ["a type", facts('"trader.onRegister": "ya"')],
    ["a code of a list", facts('"coverage.programmes": ["JKX"]')],
    ["a date", asking(`{ service: "${SERVICE}", asOf: "22 November 2026", facts: {} }`)],
    [
      "a fact of a group's item",
      asking(
        '{ service: "kota-serang/perpanjangan-trayek", asOf: "2026-11-22", facts: { drivers: [{ "coverage.status": 1 }] } }',
      ),
    ],
    ["a fact of a module", module('decide({ "coverage.statuss": "AKTIF" }, "2026-11-22");')],
    ["a code of a module", module('decide({ "coverage.status": "AKTF" }, "2026-11-22");')],
    ["the day of a module", module("decide({});")],
  ];

  it("let the compiler pass what the rules can be asked, and tell everything that they cannot", async () => {
    const [good, ...bad] = await compiled([GOOD, ...wrong.map(([, program]) => program)]);
    expect(good).toEqual([]);
    expect(wrong.filter((_, index) => bad[index]?.length === 0).map(([what]) => what)).toEqual([]);
  });

  it("prints them where no file is named, and says what it wrote where one is", async () => {
    const path = join(temporaryFolder(), "rules.d.ts");
    const written = await layak(["types", "--out", path, "--lang", "en"]);
    expect(written.out.join("\n")).toMatch(
      /^Written: .*rules\.d\.ts \(\d+ services, \d+ facts\)\.$/,
    );
    const printed = await layak(["types"]);
    expect(`${printed.out.join("\n")}\n`).toBe(readFileSync(path, "utf8"));
  });
});
