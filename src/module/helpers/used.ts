import { ARITHMETIC } from "./arithmetic.ts";
import { CALENDAR } from "./calendar.ts";
import type { Helper } from "./helper.ts";
import { READING } from "./reading.ts";

/** They do what the engine does; a test compares the two on generated policies. */
const HELPERS: readonly Helper[] = [...READING, ...CALENDAR, ...ARITHMETIC];

/** The helpers that a text uses, and those that they use themselves. */
export function helpersFor(text: string): readonly string[] {
  const used = new Set<Helper>();
  const visit = (code: string): void => {
    for (const helper of HELPERS) {
      if (used.has(helper) || !isUsed(helper, code)) continue;
      used.add(helper);
      visit(helper.text);
    }
  };
  visit(text);
  return HELPERS.filter((helper) => used.has(helper)).map((helper) => helper.text);
}

function isUsed({ name, text }: Helper, code: string): boolean {
  const isCalled = text.includes("function ");
  return new RegExp(isCalled ? `\\b${name}\\(` : `\\b${name}\\b`).test(code);
}
