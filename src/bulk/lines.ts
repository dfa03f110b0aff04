import { open } from "node:fs/promises";

const QUOTE = 0x22;
const BLANK = 0x20;
const CARRIAGE_RETURN = 0x0d;
const LINE_FEED = 0x0a;
const CHUNK_BYTES = 1_048_576;

/** Where rows of a text file stand. Asked in the order of the file. */
export interface Lines {
  /** The line on which a row begins, 1 being the file's first; rows are counted from 0. */
  readonly ofRow: (row: number) => Promise<number>;
  /** Goes on to the last of what is skipped. */
  readonly finish: () => Promise<void>;
  /** What was skipped since this was asked before. */
  readonly passed: () => readonly Skipped[];
  readonly close: () => Promise<void>;
}

/** Something that is no row, where it begins, and on how many lines it stands. */
export interface Skipped {
  readonly ordinal: number;
  readonly line: number;
  readonly lines: number;
}

/** What rows are told apart by. */
export interface LinesOptions {
  /** What parts columns; null where each line is a row of its own, whatever quotes it holds. */
  readonly delimiter: string | null;
  /** Whether the first row names the columns. */
  readonly header: boolean;
  /** What was not read as a row, counted with all rows, blank ones and the header, from 1. */
  readonly skipped: ReadonlySet<number>;
}

/** Where in a cell one stands: at its start, in a plain one, in quotes, or after one within them. */
type Cell = "start" | "plain" | "quoted" | "after-quote";

const AFTER_QUOTE: Readonly<Record<Cell, Cell>> = {
  start: "quoted",
  plain: "plain",
  quoted: "after-quote",
  "after-quote": "quoted",
};

/** Goes through a file for the lines of its rows, once and only as far as they are asked for. */
export async function linesOf(path: string, options: LinesOptions): Promise<Lines> {
  const { delimiter, header, skipped } = options;
  const file = await open(path);
  const separator = delimiter?.charCodeAt(0) ?? null;
  let chunk: Uint8Array = new Uint8Array();
  let at = 0;
  let [line, beginsOn, foundOn] = [1, 1, 1];
  let row = header ? -2 : -1;
  let [ordinal, left] = [0, skipped.size];
  let cell: Cell = "start";
  let isBlank = true;
  let isOver = false;
  let passed: Skipped[] = [];

  /** Ends a row; whether it counts. */
  function endRow(): boolean {
    ordinal++;
    const isSkipped = skipped.has(ordinal);
    const counts = !isBlank && !isSkipped;
    if (isSkipped) {
      left--;
      passed.push({ ordinal, line: beginsOn, lines: Math.max(1, line - beginsOn) });
    } else if (counts) {
      row++;
      foundOn = beginsOn;
    }
    [beginsOn, cell, isBlank] = [line, "start", true];
    return counts;
  }

  async function fill(): Promise<void> {
    const { buffer, bytesRead } = await file.read(new Uint8Array(CHUNK_BYTES), 0, CHUNK_BYTES);
    chunk = buffer.subarray(0, bytesRead);
    at = 0;
    isOver = bytesRead === 0;
    if (isOver) endRow();
  }

  /** Goes on to the end of the next row that counts, or of what was read. */
  function advance(): void {
    while (at < chunk.length) {
      const byte = chunk[at++];
      if (byte === LINE_FEED) {
        line++;
        if (cell !== "quoted" && endRow()) return;
      } else if (separator === null) {
        if (byte !== BLANK && byte !== CARRIAGE_RETURN) isBlank = false;
      } else if (byte === QUOTE) {
        isBlank = false;
        cell = AFTER_QUOTE[cell];
      } else if (byte === separator) {
        isBlank = false;
        if (cell !== "quoted") cell = "start";
      } else if (byte !== CARRIAGE_RETURN) {
        isBlank = false;
        if (cell !== "quoted") cell = "plain";
      }
    }
  }

  async function goOn(): Promise<void> {
    if (at < chunk.length) advance();
    else await fill();
  }

  return {
    ofRow: async (wanted) => {
      while (row < wanted && !isOver) await goOn();
      return foundOn;
    },
    finish: async () => {
      while (left > 0 && !isOver) await goOn();
    },
    passed: () => {
      const told = passed;
      passed = [];
      return told;
    },
    close: () => file.close(),
  };
}
