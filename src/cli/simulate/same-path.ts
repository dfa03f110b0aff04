import { realpathSync } from "node:fs";
import { resolve } from "node:path";
import { InputTrouble } from "../input.ts";

/** The files that a simulation reads and writes, by option; undefined where one is not named. */
export type NamedFiles = Readonly<
  Record<"in" | "roster" | "map" | "out" | "html", string | undefined>
>;

/**
 * What is read must never be written over, nor one report over another.
 * @throws InputTrouble
 */
export function refuseSamePath(files: NamedFiles): void {
  const { out, html, in: input, roster, map } = files;
  const read = [input, roster, map].flatMap((path) => path ?? []);
  refuseAmong(out, read);
  refuseAmong(html, [...read, ...(out === undefined ? [] : [out])]);
}

function refuseAmong(path: string | undefined, others: readonly string[]): void {
  if (path === undefined || !others.map(whole).includes(whole(path))) return;
  throw new InputTrouble({
    id: `${path} disebut dua kali. Laporan --out dan --html harus berkas yang berlainan, dan bukan yang dibaca dengan --in, --roster atau --map.`,
    en: `${path} is named twice. The reports of --out and --html must be different files, and none that is read by --in, --roster or --map.`,
  });
}

/** A path without links, as far as it is there. */
function whole(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}
