import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { runBulk } from "../../src/bulk/run.ts";
import { programOf } from "../../src/engine/decision/program.ts";
import { factChecker } from "../../src/engine/facts/check.ts";
import { decide } from "../../src/index.ts";
import { temporaryFolder } from "../support/files.ts";
import { fact, packOf, policy, requirement, SERVICE } from "../support/pack.ts";
import { writeParquet } from "./people.ts";

const AS_OF = "2026-11-22";
const text = { id: "x", en: "x" };

function packWith(codes: readonly string[], maxItems: number) {
  const items = { type: "code", codes: Object.fromEntries(codes.map((code) => [code, text])) };
  const leaves = codes
    .slice(0, 4)
    .map((code, at) =>
      requirement(`holds-${at}`, { fact: "kinds", operator: "contains", value: code }),
    );
  return packOf({
    facts: { kinds: fact({ type: "list", items, maxItems }) },
    policies: { "2020-01-01": policy(leaves) },
  });
}

type Items = readonly (string | null)[];

/** What was decided of each list, and of which something is wrong, by their places. */
async function run(pack: ReturnType<typeof packWith>, folder: string, name: string) {
  const [output, rejected] = [join(folder, `${name}.out.csv`), join(folder, `${name}.wrong`)];
  const summary = await runBulk({
    ...{ input: join(folder, name), output, rejected, map: {}, key: "id", nik: "nik" },
    program: programOf(pack, { service: SERVICE, asOf: AS_OF }),
    ...{ roster: null, explain: false, language: "en", memoryBytes: 400e6, threads: 2 },
    ...{ onColumns: () => {}, onProgress: () => {}, signal: new AbortController().signal },
  });
  const rows: readonly Record<string, string>[] = parse(readFileSync(output), { columns: true });
  const decided = rows.map(({ id, missing, ...told }) => [
    ...[Number(id), told["outcome"]],
    ...Object.keys(told).flatMap((column) => (column.startsWith("requ") ? [told[column]] : [])),
    missing,
  ]);
  return { decided, rejected: summary.rejected };
}

function expected(pack: ReturnType<typeof packWith>, lists: readonly Items[]) {
  const check = factChecker(pack);
  const isRight = lists.map((kinds) => check({ kinds }).length === 0);
  const decided = lists.flatMap((kinds, id) => {
    if (isRight[id] !== true) return [];
    const question = { service: SERVICE, asOf: AS_OF, facts: { kinds } };
    const { outcome, requirements, missing } = decide(pack, question);
    return [[id, outcome, ...requirements.map((one) => one.outcome), missing.join("|")]];
  });
  return { decided, rejected: isRight.filter((right) => !right).length };
}

const many = Array.from({ length: 700 }, (_, at) => `KODE-${at}`);

describe("lists of codes", () => {
  it.each([
    ["few", ["A", "B", "C", "D"], 5],
    ["of which few may be named", ["A", "B", "C"], 2],
    ["that patterns are written with", ["A.B", "(A", "A*", "\\d", "[]", "B'", "É"], 6],
    ["some more", ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J"], 9],
    ["very many", many, 1000],
  ])("are read as the engine checks them: codes %s", async (_, codes, maxItems) => {
    const pack = packWith(codes, maxItems);
    const [one = "", two = "", three = "", last = ""] = [...codes.slice(0, 3), codes.at(-1)];
    const lists: readonly Items[] = [
      ...[[], [one], [two], [last], [one, two], [two, one], [one, three], [three, two, one]],
      ...[[one, one], [last, one, two], codes.slice(0, 10), [...codes.slice(0, 10)].reverse()],
      ...[["Z"], [one, "Z"], [one, null], [null], [one, two, null], [`${one}${two}`], [""]],
      ...[Array.from({ length: maxItems + 1 }, () => one)],
    ];
    const folder = temporaryFolder();
    const ndjson = lists.map((kinds, id) => `${JSON.stringify({ id, kinds })}\n`).join("");
    writeFileSync(join(folder, "people.ndjson"), ndjson);
    await writeParquet(join(folder, "people.ndjson"), join(folder, "people.parquet"));
    const cells = lists.map((kinds, id) => {
      const isPlain = kinds.length > 0 && kinds.every((item) => /^[A-Z0-9-]+$/.test(item ?? ""));
      const cell = isPlain ? kinds.join("|") : JSON.stringify(kinds);
      return `${id},"${cell.replaceAll('"', '""')}"\n`;
    });
    writeFileSync(join(folder, "people.csv"), `id,kinds\n${cells.join("")}`);
    const whole = expected(pack, lists);
    expect(whole.rejected).toBeGreaterThan(2);
    for (const form of ["csv", "ndjson", "parquet"]) {
      expect({ form, ...(await run(pack, folder, `people.${form}`)) }).toEqual({ form, ...whole });
    }
  });
});
