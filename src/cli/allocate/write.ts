import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { asCsv, asNdjson, type Table } from "../../allocation/tables.ts";
import { InputTrouble } from "../input.ts";

/**
 * Refuses files that are there already, before any is written: a step writes all or nothing.
 * @throws InputTrouble
 */
export function refuseWritten(paths: readonly string[]): void {
  const there = paths.find((path) => existsSync(path));
  if (there !== undefined) throw alreadyThere(there);
  const places = paths.map((path) => resolve(path));
  const twice = paths.find((_, index) => places.indexOf(places[index] ?? "") < index);
  if (twice === undefined) return;
  throw new InputTrouble({
    id: `"${twice}" disebut untuk dua berkas. Pilih nama lain bagi salah satunya.`,
    en: `"${twice}" is named for two files. Choose another name for one of them.`,
  });
}

/**
 * Writes a file that must not be there yet: no commitment or result is ever lost to another.
 * @param mode who may read it; a file that names people is its owner's alone
 * @throws InputTrouble
 */
export async function writeNew(path: string, text: string, mode: 0o644 | 0o600): Promise<void> {
  try {
    await writeFile(path, text, { flag: "wx", mode });
  } catch (error) {
    const isThere = error instanceof Error && "code" in error && error.code === "EEXIST";
    if (isThere) throw alreadyThere(path);
    throw new InputTrouble({
      id: `"${path}" tidak dapat ditulis. Periksa foldernya dan izinnya.`,
      en: `"${path}" cannot be written. Check its directory and permissions.`,
    });
  }
}

function alreadyThere(path: string): InputTrouble {
  return new InputTrouble({
    id: `"${path}" sudah ada dan tidak ditimpa. Pilih nama lain.`,
    en: `"${path}" is there already and is not overwritten. Choose another name.`,
  });
}

/**
 * A table in the form that the file's name asks for.
 * @throws InputTrouble
 */
export function tableFor(path: string): (table: Table) => string {
  if (/\.csv$/i.test(path)) return asCsv;
  if (/\.(?:ndjson|jsonl)$/i.test(path)) return asNdjson;
  throw new InputTrouble({
    id: `"${path}" harus berakhir dengan .csv atau .ndjson.`,
    en: `"${path}" must end in .csv or .ndjson.`,
  });
}
