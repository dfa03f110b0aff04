import { createHmac } from "node:crypto";

/** The secret under which identities are stored. `id` names it, so that it can be replaced. */
export interface IdentityKey {
  readonly id: string;
  readonly secret: Uint8Array;
}

export type IdentityKind = "nik" | "nib";

/** Names a text so that the same text is known again; it tells nothing about it. */
export type Fingerprint = (text: string) => string;

/** HMAC-SHA-256 over the text, base64url. */
export function fingerprintWith({ secret }: IdentityKey): Fingerprint {
  return (text) => createHmac("sha256", secret).update(`text:${text}`).digest("base64url");
}

/** Gives the name under which a person or business is stored: it tells nothing about either. */
export type Pseudonym = (kind: IdentityKind, number: string) => string;

const SHORTEST_SECRET = 32;
const KEY_ID = /^[a-z0-9-]{1,32}$/;

/**
 * HMAC-SHA-256 over `nik:<number>` or `nib:<number>`, written `<key id>.<base64url>`. A plain hash
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
