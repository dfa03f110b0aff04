import { join } from "node:path";
import {
  calculateJwkThumbprint,
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  type JWTVerifyGetKey,
  SignJWT,
} from "jose";
import { SCOPES, type Scope } from "../../api/access/routes.ts";
import { keptSecret } from "./kept-secret.ts";
import { StartTrouble } from "./trouble.ts";

/** Issues tokens on one machine, for whoever tries Layak there. */
export interface LocalIssuer {
  readonly issuer: string;
  readonly audience: string;
  /** The public key alone. */
  readonly keys: JWTVerifyGetKey;
  /** A token of the client "lokal" with every scope, valid for eight hours. */
  readonly issue: () => Promise<string>;
  /**
   * A token of another client, with which an officer finds, reads and reviews what "lokal" asked
   * for, valid as long: the client that asked for a decision may not review it.
   */
  readonly issueToOfficer: () => Promise<string>;
}

export interface LocalIssuerOptions {
  /** Where the key pair is kept. */
  readonly directory: string;
  /** The cities whose services the token is for. */
  readonly cities: readonly string[];
  readonly clock: () => Date;
}

const ALGORITHM = "ES256";
const ISSUER = "urn:layak:lokal";
const AUDIENCE = "layak";
const VALID_SECONDS = 8 * 60 * 60;

interface Bearer {
  readonly client: string;
  readonly scopes: readonly Scope[];
  readonly officer: string;
}

const LICENSING: Bearer = { client: "lokal", scopes: SCOPES, officer: "petugas-lokal" };

const REVIEWING: Bearer = {
  client: "lokal-peninjauan",
  scopes: ["decisions:read", "decisions:review"],
  officer: "peninjau-lokal",
};

/**
 * Makes the key pair of this data directory once and issues tokens with it.
 * @throws StartTrouble where the key is damaged.
 */
export async function createLocalIssuer(options: LocalIssuerOptions): Promise<LocalIssuer> {
  const { directory, cities, clock } = options;
  const key = await keptKey(join(directory, "token-key.json"));
  const { d: _, ...shared } = key;
  const kid = await calculateJwkThumbprint(shared);
  const signing = await importJWK(key, ALGORITHM);
  const issueTo = ({ client, scopes, officer }: Bearer) => {
    const now = Math.floor(clock().getTime() / 1000);
    const services = cities.map((city) => `${city}/*`);
    return new SignJWT({ scope: scopes.join(" "), services, officer })
      .setProtectedHeader({ alg: ALGORITHM, kid, typ: "at+jwt" })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setSubject(client)
      .setIssuedAt(now)
      .setExpirationTime(now + VALID_SECONDS)
      .sign(signing);
  };
  return {
    issuer: ISSUER,
    audience: AUDIENCE,
    keys: createLocalJWKSet({ keys: [{ ...shared, kid, alg: ALGORITHM, use: "sig" }] }),
    issue: () => issueTo(LICENSING),
    issueToOfficer: () => issueTo(REVIEWING),
  };
}

/**
 * A service that prints a token for everything has no place in production.
 * @throws StartTrouble where the environment says that this is it.
 */
export function refuseProduction(environment: Readonly<Record<string, string | undefined>>): void {
  const named = ["LAYAK_STAGE", "NODE_ENV"].find((name) =>
    /^prod(uction)?$/i.test(environment[name]?.trim() ?? ""),
  );
  if (named === undefined) return;
  throw new StartTrouble({
    id: `${named} menyebut produksi, sedangkan perintah ini menerbitkan tokennya sendiri untuk siapa saja. Hapus ${named}, atau pasang Layak seperti pada serverless.yml.`,
    en: `${named} says production, but this command issues its own tokens to anybody. Unset ${named}, or deploy Layak as serverless.yml does.`,
  });
}

async function keptKey(file: string): Promise<JWK> {
  const kept = await keptSecret(file, freshKey);
  try {
    const key: JWK = JSON.parse(kept);
    await importJWK(key, ALGORITHM);
    if (key.kty === "EC" && key.d !== undefined) return key;
    throw new TypeError("not a private key of the algorithm");
  } catch {
    // Whatever is wrong with it, the way out is the same.
    throw new StartTrouble({
      id: `Kunci token di ${file} rusak. Hapus file itu; kunci baru dibuat saat mulai lagi.`,
      en: `The token key in ${file} is damaged. Delete that file; a new key is made on the next start.`,
    });
  }
}

async function freshKey(): Promise<string> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  return JSON.stringify(await exportJWK(privateKey));
}
