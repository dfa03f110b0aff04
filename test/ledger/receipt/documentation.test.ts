import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { KeysErrorCode } from "../../../src/ledger/receipt/keys-unusable.ts";
import type { FalseReceipt } from "../../../src/ledger/receipt/verify.ts";

const REASONS: Readonly<Record<FalseReceipt, true>> = {
  malformed: true,
  "type-foreign": true,
  "algorithm-refused": true,
  "key-unknown": true,
  "signature-wrong": true,
  "content-foreign": true,
};

const KEYS: Readonly<Record<KeysErrorCode, true>> = {
  "keys-not-json": true,
  "keys-not-a-set": true,
  "keys-empty": true,
  "keys-no-kid": true,
  "keys-kid-twice": true,
  "keys-not-p256": true,
  "keys-no-active": true,
  "keys-active-public": true,
  "keys-active-damaged": true,
};

describe("docs/receipts.md", () => {
  it("tells every code, and none that there is not", () => {
    const rows = readFileSync("docs/receipts.md", "utf8").match(/^\| `[^|]*/gm) ?? [];
    const told = rows.flatMap((row) =>
      [...row.matchAll(/`([a-z0-9-]+)`/g)].map(([, code]) => code),
    );
    const keys = ["reason", "id", "subject"];
    expect(told.filter((code) => !keys.includes(code ?? "")).sort()).toEqual(
      [...Object.keys(REASONS), ...Object.keys(KEYS)].sort(),
    );
  });
});
