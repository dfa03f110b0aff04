import { canonicalJson } from "../../engine/values/canonical.ts";
import { sha256Hex } from "../sha256.ts";
import type { Adoption, NewAdoption, NewWithdrawal, RecordEntry, Withdrawal } from "./adoption.ts";

/** What stands before a seal: another way to seal gets another name, and old seals stay readable. */
export const SEAL = "layak-seal-1";

/** The digest of one part: SHA-256 of its RFC 8785 form, in hexadecimal digits. */
export function digestOfPart(content: unknown): string {
  return sha256Hex(canonicalJson(content));
}

/** The seal of a version: it fits only while every covered part has its digest. */
export function sealOf({
  service,
  version,
  parts,
}: Pick<Adoption, "service" | "version" | "parts">): string {
  return `${SEAL}:${sha256Hex(canonicalJson({ seal: SEAL, service, version, parts }))}`;
}

/** Joins an entry to the record after the entry before it. */
export function entered(entry: NewAdoption, before: RecordEntry | undefined): Adoption {
  const sealed = { ...entry, seal: sealOf(entry) };
  return { ...sealed, record: recordOf(sealed, before) };
}

/** As {@link entered}, for what seals nothing. */
export function withdrawn(entry: NewWithdrawal, before: RecordEntry | undefined): Withdrawal {
  return { ...entry, record: recordOf(entry, before) };
}

/** What `record` of an entry has to be where it stands. */
export function recordOf(
  entry: (NewWithdrawal | (NewAdoption & Pick<Adoption, "seal">)) & { readonly record?: string },
  before: RecordEntry | undefined,
): string {
  const { record: _record, ...told } = entry;
  return sha256Hex(canonicalJson({ ...told, before: before?.record }));
}
