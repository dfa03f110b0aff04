import { isObject, type JsonObject } from "../../ledger/replay/unreadable.ts";
import { InputTrouble, readInput } from "../input.ts";

/** A receipt, with the salt where it stood beside it. */
export interface GivenReceipt {
  readonly receipt: string;
  readonly subjectSalt?: string;
  /** The file around it, where it came in an answer or a record. */
  readonly file?: JsonObject;
}

/** How the header of every compact JWS begins, whole or damaged; no file is named so. */
const RECEIPT = /^\s*eyJ[\w-]{20,}\./;

/**
 * A receipt itself, or a file that holds one: as text, or in an answer or record of the API as
 * JSON; `-` for standard input.
 * @throws InputTrouble
 */
export async function readReceipt(given: string): Promise<GivenReceipt> {
  if (RECEIPT.test(given)) return { receipt: unwrapped(given) };
  const content = await readInput(given);
  if (!content.trimStart().startsWith("{")) return { receipt: unwrapped(content) };
  const answer = parsed(content);
  const receipt = textAt(answer, ["receipt"]);
  if (receipt === undefined) throw noReceipt(given);
  const subjectSalt =
    textAt(answer, ["salts", "subject"]) ?? textAt(answer, ["decision", "salts", "subject"]);
  return {
    receipt,
    ...(subjectSalt !== undefined && { subjectSalt }),
    ...(isObject(answer) && { file: answer }),
  };
}

/** Letters and printers break long lines. */
function unwrapped(text: string): string {
  return text.replaceAll(/\s/g, "");
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
}

function textAt(value: unknown, path: readonly string[]): string | undefined {
  const found = path.reduce<unknown>(
    (at, key) =>
      typeof at === "object" && at !== null ? Object.getOwnPropertyDescriptor(at, key)?.value : at,
    value,
  );
  return typeof found === "string" ? found : undefined;
}

function noReceipt(given: string): InputTrouble {
  const name = given === "-" ? "<stdin>" : given;
  return new InputTrouble({
    id: `Tidak ada bukti keputusan di ${name}. Berikan buktinya sendiri, atau jawaban API yang memuat "receipt".`,
    en: `There is no receipt in ${name}. Give the receipt itself, or an answer of the API that holds "receipt".`,
  });
}
