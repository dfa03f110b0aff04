import { afterAll, afterEach, expect } from "vitest";
import type { Log } from "../../src/api/log.ts";

/**
 * A NIK has 16 digits and a NIB 13. Letters beside digits are those of a digest or an id, and
 * CloudWatch's metric format has its time in milliseconds.
 */
const NUMBER = /(?<![0-9a-z])(?<!"Timestamp":)\d{13,}(?![0-9a-z])/i;

const found = new Set<string>();

/** Told by a test's failure, not by an error in a log, which the app under test might catch. */
function failWhereFound(): void {
  const told = [...found];
  found.clear();
  expect(told, "lines of the log with the number of a person or business").toEqual([]);
}

afterEach(failWhereFound);
afterAll(failWhereFound);

/** The number of a person (NIK) or business (NIB) in a line of the log, or null. */
export function numberIn(text: string): string | null {
  return NUMBER.exec(text)?.[0] ?? null;
}

/** A log for tests: a test during which an entry tells a person's or business's number fails. */
export function checkedLog(log: Log = () => {}): Log {
  return (entry) => {
    check(JSON.stringify(entry));
    log(entry);
  };
}

/** As {@link checkedLog}, for text that comes in pieces, such as a stream of a process. */
export function checkedText(write: (piece: string) => void): (piece: string) => void {
  let line = "";
  return (piece) => {
    const text = line + piece;
    check(text);
    line = text.slice(text.lastIndexOf("\n") + 1);
    write(piece);
  };
}

function check(text: string): void {
  for (const line of text.split("\n")) {
    if (numberIn(line) !== null) found.add(line);
  }
}
