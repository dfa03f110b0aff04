import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { InputTrouble } from "./input.ts";

/**
 * Writes a file beside its place and moves it there, so that whoever reads it never finds half of it.
 * @throws InputTrouble
 */
export async function writeWhole(path: string, text: string): Promise<void> {
  const beside = `${path}.${process.pid}.new`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(beside, text);
    await rename(beside, path);
  } catch {
    await rm(beside, { force: true }).catch(() => undefined);
    throw new InputTrouble({
      id: `Berkas "${path}" tidak dapat ditulis. Periksa folder dan izinnya.`,
      en: `The file "${path}" cannot be written. Check its directory and permissions.`,
    });
  }
}
