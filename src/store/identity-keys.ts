import { type IdentityKey, type IdentityKeys, KEY_ID, SHORTEST_SECRET } from "./identity.ts";
import { IdentityKeysUnusable } from "./identity-keys-unusable.ts";

/** Keys as they stand in configuration: one names what is stored, the others find it again. */
export interface IdentityKeySet {
  /** The `id` of the key under which is stored from now on. */
  readonly active: string;
  /** `secret` is base64. */
  readonly keys: readonly { readonly id: string; readonly secret: string }[];
}

/**
 * Reads `{ "active": id, "keys": [{ "id": …, "secret": base64 }, …] }`. Former keys stay in the list
 * as long as anything is stored under them.
 * @throws IdentityKeysUnusable with what to do; it never tells a secret.
 */
export function readIdentityKeys(json: string): IdentityKeys {
  const document = parsed(json);
  const listed: unknown = isRecord(document) ? document["keys"] : undefined;
  if (!isRecord(document) || !Array.isArray(listed) || listed.length === 0) {
    throw new IdentityKeysUnusable("identity-keys-not-a-set", {
      id: 'Kunci identitas harus berupa objek JSON dengan "active" dan daftar "keys" yang tidak kosong.',
      en: 'The identity keys must be a JSON object with "active" and a list "keys" that is not empty.',
    });
  }
  const keys = listed.map(readKey);
  refuseTwice(keys);
  const active = keys.find(({ id }) => id === document["active"]);
  if (active === undefined) throw noActive(keys);
  return { active, former: keys.filter((key) => key !== active) };
}

/** A set of one key; as JSON it is what {@link readIdentityKeys} reads. */
export function identityKeySetOf({ id, secret }: IdentityKey): IdentityKeySet {
  return { active: id, keys: [{ id, secret: Buffer.from(secret).toString("base64") }] };
}

function readKey(key: unknown, index: number): IdentityKey {
  const place = `keys[${index}]`;
  const id = isRecord(key) ? key["id"] : undefined;
  if (!isRecord(key) || typeof id !== "string" || !KEY_ID.test(id)) {
    throw new IdentityKeysUnusable("identity-keys-no-id", {
      id: `${place} perlu "id": 1 sampai 32 huruf kecil, angka atau -, misalnya 2026-1.`,
      en: `${place} needs an "id": 1 to 32 of a-z, 0-9 and -, such as 2026-1.`,
    });
  }
  const secret = typeof key["secret"] === "string" ? bytesOf(key["secret"]) : null;
  if (secret === null) {
    throw new IdentityKeysUnusable("identity-keys-not-base64", {
      id: `Kunci identitas "${id}" (${place}) perlu "secret" dalam base64. Ambil lagi dari penyimpanan rahasia.`,
      en: `The identity key "${id}" (${place}) needs a "secret" in base64. Take it from the secret store again.`,
    });
  }
  if (secret.length < SHORTEST_SECRET) {
    throw new IdentityKeysUnusable("identity-keys-too-short", {
      id: `Rahasia kunci identitas "${id}" (${place}) kurang dari ${SHORTEST_SECRET} byte. Buat dengan: openssl rand -base64 32`,
      en: `The secret of the identity key "${id}" (${place}) has fewer than ${SHORTEST_SECRET} bytes. Make one with: openssl rand -base64 32`,
    });
  }
  return { id, secret };
}

/** Buffer reads whatever looks like base64 and passes over the rest; that would be another key. */
function bytesOf(base64: string): Uint8Array | null {
  const text = base64.trim();
  const bytes = Buffer.from(text, "base64");
  return text !== "" && bytes.toString("base64") === text ? bytes : null;
}

function refuseTwice(keys: readonly IdentityKey[]): void {
  const ids = keys.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) {
    throw new IdentityKeysUnusable("identity-keys-id-twice", {
      id: `Ada dua kunci identitas dengan id "${twice}". Setiap kunci perlu id sendiri.`,
      en: `Two identity keys have the id "${twice}". Each key needs an id of its own.`,
    });
  }
  const secrets = keys.map(({ secret }) => Buffer.from(secret).toString("base64"));
  const same = keys.find((_, index) => secrets.indexOf(secrets[index] ?? "") !== index);
  if (same !== undefined) {
    throw new IdentityKeysUnusable("identity-keys-secret-twice", {
      id: `Rahasia kunci identitas "${same.id}" sama dengan rahasia kunci lain. Kunci baru perlu rahasia baru.`,
      en: `The identity key "${same.id}" has the secret of another. A new key needs a new secret.`,
    });
  }
}

function noActive(keys: readonly IdentityKey[]): IdentityKeysUnusable {
  const ids = keys.map(({ id }) => id).join(", ");
  return new IdentityKeysUnusable("identity-keys-no-active", {
    id: `"active" harus menyebut id kunci identitas yang dipakai mulai sekarang, salah satu dari: ${ids}.`,
    en: `"active" must name the id of the identity key in use from now on, one of: ${ids}.`,
  });
}

/** The parser's own message would quote the text, which holds the secrets. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new IdentityKeysUnusable("identity-keys-not-json", {
      id: "Kunci identitas bukan JSON yang sah. Isinya tidak ditampilkan karena rahasia.",
      en: "The identity keys are not valid JSON. They are not shown, as they are secret.",
    });
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
