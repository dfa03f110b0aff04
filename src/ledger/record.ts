import { promisify } from "node:util";
import { brotliCompress, brotliCompressSync, brotliDecompress, constants } from "node:zlib";
import type { Pseudonym } from "../store/identity.ts";
import type { Identity, LedgerEntry, StoredDecision } from "./entry.ts";

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

/** DynamoDB holds 400 kB an item; beyond this a record is stored in parts. */
export const MOST_PART_BYTES = 300_000;

/** 4.2 MB: a larger record could not be read, as Lambda carries 6 MB of base64. */
export const MOST_PARTS = 14;

/** A decision as it is stored, people only by their pseudonyms. */
export function storedForm(
  { record, applicant, people }: LedgerEntry,
  pseudonym: Pseudonym,
): StoredDecision {
  const named = ({ kind, number }: Identity) => pseudonym(kind, number);
  return {
    ...record,
    applicant: { kind: applicant.kind, pseudonym: named(applicant) },
    people: Object.fromEntries(
      Object.entries(people).map(([group, members]) => [
        group,
        members.map((member) => (member === null ? null : named(member))),
      ]),
    ),
  };
}

/**
 * Records, compressed: each of them two lines, its JSON, and what its receipt signs. That is the
 * decision once more; as text it takes next to no room beside it, in base64url as much again.
 */
export async function packRecords(stored: readonly StoredDecision[]): Promise<Uint8Array> {
  return packText(stored.map(linesOf).join("\n"));
}

function linesOf({ receipt, ...record }: StoredDecision): string {
  const [header, payload = "", signature] = receipt.split(".");
  const signed = Buffer.from(payload, "base64url").toString("utf8");
  return `${JSON.stringify({ ...record, receipt: { header, signature } })}\n${signed}`;
}

/** Reads what {@link packRecords} wrote; nothing else is ever stored in its place. */
export async function unpackRecords(bytes: Uint8Array): Promise<readonly StoredDecision[]> {
  const lines = (await unpackText(bytes)).split("\n");
  return Array.from({ length: Math.floor(lines.length / 2) }, (_, index) => {
    const record = JSON.parse(lines[2 * index] ?? "");
    const { header, signature } = record.receipt;
    const payload = Buffer.from(lines[2 * index + 1] ?? "").toString("base64url");
    return { ...record, receipt: `${header}.${payload}.${signature}` };
  });
}

/** Brotli's quickest but one takes half the time of gzip's, for the same bytes of one decision. */
const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };

/** Above this, compressing would keep other requests waiting; below, a thread costs more than it. */
const MOST_AT_ONCE = 64_000;

/** A text, compressed. */
export async function packText(text: string): Promise<Uint8Array> {
  return text.length > MOST_AT_ONCE ? compress(text, QUICK) : brotliCompressSync(text, QUICK);
}

/** The text of what {@link packText} wrote. */
export async function unpackText(bytes: Uint8Array): Promise<string> {
  return (await decompress(bytes)).toString("utf8");
}

/** A record cut into pieces that an item can hold. */
export function partsOf(record: Uint8Array): readonly Uint8Array[] {
  const parts: Uint8Array[] = [];
  for (let start = 0; start < record.byteLength; start += MOST_PART_BYTES) {
    parts.push(record.subarray(start, start + MOST_PART_BYTES));
  }
  return parts;
}
