/** What keeps identity keys from being used. The codes are stable; `docs/deploy.md` lists them. */
export type IdentityKeysErrorCode =
  | "identity-keys-not-json"
  | "identity-keys-not-a-set"
  | "identity-keys-no-id"
  | "identity-keys-id-twice"
  | "identity-keys-not-base64"
  | "identity-keys-too-short"
  | "identity-keys-secret-twice"
  | "identity-keys-no-active";

/** Identity keys that cannot be used. No part of a secret ever stands in it. */
export class IdentityKeysUnusable extends Error {
  override readonly name = "IdentityKeysUnusable";
  readonly code: IdentityKeysErrorCode;
  readonly text: { readonly id: string; readonly en: string };

  constructor(code: IdentityKeysErrorCode, text: { readonly id: string; readonly en: string }) {
    super(text.en);
    this.code = code;
    this.text = text;
  }
}
