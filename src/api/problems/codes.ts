import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Text } from "../../engine/model/text.ts";

/**
 * Every problem that the API answers with: its status, always the same for a code, and its title.
 * Codes are stable; `docs/api.md` lists them.
 */
export const PROBLEMS = {
  "body-not-json": {
    status: 400,
    title: { id: "Isi permintaan bukan JSON yang sah", en: "The body is not valid JSON" },
  },
  "body-not-utf8": {
    status: 400,
    title: { id: "Isi permintaan bukan UTF-8", en: "The body is not UTF-8" },
  },
  "token-missing": {
    status: 401,
    title: { id: "Token belum dikirim", en: "A token is needed" },
  },
  "token-invalid": {
    status: 401,
    title: { id: "Token tidak diterima", en: "The token is not accepted" },
  },
  "token-expired": {
    status: 401,
    title: { id: "Token sudah kedaluwarsa", en: "The token has expired" },
  },
  "scope-missing": {
    status: 403,
    title: { id: "Token tidak mengizinkan ini", en: "The token does not allow this" },
  },
  "service-foreign": {
    status: 403,
    title: { id: "Layanan di luar izin token", en: "The token is not for this service" },
  },
  "decision-not-found": {
    status: 404,
    title: { id: "Keputusan tidak ditemukan", en: "No such decision" },
  },
  "coverage-not-counted": {
    status: 404,
    title: { id: "Belum ada daftar peserta yang dihitung", en: "No roster has been counted" },
  },
  "route-unknown": {
    status: 404,
    title: { id: "Alamat tidak dikenal", en: "There is nothing at this address" },
  },
  "service-unknown": {
    status: 404,
    title: { id: "Layanan tidak dikenal", en: "Unknown service" },
  },
  "method-not-allowed": {
    status: 405,
    title: { id: "Metode tidak berlaku di alamat ini", en: "This address has no such method" },
  },
  "compression-needed": {
    status: 406,
    title: { id: "Jawaban hanya dikirim terkompresi", en: "The answer is only sent compressed" },
  },
  "body-too-large": {
    status: 413,
    title: { id: "Isi permintaan terlalu besar", en: "The body is too large" },
  },
  "content-type-unsupported": {
    status: 415,
    title: { id: "Jenis isi tidak didukung", en: "Unsupported content type" },
  },
  "body-too-deep": {
    status: 422,
    title: { id: "Isi permintaan terlalu bertingkat", en: "The body is nested too deep" },
  },
  "request-invalid": {
    status: 422,
    title: { id: "Permintaan tidak dapat diproses", en: "The request cannot be used" },
  },
  "idempotency-key-invalid": {
    status: 422,
    title: { id: "Kunci pengulangan tidak sah", en: "The idempotency key cannot be used" },
  },
  "idempotency-key-reused": {
    status: 422,
    title: { id: "Kunci sudah dipakai", en: "The idempotency key was used before" },
  },
  "officer-missing": {
    status: 403,
    title: { id: "Token tidak menyebut petugas", en: "The token names no officer" },
  },
  "review-by-asker": {
    status: 403,
    title: { id: "Bukan pemohon keputusan yang meninjau", en: "Not by the one who asked" },
  },
  "applicant-nik-needed": {
    status: 422,
    title: { id: "Layanan ini membutuhkan NIK pemohon", en: "This service needs a NIK" },
  },
  "applicant-kind-refused": {
    status: 422,
    title: { id: "Bukan pemohon layanan ini", en: "Not an applicant of this service" },
  },
  "policy-not-in-force": {
    status: 422,
    title: { id: "Tidak ada aturan yang berlaku", en: "No policy is in force" },
  },
  "date-out-of-range": {
    status: 422,
    title: { id: "Tanggal keluar dari kalender", en: "A date leaves the calendar" },
  },
  "computed-out-of-range": {
    status: 422,
    title: { id: "Hasil hitungan terlalu besar", en: "What is computed is too large" },
  },
  "decision-too-large": {
    status: 422,
    title: { id: "Permohonan terlalu besar untuk dicatat", en: "Too large to be recorded" },
  },
  "internal-error": {
    status: 500,
    title: { id: "Kesalahan pada Layak", en: "An error in Layak" },
  },
  "second-opinion-differs": {
    status: 500,
    title: { id: "Dua pemeriksaan tidak sepakat", en: "Two checks do not agree" },
  },
  "second-opinion-late": {
    status: 503,
    title: { id: "Pemeriksaan kedua belum selesai", en: "The second check took too long" },
  },
  "batch-unfinished": {
    status: 503,
    title: { id: "Waktu habis sebelum diputuskan", en: "Time was over before it was decided" },
  },
  "coverage-unavailable": {
    status: 503,
    title: { id: "Daftar peserta tidak terjangkau", en: "The roster is out of reach" },
  },
  "ledger-unavailable": {
    status: 503,
    title: {
      id: "Catatan keputusan tidak terjangkau",
      en: "The record of decisions is out of reach",
    },
  },
} satisfies Readonly<
  Record<string, { readonly status: ContentfulStatusCode; readonly title: Text }>
>;

export type ProblemCode = keyof typeof PROBLEMS;
