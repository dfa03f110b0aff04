import { readFile, rm, writeFile } from "node:fs/promises";
import type { Server, ServerResponse } from "node:http";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { close, listen } from "./listen.ts";
import { StartTrouble } from "./trouble.ts";

export interface EmbeddedDatabase {
  readonly endpoint: string;
  readonly stop: () => Promise<void>;
}

/** Where the embedded database of a data directory keeps its files. */
export function databaseFolder(directory: string): string {
  return join(directory, "database");
}

/**
 * Starts dynalite, a DynamoDB for one machine, with its data in a directory. The directory serves
 * one process at a time.
 * @throws StartTrouble where dynalite is not installed or the directory is in use.
 */
export async function startEmbeddedDatabase(directory: string): Promise<EmbeddedDatabase> {
  const addressFile = join(directory, "database-address");
  await refuseIfInUse(addressFile, directory);
  const server = await createDatabase(databaseFolder(directory));
  const answering = answersInFlight(server);
  const endpoint = await listen(server, 0);
  await writeFile(addressFile, endpoint);
  return {
    endpoint,
    stop: async () => {
      await rm(addressFile, { force: true });
      if (await isQuiet(answering)) await close(server);
      else abandon(server);
    },
  };
}

/** The answers that the database has yet to give. */
function answersInFlight(server: Server): Set<ServerResponse> {
  const answering = new Set<ServerResponse>();
  server.prependListener("request", (_request, response) => {
    for (const earlier of answering) if (earlier.writableEnded) answering.delete(earlier);
    answering.add(response);
  });
  return answering;
}

/** Lets the process end although the server is still there. */
function abandon(server: Server): void {
  server.closeAllConnections();
  server.unref();
}

const QUIET_MILLISECONDS = 300;

/**
 * dynalite throws where nobody can catch it when it is closed at work. If it does not come to rest
 * its files are left as they are: LevelDB survives that.
 */
async function isQuiet(answering: ReadonlySet<ServerResponse>): Promise<boolean> {
  const last = performance.now() + QUIET_MILLISECONDS;
  const isBusy = () => [...answering].some(({ writableEnded }) => !writableEnded);
  while (isBusy() && performance.now() < last) await pause(10);
  return !isBusy();
}

async function createDatabase(path: string): Promise<Server> {
  try {
    const { default: dynalite } = await import("dynalite");
    return dynalite({ path, createTableMs: 0 });
  } catch (error) {
    if (!isNotInstalled(error)) throw error;
    throw new StartTrouble({
      id: 'Basis data lokal belum terpasang. Jalankan "npm install dynalite", atau pakai DynamoDB lain dengan --endpoint.',
      en: 'The local database is not installed. Run "npm install dynalite", or use another DynamoDB with --endpoint.',
    });
  }
}

function isNotInstalled(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND";
}

const LOOK_MILLISECONDS = 500;

/**
 * dynalite ends the whole process when another one holds its files, so ask first whether the
 * database that was started last still answers. After a crash nothing does.
 */
async function refuseIfInUse(addressFile: string, directory: string): Promise<void> {
  const address = await readFile(addressFile, "utf8").catch(() => null);
  if (address === null || !(await isDatabase(address))) return;
  throw new StartTrouble({
    id: `Layak lain sedang berjalan dengan data di ${directory}. Hentikan dulu, atau pilih folder lain dengan --data.`,
    en: `Another Layak is running with the data in ${directory}. Stop it, or choose another directory with --data.`,
  });
}

async function isDatabase(address: string): Promise<boolean> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(LOOK_MILLISECONDS) });
    return (await answer.text()).startsWith("healthy: dynamodb");
  } catch {
    return false;
  }
}
