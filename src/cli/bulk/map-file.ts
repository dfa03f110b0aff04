import type { ColumnMap } from "../../bulk/matching.ts";
import { InputTrouble, readInput } from "../input.ts";

/**
 * Reads which fact each column holds: `{ "STATUS_BPJS": "coverage.status", "CATATAN": null }`.
 * @throws InputTrouble
 */
export async function readMap(path: string): Promise<ColumnMap> {
  const text = (await readInput(path)).replace(/^\uFEFF/, "");
  const map = parsed(text);
  if (isMap(map)) return map;
  throw new InputTrouble({
    id: `Berkas ${path} harus objek JSON dari nama kolom ke fakta, misalnya {"STATUS_BPJS": "coverage.status"}; null berarti kolom itu diabaikan.`,
    en: `The file ${path} must be a JSON object from column to fact, such as {"STATUS_BPJS": "coverage.status"}; null leaves a column out.`,
  });
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
