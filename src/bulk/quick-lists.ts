import { DEFAULT_MAX_ITEMS } from "../engine/facts/shapes.ts";
import type { ListShape } from "../engine/model/catalogue.ts";
import { quotedText } from "../sql/quote.ts";
import type { Written } from "./given.ts";

/** Codes that JSON writes as they are. */
export function plainCodes(codes: readonly string[]): readonly string[] {
  return codes.filter((code) => JSON.stringify(code) === `"${code}"`);
}

/**
 * SQL that reads most lists of codes, NULL of every other list; null where each item needs a closer
 * look. Of lists that DuckDB has read it reads all that are right.
 */
export function codeListSql(shape: ListShape, given: string, written: Written): string | null {
  const { items, maxItems = DEFAULT_MAX_ITEMS } = shape;
  if (items.type !== "code") return null;
  const all = Object.keys(items.codes);
  if (written === "typed") return all.length === 0 ? null : knownItems(all, given, maxItems);
  const codes = plainCodes(all);
  const writing = written === "json" ? JSON_LISTS : CELL_LISTS;
  const writable = codes.filter((code) => !code.includes(writing.between));
  return writable.length === 0 ? null : readList(writable, given, maxItems, writing);
}

/** Beyond it items are quicker looked for one by one. */
const MOST_SOUGHT = 8;

/** A list that holds known codes and unknown items only. */
function knownItems(codes: readonly string[], list: string, maxItems: number): string {
  const known = codes.map(quotedText);
  const one = `len(list_filter(${list}, lambda one: one NOT IN (${known.join(", ")}))) = 0`;
  const held = known.map((code) => `CAST(list_contains(${list}, ${code}) AS BIGINT)`).join(" + ");
  const isSmall = codes.length <= Math.min(MOST_SOUGHT, maxItems);
  // Most lists hold each of their items once: as many as there are codes in it.
  const usual = isSmall ? `WHEN len(${list}) = ${held} THEN ${list} ` : "";
  return `CASE ${usual}WHEN len(${list}) <= ${maxItems} AND ${one} THEN ${list} END`;
}

/** How a list is written: what stands before, between and after its items. */
interface ListWriting {
  readonly before: string;
  readonly between: string;
  readonly after: string;
  /** SQL of what stands between the first and the last sign. */
  readonly inside: (given: string) => string;
}

const CELL_LISTS: ListWriting = { before: "", between: "|", after: "", inside: (given) => given };
const JSON_LISTS: ListWriting = {
  before: '["',
  between: '","',
  after: '"]',
  inside: (given) => `${given}[3:-3]`,
};

/** Most lists hold few codes in the order of the catalogue: these are known by their whole text. */
function readList(
  codes: readonly string[],
  given: string,
  maxItems: number,
  { before, between, after, inside }: ListWriting,
): string {
  const usual = usualLists(codes, maxItems).map((list) => {
    const text = quotedText(`${before}${list.join(between)}${after}`);
    return `WHEN ${text} THEN [${list.map(quotedText).join(", ")}]`;
  });
  const split = `string_split(${inside(given)}, ${quotedText(between)})`;
  const one = `(?:${codes.map(plainPattern).join("|")})`;
  const [start, sign, end] = [before, between, after].map(plainPattern);
  const pattern = `${start}${one}(?:${sign}${one})*${end}`;
  // A text so short cannot hold more.
  const shortest = Math.min(...codes.map((code) => Buffer.byteLength(code)));
  const limit = maxItems * (shortest + between.length);
  const other =
    pattern.length > LONGEST_PATTERN
      ? `CASE WHEN starts_with(${given}, ${quotedText(before)}) AND ends_with(${given}, ${quotedText(after)}) THEN ${knownItems(codes, split, maxItems)} END`
      : `CASE WHEN strlen(${given}) <= ${limit} AND regexp_full_match(${given}, ${quotedText(pattern)}) THEN ${split} END`;
  return `CASE ${given} ${usual.join(" ")} WHEN '[]' THEN CAST([] AS VARCHAR[]) ELSE ${other} END`;
}

/** Above it items are sought one by one: patterns of very many codes take much memory. */
const LONGEST_PATTERN = 5000;

/** What more would cost those that are none of them. */
const MOST_USUAL = 31;

/** Lists of the first codes in their order, the shortest first. */
function usualLists(codes: readonly string[], maxItems: number): readonly (readonly string[])[] {
  const lists: (readonly string[])[] = [];
  let longest = codes.map((code, at) => ({ list: [code], next: at + 1 }));
  while (longest.length > 0 && lists.length < MOST_USUAL) {
    lists.push(...longest.map(({ list }) => list));
    longest = longest.flatMap(({ list, next }) =>
      codes.slice(next).map((code, at) => ({ list: [...list, code], next: next + at + 1 })),
    );
  }
  return lists.filter(({ length }) => length <= maxItems).slice(0, MOST_USUAL);
}

/** A pattern of just this text. */
function plainPattern(text: string): string {
  return text.replace(/[^A-Za-z0-9_]/gu, (sign) => `\\x{${sign.codePointAt(0)?.toString(16)}}`);
}
