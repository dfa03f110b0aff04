import { createPrivateKey, generateKeyPairSync, type KeyObject, sign, verify } from "node:crypto";
import { KeysUnusable } from "./keys-unusable.ts";
import {
  type KeyEntry,
  keyObject,
  type PublicKey,
  type PublicKeySet,
  publicPart,
  readKeyEntries,
} from "./public-keys.ts";

/** Keys as they stand in configuration: one signs, the others are kept so that old receipts verify. */
export interface PrivateKeySet {
  /** The `kid` of the key that signs. */
  readonly active: string;
  readonly keys: readonly PrivateKey[];
}

/** A private JWK (RFC 7517) of the curve P-256; a retired one has no `d` any more. */
export interface PrivateKey extends PublicKey {
  readonly d?: string;
}

/** Keys ready for use. */
export interface SigningKeys {
  readonly active: { readonly kid: string; readonly key: KeyObject };
  readonly published: PublicKeySet;
}

/**
 * Reads `{ "active": kid, "keys": [JWK, …] }`. The active key must be private; those that are
 * retired stay in the list, best without their private part `d`.
 * @throws KeysUnusable with what to do; it never tells a key.
 */
export function readSigningKeys(json: string): SigningKeys {
  const { document, entries } = readKeyEntries(json, "all");
  const active = document["active"];
  const found = entries.find(({ kid }) => kid === active);
  if (typeof active !== "string" || found === undefined) {
    const kids = entries.map(({ kid }) => kid).join(", ");
    throw new KeysUnusable("keys-no-active", {
      id: `"active" harus menyebut kid kunci yang menandatangani, salah satu dari: ${kids}.`,
      en: `"active" must name the kid of the key that signs, one of: ${kids}.`,
    });
  }
  const others = entries.filter((entry) => entry !== found);
  return {
    active: { kid: active, key: privateKeyOf(found) },
    published: { keys: [found, ...others].map(publicPart) },
  };
}

/** The public keys, active first, as `GET /v1/keys` gives them. */
export function publicKeySet({ published }: SigningKeys): PublicKeySet {
  return published;
}

/** A new private key that is active and alone; as JSON it is what {@link readSigningKeys} reads. */
export function newSigningKey(kid: string): PrivateKeySet {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "", d = "" } = privateKey.export({ format: "jwk" });
  const key = { kty: "EC", crv: "P-256", x, y, kid, alg: "ES256", use: "sig", d } as const;
  const set = { active: kid, keys: [key] };
  readSigningKeys(JSON.stringify(set));
  return set;
}

/** A private part that does not belong to its public one would sign what nobody can verify. */
function privateKeyOf(entry: KeyEntry): KeyObject {
  const { d, kid } = entry;
  if (d === undefined) {
    throw new KeysUnusable("keys-active-public", {
      id: `Kunci aktif "${kid}" tidak mempunyai bagian rahasia "d", jadi tidak dapat menandatangani.`,
      en: `The active key "${kid}" has no private part "d", so it cannot sign.`,
    });
  }
  const { kty, crv, x, y } = entry;
  const key = orNull(() => createPrivateKey({ key: { kty, crv, x, y, d }, format: "jwk" }));
  const probe = Buffer.from("layak");
  const signature = key && orNull(() => sign("sha256", probe, key));
  if (key !== null && signature !== null) {
    if (verify("sha256", probe, keyObject(entry), signature)) return key;
  }
  throw new KeysUnusable("keys-active-damaged", {
    id: `Bagian rahasia kunci "${kid}" rusak atau bukan pasangan bagian publiknya. Ambil lagi dari penyimpanannya.`,
    en: `The private part of the key "${kid}" is damaged or of another public part. Take it from the secret store again.`,
  });
}

/** What Node says of a damaged key may quote it. */
function orNull<Value>(work: () => Value): Value | null {
  try {
    return work();
  } catch {
    return null;
  }
}
