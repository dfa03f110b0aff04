import { mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { formOf } from "../../bulk/form.ts";
import { linesOf } from "../../population/lines.ts";
import type { Population } from "../../population/population.ts";
import { InputTrouble } from "../input.ts";
import { writeParquet } from "./parquet.ts";
import { type WriteRowsOptions, writeRows } from "./write-rows.ts";

/**
 * Writes the first rows of a population into a file, in the form that its name ends with. It is
 * written beside, and takes its name once it is whole; where the work stops nothing is left.
 * @throws BulkTrouble, InputTrouble; the signal's reason where it stops
 */
export async function writePopulation(
  out: string,
  population: Population,
  options: WriteRowsOptions,
): Promise<void> {
  const form = formOf(out);
  const folder = `${out}.partial`;
  const [rows, parquet] = [join(folder, "rows"), join(folder, "parquet")];
  try {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const lines = linesOf(form === "csv" ? "csv" : "ndjson", population);
    await writeRows(rows, lines, population, options);
    const { signal } = options;
    if (form === "parquet") await writeParquet(rows, parquet, population, { folder, signal });
    await rename(form === "parquet" ? parquet : rows, out);
  } catch (error) {
    throw isOfTheSystem(error) ? cannotWrite(out) : error;
  } finally {
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** A folder that is no folder, a full disk, and the like. */
function isOfTheSystem(error: unknown): boolean {
  return error instanceof Error && "syscall" in error;
}

function cannotWrite(out: string): InputTrouble {
  return new InputTrouble({
    id: `Berkas "${out}" tidak dapat ditulis. Periksa folder, izin dan sisa tempatnya.`,
    en: `The file "${out}" cannot be written. Check its directory, permissions and the room left.`,
  });
}
