import { describe, expect, it, test } from "vitest";
import {
  newSigningKey,
  type PrivateKeySet,
  publicKeySet,
  readSigningKeys,
} from "../../../src/ledger/receipt/keys.ts";
import { KeysUnusable } from "../../../src/ledger/receipt/keys-unusable.ts";
import { readPublicKeys } from "../../../src/ledger/receipt/public-keys.ts";

const [key] = newSigningKey("2026-1").keys;
const [other] = newSigningKey("2026-2").keys;
if (key === undefined || other === undefined) throw new Error("a new set has a key");
const { d: _, ...retired } = other;

function refusal(read: () => unknown) {
  try {
    read();
  } catch (error) {
    if (error instanceof KeysUnusable) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

describe("signing keys", () => {
  it("are read with one that signs and others that only verify", () => {
    const keys = readSigningKeys(JSON.stringify({ active: "2026-1", keys: [retired, key] }));
    expect([keys.active.kid, keys.active.key.type]).toEqual(["2026-1", "private"]);
    const { d: __, ...active } = key;
    expect(publicKeySet(keys)).toStrictEqual({ keys: [active, retired] });
  });

  it("never publish a private part, even of a retired key that still has one", () => {
    const set = { active: "2026-1", keys: [key, other] };
    const published = JSON.stringify(publicKeySet(readSigningKeys(JSON.stringify(set))));
    expect(published).not.toContain('"d"');
    for (const { d = "" } of set.keys) expect(published).not.toContain(d);
  });

  it.each<[string, string, unknown]>([
    ["keys-not-json", "text", `{"active": "${key.d}"`],
    ["keys-not-a-set", "a bare key", key],
    ["keys-not-a-set", "null", null],
    ["keys-empty", "no key", { active: "2026-1", keys: [] }],
    ["keys-no-kid", "a key without kid", { active: "x", keys: [{ ...key, kid: undefined }] }],
    ["keys-no-kid", "a kid with a space", { active: "a b", keys: [{ ...key, kid: "a b" }] }],
    [
      "keys-kid-twice",
      "a kid twice",
      { active: "2026-1", keys: [key, { ...other, kid: key.kid }] },
    ],
    ["keys-not-p256", "a secret", { active: "s", keys: [{ kty: "oct", k: key.d, kid: "s" }] }],
    ["keys-not-p256", "another curve", { active: "2026-1", keys: [{ ...key, crv: "P-384" }] }],
    ["keys-not-p256", "another use", { active: "2026-1", keys: [{ ...key, use: "enc" }] }],
    [
      "keys-not-p256",
      "a point off the curve",
      { active: "2026-1", keys: [{ ...key, x: other.x }] },
    ],
    ["keys-no-active", "an unknown active kid", { active: "2027-1", keys: [key] }],
    ["keys-no-active", "no active kid", { keys: [key] }],
    ["keys-active-public", "an active key without d", { active: "2026-2", keys: [key, retired] }],
    ["keys-active-damaged", "another's d", { active: "2026-1", keys: [{ ...key, d: other.d }] }],
    ["keys-active-damaged", "no d at all", { active: "2026-1", keys: [{ ...key, d: "%%" }] }],
  ])("are refused with %s: %s, without a word of a key", (code, ___, set) => {
    const json = typeof set === "string" ? set : JSON.stringify(set);
    const error = refusal(() => readSigningKeys(json));
    expect(error.code).toBe(code);
    const told = `${error.stack}${JSON.stringify(error)}${error.text.id}${error.text.en}`;
    for (const part of [key.d, other.d, key.x, other.x, key.y]) expect(told).not.toContain(part);
    expect(error.cause).toBeUndefined();
  });

  test("a new key for one machine can be kept as JSON and read again", () => {
    const set: PrivateKeySet = JSON.parse(JSON.stringify(newSigningKey("local")));
    expect(readSigningKeys(JSON.stringify(set)).active.kid).toBe("local");
    expect(refusal(() => newSigningKey("not a kid")).code).toBe("keys-no-kid");
  });
});

describe("public keys", () => {
  it("are read from a JWK set, keys of another kind passed over and private parts left out", () => {
    const set = { keys: [{ kty: "oct", k: "AAAA", kid: "hmac" }, key, { kty: "RSA" }] };
    const { d: __, ...active } = key;
    expect(readPublicKeys(JSON.stringify(set))).toStrictEqual({ keys: [active] });
  });

  it("are refused where none verifies receipts", () => {
    expect(refusal(() => readPublicKeys('{"keys":[{"kty":"RSA","kid":"r"}]}')).code).toBe(
      "keys-empty",
    );
  });
});
