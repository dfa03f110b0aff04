import type { Text } from "../engine/model/text.ts";

/** Why a whole file cannot be decided, and what to do about it. Nothing is written then. */
export class BulkTrouble extends Error {
  override readonly name = "BulkTrouble";
  readonly text: Text;

  constructor(text: Text) {
    super(text.en ?? text.id);
    this.text = text;
  }
}
