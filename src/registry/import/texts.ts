import type { Text } from "../../engine/model/text.ts";
import { PROGRAMMES, SEGMENTS, STATUSES } from "../roster-file/codes.ts";
import type { RowFault } from "../roster-file/read-row.ts";
import type { ImportRefusal } from "./refusal.ts";
import type { BadRow } from "./state.ts";

const FAULTS: Readonly<Record<RowFault, Required<Text>>> = {
  columns: {
    id: "jumlah kolomnya tidak sama dengan baris judul",
    en: "it has not as many columns as the header",
  },
  nik: {
    id: "NIK harus 16 angka dengan tanggal lahir yang mungkin; lembar kerja dapat mengubahnya menjadi seperti 3,67E+15",
    en: "the NIK must be 16 digits with a possible date of birth; a spreadsheet may have turned it into something like 3.67E+15",
  },
  status: {
    id: `status harus salah satu dari ${STATUSES.join(", ")}`,
    en: `the status must be one of ${STATUSES.join(", ")}`,
  },
  programmes: {
    id: `program harus dari ${PROGRAMMES.join(", ")}, dipisahkan + atau ;`,
    en: `programmes must be of ${PROGRAMMES.join(", ")}, separated by + or ;`,
  },
  "no-programmes": {
    id: "peserta AKTIF atau MASA_TENGGANG harus punya paling sedikit satu program",
    en: "whoever is AKTIF or MASA_TENGGANG must have at least one programme",
  },
  "paid-through": {
    id: "paid_through harus tanggal yang ada, seperti 2026-12-31, atau kosong",
    en: "paid_through must be a date that exists, such as 2026-12-31, or empty",
  },
  segment: {
    id: `segment harus salah satu dari ${SEGMENTS.join(", ")}, atau kosong`,
    en: `the segment must be one of ${SEGMENTS.join(", ")}, or empty`,
  },
};

/** What is wrong with a row, by its line; never what stands in it. */
export function tellBadRow({ line, reason, firstLine }: BadRow): Text {
  const { id, en } = faultOf(reason, firstLine);
  return { id: `baris ${line}: ${id}`, en: `line ${line}: ${en}` };
}

function faultOf(reason: BadRow["reason"], firstLine: number | undefined) {
  if (reason === "duplicate") {
    return {
      id: `orang ini sudah ada di baris ${firstLine} dengan isi yang sama; yang dihitung satu saja`,
      en: `this person is there already on line ${firstLine}, which says the same; one of them counts`,
    };
  }
  if (reason === "contradiction") {
    return {
      id: `orang ini sudah ada di baris ${firstLine}, dan baris-baris tentang dia tidak sama isinya; tidak satu pun dihitung`,
      en: `this person is there already on line ${firstLine}, and the lines about them differ; none of them counts`,
    };
  }
  const fault = FAULTS[reason];
  if (firstLine === undefined) return fault;
  return {
    id: `${fault.id}; orang ini sudah ada di baris ${firstLine}, yang juga tidak dihitung`,
    en: `${fault.en}; this person is there already on line ${firstLine}, which does not count either`,
  };
}

/** Why a roster was not taken into use, and what to do; `badRows` are told one by one besides. */
export function tellRefusal(refusal: ImportRefusal): Text {
  switch (refusal.reason) {
    case "columns-missing":
      return {
        id: `Baris pertama tidak memuat kolom ${refusal.columns.join(", ")}. Tambahkan baris judul dengan nama kolom itu.`,
        en: `The first line lacks the columns ${refusal.columns.join(", ")}. Add a header with these names.`,
      };
    case "column-twice":
      return {
        id: `Kolom ${refusal.column} ada lebih dari sekali. Sisakan satu.`,
        en: `The column ${refusal.column} is there more than once. Leave one.`,
      };
    case "observed-at-invalid":
      return {
        id: "Waktu pengamatan harus seperti 2026-11-20T09:00:00+07:00, dengan zona waktu.",
        en: "The time of observation must be like 2026-11-20T09:00:00+07:00, with its time zone.",
      };
    case "observed-in-future":
      return {
        id: `Waktu pengamatan ${refusal.observedAt} belum tiba. Periksa waktu dan zonanya.`,
        en: `The time of observation, ${refusal.observedAt}, has not come yet. Check it and its time zone.`,
      };
    case "older":
      return {
        id: `Daftar ini diamati ${refusal.observedAt}, lebih lama dari yang sedang dipakai (${refusal.inUseObservedAt}). Ambil ekspor yang lebih baru.`,
        en: `This roster was observed at ${refusal.observedAt}, before the one in use (${refusal.inUseObservedAt}). Get a newer export.`,
      };
    case "being-removed":
      return {
        id: "Salinan lama daftar ini sedang dihapus. Coba lagi beberapa menit lagi.",
        en: "An old copy of this roster is being removed. Try again in some minutes.",
      };
    case "source-changed":
      return {
        id: "Berkas berubah selama dibaca. Jalankan lagi setelah selesai disalin.",
        en: "The file changed while it was read. Run this again when it is copied completely.",
      };
    case "unreadable":
      return {
        id: `Mulai sekitar baris ${refusal.line} berkas ini tidak dapat dibaca: ada tanda kutip yang tidak ditutup. Perbaiki, lalu jalankan lagi.`,
        en: `From about line ${refusal.line} on the file cannot be read: a quotation mark is not closed. Mend it and run this again.`,
      };
    case "bad-rows": {
      const more = refusal.bad > refusal.badRows.length;
      return {
        id: `${more ? "Lebih dari " : ""}${refusal.badRows.length} baris salah. Perbaiki, lalu jalankan lagi; atau lewati baris itu dengan --accept-bad-rows.`,
        en: `${more ? "More than " : ""}${refusal.badRows.length} rows are wrong. Mend them and run this again; or leave them out with --accept-bad-rows.`,
      };
    }
    case "no-members":
      return {
        id: "Tidak ada satu pun peserta di berkas ini. Periksa apakah ekspornya lengkap.",
        en: "There is not one member in this file. Check that the export is whole.",
      };
    case "key-unknown":
      return {
        id: "Kunci identitas yang dipakai saat impor ini dimulai sudah tidak ada. Jalankan lagi dari awal.",
        en: "The identity key with which this import began is not there any more. Run this again.",
      };
    case "interrupted":
      return {
        id: "Impor lain atas berkas yang sama berhenti di tengah jalan. Jalankan lagi.",
        en: "Another import of the same file gave up meanwhile. Run this again.",
      };
    case "overtaken":
      return {
        id: "Daftar lain mulai dipakai selama impor ini. Periksa mana yang lebih baru, lalu jalankan lagi.",
        en: "Another roster came into use during this import. Check which is newer and run this again.",
      };
  }
}
