import { describe, expect, it } from "vitest";
import { findingsIn } from "../../../src/analysis/findings/find.ts";
import { checkFiles } from "../../../src/pack/check-files.ts";
import { type Diagnostic, inReadingOrder } from "../../../src/pack/diagnostics/diagnostic.ts";
import { readRuleFiles } from "../../../src/pack/read-pack.ts";
import { SEEDS } from "./seeds/all.ts";
import type { Edit, Told } from "./seeds/seed.ts";

type Texts = ReadonlyMap<string, string>;

const TODAY = "2026-11-22";

async function shippedTexts(): Promise<Texts> {
  const read = await readRuleFiles("rules");
  if (!read.ok) throw new Error("the shipped rules can be read");
  return new Map(
    [...read.files].flatMap(([path, text]) =>
      typeof text === "string" ? [[path, text] as const] : [],
    ),
  );
}

function edited(texts: Texts, edits: readonly Edit[]): Texts {
  const result = new Map(texts);
  for (const { file, words, others } of edits) {
    const text = result.get(file) ?? "";
    if (!text.includes(words)) throw new Error(`${file} does not hold ${words}`);
    result.set(
      file,
      text.replace(words, () => others),
    );
  }
  return result;
}

/** Everything that `layak validate` tells. */
function toldOf(texts: Texts): readonly Diagnostic[] {
  const key = JSON.stringify([...texts]);
  const told = toldBefore.get(key) ?? findOf(texts);
  toldBefore.set(key, told);
  return told;
}

/** Most help gives back what was shipped, and finding out what rules mean takes its time. */
const toldBefore = new Map<string, readonly Diagnostic[]>();

function findOf(texts: Texts): readonly Diagnostic[] {
  const checked = checkFiles(texts);
  if (!checked.ok) return checked.diagnostics;
  const { pack, warnings } = checked;
  const { diagnostics, unsettled } = findingsIn({ pack, texts, warnings }, TODAY);
  expect(unsettled).toEqual([]);
  return inReadingOrder([...warnings, ...diagnostics]);
}

function lineOf(texts: Texts, { file, at, nth }: Told): number {
  const parts = (texts.get(file) ?? "").split(at);
  if (parts.length <= nth) throw new Error(`${file} does not hold ${at}`);
  return parts.slice(0, nth).join(at).split("\n").length;
}

const shipped = await shippedTexts();

describe("the shipped rules with a mistake in them", () => {
  it("are told nothing of without it", () => {
    expect(toldOf(shipped)).toEqual([]);
  });

  it("are spoilt in at least fifty ways", () => {
    expect(SEEDS.length).toBeGreaterThanOrEqual(50);
  });

  describe.each(SEEDS)("$mistake", ({ edits, told, help }) => {
    const spoilt = edited(shipped, edits);

    it("is told at its line, in both languages, with help", () => {
      const found = toldOf(spoilt);
      expect(found.map(({ code, file, line }) => [code, file, line])).toEqual(
        told.map((one) => [one.code, one.file, lineOf(spoilt, one)]),
      );
      for (const { message, help } of found) {
        expect([message.id, message.en].every((words) => (words ?? "") !== "")).toBe(true);
        expect([help?.id, help?.en].every((words) => (words ?? "") !== "")).toBe(true);
      }
    });

    it("is gone once the help is followed", () => {
      expect(toldOf(edited(spoilt, help))).toEqual([]);
    });
  });
});
