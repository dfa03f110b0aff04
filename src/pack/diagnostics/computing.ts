import type { Operation, Term } from "../../engine/model/compute.ts";
import { type Finding, finding } from "./diagnostic.ts";
import { quote } from "./words.ts";

/** `LYK331` to `LYK342`, `LYK807`: computed facts, and parameters that are tables. */

export function computedButGiven(id: string, key: string): Finding {
  return key === "source"
    ? finding(
        "LYK331",
        {
          id: `${quote(id)} dihitung oleh Layak, tetapi "source" menyebut pihak lain`,
          en: `${quote(id)} is computed by Layak, but its "source" names somebody else`,
        },
        { id: 'tulis "source": "system"', en: 'write "source": "system"' },
      )
    : finding(
        "LYK331",
        {
          id: `${quote(id)} dihitung oleh Layak, jadi pemohon tidak dapat mengubahnya`,
          en: `${quote(id)} is computed by Layak, so no applicant can change it`,
        },
        {
          id: `hapus ${quote(key)}; tulis pada fakta yang dihitung di dalamnya`,
          en: `take ${quote(key)} out; write it at the facts that it is computed from`,
        },
      );
}

export function computedWithinLimits(id: string, key: string): Finding {
  const operation = key === "minimum" ? "maximum" : "minimum";
  return finding(
    "LYK331",
    {
      id: `${quote(id)} dihitung oleh Layak, jadi ${quote(key)} tidak membatasinya`,
      en: `${quote(id)} is computed by Layak, so no ${quote(key)} limits it`,
    },
    {
      id: `hapus ${quote(key)}, atau hitung batasnya: { "operation": ${quote(operation)}, "of": [ batas, … ] }`,
      en: `take ${quote(key)} out, or compute the limit: { "operation": ${quote(operation)}, "of": [ limit, … ] }`,
    },
  );
}

/** A result tells of what it is computed from. */
export function computedFromPersonal(id: string, operand: string): Finding {
  return finding(
    "LYK340",
    {
      id: `${quote(id)} dinyatakan tidak pribadi, tetapi dihitung dari ${quote(operand)} yang pribadi`,
      en: `${quote(id)} is declared as not personal, but computed from ${quote(operand)}, which is`,
    },
    { id: 'tulis "personal": true', en: 'write "personal": true' },
  );
}

export function notComputable(id: string, type: string): Finding {
  return finding(
    "LYK332",
    {
      id: `${quote(id)} berjenis ${quote(type)}, yang tidak dapat dihitung`,
      en: `${quote(id)} is of type ${quote(type)}, which cannot be computed`,
    },
    {
      id: "pakai integer, money, decimal, atau date",
      en: "use integer, money, decimal or date",
    },
  );
}

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

export function resultMisfit(id: string, declared: string, result: string): Finding {
  return finding(
    "LYK336",
    {
      id: `${quote(id)} dinyatakan ${declared}, tetapi hasil hitungannya ${result}`,
      en: `${quote(id)} is declared as ${declared}, but its computation gives ${result}`,
    },
    {
      id: 'samakan jenisnya; yang berdesimal dibulatkan dengan "quotient" oleh 1, dengan "scale" dan "rounding"',
      en: 'make them agree; what has decimals is rounded by a "quotient" by 1, with "scale" and "rounding"',
    },
  );
}

export function computedInACircle(ids: readonly string[]): Finding {
  const way = ids.map(quote).join(" → ");
  return finding(
    "LYK337",
    {
      id: `fakta saling menghitung: ${way}`,
      en: `facts compute each other: ${way}`,
    },
    {
      id: "hitung salah satunya dari fakta yang diberikan pemohon atau registri",
      en: "compute one of them from facts that an applicant or a registry gives",
    },
  );
}

export function notATable(id: string): Finding {
  return finding(
    "LYK338",
    {
      id: `${quote(id)} punya "by", jadi setiap nilainya harus tabel { } dengan satu nilai untuk setiap kode`,
      en: `${quote(id)} has "by", so each of its values must be a table { } with one value for each code`,
    },
    {
      id: 'misalnya "value": { "3673": 4857353 }',
      en: 'such as "value": { "3673": 4857353 }',
    },
  );
}

export function tableWithoutBy(id: string): Finding {
  return finding(
    "LYK338",
    {
      id: `nilai ${quote(id)} adalah tabel, tetapi tidak ada "by"`,
      en: `the value of ${quote(id)} is a table, but there is no "by"`,
    },
    {
      id: 'tulis "by" dengan fakta berjenis code yang menentukan nilainya',
      en: 'write "by" with the code fact that tells which value it is',
    },
  );
}

export function tableByNoCode(id: string, by: string): Finding {
  return finding(
    "LYK339",
    {
      id: `"by" dari ${quote(id)} harus fakta berjenis code; ${quote(by)} bukan`,
      en: `"by" of ${quote(id)} must be a fact of type code; ${quote(by)} is not`,
    },
    {
      id: 'tulis fakta berjenis "code" dari facts.json',
      en: 'write a fact of type "code" from facts.json',
    },
  );
}

/** `codes`: those that the table's fact declares and this table lacks. */
export function rowsLacking(id: string, by: string, codes: readonly string[]): Finding {
  const named = codes.map(quote).join(", ");
  return finding(
    "LYK807",
    {
      id: `tabel ${quote(id)} tidak punya baris untuk kode ${quote(by)} ini: ${named}`,
      en: `the table ${quote(id)} has no row for these codes of ${quote(by)}: ${named}`,
    },
    {
      id: "tambahkan barisnya; tanpanya tidak ada hasil hitungan bagi yang berkode itu",
      en: "add their rows; without them nothing is computed for those who have such a code",
    },
  );
}

export function durationByTable(id: string, by: string): Finding {
  return finding(
    "LYK341",
    {
      id: `${quote(id)} adalah jangka waktu, jadi tidak dapat berupa tabel menurut ${quote(by)}`,
      en: `${quote(id)} is a duration, so it cannot be a table by ${quote(by)}`,
    },
    {
      id: `hapus "by"; buat satu parameter untuk setiap jangka waktu, dan pilih di kondisi dengan "any" menurut ${quote(by)}`,
      en: `take "by" out; make one parameter for each duration, and choose in the condition with "any" by ${quote(by)}`,
    },
  );
}

/** A term as staff wrote it, in short. */
export function termInWords(term: Term): string {
  if (typeof term === "number") return String(term);
  if ("operation" in term) return `{ "operation": ${quote(term.operation)} … }`;
  return "over" in term ? quote(`${term.over}[].${term.fact}`) : quote(term.fact);
}
