import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { Pseudonym } from "../store/identity.ts";
import type { Identity, LedgerEntry } from "./entry.ts";

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** DynamoDB holds 400 kB an item; the rest is for its other attributes. */
export const MOST_BYTES = 380_000;

/** The record of a decision as it is stored, people only by their pseudonyms. */
export async function packRecord(
  id: string,
  entry: LedgerEntry,
  pseudonym: Pseudonym,
): Promise<Uint8Array> {
  const { decidedAt, applicant, people, ...rest } = entry;
  const named = (person: Identity | null) =>
    person === null ? null : pseudonym(person.kind, person.number);
  const record = {
    id,
    decidedAt: decidedAt.toISOString(),
    applicant: { kind: applicant.kind, pseudonym: named(applicant) },
    people: Object.fromEntries(
      Object.entries(people).map(([group, members]) => [group, members.map(named)]),
    ),
    ...rest,
  };
  return compress(JSON.stringify(record));
}

/** Reads a stored record back as plain JSON. */
export async function unpackRecord(bytes: Uint8Array): Promise<unknown> {
  const text = (await decompress(bytes)).toString("utf8");
  return JSON.parse(text);
}
