import type { Text } from "../../engine/model/text.ts";

/** What keeps a set of keys from being used. The codes are stable; `docs/receipts.md` lists them. */
export type KeysErrorCode =
  | "keys-not-json"
  | "keys-not-a-set"
  | "keys-empty"
  | "keys-no-kid"
  | "keys-kid-twice"
  | "keys-not-p256"
  | "keys-no-active"
  | "keys-active-public"
  | "keys-active-damaged";

/** Keys that cannot be used. No part of a key ever stands in it. */
export class KeysUnusable extends Error {
  override readonly name = "KeysUnusable";
  readonly code: KeysErrorCode;
  readonly text: Text;

  constructor(code: KeysErrorCode, text: Text) {
    super(text.en ?? text.id);
    this.code = code;
    this.text = text;
  }
}
