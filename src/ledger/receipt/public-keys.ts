import { createPublicKey, type KeyObject } from "node:crypto";
import { KeysUnusable } from "./keys-unusable.ts";

/** A public JWK (RFC 7517) that verifies receipts. */
export interface PublicKey {
  readonly kty: "EC";
  readonly crv: "P-256";
  readonly x: string;
  readonly y: string;
  readonly kid: string;
  readonly alg: "ES256";
  readonly use: "sig";
}

/** A JWK set, as `GET /v1/keys` gives it. */
export interface PublicKeySet {
  readonly keys: readonly PublicKey[];
}

/** A key as it was read, whether private or public. */
export interface KeyEntry {
  readonly kty: "EC";
  readonly crv: "P-256";
  readonly x: string;
  readonly y: string;
  readonly kid: string;
  readonly d?: string;
}

export interface KeyFile {
  readonly document: Readonly<Record<string, unknown>>;
  readonly entries: readonly KeyEntry[];
}

const KID = /^[A-Za-z0-9._-]{1,64}$/;

/**
 * Reads a JWK set for verifying. As RFC 7517 asks, keys of another kind are passed over, and so
 * no secret of a symmetric algorithm can ever verify a receipt. Private parts are left out.
 * @throws KeysUnusable
 */
export function readPublicKeys(json: string): PublicKeySet {
  return { keys: readKeyEntries(json, "known").entries.map(publicPart) };
}

/**
 * Reads the keys of a set. With `all`, every one must be an ES256 key; with `known` others are
 * passed over.
 * @throws KeysUnusable
 */
export function readKeyEntries(json: string, which: "all" | "known"): KeyFile {
  const document = parsed(json);
  const keys: unknown = isRecord(document) ? document["keys"] : undefined;
  if (!isRecord(document) || !Array.isArray(keys)) {
    throw new KeysUnusable("keys-not-a-set", {
      id: 'Kunci harus berupa himpunan JWK: objek JSON dengan daftar "keys".',
      en: 'The keys must be a JWK set: a JSON object with a list "keys".',
    });
  }
  const entries = keys.flatMap((key: unknown, index) => {
    const entry = entryOf(key, index);
    if (entry instanceof KeysUnusable && which === "all") throw entry;
    return entry instanceof KeysUnusable ? [] : [entry];
  });
  if (entries.length === 0) {
    throw new KeysUnusable("keys-empty", {
      id: "Himpunan JWK ini tidak berisi kunci ES256.",
      en: "This JWK set holds no ES256 key.",
    });
  }
  const kids = entries.map(({ kid }) => kid);
  const twice = kids.find((kid, index) => kids.indexOf(kid) !== index);
  if (twice === undefined) return { document, entries };
  throw new KeysUnusable("keys-kid-twice", {
    id: `Ada dua kunci dengan kid "${twice}". Setiap kunci perlu kid sendiri.`,
    en: `Two keys have the kid "${twice}". Each key needs a kid of its own.`,
  });
}

/** The part of a key that everyone may know. */
export function publicPart({ kty, crv, x, y, kid }: KeyEntry): PublicKey {
  return { kty, crv, x, y, kid, alg: "ES256", use: "sig" };
}

/** @throws where the point does not lie on the curve. */
export function keyObject({ kty, crv, x, y }: Omit<KeyEntry, "kid">): KeyObject {
  return createPublicKey({ key: { kty, crv, x, y }, format: "jwk" });
}

/** The parser's own message would quote the text, which holds the key. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new KeysUnusable("keys-not-json", {
      id: "Kunci bukan JSON yang sah. Isinya mungkin rahasia, jadi tidak ditampilkan.",
      en: "The keys are not valid JSON. They may be secret, so are not shown.",
    });
  }
}

function entryOf(key: unknown, index: number): KeyEntry | KeysUnusable {
  const place = `keys[${index}]`;
  if (!isRecord(key) || typeof key["kid"] !== "string" || !KID.test(key["kid"])) {
    return new KeysUnusable("keys-no-kid", {
      id: `${place} perlu "kid": 1 sampai 64 huruf, angka, titik, _ atau -.`,
      en: `${place} needs a "kid": 1 to 64 letters, digits, dots, _ or -.`,
    });
  }
  const { kty, crv, x, y, d, kid, alg = "ES256", use = "sig" } = key;
  const isSound = kty === "EC" && crv === "P-256" && alg === "ES256" && use === "sig";
  if (isSound && typeof x === "string" && typeof y === "string" && typeof kid === "string") {
    const entry = { kty, crv, x, y, kid } as const;
    if (isOnCurve(entry)) return typeof d === "string" ? { ...entry, d } : entry;
  }
  return new KeysUnusable("keys-not-p256", {
    id: `Kunci "${key["kid"]}" (${place}) harus kunci ES256: kty EC, crv P-256, dengan x dan y yang sah.`,
    en: `The key "${key["kid"]}" (${place}) must be an ES256 key: kty EC, crv P-256, with a valid x and y.`,
  });
}

function isOnCurve(entry: KeyEntry): boolean {
  try {
    keyObject(entry);
    return true;
  } catch {
    return false;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
