import type { Text } from "../../engine/model/text.ts";
import type { Pair } from "../person.ts";
import { pairsOfResult } from "../result.ts";
import { type ListFault, MOST_FAULTS } from "./fault.ts";
import { readNik } from "./nik.ts";
import { type Rows, readRows } from "./rows.ts";

/** A pair of before, and the line it stands on. */
export interface ListedPair extends Pair {
  readonly line: number;
}

/** The pairs of before, or all that is wrong with their list, by line. */
export type PairsRead =
  | { readonly ok: true; readonly pairs: readonly ListedPair[] }
  | { readonly ok: false; readonly faults: readonly ListFault[] };

/**
 * Reads pairs with the columns `worker` and `sponsor`, others not looked at; or those that go on
 * after a result as `layak allocate` writes it.
 */
export function readPairs(bytes: Uint8Array): PairsRead {
  const ofResult = pairsOfResult(new TextDecoder().decode(bytes));
  const read = ofResult === null ? readRows(bytes) : rowsOf(ofResult);
  if (read.form === "unreadable") return { ok: false, faults: read.faults };
  const faults: ListFault[] = [...read.faults];
  if (read.form === "csv" && !["worker", "sponsor"].every((name) => read.columns.includes(name))) {
    const message = {
      id: 'Baris pertama harus menyebut kolom "worker" dan "sponsor".',
      en: 'The first line must name the columns "worker" and "sponsor".',
    };
    return { ok: false, faults: [{ line: 1, message }] };
  }
  const pairs = read.rows.flatMap(({ line, cells }) => {
    const worker = readNik("worker", cells.get("worker"));
    const sponsor = readNik("sponsor", cells.get("sponsor"));
    if (worker.ok && sponsor.ok) return [{ line, worker: worker.nik, sponsor: sponsor.nik }];
    for (const one of [worker, sponsor]) if (!one.ok) faults.push({ line, message: one.problem });
    return [];
  });
  faults.push(...inTwoPairs(pairs));
  if (faults.length === 0) return { ok: true, pairs };
  const sorted = faults.toSorted((one, other) => one.line - other.line);
  return { ok: false, faults: sorted.slice(0, MOST_FAULTS) };
}

/** The places of pairs in a result tell nobody anything, so its faults are told of the file. */
function rowsOf(pairs: readonly Pair[]): Rows {
  const rows = pairs.map((pair) => {
    return { line: 1, cells: new Map<string, unknown>(Object.entries(pair)) };
  });
  return { form: "ndjson", columns: [], rows, faults: [] };
}

function inTwoPairs(pairs: readonly ListedPair[]): readonly ListFault[] {
  const firstLines = new Map<string, number>();
  return pairs.flatMap(({ line, worker, sponsor }) => {
    if (worker === sponsor) return [{ line, message: HIMSELF }];
    return [worker, sponsor].flatMap((nik) => {
      const first = firstLines.get(nik);
      if (first === undefined) firstLines.set(nik, line);
      return first === undefined ? [] : [{ line, message: again(first) }];
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
