import { type Finding, finding } from "./diagnostic.ts";
import { quote } from "./words.ts";

/** `LYK344`, `LYK345` and, of a contribution, `LYK501`: what parameters pay for. */

export function notOneAmount(id: string): Finding {
  return finding(
    "LYK344",
    {
      id: `${quote(id)} bukan satu jumlah rupiah, jadi bukan iuran seorang peserta`,
      en: `${quote(id)} is not one amount in rupiah, so it is no person's contribution`,
    },
    {
      id: 'pakai "type": "money" tanpa "by", atau hapus "contributionOf"',
      en: 'use "type": "money" without "by", or take "contributionOf" out',
    },
  );
}

export function endsBeforeItsFirstValue(until: string, from: string): Finding {
  return finding(
    "LYK501",
    {
      id: `"until" ${until} sebelum hari pertama nilainya, ${from}`,
      en: `"until" ${until} is before the first day of its values, ${from}`,
    },
    {
      id: "until adalah hari terakhir iuran ini diketahui",
      en: "until is the last day on which the contribution is known",
    },
  );
}

/** Both of them are to be the contribution for a programme of a segment on some day. */
export function paidTwice(
  id: string,
  other: string,
  segment: string,
  programme: string,
  from: string,
): Finding {
  return finding(
    "LYK345",
    {
      id: `${quote(id)} dan ${quote(other)} sama-sama iuran ${quote(programme)} segmen ${quote(segment)} sejak ${from}`,
      en: `${quote(id)} and ${quote(other)} are both the contribution for ${quote(programme)} of segment ${quote(segment)} from ${from} on`,
    },
    {
      id: 'akhiri salah satunya dengan "until", atau hapus "contributionOf"-nya',
      en: 'end one of them by "until", or take its "contributionOf" out',
    },
  );
}
