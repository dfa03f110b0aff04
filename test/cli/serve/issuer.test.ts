import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { decodeProtectedHeader } from "jose";
import { describe, expect, test } from "vitest";
import { createTokenVerifier } from "../../../src/api/access/verify-token.ts";
import { createLocalIssuer, refuseProduction } from "../../../src/cli/serve/issuer.ts";
import { StartTrouble } from "../../../src/cli/serve/trouble.ts";
import { temporaryFolder, write } from "../../support/files.ts";

const NOW = new Date("2026-11-22T05:00:00Z");
const HOUR = 3_600_000;

/** The public key of RFC 7517, A.1: no token can be signed with it. */
const PUBLIC = JSON.stringify({
  kty: "EC",
  crv: "P-256",
  x: "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
  y: "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM",
});

const issuerIn = (directory: string) =>
  createLocalIssuer({ directory, cities: ["kota-uji", "kota-serang"], clock: () => NOW });

describe("the issuer of one machine", () => {
  test("issues a token for everything, for eight hours", async () => {
    const issuer = await issuerIn(temporaryFolder());
    const token = await issuer.issue();
    const verifiedAt = (clock: () => Date) => createTokenVerifier({ ...issuer, clock })(token);
    expect(await verifiedAt(() => new Date(NOW.getTime() + 8 * HOUR - 1))).toEqual({
      kind: "verified",
      caller: {
        client: "lokal",
        scopes: [
          "decisions:write",
          "decisions:read",
          "decisions:review",
          "coverage:read",
          "bulk:run",
        ],
        services: ["kota-uji/*", "kota-serang/*"],
        officer: "petugas-lokal",
        expiresAt: (NOW.getTime() + 8 * HOUR) / 1000,
      },
    });
    expect(await verifiedAt(() => new Date(NOW.getTime() + 8 * HOUR + 5000))).toEqual({
      kind: "refused",
      reason: "expired",
    });
  });

  test("issues an officer of another client a token that reads and reviews, and asks for nothing", async () => {
    const issuer = await issuerIn(temporaryFolder());
    const verify = createTokenVerifier({ ...issuer, clock: () => NOW });
    expect(await verify(await issuer.issueToOfficer())).toEqual({
      kind: "verified",
      caller: {
        client: "lokal-peninjauan",
        scopes: ["decisions:read", "decisions:review"],
        services: ["kota-uji/*", "kota-serang/*"],
        officer: "peninjau-lokal",
        expiresAt: (NOW.getTime() + 8 * HOUR) / 1000,
      },
    });
  });

  test("keeps its key where only its owner can read it, and takes it up again", async () => {
    const folder = temporaryFolder();
    const first = await issuerIn(folder);
    const file = join(folder, "token-key.json");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const kept = readFileSync(file, "utf8");
    const second = await issuerIn(folder);
    expect(readFileSync(file, "utf8")).toBe(kept);
    const verify = createTokenVerifier({ ...second, clock: () => NOW });
    expect(await verify(await first.issue())).toMatchObject({ kind: "verified" });
  });

  test("of another folder is another issuer's key", async () => {
    const [one, other] = [await issuerIn(temporaryFolder()), await issuerIn(temporaryFolder())];
    const token = await one.issue();
    expect(decodeProtectedHeader(token)).toMatchObject({ alg: "ES256", kid: expect.any(String) });
    const verify = createTokenVerifier({ ...other, clock: () => NOW });
    expect(await verify(token)).toEqual({ kind: "refused", reason: "key-unknown" });
  });

  test.each(["", "{}", "[]", '{"kty":"oct","k":"c2VjcmV0"}', PUBLIC, '{"kty":"EC"'])(
    "says which file is damaged: %j",
    async (content) => {
      const folder = temporaryFolder();
      const file = write(folder, "token-key.json", content);
      const error = await issuerIn(folder).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(StartTrouble);
      expect(String(error)).toContain(`The token key in ${file} is damaged.`);
    },
  );
});

describe("in production", () => {
  test.each<readonly [string, Readonly<Record<string, string>>]>([
    ["LAYAK_STAGE", { LAYAK_STAGE: "production" }],
    ["LAYAK_STAGE", { LAYAK_STAGE: " Prod " }],
    ["NODE_ENV", { NODE_ENV: "production", LAYAK_STAGE: "dev" }],
  ])("it refuses for %s in %j", (name, environment) => {
    expect(() => refuseProduction(environment)).toThrow(`${name} says production`);
  });

  test.each<Readonly<Record<string, string>>>([
    {},
    { NODE_ENV: "development" },
    { NODE_ENV: "test", LAYAK_STAGE: "preproduction" },
  ])("it does not refuse in %j", (environment) => {
    expect(() => refuseProduction(environment)).not.toThrow();
  });
});
