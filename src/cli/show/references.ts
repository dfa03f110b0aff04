import type { StatedParameter, StatedSource, Statement } from "../../analysis/statement/model.ts";
import { formatDate } from "../../engine/explanation/format.ts";
import { type Language, say, type Text } from "../../engine/model/text.ts";
import type { Block } from "./blocks.ts";
import { citationWords, type Marks, originWords } from "./lines.ts";
import { KIND_WORDS, LEVEL_WORDS, ONLY_TOLD } from "./words.ts";

const AMOUNTS: Text = { id: "Angka dan jangka waktu", en: "Amounts and durations" };
const NO_AMOUNTS: Text = {
  id: "Kebijakan ini tidak memakai angka dari daftar parameter.",
  en: "This policy uses no parameter.",
};
/** Whose entry it is: a city may put its own in the nation's place. */
const LEVEL: Text = { id: "Tingkat", en: "Level" };
const SOURCES: Text = { id: "Sumber", en: "Sources" };
const NO_SOURCES: Text = { id: "Belum ada sumber.", en: "There is no source yet." };

/** The parameters with their amounts on the day, then every source. */
export function referenceBlocks(
  { parameters, sources, asOf }: Statement,
  marks: Marks,
  language: Language,
): readonly Block[] {
  const columns: readonly Text[] = [
    { id: "No.", en: "No." },
    { id: "Nama", en: "Name" },
    { id: "Nilai", en: "Amount" },
    { id: "Sejak", en: "Since" },
    { id: "Dasar", en: "Basis" },
    { id: "Asal", en: "Origin" },
    LEVEL,
  ];
  const rows = parameters.map((parameter) => parameterRow(parameter, marks, language));
  const sourceColumns: readonly Text[] = [
    { id: "Sumber", en: "Source" },
    { id: "Jenis", en: "Kind" },
    { id: "Tanggal", en: "Date" },
    { id: "Naskah", en: "Text" },
    LEVEL,
  ];
  return [
    { kind: "heading", text: say(AMOUNTS, language) },
    rows.length === 0
      ? { kind: "paragraph", text: say(NO_AMOUNTS, language) }
      : { kind: "table", columns: columns.map((text) => say(text, language)), rows },
    { kind: "heading", text: say(SOURCES, language) },
    sources.length === 0
      ? { kind: "paragraph", text: say(NO_SOURCES, language) }
      : {
          kind: "table",
          columns: sourceColumns.map((text) => say(text, language)),
          rows: sources.map((source) => sourceRow(source, asOf, language)),
        },
  ];
}

function parameterRow(
  { name, label, by, level, amount, from, next, citations, assurance, onlyTold }: StatedParameter,
  marks: Marks,
  language: Language,
): readonly string[] {
  const table = by && say({ id: `, menurut ${by.id}`, en: `, by ${by.en}` }, language);
  const later = next === null ? "" : `; ${laterWords(next, by !== undefined, language)}`;
  return [
    marks.get(name) ?? "",
    say(label, language) + (table ?? "") + (onlyTold ? say(ONLY_TOLD, language) : ""),
    say(amount, language) + later,
    from === null ? "–" : formatDate(from, language),
    citationWords(citations, language) || "–",
    originWords(assurance, language) || "–",
    say(LEVEL_WORDS[level], language),
  ];
}

/** A table's day comes first: behind its rows it would be read of the last alone. */
function laterWords(
  { from, amount }: NonNullable<StatedParameter["next"]>,
  isTable: boolean,
  language: Language,
): string {
  const day = formatDate(from, language);
  const words = say(amount, language);
  const since = say({ id: `mulai ${day}`, en: `from ${day}` }, language);
  return isTable ? `${since}: ${words}` : `${words} ${since}`;
}

function sourceRow(
  { title, level, reference, kind, date, until, text }: StatedSource,
  asOf: string,
  language: Language,
): readonly string[] {
  const where = reference === undefined ? "" : ` (${reference})`;
  const seen: Text = { id: "dilihat", en: "seen" };
  const notSeen: Text = { id: "belum dilihat", en: "not seen" };
  return [
    say(title, language) + where,
    say(KIND_WORDS[kind], language),
    partialDate(date, language) + (until === undefined ? "" : expiry(until, asOf, language)),
    say(text === "seen" ? seen : notSeen, language),
    say(LEVEL_WORDS[level], language),
  ];
}

/** Sources may be dated by the year or month alone. */
function partialDate(date: string, language: Language): string {
  if (date.length === 10) return formatDate(date, language);
  return date.length === 4 ? date : formatDate(`${date}-01`, language).replace(/^1 /, "");
}

function expiry(until: string, asOf: string, language: Language): string {
  const day = partialDate(until, language);
  const over = until < asOf.slice(0, until.length);
  return say(
    over
      ? { id: `; tidak berlaku lagi sejak lewat ${day}`, en: `; no longer in force after ${day}` }
      : { id: `; berlaku sampai ${day}`, en: `; in force until ${day}` },
    language,
  );
}
