import type { MonthRoster, Standing } from "../../monitoring/coverage/people.ts";
import { tellBadRow } from "../../registry/import/texts.ts";
import { type Member, sayTheSame } from "../../registry/roster.ts";
import { INSURED } from "../../registry/roster-file/codes.ts";
import { REQUIRED_COLUMNS } from "../../registry/roster-file/header.ts";
import { readRow } from "../../registry/roster-file/read-row.ts";
import { InputTrouble } from "../input.ts";
import { badRowsOf } from "./bad-rows.ts";
import type { RosterFile } from "./request.ts";
import { openTable, placesIn, placesOf } from "./table-file.ts";

export interface RosterReading {
  readonly acceptBadRows: boolean;
  /** Whether whoever is in grace counts as protected. */
  readonly graceCounts: boolean;
}

/**
 * Reads a branch office's export for counting. NIKs stay in memory only, and only to find people
 * again.
 * @throws InputTrouble
 */
export async function readMonthRoster(
  { path, month }: RosterFile,
  { acceptBadRows, graceCounts }: RosterReading,
): Promise<MonthRoster> {
  const { layout, rows } = await openTable(path);
  const missing = REQUIRED_COLUMNS.filter((column) => !layout.columns.includes(column));
  if (missing.length > 0) {
    throw new InputTrouble({
      id: `Baris pertama ${path} tidak memuat kolom ${missing.join(", ")}.`,
      en: `The first line of ${path} lacks the columns ${missing.join(", ")}.`,
    });
  }
  const bad = badRowsOf(path, acceptBadRows);
  const people = new Map<string, Standing>();
  const members = new Map<string, Member>();
  for await (const { line, fields } of rows()) {
    const read = readRow(fields, layout);
    if (read.kind === "bad") {
      bad.add(tellBadRow({ line, reason: read.reason }));
      if (read.nik !== undefined) people.set(read.nik, { kind: "conflict" });
      continue;
    }
    const { member } = read;
    const before = members.get(member.nik);
    if (before === undefined && !people.has(member.nik)) {
      members.set(member.nik, member);
      people.set(member.nik, standingOf(member, graceCounts, placesOf(fields, layout)));
    } else if (before === undefined || !sayTheSame(before, member)) {
      people.set(member.nik, { kind: "conflict" });
    }
  }
  bad.refuse();
  return { month, people, columns: placesIn(layout) };
}

const IN_GRACE = "MASA_TENGGANG";

function standingOf(
  { status, programmes }: Member,
  graceCounts: boolean,
  places: Extract<Standing, { readonly kind: "protected" }>["places"],
): Standing {
  const isProtected = INSURED.includes(status) && (graceCounts || status !== IN_GRACE);
  return isProtected ? { kind: "protected", programmes, places } : { kind: "unprotected", places };
}
