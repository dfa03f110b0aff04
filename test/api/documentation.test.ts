import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { PROBLEMS } from "../../src/api/problems/codes.ts";

const PAGE = readFileSync("docs/api.md", "utf8");

test("docs/api.md lists every problem with its status", () => {
  const rows = [...PAGE.matchAll(/^\| (\d{3}) \| `([a-z0-9-]+)` \|/gm)];
  const listed = Object.fromEntries(rows.map(([, status, code]) => [code, Number(status)]));
  const given = Object.entries(PROBLEMS).map(([code, { status }]) => [code, status] as const);
  expect(listed).toEqual(Object.fromEntries(given));
});

test("docs/api.md lists every fact's fault and state", () => {
  const words = [
    ...["fact-unknown", "fact-reserved", "fact-type", "fact-date", "fact-range", "fact-code"],
    ...["fact-format", "fact-length", "fact-items", "fact-not-for-caller", "nik-twice"],
    ...["answered", "not-given", "not-found", "unavailable", "stale", "not-observed-that-day"],
  ];
  expect(words.filter((word) => !PAGE.includes(`\`${word}\``))).toEqual([]);
});

test("every problem has words in both languages", () => {
  for (const { title } of Object.values(PROBLEMS)) {
    expect(title.id).not.toBe("");
    expect(title.en).not.toBe(title.id);
  }
});
