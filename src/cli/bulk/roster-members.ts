import type { Member as Person } from "../../bulk/members.ts";
import { tellBadRow } from "../../registry/import/texts.ts";
import { type MemberFacts, sayTheSame } from "../../registry/roster.ts";
import { fileSource } from "../../registry/roster-file/file-source.ts";
import { readHeader } from "../../registry/roster-file/header.ts";
import { readRow } from "../../registry/roster-file/read-row.ts";
import { RowsUnreadable, rowsFrom } from "../../registry/roster-file/rows.ts";
import { InputTrouble } from "../input.ts";

/**
 * The people of a roster's file, after the checks of an import: a wrong row refuses the file unless
 * such rows are accepted, and whoever rows say different things of is left out.
 * @throws InputTrouble
 */
export async function* rosterMembers(path: string, acceptBadRows: boolean): AsyncGenerator<Person> {
  const known = new Map<string, MemberFacts | null>();
  for await (const { nik, ...facts } of checkedRows(path, acceptBadRows)) {
    const before = known.get(nik);
    const same = before === undefined || (before !== null && sayTheSame(before, facts));
    known.set(nik, same ? facts : null);
  }
  for (const [nik, facts] of known) {
    if (facts === null) continue;
    const { status, programmes, paidThrough = "", segment = "" } = facts;
    // A member of none is known to have none: that is an empty list, and not an unknown one.
    const told = programmes.length === 0 ? "[]" : programmes.join("|");
    yield { nik, status, programmes: told, paidThrough, segment };
  }
}

async function* checkedRows(path: string, acceptBadRows: boolean) {
  const source = await fileSource(path).catch(() => {
    throw new InputTrouble({
      id: `Berkas ${path} tidak dapat dibaca. Periksa nama dan izinnya.`,
      en: `The file ${path} cannot be read. Check its name and permissions.`,
    });
  });
  const header = await readHeader(source);
  if (header.kind !== "read") {
    const columns = header.kind === "missing" ? header.columns.join(", ") : header.column;
    throw new InputTrouble({
      id: `Daftar peserta ${path}: kolom ${columns} harus ada, masing-masing sekali.`,
      en: `The roster ${path}: the columns ${columns} must be there, once each.`,
    });
  }
  try {
    for await (const { fields, line } of rowsFrom(source, header.bytes, header.layout)) {
      const row = readRow(fields, header.layout);
      if (row.kind === "member") yield row.member;
      else if (!acceptBadRows)
        throw badRow(path, tellBadRow({ line: line + 1, reason: row.reason }));
    }
  } catch (error) {
    if (!(error instanceof RowsUnreadable)) throw error;
    throw new InputTrouble({
      id: `Daftar peserta ${path} bukan CSV mulai baris ${error.line + 1}; mungkin ada tanda kutip yang tidak ditutup.`,
      en: `The roster ${path} is no CSV from line ${error.line + 1} on; a quotation mark may not be closed.`,
    });
  }
}

function badRow(path: string, told: { readonly id: string; readonly en?: string }): InputTrouble {
  return new InputTrouble({
    id: `Daftar peserta ${path}: ${told.id}. Perbaiki, atau tinggalkan baris yang salah dengan --accept-bad-rows.`,
    en: `The roster ${path}: ${told.en ?? told.id}. Mend it, or leave wrong rows out with --accept-bad-rows.`,
  });
}
