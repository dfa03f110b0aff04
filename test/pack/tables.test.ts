import { expect, it } from "vitest";
import { parsePack } from "../../src/pack/parse-pack.ts";
import { changed, swap } from "./support/rules.ts";

const CHANGES = [
  swap(
    "parameters.json",
    `"iuran": { "type": "money",`,
    `"iuran": { "type": "money", "by": "market.section",`,
  ),
  swap("parameters.json", `"value": 16800`, `"value": { "1": 16800 }`),
  swap("parameters.json", `"value": 8400`, `"value": { "1": 8400 }`),
];

it.each([
  ["on its last day", "2025-12-31", [4, 5]],
  ["once the next holds", "2026-01-01", [5]],
])("a table's lacking row is told of what still holds: %s", (_, today, lines) => {
  const result = parsePack(changed(CHANGES), { today });
  const told = result.ok ? result.warnings : result.diagnostics;
  expect(told.map(({ code, line }) => [code, line])).toEqual(lines.map((line) => ["LYK807", line]));
});
