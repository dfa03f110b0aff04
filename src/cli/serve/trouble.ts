import type { Text } from "../../engine/model/text.ts";

/** What keeps the service from starting, and what to do about it. */
export class StartTrouble extends Error {
  override readonly name = "StartTrouble";
  readonly text: Text;

  constructor(text: Text) {
    super(text.en ?? text.id);
    this.text = text;
  }
}
