import type { ColumnMap } from "../../bulk/matching.ts";
import type { Text } from "../../engine/model/text.ts";
import { InputTrouble, readInput } from "../input.ts";

/**
 * Reads which fact each column holds: `{ "STATUS_BPJS": "coverage.status", "CATATAN": null }`.
 * @throws InputTrouble
 */
export async function readMap(path: string): Promise<ColumnMap> {
  const map = parsed((await textOf(path)).replace(/^\uFEFF/, ""));
  if (isMap(map)) return map;
  throw new InputTrouble(noMap(path, { id: "bukan itu", en: "is not one" }));
}

/** A pair written into the command itself is no file: what is wanted is told in both cases. */
async function textOf(path: string): Promise<string> {
  try {
    return await readInput(path);
  } catch {
    throw new InputTrouble(noMap(path, UNREADABLE));
  }
}

const UNREADABLE = {
  id: "tidak dapat dibaca; periksa nama dan izinnya",
  en: "cannot be read; check its name and permissions",
};

function noMap(path: string, trouble: Required<Text>): Text {
  return {
    id: `--map menunggu berkas JSON yang menyebut fakta tiap kolom, misalnya {"STATUS_BPJS": "coverage.status"}; null berarti kolom itu diabaikan. "${path}" ${trouble.id}.`,
    en: `--map wants a JSON file that names each column's fact, such as {"STATUS_BPJS": "coverage.status"}; null leaves a column out. "${path}" ${trouble.en}.`,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isMap(value: unknown): value is ColumnMap {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((id: unknown) => id === null || typeof id === "string");
}
