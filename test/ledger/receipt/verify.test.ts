import { createHmac, createPublicKey } from "node:crypto";
import fc from "fast-check";
import { CompactSign, importJWK } from "jose";
import { describe, expect, it, test } from "vitest";
import { canonicalJson } from "../../../src/engine/values/canonical.ts";
import { newSigningKey, publicKeySet, readSigningKeys } from "../../../src/ledger/receipt/keys.ts";
import type { ReceiptPayload } from "../../../src/ledger/receipt/payload.ts";
import { createReceiptSigner } from "../../../src/ledger/receipt/sign.ts";
import { newSalts, subjectOf } from "../../../src/ledger/receipt/subject.ts";
import { verifyReceipt } from "../../../src/ledger/receipt/verify.ts";
import { runs } from "../../support/generate/runs.ts";

const SET = newSigningKey("2026-1");
const [KEY] = SET.keys;
if (KEY === undefined) throw new Error("a new set has a key");
const KEYS = readSigningKeys(JSON.stringify(SET));
const JWKS = publicKeySet(KEYS);
const APPLICANT = { kind: "nik", number: "3673995708790002" } as const;
const SALTS = newSalts();

const PAYLOAD: ReceiptPayload = {
  id: "01a20236-8e61-7d0f-8ded-3252df7f8a48",
  issuedAt: "2026-11-22T05:00:00.000Z",
  subject: subjectOf(APPLICANT, SALTS.subject),
  factsDigest: "sha256:02",
  service: "kota-uji/kios",
  policy: { from: "2026-01-01", status: "pilot", digest: "sha256:00" },
  asOf: "2026-11-22",
  outcome: "eligible",
  provisional: [],
  requirements: [],
  missing: [],
  validUntil: null,
  validUntilBecause: [],
  remedies: [],
  facts: {},
};
const RECEIPT = await createReceiptSigner(KEYS).sign(PAYLOAD);
const [HEADER = "", BODY = "", SIGNATURE = ""] = RECEIPT.split(".");

const encode = (text: string) => Buffer.from(text).toString("base64url");
const falsely = (reason: string) => ({ kind: "false", reason });

/** Signed by our own key, but with another header or payload. */
async function signed(header: object, payload = canonicalJson(PAYLOAD)): Promise<string> {
  const key = await importJWK({ ...KEY }, "ES256");
  const full = { alg: "ES256", kid: "2026-1", typ: "layak-receipt+jws", ...header };
  return new CompactSign(Buffer.from(payload)).setProtectedHeader(full).sign(key);
}

describe("a receipt", () => {
  it("is a compact JWS over the canonical payload, with alg, kid and typ", () => {
    const text = (part: string) => Buffer.from(part, "base64url").toString();
    expect(JSON.parse(text(HEADER))).toStrictEqual({
      alg: "ES256",
      kid: "2026-1",
      typ: "layak-receipt+jws",
    });
    expect(text(BODY)).toBe(canonicalJson(PAYLOAD));
    expect(SIGNATURE).toHaveLength(86);
  });

  it("is genuine, and gives the decision", async () => {
    expect(await verifyReceipt(RECEIPT, JWKS)).toStrictEqual({
      kind: "genuine",
      decision: PAYLOAD,
      subject: "not-asked",
    });
  });

  it.each([
    ["the applicant and the salt", "same", APPLICANT, SALTS.subject],
    ["another salt", "different", APPLICANT, SALTS.facts],
    ["another person", "different", { kind: "nik", number: "3673991204850001" }, SALTS.subject],
    ["a NIB of those digits", "different", { ...APPLICANT, kind: "nib" }, SALTS.subject],
  ] as const)("tells about whom it is: by %s it is %s", async (_, subject, applicant, salt) => {
    const claims = { applicant, subjectSalt: salt };
    expect(await verifyReceipt(RECEIPT, JWKS, claims)).toMatchObject({ kind: "genuine", subject });
  });

  it("still verifies when its key was retired, and not when it was taken away", async () => {
    const next = newSigningKey("2027-1");
    const { d: _, ...retired } = KEY;
    const rotated = readSigningKeys(
      JSON.stringify({ active: "2027-1", keys: [...next.keys, retired] }),
    );
    const fresh = await createReceiptSigner(rotated).sign(PAYLOAD);
    const kinds = [RECEIPT, fresh].map((one) => verifyReceipt(one, publicKeySet(rotated)));
    expect((await Promise.all(kinds)).map(({ kind }) => kind)).toEqual(["genuine", "genuine"]);
    const without = publicKeySet(readSigningKeys(JSON.stringify(next)));
    expect(await verifyReceipt(RECEIPT, without)).toStrictEqual(falsely("key-unknown"));
  });

  it("is false where another key has taken its kid", async () => {
    const impostor = readSigningKeys(JSON.stringify(newSigningKey("2026-1")));
    const forged = await createReceiptSigner(impostor).sign(PAYLOAD);
    expect(await verifyReceipt(forged, JWKS)).toStrictEqual(falsely("signature-wrong"));
  });
});

describe("refused", () => {
  const unsigned = (header: object, signature = "") =>
    `${encode(JSON.stringify({ kid: "2026-1", typ: "layak-receipt+jws", ...header }))}.${BODY}.${signature}`;
  const hmacWith = (secret: string) => {
    const open = unsigned({ alg: "HS256" }).slice(0, -1);
    return `${open}.${createHmac("sha256", secret).update(open).digest("base64url")}`;
  };
  const pem = createPublicKey({ key: { ...KEY }, format: "jwk" }).export({
    type: "spki",
    format: "pem",
  });

  it.each<[string, string, string | Promise<string>]>([
    ["malformed", "nothing", ""],
    ["malformed", "two parts", `${HEADER}.${BODY}`],
    ["malformed", "four parts", `${RECEIPT}.`],
    ["malformed", "a space", `${RECEIPT} `],
    ["malformed", "base64 in place of base64url", `${RECEIPT}=`],
    ["malformed", "a header that is no JSON", `${encode("{")}.${BODY}.${SIGNATURE}`],
    ["algorithm-refused", "alg none", unsigned({ alg: "none" })],
    ["algorithm-refused", "alg None", unsigned({ alg: "None" })],
    [
      "algorithm-refused",
      "HS256 with the public key as JSON",
      hmacWith(JSON.stringify(JWKS.keys[0])),
    ],
    ["algorithm-refused", "HS256 with the public key as PEM", hmacWith(String(pem))],
    ["algorithm-refused", "ES384 in name", unsigned({ alg: "ES384" }, SIGNATURE)],
    ["key-unknown", "another kid", signed({ kid: "2025-1" })],
    ["key-unknown", "no kid", signed({ kid: undefined })],
    ["key-unknown", "a kid of every object", signed({ kid: "constructor" })],
    ["type-foreign", "a token of another kind", signed({ typ: "at+jwt" })],
    ["type-foreign", "no typ", signed({ typ: undefined })],
    ["signature-wrong", "no signature", `${HEADER}.${BODY}.`],
    ["signature-wrong", "a signature cut short", RECEIPT.slice(0, -2)],
    ["signature-wrong", "a signature of zeros", `${HEADER}.${BODY}.${"A".repeat(86)}`],
    ["content-foreign", "another content", signed({}, '{"iss":"https://issuer.example"}')],
    ["content-foreign", "a content that is not canonical", signed({}, JSON.stringify(PAYLOAD))],
    ["content-foreign", "no JSON", signed({}, "eligible")],
  ])("as %s: %s", async (reason, _, receipt) => {
    expect(await verifyReceipt(await receipt, JWKS)).toStrictEqual(falsely(reason));
  });

  test("where any one character of any part is another, or gone, or twice", async () => {
    const characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ ";
    const change = fc.record({
      at: fc.nat(RECEIPT.length - 1),
      to: fc.constantFrom("", ...characters),
      twice: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ at, to, twice }) => {
        const character = RECEIPT[at] ?? "";
        const changed =
          RECEIPT.slice(0, at) + (twice ? character + to : to) + RECEIPT.slice(at + 1);
        fc.pre(changed !== RECEIPT);
        expect((await verifyReceipt(changed, JWKS)).kind).toBe("false");
      }),
      runs(1500),
    );
  });

  test("where the last character differs only in bits that base64url leaves over", async () => {
    const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const last = RECEIPT.length - 1;
    for (const character of alphabet) {
      const changed = RECEIPT.slice(0, last) + character;
      if (changed !== RECEIPT) expect((await verifyReceipt(changed, JWKS)).kind).toBe("false");
    }
  });
});
