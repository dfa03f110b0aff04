import type { FactShape } from "../../engine/model/catalogue.ts";
import { type Finding, finding } from "./diagnostic.ts";
import { didYouMean, listed, quote } from "./words.ts";

/** `LYK411` to `LYK413`, `LYK418`, `LYK802`, `LYK803`: what leaves compare. */

export function groupAsFact(group: string): Finding {
  return finding(
    "LYK411",
    {
      id: `${quote(group)} adalah grup, bukan fakta`,
      en: `${quote(group)} is a group, not a fact`,
    },
    {
      id: `pakai "every" atau "some", atau jumlahnya ${quote(`${group}.count`)}`,
      en: `use "every" or "some", or its length ${quote(`${group}.count`)}`,
    },
  );
}

/** How a shape is called in facts.json: `money`, `list of code`. */
export function shapeName(shape: FactShape): string {
  return shape.type === "list" ? `list of ${shape.items.type}` : shape.type;
}

export function operatorMisfit(
  operator: string,
  fact: string,
  shape: FactShape,
  meant: string | null,
  fitting: readonly string[],
): Finding {
  const type = shapeName(shape);
  return finding(
    "LYK412",
    {
      id: `operator ${quote(operator)} tidak cocok untuk ${quote(fact)} (${type})`,
      en: `the operator ${quote(operator)} does not fit ${quote(fact)} (${type})`,
    },
    didYouMean(meant) ?? {
      id: `yang cocok: ${listed(fitting)}`,
      en: `these fit: ${listed(fitting)}`,
    },
  );
}

export function notComparable(
  left: string,
  expected: FactShape,
  right: string,
  actual: FactShape,
): Finding {
  const wanted = shapeName(expected);
  const type = shapeName(actual);
  return finding(
    "LYK413",
    {
      id: `${quote(left)} perlu nilai ${wanted} di sini, sedangkan ${quote(right)} adalah ${type}`,
      en: `${quote(left)} needs a value of type ${wanted} here, but ${quote(right)} is ${type}`,
    },
    {
      id: `pilih fakta atau parameter berjenis ${wanted}, atau tulis nilainya sendiri`,
      en: `choose a fact or parameter of type ${wanted}, or write the value itself`,
    },
  );
}

export function noCodesInCommon(left: string, right: string): Finding {
  return finding(
    "LYK413",
    {
      id: `${quote(left)} dan ${quote(right)} tidak mempunyai kode yang sama`,
      en: `${quote(left)} and ${quote(right)} have no code in common`,
    },
    {
      id: "bandingkan dengan fakta yang kodenya sama, atau tulis kodenya",
      en: "compare it with a fact of the same codes, or write the code",
    },
  );
}

/** A fact's name in quotes, where the fact was meant. */
export function referenceAsText(fact: string, written: string, reference: string): Finding {
  return finding(
    "LYK308",
    {
      id: `nilai ${quote(fact)} berupa teks ${quote(written)}, bukan fakta itu sendiri`,
      en: `the value of ${quote(fact)} is the text ${quote(written)}, not the fact itself`,
    },
    {
      id: `tulis { "fact": ${quote(reference)} }`,
      en: `write { "fact": ${quote(reference)} }`,
    },
  );
}

export function listForOne(fact: string, operator: string, ofLists: string): Finding {
  return finding(
    "LYK308",
    {
      id: `operator ${quote(operator)} membandingkan ${quote(fact)} dengan satu nilai, bukan daftar`,
      en: `the operator ${quote(operator)} compares ${quote(fact)} with one value, not with a list`,
    },
    {
      id: `untuk daftar pakai operator ${quote(ofLists)}; untuk satu nilai, hapus [ ]`,
      en: `for a list use the operator ${quote(ofLists)}; for one value, delete [ ]`,
    },
  );
}

export function dayComparedWithItself(): Finding {
  return finding(
    "LYK418",
    {
      id: '"asOf" dibandingkan dengan "asOf": jawabannya tidak bergantung pada permohonan',
      en: '"asOf" is compared with "asOf": the answer does not depend on the application',
    },
    {
      id: "bandingkan sebuah fakta tanggal dengan asOf",
      en: "compare a date fact with asOf",
    },
  );
}

export function everyFactIn(operator: string): Finding {
  return finding(
    "LYK802",
    {
      id: `${quote(operator)} berarti tidak ada kode di luar daftar; daftar kosong pun lolos`,
      en: `${quote(operator)} means that no code is outside the list; even an empty list passes`,
    },
    {
      id: 'untuk "mempunyai semuanya" pakai "everyValue:contains"',
      en: 'for "has all of them" use "everyValue:contains"',
    },
  );
}

export function emptyListCompared(fact: string): Finding {
  return finding(
    "LYK803",
    {
      id: `${quote(fact)} dibandingkan dengan daftar kosong`,
      en: `${quote(fact)} is compared with an empty list`,
    },
    { id: "tulis sedikitnya satu nilai", en: "write at least one value" },
  );
}
