import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { faultOf } from "../../src/engine/facts/shapes.ts";
import { PROGRAMMES, SEGMENTS, STATUSES } from "../../src/registry/roster-file/codes.ts";
import { readRow } from "../../src/registry/roster-file/read-row.ts";

const codes = z.record(z.string(), z.unknown());
const catalogue = z
  .object({
    facts: z.object({
      "coverage.status": z.object({ codes }),
      "coverage.programmes": z.object({ items: z.object({ codes }) }),
      "coverage.segment": z.object({ codes }),
    }),
  })
  .parse(JSON.parse(readFileSync("rules/facts.json", "utf8")));

describe("the codes of a roster are those of the fact catalogue", () => {
  const { facts } = catalogue;
  test.each([
    ["statuses", STATUSES, facts["coverage.status"].codes],
    ["programmes", PROGRAMMES, facts["coverage.programmes"].items.codes],
    ["segments", SEGMENTS, facts["coverage.segment"].codes],
  ])("%s", (_, known, declared) => {
    expect([...known].sort()).toEqual(Object.keys(declared).sort());
  });
});

describe("a row is read as the engine reads facts", () => {
  const layout = {
    delimiter: "," as const,
    columns: ["nik", "status", "programmes", "paid_through"],
  };
  test.each([
    "3673990101900001",
    "3673994112900001",
    "3673990001900001",
    "3673997212900001",
    "3673990113900001",
    "x",
  ])("NIK %s", (nik) => {
    const isGood = faultOf({ type: "string", format: "nik" }, nik) === null;
    expect(readRow([nik, "AKTIF", "JKK", ""], layout).kind).toBe(isGood ? "member" : "bad");
  });

  test.each([
    "2026-02-28",
    "2026-02-29",
    "2028-02-29",
    "2100-02-29",
    "0000-01-01",
    "0001-01-01",
    "9999-12-31",
    "2026-1-1",
    "2026-13-01",
  ])("date %s", (date) => {
    const isGood = faultOf({ type: "date" }, date) === null;
    const read = readRow(["3673990101900001", "AKTIF", "JKK", date], layout);
    expect(read.kind).toBe(isGood ? "member" : "bad");
  });
});
