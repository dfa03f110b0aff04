import type { Operation, Term } from "../../engine/model/compute.ts";
import { type Finding, finding } from "./diagnostic.ts";
import { quote } from "./words.ts";

/** `LYK333` to `LYK335`, `LYK342`: what they are computed by. */

/** What each operation takes. */
const WANTED: Readonly<Record<Operation, { readonly id: string; readonly en: string }>> = {
  sum: { id: "bilangan berjenis sama", en: "numbers of one kind" },
  difference: { id: "dua bilangan berjenis sama", en: "two numbers of one kind" },
  product: {
    id: "bilangan, paling banyak satu di antaranya uang",
    en: "numbers, at most one of them money",
  },
  quotient: {
    id: "dua bilangan; uang hanya boleh dibagi, kecuali uang dibagi uang",
    en: "two numbers; money may only be divided, unless it is divided by money",
  },
  minimum: { id: "bilangan berjenis sama, atau tanggal", en: "numbers of one kind, or dates" },
  maximum: { id: "bilangan berjenis sama, atau tanggal", en: "numbers of one kind, or dates" },
  count: {
    id: 'satu daftar, atau satu fakta anggota grup ("over")',
    en: 'one list, or one fact of a group\'s items ("over")',
  },
  monthsBetween: { id: "dua tanggal", en: "two dates" },
  yearsBetween: { id: "dua tanggal", en: "two dates" },
};

export function termMisfit(operation: Operation, term: string): Finding {
  const { id, en } = WANTED[operation];
  return finding(
    "LYK333",
    {
      id: `${quote(operation)} memerlukan ${id}; ${term} tidak cocok`,
      en: `${quote(operation)} takes ${en}; ${term} does not fit`,
    },
    {
      id: "samakan jenis dan satuannya, atau pakai operasi lain",
      en: "make types and units agree, or use another operation",
    },
  );
}

export function literalTooFine(value: number): Finding {
  return finding(
    "LYK333",
    {
      id: `${value} tidak dapat dihitung dengan tepat`,
      en: `${value} cannot be computed with exactly`,
    },
    {
      id: "tulis paling banyak 6 angka di belakang koma, dan 15 angka seluruhnya",
      en: "write at most 6 digits after the point, and 15 digits in all",
    },
  );
}

export function wrongTermCount(operation: Operation, count: number, wanted: number): Finding {
  return finding(
    "LYK334",
    {
      id: `${quote(operation)} memerlukan ${wanted} suku; di sini ada ${count}`,
      en: `${quote(operation)} takes ${wanted === 1 ? "one term" : "two terms"}; here are ${count}`,
    },
    {
      id: 'tulis suku-sukunya dalam "of": [ … ]',
      en: 'write its terms in "of": [ … ]',
    },
  );
}

export function roundingUnsaid(absent: string): Finding {
  return finding(
    "LYK335",
    {
      id: `hasil bagi tanpa ${quote(absent)}`,
      en: `a quotient without ${quote(absent)}`,
    },
    {
      id: 'tulis "scale" (angka di belakang koma, 0 untuk bilangan bulat) dan "rounding" ("down", "up", "half-up", atau "half-even")',
      en: 'write "scale" (digits after the point, 0 for whole numbers) and "rounding" ("down", "up", "half-up" or "half-even")',
    },
  );
}

export function nothingToRound(operation: Operation, key: string): Finding {
  return finding(
    "LYK335",
    {
      id: `${quote(key)} hanya untuk hasil bagi; ${quote(operation)} selalu tepat`,
      en: `${quote(key)} is for quotients alone; ${quote(operation)} is always exact`,
    },
    {
      id: `hapus, atau bulatkan dengan { "operation": "quotient", "of": [ …, 1 ], "scale": …, "rounding": … }`,
      en: `take it out, or round by { "operation": "quotient", "of": [ …, 1 ], "scale": …, "rounding": … }`,
    },
  );
}

export function dividedByZero(): Finding {
  return finding(
    "LYK342",
    {
      id: "dibagi 0, jadi tidak pernah ada hasilnya",
      en: "divided by 0, which never has a result",
    },
    {
      id: "tulis pembagi yang bukan nol",
      en: "write a divisor other than zero",
    },
  );
}

/** A term as staff wrote it, in short. */
export function termInWords(term: Term): string {
  if (typeof term === "number") return String(term);
  if ("operation" in term) return `{ "operation": ${quote(term.operation)} … }`;
  return "over" in term ? quote(`${term.over}[].${term.fact}`) : quote(term.fact);
}
