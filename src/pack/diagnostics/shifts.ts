import type { FactShape } from "../../engine/model/catalogue.ts";
import { type Finding, finding } from "./diagnostic.ts";
import { shapeName } from "./leaves.ts";
import { quote } from "./words.ts";

/** `LYK414` to `LYK417`, `LYK419`: dates that are moved. */

export function onlyDatesMove(fact: string, shape: FactShape): Finding {
  return finding(
    "LYK414",
    {
      id: `"params" menggeser tanggal, sedangkan ${quote(fact)} adalah ${shapeName(shape)}`,
      en: `"params" moves a date, but ${quote(fact)} is ${shapeName(shape)}`,
    },
    { id: 'hapus "params"', en: 'delete "params"' },
  );
}

export function plusOrMinus(): Finding {
  return finding(
    "LYK415",
    {
      id: '"params" harus berisi tepat satu dari "plus" dan "minus"',
      en: '"params" must hold exactly one of "plus" and "minus"',
    },
    { id: 'misalnya { "minus": "P3M" }', en: 'such as { "minus": "P3M" }' },
  );
}

export function notADurationParameter(fact: string): Finding {
  return finding(
    "LYK416",
    {
      id: `${quote(fact)} bukan parameter berjenis duration`,
      en: `${quote(fact)} is not a parameter of type duration`,
    },
    {
      id: 'tulis jangka waktunya, misalnya "P3M", atau parameter berjenis duration',
      en: 'write the duration itself, such as "P3M", or a parameter of type duration',
    },
  );
}

export function durationCompared(fact: string): Finding {
  return finding(
    "LYK417",
    {
      id: `${quote(fact)} adalah jangka waktu dan tidak dapat dibandingkan`,
      en: `${quote(fact)} is a duration and cannot be compared`,
    },
    {
      id: `geser tanggal dengannya: "params": { "minus": { "fact": ${quote(fact)} } }`,
      en: `move a date by it: "params": { "minus": { "fact": ${quote(fact)} } }`,
    },
  );
}

export function leavesTheCalendar(fact: string, duration: string): Finding {
  return finding(
    "LYK419",
    {
      id: `${quote(fact)}, digeser ${quote(duration)}, keluar dari tahun 1–9999`,
      en: `${quote(fact)}, moved by ${quote(duration)}, leaves the years 1–9999`,
    },
    { id: "tulis jangka waktu yang lebih pendek", en: "write a shorter duration" },
  );
}
