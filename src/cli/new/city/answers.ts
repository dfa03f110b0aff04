import type { Text } from "../../../engine/model/text.ts";
import { AREA_CODE, HYPHENED_ID } from "../../../pack/schemas/basics.ts";
import { type Asking, answered } from "../asking.ts";

/** What may be said by flags; the name and the area are asked where they are not said. */
export interface CityFlags {
  readonly label?: string;
  readonly labelEn?: string;
  readonly area?: string;
  /** `code=name`, or `code=name|name in English`, each. */
  readonly office: readonly string[];
}

/** What a new city starts with. */
export interface NewCity {
  readonly label: Text;
  readonly area: string | null;
  readonly offices: Readonly<Record<string, Text>>;
}

/**
 * `taken` are the area codes of the cities that are there. `null` where an answer lacks or does not
 * do, which has been told.
 */
export async function newCityAnswers(
  asking: Asking,
  flags: CityFlags,
  taken: ReadonlyMap<string, string>,
): Promise<NewCity | null> {
  const offices = await answered(asking, "office", flags.office.join("\n"), NOT_ASKED, readOffices);
  if (offices === null) return null;
  const label = await answered(asking, "label", flags.label, LABEL, filled);
  if (label === null) return null;
  // Those who give the name by its flag have said all they want to say of it.
  const given = flags.labelEn ?? (flags.label === undefined ? undefined : "");
  const english = await answered(asking, "label-en", given, LABEL_EN, (value) => ({ value }));
  if (english === null) return null;
  const area = await answered(asking, "area", flags.area, AREA, (answer) =>
    readArea(answer, taken),
  );
  if (area === null) return null;
  return {
    label: english === "" ? { id: label } : { id: label, en: english },
    area: area.code,
    offices,
  };
}

/** Offices are many, and few cities need them at first: they are only taken by flags. */
const NOT_ASKED: Text = { id: "", en: "" };
const LABEL: Text = { id: "Nama kota, kabupaten atau provinsi:", en: "Name, in Indonesian:" };
const LABEL_EN: Text = {
  id: "Namanya dalam bahasa Inggris (boleh kosong):",
  en: "Name in English (may be empty):",
};
const AREA: Text = {
  id: "Kode wilayah tanpa titik, misalnya 3673 (boleh kosong):",
  en: "Code of the area without dots, such as 3673 (may be empty):",
};

function filled(answer: string): Text | { readonly value: string } {
  if (answer.trim() !== "") return { value: answer };
  return { id: "Jawaban ini tidak boleh kosong.", en: "This answer must not be empty." };
}

function readArea(
  answer: string,
  taken: ReadonlyMap<string, string>,
): Text | { readonly value: { readonly code: string | null } } {
  if (answer === "") return { value: { code: null } };
  const other = taken.get(answer);
  if (other !== undefined) {
    return {
      id: `"${answer}" sudah dipakai ${other}: setiap kota punya kode wilayahnya sendiri.`,
      en: `"${answer}" is the area code of ${other} already: each city has its own.`,
    };
  }
  if (AREA_CODE.test(answer)) return { value: { code: answer } };
  return {
    id: `"${answer}" bukan kode wilayah: tulis dua angka untuk provinsi atau empat untuk kota dan kabupaten, tanpa titik.`,
    en: `"${answer}" is not an area code: write two digits for a province or four for a city or regency, without a dot.`,
  };
}

function readOffices(answer: string): Text | { readonly value: NewCity["offices"] } {
  const offices: Record<string, Text> = {};
  for (const line of answer.split("\n").filter((each) => each !== "")) {
    const end = line.indexOf("=");
    const code = line.slice(0, Math.max(end, 0)).trim();
    const [name = "", english = ""] = line
      .slice(end + 1)
      .split("|", 2)
      .map((each) => each.trim());
    if (!HYPHENED_ID.test(code) || name === "") {
      return {
        id: `"${line}" harus kode=nama, dengan kode dari huruf kecil, angka dan tanda hubung, misalnya "dishub=Dinas Perhubungan|Transport Office".`,
        en: `"${line}" must be code=name, the code of small letters, digits and hyphens, such as "dishub=Dinas Perhubungan|Transport Office".`,
      };
    }
    if (Object.hasOwn(offices, code)) {
      return { id: `"${code}" disebut dua kali.`, en: `"${code}" is given twice.` };
    }
    offices[code] = english === "" ? { id: name } : { id: name, en: english };
  }
  return { value: offices };
}
