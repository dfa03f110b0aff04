import type { Identity } from "../../ledger/entry.ts";
import { isSalt } from "../../ledger/receipt/subject.ts";
import type { ReceiptClaims } from "../../ledger/receipt/verify.ts";
import { InputTrouble } from "../input.ts";

const NIK = /^nik:(\d{16})$/;
const NIB = /^nib:(\d{13})$/;
const OFFICE = /^office:([a-z0-9-]+\/[a-z0-9-]+)$/;

/**
 * Whom the receipt is said to be about; undefined where nobody asks.
 * @throws InputTrouble, which never tells the number that was given.
 */
export function readClaims(
  applicant: string | undefined,
  salt: string | undefined,
): ReceiptClaims | undefined {
  if (applicant === undefined) return undefined;
  const identity = identityIn(applicant);
  if (identity === null) {
    throw new InputTrouble({
      id: "--applicant harus nik: dengan 16 angka, nib: dengan 13 angka, atau office:<kota>/<kode>.",
      en: "--applicant must be nik: with 16 digits, nib: with 13 digits, or office:<city>/<code>.",
    });
  }
  if (salt === undefined) {
    throw new InputTrouble({
      id: "--applicant perlu --salt: nilai salts.subject dari jawaban API yang memuat bukti ini.",
      en: "--applicant needs --salt: the value of salts.subject in the API's answer with this receipt.",
    });
  }
  if (!isSalt(salt)) {
    throw new InputTrouble({
      id: "--salt harus 22 huruf atau angka, persis seperti salts.subject dalam jawaban API.",
      en: "--salt must be 22 characters, exactly as salts.subject stands in the API's answer.",
    });
  }
  return { applicant: identity, subjectSalt: salt };
}

function identityIn(applicant: string): Identity | null {
  const forms = [
    ["nik", NIK],
    ["nib", NIB],
    ["office", OFFICE],
  ] as const;
  for (const [kind, form] of forms) {
    const number = form.exec(applicant)?.[1];
    if (number !== undefined) return { kind, number };
  }
  return null;
}
