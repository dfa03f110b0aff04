import type { UnaskedDay } from "../../analysis/coverage/asked.ts";
import { unaskedDaysOf } from "../../analysis/coverage/coverage.ts";
import { formatDate } from "../../engine/explanation/format.ts";
import type { Pack } from "../../engine/model/pack.ts";
import { type Language, say } from "../../engine/model/text.ts";
import type { Terminal } from "../terminal.ts";

/** The days on which a version cannot be made out, of all services. */
export function unaskedDaysIn(pack: Pack): readonly UnaskedDay[] {
  return [...pack.services.values()].flatMap((service) => unaskedDaysOf(pack, service));
}

/** That nothing is known of a version on a day, why, and what to do. */
export function tellUnasked(
  paint: Terminal["paint"],
  days: readonly UnaskedDay[],
  language: Language,
): readonly string[] {
  return days.map(({ service, version, asOf, because }) => {
    const told = say(
      {
        id: `${service} ${version} tidak dapat diputuskan pada ${formatDate(asOf, "id")}, jadi tidak diketahui apa yang diuji: ${because.id} Perbaiki lama waktu dalam aturan atau parameternya.`,
        en: `${service} ${version} cannot be decided on ${formatDate(asOf, "en")}, so it is not known what is tested: ${because.en ?? because.id} Mend the duration in the policy or in its parameter.`,
      },
      language,
    );
    return paint.yellow(told);
  });
}
