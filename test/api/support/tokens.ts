import { exportJWK, generateKeyPair, type JWK, SignJWT } from "jose";

export const ISSUER = "https://issuer.test/realms/kota-uji";
export const AUDIENCE = "https://layak.test";

/** Claims that replace others; undefined leaves one out. */
export type Claims = Readonly<Record<string, unknown>>;

export interface TokenMaker {
  /** The public keys as the issuer would publish them. */
  readonly jwks: { readonly keys: readonly JWK[] };
  /** A good token, with some claims and header fields replaced. */
  readonly token: (claims?: Claims, header?: Readonly<Record<string, string>>) => Promise<string>;
}

export const CLAIMS = {
  iss: ISSUER,
  aud: AUDIENCE,
  sub: "sistem-perizinan",
  scope: "openid decisions:write decisions:read",
  services: ["kota-uji/*"],
} as const;

const VALID_SECONDS = 3600;

/** An issuer with a fresh ES256 key. `now` is when its tokens are issued. */
export async function tokenMaker(now: Date, kid = "kunci-1"): Promise<TokenMaker> {
  const { privateKey, publicKey } = await generateKeyPair("ES256");
  const issuedAt = Math.floor(now.getTime() / 1000);
  return {
    jwks: { keys: [{ ...(await exportJWK(publicKey)), kid, alg: "ES256", use: "sig" }] },
    token: (claims, header) =>
      new SignJWT({ ...CLAIMS, iat: issuedAt, exp: issuedAt + VALID_SECONDS, ...claims })
        .setProtectedHeader({ alg: "ES256", kid, ...header })
        .sign(privateKey),
  };
}
