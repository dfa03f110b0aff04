import type { Text } from "../../../engine/model/text.ts";
import type { Telling } from "./cause.ts";

/** Why facts are not known, and what to do next. */
export interface Words {
  /**
   * Holds `{facts}`, their labels; `{data}`, whose data it is and of which days; `{asOf}`, the day
   * decided for.
   */
  readonly reason: Text;
  readonly remedy: Text;
}

/** Nothing here says that anybody is refused, or is no member: that is what is not known. */
export const WORDS: Readonly<Record<Telling, Words>> = {
  "not-found": {
    reason: {
      id: "Data {data} tidak memuat NIK yang dikirim; itu belum berarti bukan peserta. Karena itu belum diketahui: {facts}.",
      en: "The data of {data} does not contain the NIK that was sent; that does not yet mean that there is no membership. Not known because of that: {facts}.",
    },
    remedy: {
      id: "Periksa NIK-nya. Yang belum menjadi peserta dapat mendaftar di BPJS Ketenagakerjaan; yang sudah, dapat menanyakan datanya di sana. Setelah itu ajukan lagi.",
      en: "Check the NIK. Whoever is no member yet can enrol at BPJS Ketenagakerjaan; whoever is one can ask there about their record. Then ask again.",
    },
  },
  "not-in-record": {
    reason: {
      id: "Data {data} tidak memuat: {facts}.",
      en: "The data of {data} does not tell: {facts}.",
    },
    remedy: {
      id: "Tanyakan kepada BPJS Ketenagakerjaan, dan ajukan lagi setelah datanya lengkap.",
      en: "Ask BPJS Ketenagakerjaan about it, and ask again once the record is complete.",
    },
  },
  unavailable: {
    reason: {
      id: "Data {data} tidak dapat dibaca saat permohonan ini diputuskan. Karena itu belum diketahui: {facts}.",
      en: "The data of {data} could not be read when this was decided. Not known because of that: {facts}.",
    },
    remedy: {
      id: "Tidak ada yang salah pada permohonan ini. Ajukan lagi nanti.",
      en: "Nothing is wrong with the application. Ask again later.",
    },
  },
  stale: {
    reason: {
      id: "Data {data} tidak cukup baru untuk dipakai memutuskan. Karena itu belum diketahui: {facts}.",
      en: "The data of {data} is not recent enough to decide by. Not known because of that: {facts}.",
    },
    remedy: {
      id: "Tidak ada yang salah pada permohonan ini. Ajukan lagi setelah datanya diperbarui.",
      en: "Nothing is wrong with the application. Ask again once the data has been renewed.",
    },
  },
  "not-observed-that-day": {
    reason: {
      id: "Data {data} bukan tentang {asOf}, tanggal yang diminta. Karena itu belum diketahui: {facts}.",
      en: "The data of {data} is not about {asOf}, the day that was asked about. Not known because of that: {facts}.",
    },
    remedy: {
      id: "Minta keputusan untuk hari saat mengajukan, atau serahkan kepada petugas.",
      en: "Ask for a decision for the day on which you ask, or let an officer decide.",
    },
  },
  "not-given": {
    reason: {
      id: "Belum disampaikan dalam permohonan: {facts}.",
      en: "Not given with the application: {facts}.",
    },
    remedy: {
      id: "Pemohon atau petugas melengkapinya, lalu permohonan diajukan lagi.",
      en: "The applicant or the office adds it, and the application is sent again.",
    },
  },
  "not-set": {
    reason: {
      id: "Aturannya belum memuat nilai untuk {asOf}: {facts}.",
      en: "The rules have no value yet for {asOf}: {facts}.",
    },
    remedy: {
      id: "Tidak ada yang salah pada permohonan ini. Tanyakan kepada kantor yang menyusun aturannya.",
      en: "Nothing is wrong with the application. Ask the office that keeps the rules.",
    },
  },
  "looked-up-later": {
    reason: {
      id: "Akan dilihat pada data {data} saat keputusan diminta: {facts}.",
      en: "To be looked up in the data of {data} when the decision is asked for: {facts}.",
    },
    remedy: {
      id: "Tidak perlu ditanyakan kepada siapa pun.",
      en: "Nobody need be asked for it.",
    },
  },
};
