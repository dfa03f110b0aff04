import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import type { Text } from "../engine/model/text.ts";

/** What a command was given that it cannot use, and what to do about it. */
export class InputTrouble extends Error {
  override readonly name = "InputTrouble";
  readonly text: Text;

  constructor(text: Text) {
    super(text.en ?? text.id);
    this.text = text;
  }
}

/**
 * The text of a file, or of standard input where the path is `-`.
 * @throws InputTrouble
 */
export async function readInput(path: string): Promise<string> {
  try {
    return path === "-" ? await text(process.stdin) : await readFile(path, "utf8");
  } catch {
    throw new InputTrouble({
      id: `Berkas "${path}" tidak dapat dibaca. Periksa nama dan izinnya.`,
      en: `The file "${path}" cannot be read. Check its name and permissions.`,
    });
  }
}
