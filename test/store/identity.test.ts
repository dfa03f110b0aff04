import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { pseudonymWith } from "../../src/store/identity.ts";

const SECRET = Buffer.alloc(32, 7);
const NIK = "3673991204850001";

describe("a pseudonym", () => {
  test("is an HMAC under a named key, and tells kind from kind", () => {
    const pseudonym = pseudonymWith({ id: "k1", secret: SECRET });
    const hmac = createHmac("sha256", SECRET).update(`nik:${NIK}`).digest("base64url");
    expect(pseudonym("nik", NIK)).toBe(`k1.${hmac}`);
    expect(pseudonym("nib", NIK)).not.toBe(pseudonym("nik", NIK));
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
