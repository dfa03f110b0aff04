import { existsSync, lstatSync, realpathSync } from "node:fs";
import { readSeedRecord, seedRecordOf } from "../../allocation/seed-record.ts";
import { written } from "../../allocation/written.ts";
import { InputTrouble, readInput } from "../input.ts";
import { Differs } from "./differs.ts";
import { writeNew } from "./write.ts";

/** A commitment at hand. */
export interface CommitmentFile {
  readonly path: string;
  readonly sha256: string;
}

/** The file beside a commitment, not beside a link to it, that says by which seed it was drawn. */
export function seedFileOf(path: string): string {
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  const own = isLink ? realpathSync(path) : path;
  return `${own.replace(/\.json$/, "")}-seed.json`;
}

/**
 * Holds a seed against the one by which a commitment was drawn.
 * @returns whether it was drawn, by this very seed
 * @throws Differs, InputTrouble
 */
export async function drawnBy({ path, sha256 }: CommitmentFile, seed: string): Promise<boolean> {
  const file = seedFileOf(path);
  if (!existsSync(file)) return false;
  const record = readSeedRecord(await readInput(file));
  if (record?.commitmentSha256 !== sha256) {
    throw new InputTrouble({
      id: `"${file}" bukan catatan seed komitmen "${path}", atau diubah sesudah ditulis. Pakai berkas yang semula; bila itu milik komitmen lain, pindahkan.`,
      en: `"${file}" is no record of the seed of the commitment "${path}", or was changed after it was written. Use the file as it was; if it belongs to another commitment, move it away.`,
    });
  }
  if (record.seed === seed) return true;
  throw new Differs([
    {
      id: `Komitmen "${path}" sudah diundi dengan seed "${record.seed}", tercatat di "${file}". Undian hanya sekali, jadi seed "${seed}" ditolak. Untuk mengundi lagi, buat dan umumkan komitmen baru dengan --commit.`,
      en: `The commitment "${path}" was drawn by the seed "${record.seed}" already, on record in "${file}". A draw is held once, so the seed "${seed}" is refused. To draw again, make and announce a new commitment with --commit.`,
    },
  ]);
}

/** @throws InputTrouble */
export async function recordSeed({ path, sha256 }: CommitmentFile, seed: string): Promise<void> {
  await writeNew(seedFileOf(path), written(seedRecordOf(sha256, seed)), 0o644);
}
