import { BREAKING } from "../../analysis/adoption/meaning.ts";
import type { AdoptionProblem } from "../../analysis/adoption/problem.ts";
import type { RecordRequest } from "../../analysis/adoption/request.ts";
import type { Text } from "../../engine/model/text.ts";
import { isDate } from "../../engine/values/calendar.ts";
import type { AdoptOptions } from "../adopt.ts";

/** What is wrong with the options of an adoption, before any file is read. */
export function misuseOf(
  { version, on, today, by, why }: RecordRequest,
  options: AdoptOptions,
): readonly AdoptionProblem[] {
  const wrong: readonly (readonly [boolean, Text])[] = [
    [!isDate(version), noDate("--from", version)],
    [!isDate(on), noDate("--on", on)],
    [isDate(on) && on > today, notYet(on, today)],
    [by.trim() === "", unsaid("--by")],
    [why.trim() === "", unsaid("--why")],
    ...misuseOfDespite(options),
    ...misuseOfWithdraw(options),
  ];
  return wrong.flatMap(([isWrong, message]) => (isWrong ? [{ message }] : []));
}

function misuseOfDespite({
  despite = [],
  because,
}: AdoptOptions): readonly (readonly [boolean, Text])[] {
  const unknown = despite.filter((code) => !BREAKING.some((one) => one === code));
  return [
    ...unknown.map((code) => [true, notRefusing(code)] as const),
    [despite.length > 0 && (because ?? "").trim() === "", REASONLESS],
    [despite.length === 0 && because !== undefined, POINTLESS],
  ];
}

function misuseOfWithdraw({
  withdraw = false,
  correct = false,
  despite = [],
}: AdoptOptions): readonly (readonly [boolean, Text])[] {
  return [[withdraw && (correct || despite.length > 0), ALONE]];
}

const REASONLESS: Text = {
  id: "--despite memerlukan alasannya: --because ALASAN.",
  en: "--despite needs the reason: --because REASON.",
};

const POINTLESS: Text = {
  id: "--because adalah alasan untuk --despite KODE, yang tidak disebut.",
  en: "--because is the reason for --despite CODE, which is not given.",
};

const ALONE: Text = {
  id: "--withdraw tidak dapat dipakai bersama --correct atau --despite.",
  en: "--withdraw does not go with --correct or --despite.",
};

function noDate(option: string, day: string): Text {
  return {
    id: `${option}: "${day}" bukan tanggal; tulis TTTT-BB-HH, misalnya 2027-01-01.`,
    en: `${option}: "${day}" is no date; write YYYY-MM-DD, such as 2027-01-01.`,
  };
}

function notYet(on: string, today: string): Text {
  return {
    id: `--on: ${on} belum tiba; hari ini ${today}. Catat penetapan pada harinya atau sesudahnya.`,
    en: `--on: ${on} is still to come; today is ${today}. Record an adoption on its day or after.`,
  };
}

function unsaid(option: string): Text {
  return { id: `${option} tidak boleh kosong.`, en: `${option} must say something.` };
}

function notRefusing(code: string): Text {
  const all = BREAKING.join(", ");
  return {
    id: `--despite: "${code}" bukan temuan yang menghalangi penetapan; yang menghalangi: ${all}.`,
    en: `--despite: "${code}" is no finding that keeps a version from being adopted; those are: ${all}.`,
  };
}
