import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { IdentityKeys } from "../../store/identity.ts";
import { identityKeySetOf, readIdentityKeys } from "../../store/identity-keys.ts";
import { IdentityKeysUnusable } from "../../store/identity-keys-unusable.ts";
import { keptSecret } from "./kept-secret.ts";
import { StartTrouble } from "./trouble.ts";

const KEY_BYTES = 32;

/**
 * The keys of this data directory, made once. Without them, whoever is stored can't be found again.
 * A directory of the time when there was one key keeps it, as the first of its keys.
 * @throws StartTrouble where they are damaged.
 */
export async function localIdentityKeys(directory: string): Promise<IdentityKeys> {
  const file = join(directory, "identity-keys.json");
  const text = await keptSecret(file, async () => {
    const secret = (await formerKey(directory)) ?? randomBytes(KEY_BYTES);
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
