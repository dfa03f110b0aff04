import { formatDate } from "../../engine/explanation/format.ts";
import { type Language, say, type Text } from "../../engine/model/text.ts";
import { counted } from "../counted.ts";
import type { Terminal } from "../terminal.ts";
import type { Basis } from "./basis.ts";

/** What was made. */
export interface PopulationSummary {
  readonly service: string;
  readonly asOf: string;
  readonly seed: number;
  readonly rows: number;
  readonly out: string;
  /** Names of the files that say what the population is like. */
  readonly marginals: readonly string[];
  readonly basis: Basis;
}

/** Tells what was made, and what its figures rest on. */
export function tellSummary(
  { print }: Terminal,
  language: Language,
  { service, asOf, seed, rows, out, marginals, basis }: PopulationSummary,
): void {
  const tell = (text: Text) => print(say(text, language));
  const list = (names: readonly string[]) => names.join(", ");
  tell({
    id: `${service}, ${asOf}, benih ${seed}: ${rows} permohonan buatan, tertulis di ${out}`,
    en: `${service}, ${asOf}, seed ${seed}: ${counted(rows, "synthetic application")}, written to ${out}`,
  });
  tell({ id: `Angka dari: ${list(marginals)}`, en: `Figures from: ${list(marginals)}` });
  for (const { name, reports } of basis.reported) {
    const told = reports.map(
      ({ publisher, date }) => `${publisher}, ${formatDate(date, language)}`,
    );
    tell({
      id: `Bersandar pada laporan: ${name} (${told.join("; ")})`,
      en: `Rests on a report: ${name} (${told.join("; ")})`,
    });
  }
  if (basis.assumed.length > 0) {
    tell({ id: `Dianggap: ${list(basis.assumed)}`, en: `Assumed: ${list(basis.assumed)}` });
  }
  if (basis.madeUp.length > 0) {
    tell({
      id: `Tidak dinyatakan, dikarang dari katalog dan aturan: ${list(basis.madeUp)}`,
      en: `Not stated, made up from the catalogue and the rules: ${list(basis.madeUp)}`,
    });
  }
}
