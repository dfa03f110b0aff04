import { type Language, say, type Text } from "../../engine/model/text.ts";
import { isUntold, type ToldMonth } from "../../monitoring/coverage/publish.ts";
import type { CoverageReport } from "../../monitoring/coverage/report.ts";
import { counted } from "../counted.ts";
import { complainIn, type Terminal } from "../terminal.ts";
import type { LabelOf } from "./labels.ts";
import { type CoverageTable, hidesSomething, tablesOf } from "./tables.ts";
import { HEADINGS, monthInWords, summaryOf, WORDS } from "./words.ts";

/** The report for people at a terminal: the sentences, then the tables. */
export function tellReport(
  terminal: Terminal,
  report: CoverageReport,
  labelOf: LabelOf,
  language: Language,
): void {
  const { print, paint } = terminal;
  for (const words of summaryOf(report, labelOf, language)) print(say(words, language));
  for (const table of tablesOf(report, labelOf, language)) {
    print("");
    print(paint.bold(table.heading));
    for (const line of linesOf(table)) print(line);
  }
  if (hidesSomething(report)) {
    print("");
    print(say(WORDS.hidden, language));
  }
}

/** What about the files needs to be known, on the stream for trouble. */
export function tellDoubts(
  terminal: Terminal,
  { months }: CoverageReport,
  labelOf: LabelOf,
  language: Language,
): void {
  for (const { month, conflicts, surplus } of months) {
    const when = monthInWords(month, language);
    if (conflicts > 0) complainIn(terminal, language, conflictWords(when, conflicts));
    for (const { place, value, population, named } of surplus) {
      const heading = place === "total" ? WORDS.total : HEADINGS[place];
      const label = place === "total" ? "" : `, ${labelOf(place, value)}`;
      complainIn(terminal, language, {
        id: `${when}, ${heading.id}${label}: daftar peserta menyebut ${named} orang, penduduknya ${population}. Dihitung ${named}; periksa kedua berkas.`,
        en: `${when}, ${heading.en}${label}: the roster names ${named} people, the population has ${population}. Counted as ${named}; check both files.`,
      });
    }
  }
}

/** What whoever gives it out needs to know, on the stream for trouble. */
export function tellPublication(
  terminal: Terminal,
  told: readonly ToldMonth[],
  isKept: boolean,
  language: Language,
): void {
  for (const { shown } of told.filter((one) => isUntold(one.shown))) {
    const month = monthInWords(shown.month, language);
    complainIn(terminal, language, {
      id: `${month}: tidak satu angka pun dapat disebut di luar kantor tanpa membuka angka kecil.`,
      en: `${month}: not one number can be told outside the office without giving small ones back.`,
    });
  }
  if (!isKept) complainIn(terminal, language, UNKEPT);
}

const UNKEPT: Text = {
  id: "Yang keluar dari kantor aman bila berdiri sendiri. Bila bulan lain sudah pernah diterbitkan, keduanya dapat membuka angka kecil: sebut juga --roster semua bulan sebelumnya dengan pilihan yang sama, atau simpan catatannya dengan --published <berkas>.",
  en: "What leaves the office is safe by itself. Beside other months given out earlier it may give small numbers back: name the --roster of all months before too, with the same options, or keep a record with --published <file>.",
};

function conflictWords(when: string, conflicts: number): Text {
  return {
    id: `${when}: baris tentang ${conflicts} orang tidak sama isinya atau salah; mereka dihitung tidak diketahui.`,
    en: `${when}: the rows about ${counted(conflicts, "person", "people")} differ or are wrong; they count as not known.`,
  };
}

function linesOf({ columns, rows }: CoverageTable): readonly string[] {
  const all = [["", ...columns], ...rows.map(({ label, cells }) => [label, ...cells])];
  const widths = all[0]?.map((_, column) =>
    Math.max(...all.map((cells) => cells[column]?.length ?? 0)),
  );
  return all.map((cells) =>
    cells
      .map((cell, column) => {
        const width = widths?.[column] ?? 0;
        return column === 0 ? cell.padEnd(width) : cell.padStart(width);
      })
      .join("  ")
      .trimEnd(),
  );
}
