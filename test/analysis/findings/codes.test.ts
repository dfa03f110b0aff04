import { expect, test } from "vitest";
import { DIAGNOSTIC_CODES } from "../../../src/pack/diagnostics/codes.ts";
import { SEEDS } from "./seeds/all.ts";

/** An adopted version on record, and rules of a group of their own: tested by themselves. */
const NOT_SEEDED = ["LYK916", "LYK924"];

test("every finding about meaning is told of some seeded mistake", () => {
  const told = new Set(SEEDS.flatMap(({ told }) => told.map(({ code }) => code)));
  const codes = Object.keys(DIAGNOSTIC_CODES).filter((code) => code.startsWith("LYK9"));
  expect(codes.filter((code) => !told.has(code))).toEqual(NOT_SEEDED);
});
