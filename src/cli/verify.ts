import { type Language, say } from "../engine/model/text.ts";
import { KeysUnusable } from "../ledger/receipt/keys-unusable.ts";
import { type PublicKeySet, readPublicKeys } from "../ledger/receipt/public-keys.ts";
import { type Verification, verifyReceipt } from "../ledger/receipt/verify.ts";
import { InputTrouble, readInput } from "./input.ts";
import { complainIn, EXIT, type ExitCode, readLanguage, type Terminal } from "./terminal.ts";
import { differencesBeside } from "./verify/beside.ts";
import { readClaims } from "./verify/read-claims.ts";
import { readReceipt } from "./verify/read-receipt.ts";
import { type Beside, tellVerification } from "./verify/tell.ts";

export interface VerifyOptions {
  readonly keys: string;
  readonly applicant?: string;
  readonly salt?: string;
  readonly lang: string;
  readonly json?: boolean;
}

/** The receipt is false, about another applicant, or other than the file around it says. */
const REFUSED: ExitCode = 2;

/**
 * Says whether a receipt is genuine, what it decides, and whether it is about an applicant. It
 * needs no network and no rules.
 */
export async function verify(
  terminal: Terminal,
  given: string,
  options: VerifyOptions,
): Promise<ExitCode> {
  const language = readLanguage(terminal, options.lang);
  if (language === null) return EXIT.badInput;
  try {
    const { receipt, subjectSalt, file } = await readReceipt(given);
    const salt = options.salt ?? subjectSalt;
    const claims = readClaims(options.applicant, salt);
    const keys = await readKeys(options.keys);
    const verification = await verifyReceipt(receipt, keys, claims);
    const isGenuine = verification.kind === "genuine";
    const differences = isGenuine && file ? differencesBeside(file, verification.decision) : [];
    const beside = { differences, hasSalt: salt !== undefined };
    const lines = told(terminal, verification, beside, options, language);
    for (const line of lines) terminal.print(line);
    const isAsTold = isGenuine && verification.subject !== "different" && differences.length === 0;
    return isAsTold ? EXIT.done : REFUSED;
  } catch (error) {
    if (!(error instanceof InputTrouble)) throw error;
    complainIn(terminal, language, error.text);
    return EXIT.badInput;
  }
}

function told(
  { paint }: Terminal,
  verification: Verification,
  beside: Beside,
  { json }: VerifyOptions,
  language: Language,
): readonly string[] {
  if (json !== true) return tellVerification(paint, verification, beside, language);
  const { differences } = beside;
  const whole = { ...verification, ...(differences.length > 0 && { fileDiffersAt: differences }) };
  return [JSON.stringify(whole, null, 2)];
}

async function readKeys(path: string): Promise<PublicKeySet> {
  const json = await readInput(path);
  try {
    return readPublicKeys(json);
  } catch (error) {
    if (!(error instanceof KeysUnusable)) throw error;
    const { text } = error;
    throw new InputTrouble({
      id: `${path}: ${text.id}`,
      en: `${path}: ${say(text, "en")}`,
    });
  }
}
