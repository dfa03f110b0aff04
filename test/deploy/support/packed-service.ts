import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { todayInJakarta } from "../../../src/api/today.ts";
import { close, listen } from "../../../src/cli/serve/listen.ts";
import { newSigningKey, publicKeySet, readSigningKeys } from "../../../src/ledger/receipt/keys.ts";
import { loadRoster } from "../../../src/registry/load-roster.ts";
import { syntheticRoster } from "../../../src/registry/synthetic-roster.ts";
import { pseudonymWith } from "../../../src/store/identity.ts";
import { identityKeySetOf } from "../../../src/store/identity-keys.ts";
import { ensureTables } from "../../../src/store/tables.ts";
import { AUDIENCE, ISSUER, type TokenMaker, tokenMaker } from "../../api/support/tokens.ts";
import type { TestDatabase } from "../../store/support/database.ts";
import { type Deployment, deploy } from "./deployment.ts";
import { createLocalGateway } from "./local-gateway.ts";
import { bareEnvironment, type Resources } from "./template.ts";

const SECRET = Buffer.alloc(32, 7);
const NAMES = {
  coverage: "layak-test-coverage",
  decisions: "layak-test-decisions",
  claims: "layak-test-claims",
  applicants: "layak-test-applicants",
};

/** The service as `npm run package` packs it, behind an HTTP API and with tables of this machine. */
export interface PackedService {
  readonly address: () => string;
  readonly issuer: () => TokenMaker;
  readonly deployment: () => Deployment;
}

interface Started {
  readonly address: string;
  readonly issuer: TokenMaker;
  readonly deployment: Deployment;
}

/**
 * Packs and starts the service before the tests of a file, and stops it after them. `more` gives the
 * settings by which it finds other services of this machine.
 */
export function packedService(
  database: TestDatabase,
  more: () => Readonly<Record<string, string>>,
): PackedService {
  const directory = mkdtempSync(join(tmpdir(), "layak-packed-"));
  const servers: Server[] = [];
  let started: Started | null = null;
  const served = async (server: Server) => {
    servers.push(server);
    return await listen(server, 0);
  };
  beforeAll(async () => {
    await fillTables(database);
    const issuer = await tokenMaker(new Date());
    const jwks = createServer((_request, response) => response.end(JSON.stringify(issuer.jwks)));
    const { resources, archives } = pack(directory);
    const deployment = deploy({
      resources,
      archives,
      directory: join(directory, "unpacked"),
      settings: settingsWith(await served(jwks)),
      environment: {
        AWS_REGION: "ap-southeast-3",
        AWS_ACCESS_KEY_ID: "local",
        AWS_SECRET_ACCESS_KEY: "local",
        LAYAK_DYNAMODB_ENDPOINT: database.endpoint(),
        ...more(),
      },
    });
    const address = await served(createLocalGateway(resources, deployment));
    started = { address, issuer, deployment };
  });
  afterAll(async () => {
    started?.deployment.stop();
    for (const server of servers) await close(server);
    rmSync(directory, { recursive: true, force: true });
  });
  const running = () => {
    if (started === null) throw new Error("the service has not started");
    return started;
  };
  return {
    address: () => running().address,
    issuer: () => running().issuer,
    deployment: () => running().deployment,
  };
}

/** Without credentials, and with no setting of this machine's. */
function pack(directory: string) {
  const service = join(directory, "service");
  const order = ["scripts/package.mjs", "--stage", "test", "--directory", service];
  execFileSync(process.execPath, order, { env: bareEnvironment(directory), stdio: "pipe" });
  const archives = join(service, ".serverless");
  const template: { readonly Resources: Resources } = JSON.parse(
    readFileSync(join(archives, "cloudformation-template-update-stack.json"), "utf8"),
  );
  return { resources: template.Resources, archives };
}

function settingsWith(jwks: string): Readonly<Record<string, string>> {
  const signingKeys = JSON.stringify(newSigningKey("receipts-1"));
  return {
    "/layak/test/identity-keys": JSON.stringify(identityKeySetOf({ id: "test-1", secret: SECRET })),
    "/layak/test/signing-keys": signingKeys,
    "/layak/test/public-keys": JSON.stringify(publicKeySet(readSigningKeys(signingKeys))),
    "/layak/test/token-issuer": ISSUER,
    "/layak/test/token-audience": AUDIENCE,
    "/layak/test/token-jwks": jwks,
  };
}

async function fillTables(database: TestDatabase): Promise<void> {
  await ensureTables(database.client(), NAMES);
  const pseudonym = pseudonymWith({ id: "test-1", secret: SECRET });
  const target = { client: database.client(), table: NAMES.coverage, pseudonym };
  const roster = syntheticRoster(todayInJakarta(new Date()));
  await loadRoster(target, roster, AbortSignal.timeout(20_000));
}
