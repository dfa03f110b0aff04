import { access, constants, mkdir } from "node:fs/promises";
import type { Server } from "node:http";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createAdaptorServer } from "@hono/node-server";
import { createTokenVerifier } from "../../api/access/verify-token.ts";
import { createApp } from "../../api/app.ts";
import type { BaseDependencies } from "../../api/dependencies.ts";
import type { Log } from "../../api/log.ts";
import { contractFilesIn } from "../../api/openapi/contract-files.ts";
import { readyChecks } from "../../api/ready-checks.ts";
import { jsonRulesEngineOpinion } from "../../api/second-opinion.ts";
import { todayInJakarta } from "../../api/today.ts";
import type { Pack } from "../../engine/model/pack.ts";
import type { Language } from "../../engine/model/text.ts";
import { createClaims } from "../../ledger/claims.ts";
import { createLedger } from "../../ledger/dynamodb-ledger.ts";
import { publicKeySet } from "../../ledger/receipt/keys.ts";
import { createReceiptSigner } from "../../ledger/receipt/sign.ts";
import { MAXIMUM_AGE_DAYS } from "../../registry/freshness.ts";
import { loadRoster } from "../../registry/load-roster.ts";
import { readRosterCounts } from "../../registry/read-counts.ts";
import { syntheticRoster } from "../../registry/synthetic-roster.ts";
import { createStoreClient } from "../../store/client.ts";
import { fingerprintsWith, pseudonymsWith } from "../../store/identity.ts";
import { ensureTables } from "../../store/tables.ts";
import { contractOfRules } from "./contract.ts";
import { localCoverage } from "./coverage.ts";
import { daysIn } from "./days.ts";
import { databaseFolder, startEmbeddedDatabase } from "./embedded-database.ts";
import { createGateway } from "./gateway.ts";
import { localIdentityKeys } from "./identity-keys.ts";
import { createLocalIssuer, refuseProduction } from "./issuer.ts";
import { keepVerifications } from "./kept-verification.ts";
import { close, listen } from "./listen.ts";
import { deletingExpired, keepingReviewed, retentionFrom } from "./retention.ts";
import { localSigningKeys } from "./signing-keys.ts";
import { holdsPeople } from "./stored-people.ts";
import { TABLES } from "./tables.ts";
import { StartTrouble } from "./trouble.ts";

export interface StartOptions {
  readonly pack: Pack;
  /** 0 takes any port that is free. */
  readonly port: number;
  /** Where the embedded database and the keys are kept. */
  readonly data: string;
  /** Where the build wrote the OpenAPI document and its page. */
  readonly contract: string;
  /** A DynamoDB to use in place of the embedded one. */
  readonly endpoint?: string;
  readonly language: Language;
  /** Spaces of indentation in answers; none unless stated. */
  readonly indent?: number;
  readonly clock: () => Date;
  readonly log: Log;
  /** Of the process; it says whether this is production. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export interface Service {
  readonly address: string;
  /** Lets its bearer do everything, for eight hours. */
  readonly token: string;
  /** Lets an officer review what the other's bearer asked for, as long. */
  readonly officerToken: string;
  readonly stop: () => Promise<void>;
}

const LOAD_MILLISECONDS = 30_000;

/**
 * Starts the whole service on one machine: the database, the synthetic roster of today, the app.
 * @throws StartTrouble
 */
export async function startService(options: StartOptions): Promise<Service> {
  const { pack, port, data, contract, endpoint, language, indent, clock, log, environment } =
    options;
  refuseProduction(environment);
  const retention = retentionFrom(environment);
  const maximumAgeDays = daysIn(environment, "LAYAK_COVERAGE_MAXIMUM_AGE_DAYS", MAXIMUM_AGE_DAYS);
  await makeDirectory(data);
  const cities = new Set([...pack.services.keys()].map((id) => id.split("/")[0] ?? id));
  const issuer = await createLocalIssuer({ directory: data, cities: [...cities], clock });
  const database = endpoint === undefined ? await startEmbeddedDatabase(data) : null;
  const client = createStoreClient({
    region: "local",
    endpoint: database?.endpoint ?? endpoint ?? "",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  const stopStore = async () => {
    client.destroy();
    await database?.stop();
  };
  try {
    await prepareTables(client, endpoint);
    const identityKeys = await localIdentityKeys(data, {
      place: endpoint ?? databaseFolder(data),
      holdsPeople: () => holdsPeople(client, TABLES),
    });
    const signingKeys = await localSigningKeys(data);
    const pseudonyms = pseudonymsWith(identityKeys);
    const roster = syntheticRoster(todayInJakarta(clock()));
    const target = { client, table: TABLES.coverage, ...pseudonyms };
    // Another database may hold the roster of real people: it is never replaced.
    if (database !== null) {
      await loadRoster(target, roster, AbortSignal.timeout(LOAD_MILLISECONDS));
    }
    const base: BaseDependencies = {
      clock,
      log,
      language,
      ...(indent !== undefined && { indent }),
    };
    const tables = { client, table: TABLES.decisions, applicants: TABLES.applicants, clock };
    const ledger = keepingReviewed(
      createLedger({ ...tables, ...pseudonyms, ...retention }),
      tables,
    );
    const inUse = { ...target, clock, maximumAgeDays };
    const coverage = localCoverage(environment, inUse, log);
    const app = createApp({
      ...base,
      pack,
      coverage: coverage.registry,
      rosterCounts: (signal) => readRosterCounts(target, signal),
      ledger,
      claims: createClaims({ client, table: TABLES.claims }),
      ...fingerprintsWith(identityKeys),
      secondOpinion: jsonRulesEngineOpinion(pack),
      signer: createReceiptSigner(signingKeys),
      contract: contractOfRules(pack, contractFilesIn(contract)),
      publicKeys: publicKeySet(signingKeys),
      checks: readyChecks(pack, ledger, coverage.look),
    });
    const fetch = createGateway(
      app,
      keepVerifications(createTokenVerifier({ ...issuer, clock }), clock),
    );
    const server = createAdaptorServer({ fetch });
    if (!isPlainServer(server)) throw new TypeError("the adaptor made no plain HTTP server");
    const address = await listenOn(server, port);
    const deleting = database === null ? null : deletingExpired(client, TABLES, { clock, log });
    return {
      address,
      token: await issuer.issue(),
      officerToken: await issuer.issueToOfficer(),
      stop: async () => {
        await close(server);
        await deleting?.stop();
        await stopStore();
      },
    };
  } catch (error) {
    await stopStore();
    throw error;
  }
}

async function makeDirectory(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
    await access(path, constants.W_OK);
  } catch {
    throw new StartTrouble({
      id: `Tidak dapat menulis ke folder ${path}. Pilih folder lain dengan --data.`,
      en: `The directory ${path} cannot be written to. Choose another with --data.`,
    });
  }
}

async function prepareTables(client: DynamoDBClient, endpoint: string | undefined): Promise<void> {
  try {
    await ensureTables(client, TABLES);
  } catch (error) {
    if (endpoint === undefined) throw error;
    throw new StartTrouble({
      id: `Tidak ada DynamoDB yang menjawab di ${endpoint}. Periksa --endpoint, atau hilangkan untuk memakai basis data lokal.`,
      en: `No DynamoDB answers at ${endpoint}. Check --endpoint, or leave it out to use the local database.`,
    });
  }
}

function isPlainServer(server: ReturnType<typeof createAdaptorServer>): server is Server {
  return "closeAllConnections" in server;
}

async function listenOn(server: Server, port: number): Promise<string> {
  try {
    return await listen(server, port);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code !== "EADDRINUSE" && code !== "EACCES") throw error;
    const taken = code === "EADDRINUSE";
    throw new StartTrouble({
      id: `Port ${port} ${taken ? "sudah dipakai" : "tidak boleh dipakai"}. Pilih port lain, misalnya --port ${port + 1}, atau --port 0 untuk port mana pun yang bebas.`,
      en: `Port ${port} is ${taken ? "taken" : "not allowed"}. Choose another, such as --port ${port + 1}, or --port 0 for any that is free.`,
    });
  }
}
