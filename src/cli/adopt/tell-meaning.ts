import { join } from "node:path";
import type { Meaning } from "../../analysis/adoption/meaning.ts";
import { type Language, say, type Text } from "../../engine/model/text.ts";
import { DIAGNOSTIC_CODES, type DiagnosticCode } from "../../pack/diagnostics/codes.ts";
import { counted } from "../counted.ts";
import { COLUMNS } from "../test/columns.ts";
import { testCommand } from "../test/command.ts";
import type { View } from "./view.ts";

/**
 * What is odd about a version without keeping it from being adopted, also as it is meant: a line for
 * each code, with the places, as a version can have many of one.
 */
export function tellMeaning(
  { terminal, language, rules }: View,
  { broken, doubts: others, unsettled }: Meaning,
  meant: readonly string[],
): void {
  const doubts = [...others, ...broken.filter(({ code }) => meant.includes(code))];
  const codes = [...new Set(doubts.map(({ code }) => code))].sort();
  if (codes.length > 0) {
    terminal.complain(terminal.paint.yellow(say(countOf(doubts.length), language)));
  }
  for (const code of codes) {
    const own = doubts.filter((one) => one.code === code);
    const meant = say(DIAGNOSTIC_CODES[code], language);
    terminal.complain(`  ${code} ${meant} (${own.length}): ${placesIn(own, rules)}`);
    const advice = ADVICE[code];
    if (advice !== undefined) terminal.complain(`  ${say(advice, language)}`);
  }
  if (unsettled.length > 0) terminal.complain(say(open(unsettled.length, rules), language));
}

function countOf(count: number): Text {
  return {
    id: `${count} peringatan tentang versi ini:`,
    en: `${count} warning${count === 1 ? "" : "s"} about this version:`,
  };
}

/** What cannot be mended any more as easily once the version is on record. */
const ADVICE: Partial<Readonly<Record<DiagnosticCode, Text>>> = {
  LYK916: {
    id: 'bantuan: lihat naskahnya dan tulis "confirmed" sebelum ditetapkan; sesudahnya hanya dengan --correct',
    en: 'help: see the instruments and write "confirmed" before it is adopted; after that only with --correct',
  },
};

function open(count: number, rules: string): Text {
  const command = rules === "rules" ? "layak validate" : `layak validate ${rules}`;
  return {
    id: `  ${count} hal belum terjawab dalam batas pencarian: ${command} --json`,
    en: `  ${counted(count, "thing")} ${count === 1 ? "was" : "were"} not settled within the search's limit: ${command} --json`,
  };
}

/** `rules/facts.json:3,7; rules/kota/kios/2026-01-01.json:5`. */
function placesIn(
  found: readonly { readonly file: string; readonly line: number }[],
  rules: string,
): string {
  const files = [...new Set(found.map(({ file }) => file))];
  return files
    .map((file) => {
      const lines = found.filter((one) => one.file === file).map(({ line }) => line);
      return `${join(rules, file)}:${[...new Set(lines)].join(",")}`;
    })
    .join("; ");
}

/** How much of the version its cases test, in one line. */
export function coverageLines(
  { coverage }: Meaning,
  rules: string,
  language: Language,
): readonly string[] {
  if (coverage === null) return [];
  const counts = COLUMNS.map(
    ([kind, heading]) =>
      `${say(heading, language)} ${coverage[kind].exercised}/${coverage[kind].possible}`,
  ).join(", ");
  const isWhole = COLUMNS.every(([kind]) => coverage[kind].exercised === coverage[kind].possible);
  const rest = isWhole
    ? { id: "", en: "" }
    : {
        id: `; sisanya: ${testCommand(rules)} --coverage`,
        en: `; the rest: ${testCommand(rules)} --coverage`,
      };
  return [
    say(
      {
        id: `Diuji kasus: ${counts}${rest.id}`,
        en: `Tested by cases: ${counts}${rest.en}`,
      },
      language,
    ),
  ];
}
