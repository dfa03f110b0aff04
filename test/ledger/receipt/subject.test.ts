import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { factsDigestOf, isSalt, newSalts, subjectOf } from "../../../src/ledger/receipt/subject.ts";
import { runs } from "../../support/generate/runs.ts";

const SALT = "AAECAwQFBgcICQoLDA0ODw";
const BYTES = Buffer.from("000102030405060708090a0b0c0d0e0f", "hex");

function sha256(...parts: readonly (string | Uint8Array)[]): string {
  return `sha256:${createHash("sha256")
    .update(Buffer.concat(parts.map((part) => Buffer.from(part))))
    .digest("hex")}`;
}

describe("salts", () => {
  it("are 16 bytes each, in base64url, and never the same", () => {
    const salts = Array.from({ length: 500 }, newSalts).flatMap(({ subject, facts }) => [
      subject,
      facts,
    ]);
    expect(salts.every(isSalt)).toBe(true);
    expect(salts.every((salt) => Buffer.from(salt, "base64url").length === 16)).toBe(true);
    expect(new Set(salts).size).toBe(1000);
  });

  it.each(["", "AAECAwQFBgcICQoLDA0OD", "AAECAwQFBgcICQoLDA0ODx", "AAECAwQFBgcICQoLDA0O=w"])(
    "%j is none",
    (text) => {
      expect(isSalt(text)).toBe(false);
    },
  );
});

describe("the subject of a decision", () => {
  it.each(["nik", "nib", "office"] as const)(
    "is a hash over the salt's bytes and the %s",
    (kind) => {
      const number = "3673995708790002";
      expect(subjectOf({ kind, number }, SALT)).toBe(sha256(BYTES, `${kind}:${number}`));
    },
  );

  test("is another for each decision about one applicant, and tells nobody's apart by its salt", () => {
    fc.assert(
      fc.property(fc.constantFrom("nik", "nib"), fc.stringMatching(/^\d{16}$/), (kind, number) => {
        const applicant = { kind, number } as const;
        const [first, second] = [newSalts(), newSalts()];
        const subject = subjectOf(applicant, first.subject);
        expect(subjectOf(applicant, first.subject)).toBe(subject);
        expect(subjectOf(applicant, second.subject)).not.toBe(subject);
        expect(subjectOf({ kind, number: `${number}0` }, first.subject)).not.toBe(subject);
      }),
      runs(200),
    );
  });
});

describe("the digest of facts", () => {
  it("is a hash over the salt's bytes and the facts, whatever the order of their keys", () => {
    const facts = { "b.c": [true, null], a: "Rp" };
    const digest = sha256(BYTES, '{"a":"Rp","b.c":[true,null]}');
    expect(factsDigestOf(facts, SALT)).toBe(digest);
    expect(factsDigestOf({ a: "Rp", "b.c": [true, null] }, SALT)).toBe(digest);
  });
});
