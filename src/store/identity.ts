import { createHmac } from "node:crypto";

/** A secret under which identities are stored. `id` names it, so that it can be replaced. */
export interface IdentityKey {
  readonly id: string;
  readonly secret: Uint8Array;
}

/** What is stored from now on is named under `active`; what was stored before, under any. */
export interface IdentityKeys {
  readonly active: IdentityKey;
  readonly former: readonly IdentityKey[];
}

/** A person's NIK, a business's NIB, or `city/code` of a city's office. */
export type IdentityKind = "nik" | "nib" | "office";

/** Names a text so that the same text is known again; it tells nothing about it. */
export type Fingerprint = (text: string) => string;

/** HMAC-SHA-256 over the text, base64url. */
export function fingerprintWith({ secret }: IdentityKey): Fingerprint {
  return (text) => createHmac("sha256", secret).update(`text:${text}`).digest("base64url");
}

/** Gives the name under which a person, business or office is stored: it tells nothing about it. */
export type Pseudonym = (kind: IdentityKind, number: string) => string;

/** Names under the key in use, and under those before it, for look-ups. */
export interface Pseudonyms {
  readonly pseudonym: Pseudonym;
  readonly formerPseudonyms?: readonly Pseudonym[];
}

/** Fingerprints under the key in use, and under those before it, for comparisons. */
export interface Fingerprints {
  readonly fingerprint: Fingerprint;
  readonly formerFingerprints?: readonly Fingerprint[];
}

export const SHORTEST_SECRET = 32;
export const KEY_ID: RegExp = /^[a-z0-9-]{1,32}$/;

/**
 * HMAC-SHA-256 over `nik:<number>`, `nib:<number>` or `office:<city>/<code>`, written `<key id>.<base64url>`. A plain hash
 * would not do: all NIKs that exist can be tried in minutes.
 */
export function pseudonymWith({ id, secret }: IdentityKey): Pseudonym {
  if (secret.length < SHORTEST_SECRET) {
    throw new RangeError(`the identity key must have at least ${SHORTEST_SECRET} bytes`);
  }
  if (!KEY_ID.test(id)) {
    throw new RangeError("the identity key's id must be 1 to 32 of a-z, 0-9 and -");
  }
  return (kind, number) =>
    `${id}.${createHmac("sha256", secret).update(`${kind}:${number}`).digest("base64url")}`;
}

export function pseudonymsWith({ active, former }: IdentityKeys): Pseudonyms {
  return {
    pseudonym: pseudonymWith(active),
    formerPseudonyms: former.map((key) => pseudonymWith(key)),
  };
}

export function fingerprintsWith({ active, former }: IdentityKeys): Fingerprints {
  return {
    fingerprint: fingerprintWith(active),
    formerFingerprints: former.map((key) => fingerprintWith(key)),
  };
}

/**
 * Tells which key a pseudonym is made with, without telling the key: what is stored together under
 * one key keeps it. It begins with the key's id, and another secret under the same id has another.
 */
export function keyMark(pseudonym: Pseudonym): string {
  return pseudonym("nik", "");
}

/** Finds the pseudonym whose key has a mark; null where that key is not known. */
export function pseudonymsByMark({
  pseudonym,
  formerPseudonyms = [],
}: Pseudonyms): (mark: string) => Pseudonym | null {
  const byMark = new Map([...formerPseudonyms, pseudonym].map((known) => [keyMark(known), known]));
  return (mark) => byMark.get(mark) ?? null;
}

/** Whether a fingerprint is that of a text, under whichever key it was made. */
export function isFingerprintOf(
  fingerprint: string,
  text: string,
  { fingerprint: active, formerFingerprints = [] }: Fingerprints,
): boolean {
  return [active, ...formerFingerprints].some((made) => made(text) === fingerprint);
}
