import type { Text } from "../../engine/model/text.ts";
import { isDate } from "../../engine/values/calendar.ts";
import { FULL_PROTECTION } from "../../monitoring/coverage/contributions.ts";
import { DIMENSIONS, type Dimension } from "../../monitoring/coverage/report.ts";
import { suggest } from "../../pack/suggest.ts";
import { PROGRAMMES } from "../../registry/roster-file/codes.ts";
import { InputTrouble } from "../input.ts";

/** A roster's file, and the month that it shows. */
export interface RosterFile {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly path: string;
}

/**
 * Reads `--roster`: a file of the month of `asOf`, or `2026-10=october.csv`. From the earliest.
 * @throws InputTrouble
 */
export function readRosterFiles(given: readonly string[], asOf: string): readonly RosterFile[] {
  if (given.length === 0) {
    throw new InputTrouble({
      id: "layak coverage masih memerlukan --roster <berkas>: daftar peserta dari kantor cabang. Selengkapnya: layak coverage count --help",
      en: "layak coverage still needs --roster <file>: the roster of a branch office. More: layak coverage count --help --lang en",
    });
  }
  const files = given.map((one): RosterFile => {
    const [, month = asOf.slice(0, 7), path = one] = /^(\d{4}-\d{2})=(.+)$/s.exec(one) ?? [];
    if (!isDate(`${month}-01`)) throw new InputTrouble(noMonth(one));
    return { month, path };
  });
  const sorted = files.toSorted((one, other) => (one.month < other.month ? -1 : 1));
  const twice = sorted.find(({ month }, index) => sorted[index + 1]?.month === month);
  if (twice === undefined) return sorted;
  throw new InputTrouble({
    id: `Dua daftar untuk bulan ${twice.month}. Sebut bulannya di depan berkas: --roster 2026-10=oktober.csv`,
    en: `Two rosters of the month ${twice.month}. Put the month before the file: --roster 2026-10=october.csv`,
  });
}

function noMonth(given: string): Text {
  return {
    id: `--roster "${given}": bulan ditulis TTTT-BB, misalnya 2026-10=oktober.csv.`,
    en: `--roster "${given}": the month is written YYYY-MM, such as 2026-10=october.csv.`,
  };
}

/**
 * Reads `--by`; all there is unless given.
 * @throws InputTrouble
 */
export function readDimensions(given: string | undefined): readonly Dimension[] {
  if (given === undefined) return DIMENSIONS;
  const asked = given.split(",").map((word) => word.trim().toLowerCase());
  const unknown = asked.find((word) => !isDimension(word));
  if (unknown === undefined) return DIMENSIONS.filter((one) => asked.includes(one));
  const near = suggest(unknown, DIMENSIONS);
  const all = DIMENSIONS.join(", ");
  throw new InputTrouble({
    id: `--by tidak mengenal "${unknown}". ${near === null ? `Yang ada: ${all}.` : `Mungkin maksudnya "${near}"?`}`,
    en: `--by knows no "${unknown}". ${near === null ? `There are: ${all}.` : `Did you mean "${near}"?`}`,
  });
}

function isDimension(word: string): word is Dimension {
  return DIMENSIONS.some((one) => one === word);
}

/**
 * Reads `--programmes`, what protection is to consist of: JKK and JKM unless given.
 * @throws InputTrouble
 */
export function readProgrammes(
  given: string | undefined,
  contribution: string | undefined,
): readonly string[] {
  if (given === undefined) return FULL_PROTECTION;
  if (contribution !== undefined) {
    throw new InputTrouble({
      id: "Pilih salah satu: --contribution memakai satu iuran untuk semua orang, --programmes menghitungnya menurut segmen.",
      en: "Choose one: --contribution takes one contribution for everybody, --programmes works it out by segment.",
    });
  }
  const asked = given.split(",").map((word) => word.trim().toUpperCase());
  const unknown = asked.find((word) => !PROGRAMMES.includes(word));
  if (unknown === undefined) return PROGRAMMES.filter((one) => asked.includes(one));
  const all = PROGRAMMES.join(", ");
  throw new InputTrouble({
    id: `--programmes tidak mengenal "${unknown}". Yang ada: ${all}.`,
    en: `--programmes knows no "${unknown}". There are: ${all}.`,
  });
}
