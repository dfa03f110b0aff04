import { hash, randomBytes } from "node:crypto";
import type { Facts } from "../../engine/model/catalogue.ts";
import type { Identity } from "../entry.ts";
import { canonicalText } from "./canonical-text.ts";

/** What makes hashes of a decision impossible to guess: 16 random bytes each, in base64url. */
export interface Salts {
  readonly subject: string;
  readonly facts: string;
}

const SALT_BYTES = 16;
const SALT = /^[\w-]{21}[AQgw]$/;

/** Salts for one decision; whoever holds them can show whom and what it is about. */
export function newSalts(): Salts {
  const bytes = randomBytes(2 * SALT_BYTES);
  return {
    subject: bytes.toString("base64url", 0, SALT_BYTES),
    facts: bytes.toString("base64url", SALT_BYTES),
  };
}

/** True for 16 bytes in base64url, written in the one way there is. */
export function isSalt(text: string): boolean {
  return SALT.test(text);
}

/**
 * `sha256:<hex>` over the salt's bytes and `nik:<number>`, `nib:<number>` or `office:<city>/<code>`. Without the salt all
 * NIKs that exist could be tried in minutes.
 */
export function subjectOf({ kind, number }: Identity, salt: string): string {
  return saltedDigest(salt, `${kind}:${number}`);
}

/** `sha256:<hex>` over the salt's bytes and the facts in the form of RFC 8785. */
export function factsDigestOf(facts: Facts, salt: string): string {
  return saltedDigest(salt, canonicalText(facts));
}

/** `sha256:<hex>` over the salt's bytes and a whole decision in the form of RFC 8785. */
export function decisionDigestOf(decision: object, salt: string): string {
  return saltedDigest(salt, canonicalText(decision));
}

function saltedDigest(salt: string, text: string): string {
  const salted = Buffer.concat([Buffer.from(salt, "base64url"), Buffer.from(text)]);
  return `sha256:${hash("sha256", salted, "hex")}`;
}
