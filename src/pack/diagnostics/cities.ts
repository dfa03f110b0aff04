import type { ApplicantKind } from "../../engine/model/policy.ts";
import { type Finding, finding } from "./diagnostic.ts";
import type { Words } from "./values.ts";
import { quote } from "./words.ts";

/** `LYK323`, `LYK324`, `LYK514`, `LYK515`, `LYK806`: cities, and who applies there. */

export function notAnAreaCode(name: string, written: string): Finding {
  return finding(
    "LYK323",
    {
      id: `${quote(name)}: ${quote(written)} bukan kode wilayah`,
      en: `${quote(name)}: ${quote(written)} is not an area code`,
    },
    {
      id: 'tulis dua angka untuk provinsi atau empat untuk kota dan kabupaten, tanpa titik: "36", "3673"',
      en: 'write two digits for a province or four for a city or regency, without a dot: "36", "3673"',
    },
  );
}

export function areaTaken(area: string, city: string): Finding {
  return finding(
    "LYK324",
    {
      id: `kode wilayah ${quote(area)} sudah dipakai ${quote(city)}`,
      en: `the area code ${quote(area)} is that of ${quote(city)} already`,
    },
    {
      id: 'setiap kota punya kode wilayahnya sendiri: perbaiki salah satu "area"',
      en: 'each city has an area code of its own: mend one "area"',
    },
  );
}

const APPLICANTS: Readonly<Record<Exclude<ApplicantKind, "person">, Words>> = {
  business: { id: "badan usaha", en: "a business" },
  office: { id: "perangkat daerah", en: "an office" },
};

export function noRegistryOfApplicant(
  applicant: Exclude<ApplicantKind, "person">,
  fact: string,
): Finding {
  const { id, en } = APPLICANTS[applicant];
  return finding(
    "LYK514",
    {
      id: `fakta registri ${quote(fact)} dibaca dari pemohon, tetapi pemohonnya ${id}`,
      en: `the registry's fact ${quote(fact)} is read of the applicant, who is ${en}`,
    },
    {
      id: 'registri dicari dengan NIK perorangan: baca fakta ini dari anggota sebuah grup ("every", "some"), atau tulis "applicant": "person"',
      en: 'registries are asked by a person\'s NIK: read the fact of the items of a group ("every", "some"), or write "applicant": "person"',
    },
  );
}

export function noOffices(city: string): Finding {
  return finding(
    "LYK515",
    {
      id: `pemohonnya perangkat daerah, tetapi ${quote(city)} belum menyebut satu pun`,
      en: `the applicant is an office, but ${quote(city)} names none`,
    },
    {
      id: `tulis kode dan namanya dalam "offices" di ${city}/city.json`,
      en: `write their codes and names in "offices" of ${city}/city.json`,
    },
  );
}

export function overrideChangesNothing(key: string, id: string): Finding {
  return finding(
    "LYK806",
    {
      id: `${quote(id)} sama dengan yang nasional`,
      en: `${quote(id)} is the same as the national one`,
    },
    {
      id: `hapus, supaya ${key}.json nasional yang berlaku, juga bila berubah`,
      en: `delete it, so that the national ${key}.json holds, also when it changes`,
    },
  );
}
