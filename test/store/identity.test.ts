import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import {
  fingerprintsWith,
  fingerprintWith,
  isFingerprintOf,
  keyMark,
  pseudonymsByMark,
  pseudonymsWith,
  pseudonymWith,
} from "../../src/store/identity.ts";

const SECRET = Buffer.alloc(32, 7);
const NIK = "3673991204850001";

describe("a pseudonym", () => {
  test("is an HMAC under a named key, and tells kind from kind", () => {
    const pseudonym = pseudonymWith({ id: "k1", secret: SECRET });
    const hmac = createHmac("sha256", SECRET).update(`nik:${NIK}`).digest("base64url");
    expect(pseudonym("nik", NIK)).toBe(`k1.${hmac}`);
    const names = [pseudonym("nik", NIK), pseudonym("nib", NIK), pseudonym("office", NIK)];
    expect(new Set(names).size).toBe(3);
  });

  test("is another under another key", () => {
    const other = pseudonymWith({ id: "k1", secret: Buffer.alloc(32, 8) });
    expect(other("nik", NIK)).not.toBe(pseudonymWith({ id: "k1", secret: SECRET })("nik", NIK));
  });

  test.each([
    ["a short secret", "k1", Buffer.alloc(31)],
    ["no id", "", SECRET],
    ["an id with a dot", "k.1", SECRET],
  ])("is never made with %s", (_, id, secret) => {
    expect(() => pseudonymWith({ id, secret })).toThrow(RangeError);
  });
});

describe("keys that were replaced", () => {
  const before = { id: "k1", secret: SECRET };
  const now = { id: "k2", secret: Buffer.alloc(32, 8) };
  const pseudonyms = pseudonymsWith({ active: now, former: [before] });

  test("still name people as they did", () => {
    const { pseudonym, formerPseudonyms = [] } = pseudonyms;
    expect([pseudonym, ...formerPseudonyms].map((named) => named("nik", NIK))).toEqual([
      pseudonymWith(now)("nik", NIK),
      pseudonymWith(before)("nik", NIK),
    ]);
  });

  test("are known again by their marks, another secret under the same id is not", () => {
    const known = (key: typeof now) =>
      pseudonymsByMark(pseudonyms)(keyMark(pseudonymWith(key)))?.("nik", NIK) ?? null;
    expect(known(before)).toBe(pseudonymWith(before)("nik", NIK));
    expect(known(now)).toBe(pseudonymWith(now)("nik", NIK));
    expect(known({ id: "k1", secret: Buffer.alloc(32, 9) })).toBeNull();
  });

  test("still tell a text from others", () => {
    const fingerprints = fingerprintsWith({ active: now, former: [before] });
    expect(isFingerprintOf(fingerprintWith(now)("a"), "a", fingerprints)).toBe(true);
    expect(isFingerprintOf(fingerprintWith(before)("a"), "a", fingerprints)).toBe(true);
    expect(isFingerprintOf(fingerprintWith(before)("a"), "b", fingerprints)).toBe(false);
    const unknown = fingerprintWith({ id: "k0", secret: Buffer.alloc(32, 9) })("a");
    expect(isFingerprintOf(unknown, "a", fingerprints)).toBe(false);
  });
});
