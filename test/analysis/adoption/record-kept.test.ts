import { describe, expect, it } from "vitest";
import { lostEntry } from "../../../src/analysis/adoption/record-kept.ts";
import { formatDiagnostic } from "../../../src/pack/diagnostics/format.ts";
import { adopt, type Files, RECORD, swap, WORLD, without, withValue } from "./support/world.ts";

const ONCE = adopt(WORLD);
const TWICE = adopt(withValue(ONCE, "2027-01-01"));

function lost(from: Files, to: Files): string | null {
  const side = (name: string, files: Files) => ({ name, texts: new Map(Object.entries(files)) });
  const found = lostEntry(side("main:rules", from), side("rules", to));
  return found === null ? null : (formatDiagnostic(found, "en").split("\n")[0] ?? "");
}

function withEntries(edit: (entries: readonly object[]) => readonly object[]): Files {
  const { adoptions } = JSON.parse(TWICE[RECORD] ?? "");
  return { ...TWICE, [RECORD]: JSON.stringify({ adoptions: edit(adoptions) }) };
}

describe("a record that is kept", () => {
  it.each<[string, Files, Files]>([
    ["there was none", WORLD, WORLD],
    ["the first entry was made", WORLD, ONCE],
    ["it is the same", TWICE, TWICE],
    ["an entry was added", ONCE, TWICE],
    ["it is laid out another way", TWICE, withEntries((entries) => entries)],
  ])("is one of which %s", (_what, from, to) => {
    expect(lost(from, to)).toBe(null);
  });
});

describe("a record is cut", () => {
  const told = (number: number, of: number) =>
    `error LYK513 the record of adoptions does not begin with that of main:rules: entry ${number} of ${of} (kota/kios 2026-01-01) was taken away or changed`;

  it.each<[string, Files, string]>([
    ["the file is gone", without(TWICE, RECORD), `adoptions.json:1:1 ${told(1, 2)}`],
    ["it is emptied", withEntries(() => []), `adoptions.json:1:1 ${told(1, 2)}`],
    ["it can't be read", { ...TWICE, [RECORD]: "{" }, `adoptions.json:1:1 ${told(1, 2)}`],
    [
      "the last entry is gone",
      withEntries((all) => all.slice(0, 1)),
      `adoptions.json:1:15 ${told(2, 2)}`,
    ],
    ["the first is gone", withEntries((all) => all.slice(1)), `adoptions.json:1:15 ${told(1, 2)}`],
    [
      "a name is another",
      swap(TWICE, RECORD, "Wali Kota", "Sekda"),
      `adoptions.json:4:5 ${told(1, 2)}`,
    ],
  ])("where %s", (_what, to, line) => {
    expect(lost(TWICE, to)).toBe(line);
  });
});
