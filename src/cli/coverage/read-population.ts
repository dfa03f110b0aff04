import type { Text } from "../../engine/model/text.ts";
import type { Places, Population } from "../../monitoring/coverage/people.ts";
import { SEGMENTS } from "../../registry/roster-file/codes.ts";
import { isNik } from "../../registry/roster-file/read-row.ts";
import { InputTrouble } from "../input.ts";
import { badRowsOf } from "./bad-rows.ts";
import { openTable, placesIn, placesOf, type TableFile } from "./table-file.ts";

/**
 * Reads who is to be protected: a row a person, with `nik`, or a row a group, with `people`; each
 * with `segment`, `opd` and `district` where they are known.
 * @throws InputTrouble
 */
export async function readPopulation(path: string, acceptBadRows: boolean): Promise<Population> {
  const table = await openTable(path);
  const { columns } = table.layout;
  if (columns.includes("nik")) return await readPersons(path, table, acceptBadRows);
  if (columns.includes("people")) return await readGroups(path, table, acceptBadRows);
  throw new InputTrouble({
    id: `Baris pertama ${path} harus memuat kolom nik (satu baris satu orang) atau people (satu baris satu kelompok), dan bila ada segment, opd, district.`,
    en: `The first line of ${path} must have the column nik (a row a person) or people (a row a group), and segment, opd, district where there are such.`,
  });
}

async function readPersons(
  path: string,
  { layout, rows }: TableFile,
  acceptBadRows: boolean,
): Promise<Population> {
  const bad = badRowsOf(path, acceptBadRows);
  const people = new Map<string, Places>();
  const lines = new Map<string, number>();
  for await (const { line, fields } of rows()) {
    const nik = fields[layout.columns.indexOf("nik")]?.trim() ?? "";
    const first = lines.get(nik);
    if (fields.length !== layout.columns.length) {
      bad.add(otherColumns(line, fields, layout));
    } else if (!isNik(nik)) {
      bad.add({
        id: `baris ${line}: NIK harus 16 angka dengan tanggal lahir yang mungkin`,
        en: `line ${line}: the NIK must be 16 digits with a possible date of birth`,
      });
    } else if (!isSegment(placesOf(fields, layout))) {
      bad.add(unknownSegment(line));
    } else if (first !== undefined) {
      bad.add({
        id: `baris ${line}: orang ini sudah ada di baris ${first}`,
        en: `line ${line}: this person is there already on line ${first}`,
      });
    } else {
      lines.set(nik, line);
      people.set(nik, placesOf(fields, layout));
    }
  }
  bad.refuse();
  return { kind: "persons", columns: placesIn(layout), people };
}

/** `1234`, or `1.234` as a spreadsheet set to Indonesian writes it. */
const COUNT = /^(?:\d{1,12}|[1-9]\d{0,2}(?:\.\d{3}){1,3})$/;

async function readGroups(
  path: string,
  { layout, rows }: TableFile,
  acceptBadRows: boolean,
): Promise<Population> {
  const bad = badRowsOf(path, acceptBadRows);
  const groups: { readonly places: Places; readonly people: number }[] = [];
  for await (const { line, fields } of rows()) {
    const written = fields[layout.columns.indexOf("people")]?.trim() ?? "";
    if (fields.length !== layout.columns.length) {
      bad.add(otherColumns(line, fields, layout));
    } else if (!isSegment(placesOf(fields, layout))) {
      bad.add(unknownSegment(line));
    } else if (COUNT.test(written)) {
      const people = Number(written.replaceAll(".", ""));
      groups.push({ places: placesOf(fields, layout), people });
    } else {
      bad.add({
        id: `baris ${line}: people harus bilangan bulat seperti 1234`,
        en: `line ${line}: people must be a whole number such as 1234`,
      });
    }
  }
  bad.refuse();
  return { kind: "counts", columns: placesIn(layout), groups };
}

/** A segment of another spelling would be counted by itself, with nobody in it who is a member. */
function isSegment({ segment }: Places): boolean {
  return segment === undefined || SEGMENTS.includes(segment);
}

function unknownSegment(line: number): Text {
  const codes = SEGMENTS.join(", ");
  return {
    id: `baris ${line}: segment harus salah satu dari ${codes}, atau kosong`,
    en: `line ${line}: the segment must be one of ${codes}, or empty`,
  };
}

/** Most often a comma within a name that has no quotation marks around it. */
function otherColumns(
  line: number,
  fields: readonly string[],
  { columns }: TableFile["layout"],
): Text {
  const [told, wanted] = [fields.length, columns.length];
  return {
    id: `baris ${line}: ada ${told} kolom, padahal baris pertama ${wanted}. Nama yang memuat koma ditulis di antara tanda kutip.`,
    en: `line ${line}: there are ${told} columns, but ${wanted} on the first line. A name with a comma in it stands in quotation marks.`,
  };
}
