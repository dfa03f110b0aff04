import type { Text } from "../../engine/model/text.ts";
import { shortened } from "../../engine/suggest.ts";
import { isDate } from "../../engine/values/calendar.ts";
import { FULL_PROTECTION } from "../../monitoring/coverage/contributions.ts";
import { DIMENSIONS } from "../../monitoring/coverage/report.ts";
import { suggest } from "../../pack/suggest.ts";
import { PROGRAMMES } from "../../registry/roster-file/codes.ts";
import type { AppContext } from "../base.ts";
import { type Refusal, refuseFields } from "../problems/refusal.ts";
import { readQuery } from "../query.ts";
import { todayInJakarta } from "../today.ts";
import type { CoverageQuestion } from "./answer.ts";

/**
 * Reads `?by=`, `?month=`, `?programmes=`, `?asOf=` and `?city=`, one of those given.
 * @throws Refusal
 */
export function readQuestion(
  context: AppContext,
  clock: () => Date,
  cities: readonly string[],
): CoverageQuestion {
  const query = readQuery(context, ["by", "month", "programmes", "asOf", "city"]);
  const { month, asOf = todayInJakarta(clock()) } = query;
  if (month !== undefined && !(/^\d{4}-\d{2}$/.test(month) && isDate(`${month}-01`))) {
    throw refused("?month", "date-invalid", {
      id: "Harus bulan TTTT-BB, misalnya 2026-11.",
      en: "This must be a month, YYYY-MM, such as 2026-11.",
    });
  }
  if (!isDate(asOf)) {
    throw refused("?asOf", "date-invalid", {
      id: "Harus tanggal kalender TTTT-BB-HH, misalnya 2026-11-22.",
      en: "This must be a date of the calendar, YYYY-MM-DD, such as 2026-11-22.",
    });
  }
  return {
    by: among("by", query.by, DIMENSIONS) ?? DIMENSIONS,
    month,
    programmes: among("programmes", query.programmes, PROGRAMMES) ?? FULL_PROTECTION,
    asOf,
    city: oneOf("city", query.city, cities),
  };
}

/** The words of a list, in the order of those that there are. */
function among<Word extends string>(
  name: string,
  written: string | undefined,
  words: readonly Word[],
): readonly Word[] | undefined {
  if (written === undefined) return undefined;
  const asked = written.split(",").map((word) => word.trim());
  const unknown = asked.find((word) => !words.some((one) => one === word));
  if (unknown === undefined) return words.filter((one) => asked.includes(one));
  throw noSuchWord(name, unknown, words, { id: ", dipisah koma", en: ", parted by commas" });
}

/** One of the words. */
function oneOf(
  name: string,
  written: string | undefined,
  words: readonly string[],
): string | undefined {
  if (written === undefined || words.includes(written)) return written;
  throw noSuchWord(name, written, words, { id: "", en: "" });
}

function noSuchWord(
  name: string,
  unknown: string,
  words: readonly string[],
  howToWrite: Required<Text>,
): Refusal {
  const near = suggest(unknown, words);
  const [shown, all] = [shortened(unknown), words.join(", ")];
  const [meant, didYouMean] = [`Maksudnya "${near}"?`, `Did you mean "${near}"?`];
  return refused(`?${name}`, "value-unknown", {
    id: `"${shown}" tidak ada. ${near === null ? `Yang ada: ${all}${howToWrite.id}.` : meant}`,
    en: `There is no "${shown}". ${near === null ? `There are: ${all}${howToWrite.en}.` : didYouMean}`,
  });
}

function refused(path: string, code: string, message: Text): Refusal {
  return refuseFields([{ path, code, message }]);
}
