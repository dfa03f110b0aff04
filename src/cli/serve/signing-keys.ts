import { join } from "node:path";
import { newSigningKey, readSigningKeys, type SigningKeys } from "../../ledger/receipt/keys.ts";
import { KeysUnusable } from "../../ledger/receipt/keys-unusable.ts";
import { keptSecret } from "./kept-secret.ts";
import { StartTrouble } from "./trouble.ts";

/**
 * The keys that sign the receipts of this data directory, made once: receipts of earlier runs
 * verify with them.
 * @throws StartTrouble where they are damaged.
 */
export async function localSigningKeys(directory: string): Promise<SigningKeys> {
  const file = join(directory, "signing-keys.json");
  const text = await keptSecret(file, () => JSON.stringify(newSigningKey("lokal-1")));
  try {
    return readSigningKeys(text);
  } catch (error) {
    if (!(error instanceof KeysUnusable)) throw error;
    const { id, en = id } = error.text;
    throw new StartTrouble({ id: `${file}: ${id}`, en: `${file}: ${en}` });
  }
}
