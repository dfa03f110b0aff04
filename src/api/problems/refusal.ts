import type { Text } from "../../engine/model/text.ts";
import type { ProblemCode } from "./codes.ts";

/** What is wrong with one field. */
export interface FieldError {
  /** An RFC 6901 pointer into the body, or `?name` for a parameter of the query. */
  readonly path: string;
  readonly code: string;
  readonly message: Text;
}

export interface RefusalDetails {
  readonly errors?: readonly FieldError[];
  /** How many there are in all, where not all are given. */
  readonly errorCount?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request that gets a problem for an answer; the app writes it in the caller's language. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: ProblemCode;
  readonly detail: Text;
  readonly errors: readonly FieldError[];
  readonly errorCount: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ProblemCode, detail: Text, details: RefusalDetails = {}) {
    const { errors = [], errorCount = errors.length, headers = {} } = details;
    super(code);
    this.code = code;
    this.detail = detail;
    this.errors = errors;
    this.errorCount = errorCount;
    this.headers = headers;
  }
}

/** More errors than this are not told: nobody reads them, and a hostile caller would make many. */
const MOST_ERRORS = 100;

/** Refuses a request for the faults of its fields: one for a decision, a search or anything else. */
export function refuseFields(errors: readonly FieldError[]): Refusal {
  const count = errors.length;
  return new Refusal(
    "request-invalid",
    {
      id: `${count} isian harus diperbaiki; permintaan ini tidak dijalankan.`,
      en: `${count} ${count === 1 ? "field needs" : "fields need"} mending; the request was not carried out.`,
    },
    { errors: errors.slice(0, MOST_ERRORS), errorCount: count },
  );
}

const RETRY_AFTER_SECONDS = 5;

/** Nothing is wrong with the request, which may ask for a decision or for what is on record. */
export function tryAgain(
  code: "bulk-unavailable" | "coverage-unavailable" | "ledger-unavailable" | "second-opinion-late",
): Refusal {
  return new Refusal(
    code,
    {
      id: `Tidak ada jawaban yang diberikan. Coba lagi setelah ${RETRY_AFTER_SECONDS} detik.`,
      en: `No answer was given. Try again after ${RETRY_AFTER_SECONDS} seconds.`,
    },
    { headers: { "Retry-After": String(RETRY_AFTER_SECONDS) } },
  );
}

/** An error of Layak's own; what it was stands in the log alone. */
export function internalError(): Refusal {
  return new Refusal("internal-error", {
    id: "Permintaan ini tidak dapat diproses karena kesalahan di pihak kami. Coba lagi, lalu laporkan beserta X-Request-Id.",
    en: "An error on our side kept this request from being served. Try again, then report it with the X-Request-Id.",
  });
}
