import { readFile } from "node:fs/promises";
import * as z from "zod";
import { canonicalJson } from "../../engine/values/canonical.ts";
import type { ToldMonth } from "../../monitoring/coverage/publish.ts";
import type { AskedMonth, PublishedTally } from "../../monitoring/coverage/report.ts";
import { DIMENSIONS } from "../../monitoring/coverage/report.ts";
import type { Tally } from "../../monitoring/coverage/tally.ts";
import { InputTrouble } from "../input.ts";
import { monthInWords } from "./words.ts";

/** How people were counted; months that were counted otherwise do not go together. */
export interface Counting {
  readonly complete: boolean;
  readonly graceCounts: boolean;
}

const KEYS = ["people", "protected", "unprotected", "unknown"] as const;
const TABLES = DIMENSIONS.filter((one) => one !== "month");

const number = z.int().min(0);
const rowSchema = z.strictObject({
  ...{ people: number, protected: number, unprotected: number, unknown: number },
  hidden: z.array(z.enum(KEYS)),
});
const recordSchema = z.strictObject({
  office: z.literal(true),
  complete: z.boolean(),
  graceCounts: z.boolean(),
  months: z.array(
    z.strictObject({
      month: z.string().regex(/^\d{4}-\d{2}$/),
      total: rowSchema,
      tables: z.array(
        z.strictObject({
          by: z.enum(TABLES),
          rows: z.array(z.strictObject({ value: z.string(), ...rowSchema.shape })),
        }),
      ),
    }),
  ),
});

type Row = z.infer<typeof rowSchema>;

/** What a record of what was told holds, with all numbers; nobody is named. */
export function recordText(told: readonly ToldMonth[], counting: Counting): string {
  const months = told.map(({ counted, shown }) => ({
    month: counted.month,
    total: rowOf(counted.total, shown.total),
    tables: [...counted.tables].map(([by, rows]) => ({
      by,
      rows: [...rows].map(([value, tally]) => {
        return { value, ...rowOf(tally, shown.tables.get(by)?.get(value)) };
      }),
    })),
  }));
  const { complete, graceCounts } = counting;
  return `${JSON.stringify({ office: true, complete, graceCounts, months }, null, 1)}\n`;
}

function rowOf(tally: Tally, shown: PublishedTally | undefined): Row {
  const { people, protected: covered, unprotected, unknown } = tally;
  const hidden = KEYS.filter((key) => (shown?.[key] ?? null) === null);
  return { people, protected: covered, unprotected, unknown, hidden };
}

/**
 * Reads a record; nothing was told where there is no such file yet.
 * @throws InputTrouble
 */
export async function readRecord(path: string, counting: Counting): Promise<readonly ToldMonth[]> {
  const text = await textOf(path);
  if (text === null) return [];
  const read = recordSchema.safeParse(jsonOf(text));
  if (!read.success) throw new InputTrouble(noRecord(path));
  const { complete, graceCounts, months } = read.data;
  if (complete !== counting.complete)
    throw new InputTrouble(otherwise(path, "--complete", complete));
  if (graceCounts !== counting.graceCounts) {
    throw new InputTrouble(otherwise(path, "--without-grace", !graceCounts));
  }
  return months.map(({ month, total, tables }) => {
    const told = <Numbers>(numbersOf: (row: Row) => Numbers): AskedMonth<Numbers> => ({
      month,
      total: numbersOf(total),
      tables: new Map(
        tables.map(({ by, rows }) => [by, new Map(rows.map((row) => [row.value, numbersOf(row)]))]),
      ),
    });
    return { counted: told(tallyOf), shown: told(shownOf) };
  });
}

function tallyOf({ people, protected: covered, unprotected, unknown }: Row): Tally {
  return { people, protected: covered, unprotected, unknown };
}

function shownOf(row: Row): PublishedTally {
  const shown = (key: (typeof KEYS)[number]) => (row.hidden.includes(key) ? null : row[key]);
  return {
    people: shown("people"),
    protected: shown("protected"),
    unprotected: shown("unprotected"),
    unknown: shown("unknown"),
  };
}

async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw new InputTrouble(noRecord(path));
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Refuses months that were told before, of which other numbers would be told now.
 * @throws InputTrouble
 */
export function refuseRetelling(
  path: string,
  told: readonly ToldMonth[],
  months: readonly AskedMonth<Tally>[],
): void {
  for (const month of months) {
    const before = told.find(({ counted }) => counted.month === month.month);
    if (before === undefined || contentOf(before.counted) === contentOf(month)) continue;
    const [id, en] = [monthInWords(month.month, "id"), monthInWords(month.month, "en")];
    throw new InputTrouble({
      id: `${id} sudah pernah diterbitkan dengan angka lain, menurut ${path}. Dua terbitan tentang satu bulan dapat membuka angka kecil. Hapus --roster ${month.month}=…: halaman menyebut bulan itu seperti dahulu. Yang baru hanya untuk di dalam kantor: --office.`,
      en: `${en} was given out before with other numbers, by ${path}. Two tellings of one month can give small numbers back. Leave out --roster ${month.month}=…: the page tells that month as before. The new ones are for inside alone: --office.`,
    });
  }
}

function contentOf({ total, tables }: AskedMonth<Tally>): string {
  const rows = [...tables].map(([by, table]) => [by, [...table]]);
  return canonicalJson([total, rows]);
}

function noRecord(path: string) {
  return {
    id: `${path} bukan catatan terbitan yang ditulis oleh --published. Sebut berkas catatan itu, atau nama berkas yang belum ada bila belum pernah ada yang diterbitkan.`,
    en: `${path} is no record that --published wrote. Name that record, or a file that is not there yet where nothing was ever given out.`,
  };
}

function otherwise(path: string, option: string, isGiven: boolean) {
  return isGiven
    ? {
        id: `Bulan-bulan dalam ${path} dihitung dengan ${option}. Tambahkan ${option}, supaya dapat dibandingkan.`,
        en: `The months in ${path} were counted with ${option}. Add ${option}, so that they compare.`,
      }
    : {
        id: `Bulan-bulan dalam ${path} dihitung tanpa ${option}. Hapus ${option}, supaya dapat dibandingkan.`,
        en: `The months in ${path} were counted without ${option}. Leave ${option} out, so that they compare.`,
      };
}
