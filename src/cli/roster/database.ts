import { mkdir } from "node:fs/promises";
import type { RosterTarget } from "../../registry/target.ts";
import { createStoreClient } from "../../store/client.ts";
import { pseudonymsWith } from "../../store/identity.ts";
import { ensureTables } from "../../store/tables.ts";
import { databaseFolder, startEmbeddedDatabase } from "../serve/embedded-database.ts";
import { localIdentityKeys } from "../serve/identity-keys.ts";
import { holdsPeople } from "../serve/stored-people.ts";
import { TABLES } from "../serve/tables.ts";
import { StartTrouble } from "../serve/trouble.ts";

/** Writing many members at once may be throttled for a while. */
const ATTEMPTS = 8;
const REQUEST_MILLISECONDS = 10_000;

export interface DatabaseOptions {
  /** Where the identity key is kept, and the embedded database. */
  readonly data: string;
  readonly endpoint?: string;
}

/**
 * Works on the roster of a data directory, or of another database with that directory's key.
 * @throws StartTrouble
 */
export async function withRoster<Value>(
  { data, endpoint }: DatabaseOptions,
  work: (target: RosterTarget) => Promise<Value>,
): Promise<Value> {
  await makeDirectory(data);
  const database = endpoint === undefined ? await startEmbeddedDatabase(data) : null;
  const client = createStoreClient({
    region: "local",
    endpoint: database?.endpoint ?? endpoint ?? "",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    attempts: ATTEMPTS,
    requestMilliseconds: REQUEST_MILLISECONDS,
  });
  try {
    await ensureTables(client, TABLES).catch((error: unknown) => {
      throw endpoint === undefined ? error : unanswered(endpoint);
    });
    const keys = await localIdentityKeys(data, {
      place: endpoint ?? databaseFolder(data),
      holdsPeople: () => holdsPeople(client, TABLES),
    });
    const pseudonyms = pseudonymsWith(keys);
    return await work({ client, table: TABLES.coverage, ...pseudonyms });
  } finally {
    client.destroy();
    await database?.stop();
  }
}

async function makeDirectory(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch {
    throw new StartTrouble({
      id: `Tidak dapat menulis ke folder ${path}. Pilih folder lain dengan --data.`,
      en: `The directory ${path} cannot be written to. Choose another with --data.`,
    });
  }
}

function unanswered(endpoint: string): StartTrouble {
  return new StartTrouble({
    id: `Tidak ada DynamoDB yang menjawab di ${endpoint}. Periksa --endpoint.`,
    en: `No DynamoDB answers at ${endpoint}. Check --endpoint.`,
  });
}
