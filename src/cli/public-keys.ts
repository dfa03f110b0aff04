import { publicKeySet, readSigningKeys } from "../ledger/receipt/keys.ts";
import { KeysUnusable } from "../ledger/receipt/keys-unusable.ts";
import { InputTrouble, readInput } from "./input.ts";
import { complainIn, EXIT, type ExitCode, readLanguage, type Terminal } from "./terminal.ts";

export interface PublicKeysOptions {
  readonly lang: string;
}

/** Prints the public keys of the keys that sign, as one line that may be shown to everybody. */
export async function publicKeys(
  terminal: Terminal,
  path: string,
  options: PublicKeysOptions,
): Promise<ExitCode> {
  const language = readLanguage(terminal, options.lang);
  if (language === null) return EXIT.badInput;
  try {
    terminal.print(JSON.stringify(publicKeySet(readSigningKeys(await readInput(path)))));
    return EXIT.done;
  } catch (error) {
    if (!(error instanceof InputTrouble || error instanceof KeysUnusable)) throw error;
    complainIn(terminal, language, error.text);
    return EXIT.badInput;
  }
}
