import { type FactIssue, LayakError } from "../../engine/errors.ts";
import { type FactChecker, factChecker, passFacts } from "../../engine/facts/check.ts";
import type { Facts, FactValue } from "../../engine/model/catalogue.ts";
import type { Pack } from "../../engine/model/pack.ts";
import type { Person } from "../person.ts";
import { valueOfCell } from "./cells.ts";
import { decode, NO_TEXT } from "./decode.ts";
import { type ListFault, MOST_FAULTS } from "./fault.ts";
import { headerFaults, NIK_COLUMN } from "./header.ts";
import { readNik } from "./nik.ts";
import { type Row, rowsOf } from "./rows.ts";

/** The people of a list, or all that is wrong with it, by line. */
export type PeopleRead =
  | { readonly ok: true; readonly people: readonly Person[] }
  | {
      readonly ok: false;
      readonly faults: readonly ListFault[];
      /** Whoever is known to stand in it all the same. */
      readonly people: readonly ListedPerson[];
    };

/** Somebody of a list, by the first line that he stands on. */
export type ListedPerson = Pick<Person, "nik" | "line">;

/**
 * Reads a list of people: the column `nik`, and every other column a fact of the catalogue, named by
 * its id. Nobody may stand in it twice.
 */
export function readPeople(pack: Pack, bytes: Uint8Array): PeopleRead {
  const text = decode(bytes);
  if (text === null) return { ok: false, faults: [NO_TEXT], people: [] };
  const read = rowsOf(text);
  const header = headerFaults(pack, read);
  if (read.form === "unreadable" || header.length > 0) {
    return { ok: false, faults: [...header, ...read.faults], people: [] };
  }
  const faults: ListFault[] = [...read.faults];
  const isCsv = read.form === "csv";
  const check = factChecker(pack);
  const firstLines = new Map<string, number>();
  const people: Person[] = [];
  for (const row of read.rows) {
    if (faults.length >= MOST_FAULTS) break;
    const { line } = row;
    const identity = readNik(NIK_COLUMN, row.cells.get(NIK_COLUMN));
    if (!identity.ok) faults.push({ line, message: identity.problem });
    else {
      const { nik } = identity;
      const first = firstLines.get(nik);
      if (first !== undefined) faults.push({ line, message: twice(first) });
      else firstLines.set(nik, line);
      const checked = checkFacts(check, isCsv ? factsOfCells(pack, row) : factsOfValues(row));
      if (checked.ok) people.push({ nik, line, facts: checked.facts });
      else faults.push(...checked.issues.map(({ message }) => ({ line, message })));
    }
  }
  if (faults.length === 0) return { ok: true, people };
  const listed = [...firstLines].map(([nik, line]) => ({ nik, line }));
  return { ok: false, faults: faults.toSorted((a, b) => a.line - b.line), people: listed };
}

function twice(line: number): ListFault["message"] {
  return {
    id: `Orang ini sudah ada di baris ${line}. Satu orang hanya boleh satu baris.`,
    en: `This person stands in line ${line} already. One person may have one row only.`,
  };
}

function factsOfCells(pack: Pack, { cells }: Row): Facts {
  const facts: Record<string, FactValue> = {};
  for (const [column, cell] of cells) {
    const shape = pack.facts.get(column);
    if (shape !== undefined) facts[column] = valueOfCell(shape, String(cell));
  }
  return facts;
}

function factsOfValues({ cells }: Row): unknown {
  return Object.fromEntries([...cells].filter(([key]) => key !== NIK_COLUMN));
}

type Checked =
  | { readonly ok: true; readonly facts: Facts }
  | { readonly ok: false; readonly issues: readonly FactIssue[] };

function checkFacts(check: FactChecker, facts: unknown): Checked {
  try {
    passFacts(check, facts);
    return { ok: true, facts };
  } catch (error) {
    if (!(error instanceof LayakError)) throw error;
    return { ok: false, issues: error.issues };
  }
}
