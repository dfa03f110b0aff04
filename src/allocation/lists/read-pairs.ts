import type { Text } from "../../engine/model/text.ts";
import type { Pair } from "../person.ts";
import { decode, NO_TEXT } from "./decode.ts";
import { type ListFault, MOST_FAULTS } from "./fault.ts";
import { readNik } from "./nik.ts";
import { isDocument, readResultPairs } from "./result-pairs.ts";
import { type Rows, rowsOf } from "./rows.ts";

/** The two people of a pair. */
export const PARTS = ["worker", "sponsor"] as const;
type Part = (typeof PARTS)[number];

/** A pair of before, and the lines that its people stand on. */
export interface ListedPair extends Pair {
  readonly lines: Readonly<Record<Part, number>>;
}

/** The pairs of before, or all that is wrong with their list, by line. */
export type PairsRead =
  | { readonly ok: true; readonly pairs: readonly ListedPair[] }
  | {
      readonly ok: false;
      readonly faults: readonly ListFault[];
      /** Those of whom both people can be read. */
      readonly pairs: readonly ListedPair[];
    };

/** What stands where the people of a pair should; `undefined` where nothing does. */
export type PairCells = Readonly<Record<Part, { readonly line: number; readonly value: unknown }>>;

/**
 * Reads pairs with the columns `worker` and `sponsor`, others not looked at; or those that go on
 * after a result as `layak allocate` writes it.
 */
export function readPairs(bytes: Uint8Array): PairsRead {
  const text = decode(bytes);
  if (text === null) return { ok: false, faults: [NO_TEXT], pairs: [] };
  const read = isDocument(text) ? readResultPairs(text) : pairsOfRows(rowsOf(text));
  const faults: ListFault[] = [...read.faults];
  const pairs = read.pairs.flatMap((cells) => {
    const worker = readNik("worker", cells.worker.value);
    const sponsor = readNik("sponsor", cells.sponsor.value);
    const lines = { worker: cells.worker.line, sponsor: cells.sponsor.line };
    if (worker.ok && sponsor.ok) return [{ lines, worker: worker.nik, sponsor: sponsor.nik }];
    if (!worker.ok) faults.push({ line: lines.worker, message: worker.problem });
    if (!sponsor.ok) faults.push({ line: lines.sponsor, message: sponsor.problem });
    return [];
  });
  faults.push(...inTwoPairs(pairs));
  if (faults.length === 0) return { ok: true, pairs };
  const sorted = faults.toSorted((one, other) => one.line - other.line);
  return { ok: false, faults: sorted.slice(0, MOST_FAULTS), pairs };
}

interface PairsOfRows {
  readonly pairs: readonly PairCells[];
  readonly faults: readonly ListFault[];
}

function pairsOfRows(read: Rows): PairsOfRows {
  if (read.form === "unreadable") return { pairs: [], faults: read.faults };
  if (read.form === "csv" && !PARTS.every((name) => read.columns.includes(name))) {
    const message = {
      id: 'Baris pertama harus menyebut kolom "worker" dan "sponsor".',
      en: 'The first line must name the columns "worker" and "sponsor".',
    };
    return { pairs: [], faults: [{ line: 1, message }] };
  }
  const pairs = read.rows.map(({ line, cells }): PairCells => {
    const cell = (part: Part) => ({ line, value: cells.get(part) });
    return { worker: cell("worker"), sponsor: cell("sponsor") };
  });
  return { pairs, faults: read.faults };
}

function inTwoPairs(pairs: readonly ListedPair[]): readonly ListFault[] {
  const firstLines = new Map<string, number>();
  return pairs.flatMap((pair) => {
    if (pair.worker === pair.sponsor) return [{ line: pair.lines.worker, message: HIMSELF }];
    return PARTS.flatMap((part) => {
      const first = firstLines.get(pair[part]);
      if (first === undefined) firstLines.set(pair[part], pair.lines[part]);
      return first === undefined ? [] : [{ line: pair.lines[part], message: again(first) }];
    });
  });
}

const HIMSELF: Text = {
  id: "Seorang tidak dapat menjadi sponsor bagi dirinya sendiri.",
  en: "A person cannot be his own sponsor.",
};

function again(line: number): Text {
  return {
    id: `Orang ini sudah berpasangan di baris ${line}.`,
    en: `This person is in a pair already, in line ${line}.`,
  };
}
