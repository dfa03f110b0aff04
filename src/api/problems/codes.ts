import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Text } from "../../engine/model/text.ts";

/**
 * Every problem that the API answers with: its status, always the same for a code, and its title.
 * Codes are stable; `docs/api.md` lists them.
 */
export const PROBLEMS = {
  "body-not-json": problem(400, "Isi permintaan bukan JSON yang sah", "The body is not valid JSON"),
  "body-not-utf8": problem(400, "Isi permintaan bukan UTF-8", "The body is not UTF-8"),
  "token-missing": problem(401, "Token belum dikirim", "A token is needed"),
  "token-invalid": problem(401, "Token tidak diterima", "The token is not accepted"),
  "token-expired": problem(401, "Token sudah kedaluwarsa", "The token has expired"),
  "scope-missing": problem(403, "Token tidak mengizinkan ini", "The token does not allow this"),
  "service-foreign": problem(
    403,
    "Layanan di luar izin token",
    "The token is not for this service",
  ),
  "decision-not-found": problem(404, "Keputusan tidak ditemukan", "No such decision"),
  "bulk-not-found": problem(404, "Putusan massal tidak ditemukan", "No such bulk run"),
  "coverage-not-counted": problem(
    404,
    "Belum ada daftar peserta yang dihitung",
    "No roster has been counted",
  ),
  "route-unknown": problem(404, "Alamat tidak dikenal", "There is nothing at this address"),
  "service-unknown": problem(404, "Layanan tidak dikenal", "Unknown service"),
  "method-not-allowed": problem(
    405,
    "Metode tidak berlaku di alamat ini",
    "This address has no such method",
  ),
  "compression-needed": problem(
    406,
    "Jawaban hanya dikirim terkompresi",
    "The answer is only sent compressed",
  ),
  "body-too-large": problem(413, "Isi permintaan terlalu besar", "The body is too large"),
  "content-type-unsupported": problem(415, "Jenis isi tidak didukung", "Unsupported content type"),
  "body-too-deep": problem(422, "Isi permintaan terlalu bertingkat", "The body is nested too deep"),
  "request-invalid": problem(422, "Permintaan tidak dapat diproses", "The request cannot be used"),
  "idempotency-key-invalid": problem(
    422,
    "Kunci pengulangan tidak sah",
    "The idempotency key cannot be used",
  ),
  "idempotency-key-reused": problem(
    422,
    "Kunci sudah dipakai",
    "The idempotency key was used before",
  ),
  "officer-missing": problem(403, "Token tidak menyebut petugas", "The token names no officer"),
  "review-by-asker": problem(
    403,
    "Bukan pemohon keputusan yang meninjau",
    "Not by the one who asked",
  ),
  "applicant-nik-needed": problem(
    422,
    "Layanan ini membutuhkan NIK pemohon",
    "This service needs a NIK",
  ),
  "applicant-kind-refused": problem(
    422,
    "Bukan pemohon layanan ini",
    "Not an applicant of this service",
  ),
  "policy-not-in-force": problem(422, "Tidak ada aturan yang berlaku", "No policy is in force"),
  "date-out-of-range": problem(422, "Tanggal keluar dari kalender", "A date leaves the calendar"),
  "computed-out-of-range": problem(
    422,
    "Hasil hitungan terlalu besar",
    "What is computed is too large",
  ),
  "decision-too-large": problem(
    422,
    "Permohonan terlalu besar untuk dicatat",
    "Too large to be recorded",
  ),
  "bulk-statement-too-long": problem(
    422,
    "Aturan terlalu panjang untuk putusan massal",
    "The rules are too long for a bulk run",
  ),
  "internal-error": problem(500, "Kesalahan pada Layak", "An error in Layak"),
  "second-opinion-differs": problem(
    500,
    "Dua pemeriksaan tidak sepakat",
    "Two checks do not agree",
  ),
  "bulk-not-configured": problem(
    501,
    "Putusan massal tidak dipasang di sini",
    "Bulk runs are not set up here",
  ),
  "second-opinion-late": problem(
    503,
    "Pemeriksaan kedua belum selesai",
    "The second check took too long",
  ),
  "batch-unfinished": problem(
    503,
    "Waktu habis sebelum diputuskan",
    "Time was over before it was decided",
  ),
  "coverage-unavailable": problem(
    503,
    "Daftar peserta tidak terjangkau",
    "The roster is out of reach",
  ),
  "bulk-unavailable": problem(503, "Putusan massal tidak terjangkau", "Bulk runs are out of reach"),
  "ledger-unavailable": problem(
    503,
    "Catatan keputusan tidak terjangkau",
    "The record of decisions is out of reach",
  ),
} satisfies Readonly<Record<string, Problem>>;

export type ProblemCode = keyof typeof PROBLEMS;

interface Problem<Status extends ContentfulStatusCode = ContentfulStatusCode> {
  readonly status: Status;
  readonly title: Text;
}

function problem<Status extends ContentfulStatusCode>(
  status: Status,
  id: string,
  en: string,
): Problem<Status> {
  return { status, title: { id, en } };
}
