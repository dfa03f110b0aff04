import type { Language, Text } from "../../engine/model/text.ts";
import { say } from "../../engine/model/text.ts";
import type { Alternative, FigureFinding } from "./check.ts";
import { distanceInWords, named, operation, unitOf, written } from "./phrases.ts";
import type { Role } from "./slots.ts";

/** What was found about a claim, in both languages. */
export function wordsOf(finding: FigureFinding): Required<Text> {
  return { id: sentence(finding, "id"), en: sentence(finding, "en") };
}

/** What would fit in place of what is printed, in both languages; nothing else does where empty. */
export function alternativeWords({ role, replaces, quantity }: Alternative): Required<Text> {
  const told = (language: Language) => {
    const [instead, inPlace] = [named(quantity, language), named(replaces, language)];
    return language === "id"
      ? `${instead} sebagai ${ROLES[role].id}, bukan ${inPlace}`
      : `${instead} as the ${ROLES[role].en}, not ${inPlace}`;
  };
  return { id: told("id"), en: told("en") };
}

function sentence(finding: FigureFinding, language: Language): string {
  const { claim, computed, stated, difference, reason } = finding;
  const operands = operation(claim, language);
  if (computed === null) {
    return say(
      {
        id: `${operands}: bagian dari nol tidak dapat dihitung.`,
        en: `${operands}: a share of nothing cannot be computed.`,
      },
      language,
    );
  }
  if (claim.kind === "subset") {
    const over = written(difference ?? computed, claim.part.unit, language);
    const [part, whole] = [named(claim.part, language), named(claim.whole, language)];
    return say(
      reason === "rounded"
        ? {
            id: `${part} melebihi ${whole} sebanyak ${over}, sejauh pembulatannya.`,
            en: `${part} exceeds ${whole} by ${over}, no more than their rounding.`,
          }
        : {
            id: `${part} melebihi ${whole}, padahal termasuk di dalamnya: lebih ${over}.`,
            en: `${part} exceeds ${whole}, though it is a part of it: ${over} too many.`,
          },
      language,
    );
  }
  const result = written(computed, unitOf(claim), language);
  const told = `${operands} = ${result}`;
  if (stated === null || difference === null) {
    return say(
      { id: `${told}; laporan tidak menyebutnya.`, en: `${told}; the report does not say so.` },
      language,
    );
  }
  const off = distanceInWords(difference, stated.unit, language);
  const inReport = named(stated, language);
  return say(
    reason === "rounded"
      ? {
          id: `${told}, laporan menyebut ${inReport}: selisih ${off} dapat terjadi karena pembulatan.`,
          en: `${told}, the report says ${inReport}: ${off} may come from rounding.`,
        }
      : {
          id: `${told}, tetapi laporan menyebut ${inReport}: selisih ${off}.`,
          en: `${told}, but the report says ${inReport}: off by ${off}.`,
        },
    language,
  );
}

const ROLES: Readonly<Record<Role, Required<Text>>> = {
  part: { id: "bagian", en: "part" },
  whole: { id: "keseluruhan", en: "whole" },
  total: { id: "jumlah", en: "total" },
  factor: { id: "faktor", en: "factor" },
  product: { id: "hasil kali", en: "product" },
  from: { id: "yang dikurangi", en: "minuend" },
  less: { id: "pengurang", en: "subtrahend" },
  difference: { id: "selisih", en: "difference" },
  percentage: { id: "persentase", en: "percentage" },
};
