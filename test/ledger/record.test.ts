import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { StoredDecision } from "../../src/ledger/entry.ts";
import { newSigningKey, readSigningKeys } from "../../src/ledger/receipt/keys.ts";
import { createReceiptSigner } from "../../src/ledger/receipt/sign.ts";
import { packRecords, storedForm, unpackRecords } from "../../src/ledger/record.ts";
import { runs } from "../support/generate/runs.ts";
import { entryOf, pseudonym } from "./support/entries.ts";

const signer = createReceiptSigner(readSigningKeys(JSON.stringify(newSigningKey("uji"))));

async function storedWith(payload: object, changed: object = {}): Promise<StoredDecision> {
  return storedForm(entryOf({ ...changed, receipt: await signer.sign(payload) }), pseudonym);
}

describe("packed records", () => {
  test("come back as they were, receipts to the letter", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.jsonValue(), { maxLength: 4 }), async (payloads) => {
        const stored = await Promise.all(
          payloads.map((payload) => storedWith({ payload }, { facts: { "a\nb": "c\nd" } })),
        );
        expect(await unpackRecords(await packRecords(stored))).toEqual(stored);
      }),
      runs(100),
    );
  });

  test("hold a receipt over the same decision at next to no cost", async () => {
    const requirements = Array.from({ length: 40 }, (_, index) =>
      createHash("sha256").update(`${index}`).digest("hex"),
    );
    const bare = await packRecords([await storedWith({}, { facts: { requirements } })]);
    const whole = await packRecords([
      await storedWith({ requirements }, { facts: { requirements } }),
    ]);
    expect(whole.byteLength / bare.byteLength).toBeLessThan(1.1);
  });
});
