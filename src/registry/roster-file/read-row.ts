import type { Member } from "../roster.ts";
import { INSURED, PROGRAMMES, SEGMENTS, STATUSES } from "./codes.ts";
import type { Layout } from "./header.ts";

/** What is wrong with a row. */
export type RowFault =
  | "columns"
  | "nik"
  | "status"
  | "programmes"
  | "no-programmes"
  | "paid-through"
  | "segment";

export type ReadRow =
  | { readonly kind: "member"; readonly member: Member }
  /** `nik` where it says whom the row is about. */
  | { readonly kind: "bad"; readonly reason: RowFault; readonly nik?: string };

/** As the engine's `nik` format: area, birth date with the day + 40 for women, serial number. */
const NIK = /^\d{6}(?:0[1-9]|[12]\d|3[01]|4[1-9]|[56]\d|7[01])(?:0[1-9]|1[0-2])\d{6}$/;

export function isNik(text: string): boolean {
  return NIK.test(text);
}

/** Reads a row into a member. Nothing is guessed: what is not exactly right is bad. */
export function readRow(fields: readonly string[], { columns }: Layout): ReadRow {
  if (fields.length !== columns.length) return bad("columns");
  const cell = (column: string) => fields[columns.indexOf(column)]?.trim() ?? "";
  const nik = cell("nik");
  if (!isNik(nik)) return bad("nik");
  const status = cell("status");
  if (!STATUSES.includes(status)) return bad("status", nik);
  const told = cell("programmes");
  const programmes = told === "" ? [] : told.split(/[+;]/).map((programme) => programme.trim());
  if (!programmes.every((programme) => PROGRAMMES.includes(programme)))
    return bad("programmes", nik);
  // An empty cell may as well mean that nobody filled it in.
  if (programmes.length === 0 && INSURED.includes(status)) return bad("no-programmes", nik);
  const paidThrough = cell("paid_through");
  if (paidThrough !== "" && !isDate(paidThrough)) return bad("paid-through", nik);
  const segment = cell("segment");
  if (segment !== "" && !SEGMENTS.includes(segment)) return bad("segment", nik);
  const member = {
    nik,
    status,
    programmes: [...new Set(programmes)],
    ...(paidThrough !== "" && { paidThrough }),
    ...(segment !== "" && { segment }),
  };
  return { kind: "member", member };
}

function bad(reason: RowFault, nik?: string): ReadRow {
  return { kind: "bad", reason, ...(nik !== undefined && { nik }) };
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Whether the calendar has this day: `2026-02-30` comes back as another one. */
function isDate(text: string): boolean {
  if (!DATE.test(text) || text.startsWith("0000")) return false;
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}
