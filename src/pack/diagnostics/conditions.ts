import type { Text } from "../../engine/model/text.ts";
import { type Finding, finding } from "./diagnostic.ts";
import { exampleOf } from "./examples.ts";
import { didYouMean, listed, quote } from "./words.ts";

/** `LYK401` to `LYK409`, `LYK420`, `LYK421`: how conditions are put together. */

export function noCondition(meant: string | null): Finding {
  const leaf = exampleOf("condition");
  return finding(
    "LYK401",
    {
      id: "kondisi memerlukan salah satu dari all, any, not, condition, every, some, atau fact",
      en: "a condition needs one of all, any, not, condition, every, some, or fact",
    },
    didYouMean(meant) ?? { id: `tulis, misalnya, ${leaf}`, en: `write, for instance, ${leaf}` },
  );
}

export function twoConditions(first: string, second: string): Finding {
  return finding(
    "LYK402",
    {
      id: `kondisi ini berisi ${quote(first)} dan ${quote(second)} sekaligus`,
      en: `the condition has both ${quote(first)} and ${quote(second)}`,
    },
    {
      id: 'jadikan dua kondisi di dalam satu "all" atau "any"',
      en: 'make them two conditions inside one "all" or "any"',
    },
  );
}

export function emptyJunction(key: "all" | "any"): Finding {
  return finding(
    "LYK403",
    { id: `${quote(key)} tidak berisi kondisi`, en: `${quote(key)} holds no condition` },
    { id: "tulis sedikitnya satu kondisi", en: "write at least one condition" },
  );
}

export function pathNotSupported(): Finding {
  return finding(
    "LYK404",
    { id: '"path" tidak didukung', en: '"path" is not supported' },
    {
      id: "jadikan bagian nilai itu fakta tersendiri dalam facts.json",
      en: "make that part of the value a fact of its own in facts.json",
    },
  );
}

export function priorityNotSupported(): Finding {
  return finding(
    "LYK405",
    { id: '"priority" tidak didukung', en: '"priority" is not supported' },
    {
      id: "hapus; semua kondisi selalu diperiksa, urutannya tidak berpengaruh",
      en: "delete it; every condition is always judged, in whatever order",
    },
  );
}

export function swapNotSupported(operator: string): Finding {
  return finding(
    "LYK406",
    {
      id: `"swap:" dalam ${quote(operator)} tidak didukung`,
      en: `"swap:" in ${quote(operator)} is not supported`,
    },
    {
      id: 'tukar kedua sisinya: tulis fakta yang lain di "fact"',
      en: 'swap the sides yourself: write the other fact in "fact"',
    },
  );
}

export function decoratorsOutOfOrder(operator: string, word: string): Finding {
  return finding(
    "LYK407",
    {
      id: `${quote(word)} tidak pada tempatnya dalam ${quote(operator)}`,
      en: `${quote(word)} is out of place in ${quote(operator)}`,
    },
    {
      id: 'paling banyak satu dari someFact:, everyFact:, someValue:, everyValue:, dan "not:" paling depan',
      en: 'at most one of someFact:, everyFact:, someValue:, everyValue:, and "not:" before it',
    },
  );
}

export function circularConditions(chain: readonly string[]): Finding {
  const told = chain.map(quote).join(" → ");
  return finding(
    "LYK408",
    { id: `kondisi saling memuat: ${told}`, en: `the conditions form a circle: ${told}` },
    { id: "putuskan salah satu rujukannya", en: "take one of the references out" },
  );
}

const OUTSIDE_THE_GROUP: Text = {
  id: 'tulis syaratnya di luar grup, berdampingan di dalam satu "all"',
  en: 'write it outside the group, beside it in one "all"',
};

export function groupInsideGroup(inner: string, outer: string): Finding {
  return finding(
    "LYK409",
    {
      id: `grup ${quote(inner)} berada di dalam grup ${quote(outer)}`,
      en: `the group ${quote(inner)} stands inside the group ${quote(outer)}`,
    },
    OUTSIDE_THE_GROUP,
  );
}

export function conditionMisfitsGroup(condition: string, fact: string, group: string): Finding {
  return finding(
    "LYK420",
    {
      id: `kondisi ${quote(condition)} membaca ${quote(fact)}, yang bukan fakta anggota ${quote(group)}`,
      en: `the condition ${quote(condition)} reads ${quote(fact)}, which is not a fact of the items of ${quote(group)}`,
    },
    {
      id: `tambahkan ${quote(fact)} ke grup itu dalam facts.json, atau tulis kondisi tersendiri`,
      en: `add ${quote(fact)} to the group in facts.json, or write a condition of its own`,
    },
  );
}

export function groupInsideGroupThrough(condition: string, inner: string, outer: string): Finding {
  return finding(
    "LYK409",
    {
      id: `kondisi ${quote(condition)} memuat grup ${quote(inner)}, di dalam grup ${quote(outer)}`,
      en: `the condition ${quote(condition)} holds the group ${quote(inner)}, inside the group ${quote(outer)}`,
    },
    OUTSIDE_THE_GROUP,
  );
}

export function growsTooLarge(kind: "deep" | "many", limit: number): Finding {
  const message =
    kind === "deep"
      ? {
          id: `dengan kondisi bernama ditulis lengkap, kondisi ini bertingkat lebih dari ${limit}`,
          en: `with its named conditions written out, the condition is more than ${limit} levels deep`,
        }
      : {
          id: `dengan kondisi bernama ditulis lengkap, kondisi ini berisi lebih dari ${limit} bagian`,
          en: `with its named conditions written out, the condition has more than ${limit} parts`,
        };
  return finding("LYK421", message, {
    id: "pecah menjadi beberapa persyaratan, atau sederhanakan kondisi bernamanya",
    en: "split it into several requirements, or make its named conditions simpler",
  });
}

export function notAFactOfTheGroup(fact: string, group: string, facts: readonly string[]): Finding {
  return finding(
    "LYK410",
    {
      id: `${quote(fact)} bukan fakta anggota grup ${quote(group)}`,
      en: `${quote(fact)} is not a fact of the items of ${quote(group)}`,
    },
    {
      id: `di dalam grup hanya asOf, parameter, dan ${listed(facts)}`,
      en: `inside the group only asOf, parameters, and ${listed(facts)}`,
    },
  );
}
