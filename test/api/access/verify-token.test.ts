import {
  base64url,
  createLocalJWKSet,
  exportSPKI,
  generateKeyPair,
  importJWK,
  SignJWT,
  UnsecuredJWT,
} from "jose";
import { describe, expect, test } from "vitest";
import { createTokenVerifier, type TokenVerifier } from "../../../src/api/access/verify-token.ts";
import {
  AUDIENCE,
  CLAIMS,
  type Claims,
  ISSUER,
  type TokenMaker,
  tokenMaker,
} from "../support/tokens.ts";

const NOW = new Date("2026-11-22T05:00:00Z");
const SECONDS = NOW.getTime() / 1000;

async function made(): Promise<readonly [TokenMaker, TokenVerifier]> {
  const maker = await tokenMaker(NOW);
  const keys = createLocalJWKSet({ keys: [...maker.jwks.keys] });
  return [
    maker,
    createTokenVerifier({ issuer: ISSUER, audience: AUDIENCE, keys, clock: () => NOW }),
  ];
}

const setUp = made();

type Row = readonly [name: string, claims: Claims];

describe("a token is verified", () => {
  test("and says who calls", async () => {
    const [{ token }, verify] = await setUp;
    expect(await verify(await token())).toEqual({
      kind: "verified",
      caller: {
        client: "sistem-perizinan",
        scopes: ["decisions:write", "decisions:read"],
        services: ["kota-uji/*"],
        expiresAt: SECONDS + 3600,
      },
    });
  });

  test("with the system for a client and the person for an officer", async () => {
    const [{ token }, verify] = await setUp;
    const claims = { client_id: "sistem-pasar", sub: "u-17", officer: "Budi", scope: "x" };
    expect(
      await verify(await token({ ...claims, services: "kota-uji/kios kota-uji/uji" })),
    ).toEqual({
      kind: "verified",
      caller: {
        client: "sistem-pasar",
        scopes: [],
        services: ["kota-uji/kios", "kota-uji/uji"],
        officer: "Budi",
        expiresAt: SECONDS + 3600,
      },
    });
  });

  test.each<Row>([
    ["for several audiences", { aud: ["https://lain.test", AUDIENCE] }],
    ["that began a moment after now", { nbf: SECONDS + 5 }],
    ["that ended a moment before now", { exp: SECONDS - 4 }],
    ["without services", { services: undefined }],
    ["without scopes", { scope: undefined }],
  ])("%s", async (_, claims) => {
    const [{ token }, verify] = await setUp;
    expect(await verify(await token(claims))).toMatchObject({ kind: "verified" });
  });

  test.each(["ES384", "EdDSA", "RS256", "PS256"])("signed with %s", async (alg) => {
    const { privateKey, publicKey } = await generateKeyPair(alg);
    const keys = async () => publicKey;
    const verify = createTokenVerifier({
      issuer: ISSUER,
      audience: AUDIENCE,
      keys,
      clock: () => NOW,
    });
    const token = await new SignJWT({ ...CLAIMS, exp: SECONDS + 60 })
      .setProtectedHeader({ alg })
      .sign(privateKey);
    expect(await verify(token)).toMatchObject({ kind: "verified" });
  });
});

describe("a token is refused", () => {
  test.each<readonly [...Row, reason: string]>([
    ["that has expired", { exp: SECONDS - 5 }, "expired"],
    ["that is not yet valid", { nbf: SECONDS + 6 }, "not-yet-valid"],
    ["for another audience", { aud: "https://lain.test" }, "audience"],
    ["for no audience", { aud: undefined }, "audience"],
    ["of another issuer", { iss: `${ISSUER}/` }, "issuer"],
    ["of no issuer", { iss: undefined }, "issuer"],
    ["that never ends", { exp: undefined }, "claims"],
    ["that names no client", { sub: undefined }, "claims"],
    ["whose services are no services", { services: ["*"] }, "claims"],
    ["whose services are a number", { services: 7 }, "claims"],
    ["whose scope is an object", { scope: {} }, "claims"],
    ["whose officer is a number", { officer: 7 }, "claims"],
  ])("%s", async (_, claims, reason) => {
    const [{ token }, verify] = await setUp;
    expect(await verify(await token(claims))).toEqual({ kind: "refused", reason });
  });

  test("that is not signed", async () => {
    const [, verify] = await setUp;
    const token = new UnsecuredJWT({ ...CLAIMS, exp: SECONDS + 60 }).encode();
    expect(await verify(token)).toEqual({ kind: "refused", reason: "algorithm" });
    const named = `${base64url.encode('{"alg":"none","kid":"kunci-1"}')}.${token.split(".")[1]}.`;
    expect(await verify(named)).toEqual({ kind: "refused", reason: "algorithm" });
  });

  test("that is signed with the public key as if it were a secret", async () => {
    const [{ jwks }, verify] = await setUp;
    const [jwk = {}] = jwks.keys;
    const key = await importJWK(jwk, "ES256", { extractable: true });
    if (key instanceof Uint8Array) throw new TypeError("not a public key");
    const secrets = [await exportSPKI(key), JSON.stringify(jwk), JSON.stringify(jwks)];
    for (const secret of secrets) {
      const token = await new SignJWT({ ...CLAIMS, exp: SECONDS + 60 })
        .setProtectedHeader({ alg: "HS256", kid: "kunci-1" })
        .sign(new TextEncoder().encode(secret));
      expect(await verify(token)).toEqual({ kind: "refused", reason: "algorithm" });
    }
  });

  test("that is signed with a secret, even where the keys would give that secret", async () => {
    const secret = new TextEncoder().encode("rahasia yang dibagikan kepada semua orang");
    const keys = async () => secret;
    const options = { issuer: ISSUER, audience: AUDIENCE, keys, clock: () => NOW };
    const token = await new SignJWT({ ...CLAIMS, exp: SECONDS + 60 })
      .setProtectedHeader({ alg: "HS256" })
      .sign(secret);
    const verify = createTokenVerifier(options);
    expect(await verify(token)).toEqual({ kind: "refused", reason: "algorithm" });
  });

  test("of a key that is not the issuer's, whatever it is called", async () => {
    const [, verify] = await setUp;
    const other = await tokenMaker(NOW, "kunci-2");
    expect(await verify(await other.token())).toEqual({ kind: "refused", reason: "key-unknown" });
    const posing = await tokenMaker(NOW, "kunci-1");
    expect(await verify(await posing.token())).toEqual({ kind: "refused", reason: "signature" });
    const [jwk] = posing.jwks.keys;
    const carrying = await posing.token({}, { jku: "https://x.test", jwk: JSON.stringify(jwk) });
    expect(await verify(carrying)).toEqual({ kind: "refused", reason: "signature" });
  });

  test("that was changed after it was signed", async () => {
    const [{ token }, verify] = await setUp;
    const [header, , signature] = (await token()).split(".");
    const claims = { ...CLAIMS, scope: "decisions:review", exp: SECONDS + 60 };
    const changed = [header, base64url.encode(JSON.stringify(claims)), signature].join(".");
    expect(await verify(changed)).toEqual({ kind: "refused", reason: "signature" });
  });

  test.each([
    ["nothing", ""],
    ["a word", "token"],
    ["two dots", ".."],
    ["text that is no base64", "a.b.ç"],
    ["a header that is no object", `${base64url.encode("7")}.e30.e30`],
    ["far too long", `${"a".repeat(9000)}.e30.e30`],
  ])("that is %s", async (_, token) => {
    const [, verify] = await setUp;
    expect(await verify(token)).toEqual({ kind: "refused", reason: "malformed" });
  });
});

test("no token is refused because the issuer's keys cannot be had: that is told apart", async () => {
  const [{ token }] = await setUp;
  const keys = async () => {
    throw new TypeError("fetch failed");
  };
  const verify = createTokenVerifier({
    issuer: ISSUER,
    audience: AUDIENCE,
    keys,
    clock: () => NOW,
  });
  await expect(verify(await token())).rejects.toThrow("fetch failed");
});
