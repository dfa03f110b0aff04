import type { FactValue, Scalar } from "../engine/model/catalogue.ts";
import type { Columns, GroupColumn } from "./columns.ts";
import type { Items } from "./items.ts";
import type { Application } from "./population.ts";

/** The form in which a population is written. */
export type PopulationForm = "csv" | "ndjson";

/** How a file of a population is written: what stands before the first row, and each row. */
export interface Lines {
  readonly head: string;
  readonly line: (row: number, application: Application) => string;
}

/** The column that tells which application a row is. */
export const KEY = "id";

/** The key of a row: a number, and no person's. */
export function keyOf(row: number): string {
  return `P${row}`;
}

/** Writes applications as `layak bulk` reads them. */
export function linesOf(form: PopulationForm, columns: Columns): Lines {
  return form === "csv" ? csvLines(columns) : ndjsonLines(columns);
}

function csvLines({ facts, groups }: Columns): Lines {
  const names = [...facts, ...groups].map(({ column }) => column);
  const lists = new Map<FactValue, string>();
  const cell = (value: FactValue): string => {
    if (value === null) return "";
    if (typeof value !== "object") return scalarCell(value);
    const known = lists.get(value) ?? listCell(value);
    lists.set(value, known);
    return known;
  };
  return {
    head: `${[KEY, ...names].join(",")}\n`,
    line: (row, application) => {
      let text = keyOf(row);
      for (const value of application.facts) text += `,${cell(value)}`;
      application.groups.forEach((items, at) => {
        const group = groups[at];
        if (group !== undefined)
          text += `,${items === null ? "" : quoted(itemsJson(items, group))}`;
      });
      return `${text}\n`;
    },
  };
}

function ndjsonLines({ facts, groups }: Columns): Lines {
  const names = facts.map(({ column }) => JSON.stringify(column));
  return {
    head: "",
    line: (row, application) => {
      let text = `{"${KEY}":"${keyOf(row)}"`;
      application.facts.forEach((value, at) => {
        text += `,${names[at]}:${json(value)}`;
      });
      application.groups.forEach((items, at) => {
        const group = groups[at];
        if (group === undefined) return;
        text += `,${JSON.stringify(group.column)}:${items === null ? "null" : itemsJson(items, group)}`;
      });
      return `${text}}\n`;
    },
  };
}

function itemsJson(items: NonNullable<Items>, { fields }: GroupColumn): string {
  const texts = items.map((item) => {
    if (item === null) return "null";
    const members = fields.map(
      ({ id, column }) => `${JSON.stringify(column)}:${json(item[id] ?? null)}`,
    );
    return `{${members.join(",")}}`;
  });
  return `[${texts.join(",")}]`;
}

function json(value: FactValue): string {
  return typeof value === "number" ? plainNumber(value) : JSON.stringify(value);
}

function scalarCell(value: Scalar): string {
  return quoted(scalarText(value));
}

const PLAIN_ITEM = /^[A-Za-z0-9_.-]+$/;

/** An empty cell would be unknown, and an empty list is not. */
function listCell(items: readonly (Scalar | null)[]): string {
  const texts = items.map((item) => (item === null ? "" : scalarText(item)));
  const isPlain = items.length > 0 && texts.every((text) => PLAIN_ITEM.test(text));
  return isPlain ? texts.join("|") : quoted(`[${items.map(json).join(",")}]`);
}

function scalarText(value: Scalar): string {
  return typeof value === "number" ? plainNumber(value) : String(value);
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A number without an exponent. */
function plainNumber(value: number): string {
  const text = String(value);
  const [, sign = "", whole = "", fraction = "", exponent = "0"] =
    /^(-?)(\d+)(?:\.(\d+))?e([-+]\d+)$/.exec(text) ?? [];
  if (whole === "") return text;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  return sign + digits.padEnd(point, "0");
}
