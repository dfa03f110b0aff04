import { compactVerify, decodeProtectedHeader, errors, importJWK } from "jose";
import { canonicalJson } from "../../engine/values/canonical.ts";
import type { Identity } from "../entry.ts";
import type { ReceiptPayload } from "./payload.ts";
import type { PublicKeySet } from "./public-keys.ts";
import { RECEIPT_ALGORITHM, RECEIPT_TYPE } from "./sign.ts";
import { subjectOf } from "./subject.ts";

/** Whom a receipt is said to be about, and the salt that came back beside it. */
export interface ReceiptClaims {
  readonly applicant: Identity;
  readonly subjectSalt: string;
}

/** Why a receipt is not genuine. The codes are stable; `docs/receipts.md` lists them. */
export type FalseReceipt =
  | "malformed"
  | "type-foreign"
  | "algorithm-refused"
  | "key-unknown"
  | "signature-wrong"
  | "content-foreign";

export type Verification =
  | {
      readonly kind: "genuine";
      readonly decision: ReceiptPayload;
      readonly subject: "same" | "different" | "not-asked";
    }
  | { readonly kind: "false"; readonly reason: FalseReceipt };

/** Tells whether a receipt was given by whoever holds the keys, and whether it is about someone. */
export async function verifyReceipt(
  receipt: string,
  { keys }: PublicKeySet,
  claims?: ReceiptClaims,
): Promise<Verification> {
  const header = headerOf(receipt);
  if (header === null) return refused("malformed");
  if (header.typ !== RECEIPT_TYPE) return refused("type-foreign");
  if (header.alg !== RECEIPT_ALGORITHM) return refused("algorithm-refused");
  const key = keys.find(({ kid }) => kid === header.kid);
  if (key === undefined) return refused("key-unknown");
  const payload = await signedPayload(receipt, key);
  if (payload === null) return refused("signature-wrong");
  const decision = decisionIn(payload);
  if (decision === null) return refused("content-foreign");
  if (claims === undefined) return { kind: "genuine", decision, subject: "not-asked" };
  const subject = subjectOf(claims.applicant, claims.subjectSalt);
  const isSame = subject === decision.subject;
  return { kind: "genuine", decision, subject: isSame ? "same" : "different" };
}

function refused(reason: FalseReceipt): Verification {
  return { kind: "false", reason };
}

/**
 * The header, or null where the text is no compact JWS. Each part must be written in the one way
 * there is: base64url leaves bits over, and a text with others there would be another receipt.
 */
function headerOf(receipt: string): ReturnType<typeof decodeProtectedHeader> | null {
  const parts = receipt.split(".");
  const isWritten = (part: string) => Buffer.from(part, "base64url").toString("base64url") === part;
  if (parts.length !== 3 || !parts.every(isWritten)) return null;
  try {
    return decodeProtectedHeader(receipt);
  } catch {
    return null;
  }
}

async function signedPayload(
  receipt: string,
  key: PublicKeySet["keys"][number],
): Promise<Uint8Array | null> {
  try {
    const { payload } = await compactVerify(receipt, await importJWK({ ...key }), {
      algorithms: [RECEIPT_ALGORITHM],
    });
    return payload;
  } catch (error) {
    if (error instanceof errors.JOSEError) return null;
    throw error;
  }
}

/** The decision, where the payload is one and in the form in which receipts are written. */
function decisionIn(payload: Uint8Array): ReceiptPayload | null {
  const text = new TextDecoder().decode(payload);
  try {
    const value: unknown = JSON.parse(text);
    return isDecision(value) && canonicalJson(value) === text ? value : null;
  } catch {
    return null;
  }
}

/** Its signature says that Layak wrote it; its outline says that it is a decision. */
function isDecision(value: unknown): value is ReceiptPayload {
  if (typeof value !== "object" || value === null) return false;
  const texts = ["id", "issuedAt", "subject", "factsDigest", "service", "asOf", "outcome"];
  const record: Readonly<Record<string, unknown>> = { ...value };
  return (
    texts.every((key) => typeof record[key] === "string") && Array.isArray(record["requirements"])
  );
}
