import type { ReceiptPayload } from "../../ledger/receipt/payload.ts";
import { decisionDigestOf } from "../../ledger/receipt/subject.ts";
import { differencesBetween } from "../../ledger/replay/differences.ts";
import { isObject, type JsonObject } from "../../ledger/replay/unreadable.ts";

/**
 * Where a file that holds a receipt says other than the receipt: the paths, and no values, as they
 * may be personal. The file is an answer of the API or a record; what only one of them has is no
 * difference, since a receipt has no texts and no personal values.
 */
export function differencesBeside(file: JsonObject, payload: ReceiptPayload): readonly string[] {
  const { decision } = file;
  if (!isObject(decision)) return pathsOf(file, payload);
  const { decisionDigest } = { decisionDigest: null, ...payload };
  if (decisionDigest === null) return pathsOf(decision, payload);
  // A record holds the whole of a large decision, which its receipt only names.
  const salt = saltIn(file);
  const isSame = salt !== null && decisionDigestOf(decision, salt) === decisionDigest;
  return isSame ? [] : ["decisionDigest"];
}

function pathsOf(told: JsonObject, payload: ReceiptPayload): readonly string[] {
  return differencesBetween(told, payload).flatMap(({ path, recorded, replayed }) =>
    recorded === undefined || replayed === undefined ? [] : [path],
  );
}

function saltIn({ salts }: JsonObject): string | null {
  const salt = isObject(salts) ? salts["facts"] : null;
  return typeof salt === "string" ? salt : null;
}
