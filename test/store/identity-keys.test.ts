import { describe, expect, test } from "vitest";
import { identityKeySetOf, readIdentityKeys } from "../../src/store/identity-keys.ts";
import { IdentityKeysUnusable } from "../../src/store/identity-keys-unusable.ts";

const [FIRST, SECOND] = [Buffer.alloc(32, 7), Buffer.alloc(48, 8)];
const FIRST_KEY = { id: "2026-1", secret: FIRST.toString("base64") };
const SECOND_KEY = { id: "2026-2", secret: SECOND.toString("base64") };

function fault(text: string): IdentityKeysUnusable {
  try {
    readIdentityKeys(text);
  } catch (error) {
    if (error instanceof IdentityKeysUnusable) return error;
    throw error;
  }
  throw new Error("these keys were read");
}

describe("identity keys", () => {
  test("are one that is active and those before it", () => {
    const text = JSON.stringify({ active: "2026-2", keys: [FIRST_KEY, SECOND_KEY] });
    expect(readIdentityKeys(text)).toEqual({
      active: { id: "2026-2", secret: SECOND },
      former: [{ id: "2026-1", secret: FIRST }],
    });
  });

  test("of one key are written as they are read", () => {
    const key = { id: "local", secret: FIRST };
    const text = JSON.stringify(identityKeySetOf(key));
    expect(readIdentityKeys(text)).toEqual({ active: key, former: [] });
  });

  const listed = (...keys: readonly unknown[]) => JSON.stringify({ active: "2026-1", keys });

  test.each([
    ["no JSON", `{"active":"2026-1","keys":[${FIRST_KEY.secret}`, "identity-keys-not-json"],
    ["no object", "[]", "identity-keys-not-a-set"],
    ["no list", '{"active":"2026-1","keys":{}}', "identity-keys-not-a-set"],
    ["an empty list", listed(), "identity-keys-not-a-set"],
    ["one key as it was before", '{"key":"aaaa","id":"2026-1"}', "identity-keys-not-a-set"],
    ["a key without an id", listed({ secret: FIRST_KEY.secret }), "identity-keys-no-id"],
    ["an id with signs", listed({ ...FIRST_KEY, id: "2026.1" }), "identity-keys-no-id"],
    ["an id twice", listed(FIRST_KEY, { ...SECOND_KEY, id: "2026-1" }), "identity-keys-id-twice"],
    ["no secret", listed({ id: "2026-1" }), "identity-keys-not-base64"],
    [
      "a secret with a letter too many",
      listed({ ...FIRST_KEY, secret: `${FIRST_KEY.secret}x` }),
      "identity-keys-not-base64",
    ],
    [
      "a short secret",
      listed({ ...FIRST_KEY, secret: Buffer.alloc(31, 7).toString("base64") }),
      "identity-keys-too-short",
    ],
    [
      "a secret twice",
      listed(FIRST_KEY, { ...FIRST_KEY, id: "2026-2" }),
      "identity-keys-secret-twice",
    ],
    ["no active one", JSON.stringify({ keys: [FIRST_KEY] }), "identity-keys-no-active"],
    [
      "an active one that is not listed",
      JSON.stringify({ active: "2026-3", keys: [FIRST_KEY, SECOND_KEY] }),
      "identity-keys-no-active",
    ],
  ])("are refused with %s, and told without a secret", (_, text, code) => {
    const { code: told, text: message, message: english } = fault(text);
    expect(told).toBe(code);
    expect(english).toBe(message.en);
    for (const { secret } of [FIRST_KEY, SECOND_KEY]) {
      expect(`${message.id} ${message.en}`).not.toContain(secret.slice(0, 12));
    }
  });

  test("tell which keys could be active", () => {
    const text = JSON.stringify({ active: "2026-3", keys: [FIRST_KEY, SECOND_KEY] });
    expect(fault(text).text).toEqual({
      id: '"active" harus menyebut id kunci identitas yang dipakai mulai sekarang, salah satu dari: 2026-1, 2026-2.',
      en: '"active" must name the id of the identity key in use from now on, one of: 2026-1, 2026-2.',
    });
  });
});
