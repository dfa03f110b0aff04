import type { Text } from "../../engine/model/text.ts";

/** A record, or the policy in it, that Layak did not write. It never quotes the record. */
export class RecordUnreadable extends Error {
  override readonly name = "RecordUnreadable";
  readonly text: Text;

  /** `path` is where the record goes wrong: `policy.requirements[0].conditions`. */
  constructor(path: string) {
    const text = {
      id: `Catatan ini tidak dapat dibaca pada "${path}". Minta lagi dari GET /v1/decisions/{id}/record.`,
      en: `This record cannot be read at "${path}". Ask for it again by GET /v1/decisions/{id}/record.`,
    };
    super(text.en);
    this.text = text;
  }
}

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @throws RecordUnreadable where it is no object. */
export function objectAt(path: string, value: unknown): JsonObject {
  if (isObject(value)) return value;
  throw new RecordUnreadable(path);
}

/** @throws RecordUnreadable where it is no list. */
export function listAt(path: string, value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new RecordUnreadable(path);
}
