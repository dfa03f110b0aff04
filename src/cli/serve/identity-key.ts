import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { IdentityKey } from "../../store/identity.ts";
import { keptSecret } from "./kept-secret.ts";
import { StartTrouble } from "./trouble.ts";

const KEY_BYTES = 32;
const KEY = /^[0-9a-f]{64}$/;

/** The key of this data directory, made once. Without it, whoever is stored can't be found again. */
export async function localIdentityKey(directory: string): Promise<IdentityKey> {
  const file = join(directory, "identity-key");
  const stored = (await keptSecret(file, () => randomBytes(KEY_BYTES).toString("hex"))).trim();
  if (!KEY.test(stored)) {
    throw new StartTrouble({
      id: `Kunci di ${file} rusak. Hapus folder ${directory} untuk mulai dari awal.`,
      en: `The key in ${file} is damaged. Delete the directory ${directory} to start anew.`,
    });
  }
  return { id: "local", secret: Buffer.from(stored, "hex") };
}
