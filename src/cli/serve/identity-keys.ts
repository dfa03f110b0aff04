import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { IdentityKeys } from "../../store/identity.ts";
import { identityKeySetOf, readIdentityKeys } from "../../store/identity-keys.ts";
import { IdentityKeysUnusable } from "../../store/identity-keys-unusable.ts";
import { keptSecret } from "./kept-secret.ts";
import { StartTrouble } from "./trouble.ts";

const KEY_BYTES = 32;

/** The database in which people are stored under the keys. */
export interface KeyedDatabase {
  /** Its folder or address, for whoever has to look there. */
  readonly place: string;
  readonly holdsPeople: () => Promise<boolean>;
}

/**
 * The keys of this data directory, made once. Without them, whoever is stored can't be found again, so
 * none are made beside a database in which somebody is. A directory of the time when there was one
 * key keeps it, as the first of its keys.
 * @throws StartTrouble where they are damaged or lost.
 */
export async function localIdentityKeys(
  directory: string,
  database?: KeyedDatabase,
): Promise<IdentityKeys> {
  const file = join(directory, "identity-keys.json");
  const text = await keptSecret(file, async () => {
    const secret = (await formerKey(directory)) ?? (await freshKey(file, database));
    return `${JSON.stringify(identityKeySetOf({ id: "local", secret }), null, 2)}\n`;
  });
  try {
    return readIdentityKeys(text);
  } catch (error) {
    if (!(error instanceof IdentityKeysUnusable)) throw error;
    const { id, en } = error.text;
    throw new StartTrouble({ id: `${file}: ${id}`, en: `${file}: ${en}` });
  }
}

async function freshKey(file: string, database: KeyedDatabase | undefined): Promise<Uint8Array> {
  if (database === undefined || !(await database.holdsPeople())) return randomBytes(KEY_BYTES);
  const { place } = database;
  throw new StartTrouble({
    id: `Kunci identitas di ${file} tidak ada, padahal basis data di ${place} sudah berisi keputusan atau daftar peserta: tanpa kunci itu tidak seorang pun ditemukan lagi di dalamnya. Kembalikan berkas itu dari cadangan. Tanpa cadangan, hapus basis data itu untuk mulai dari awal; atau tulis kunci baru ke berkas itu, seperti pada docs/deploy.md#the-identity-keys: keputusan lama lalu hanya ditemukan dengan id-nya, dan daftar peserta perlu diimpor lagi.`,
    en: `The identity keys in ${file} are not there, but the database at ${place} holds decisions or a roster: without them, nobody is found in it again. Put the file back from a backup. Without one, delete that database to start anew; or write a new key into the file, as in docs/deploy.md#the-identity-keys: old decisions are then found by their id alone, and the roster has to be imported again.`,
  });
}

const FORMER_KEY = /^[0-9a-f]{64}$/;

/** The key where it stood when there was one only; null where there was none. */
async function formerKey(directory: string): Promise<Uint8Array | null> {
  const file = join(directory, "identity-key");
  const stored = await readFile(file, "utf8").catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  });
  if (stored === null) return null;
  if (FORMER_KEY.test(stored.trim())) return Buffer.from(stored.trim(), "hex");
  throw new StartTrouble({
    id: `Kunci di ${file} rusak. Hapus folder ${directory} untuk mulai dari awal.`,
    en: `The key in ${file} is damaged. Delete the directory ${directory} to start anew.`,
  });
}
