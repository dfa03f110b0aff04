import type { Text } from "../../engine/model/text.ts";
import { partInWords } from "./adopted-parts.ts";
import { type AdoptedVersion, adoptCommand, rulesOption } from "./commands.ts";
import { type Finding, finding } from "./diagnostic.ts";
import { quote } from "./words.ts";

/** `LYK506` to `LYK511` and `LYK805`: adopted versions. */

export function adoptedWithoutEntry(adopted: AdoptedVersion): Finding {
  const command = adoptCommand(adopted, null);
  return finding(
    "LYK506",
    {
      id: `versi ini "adopted", tetapi penetapannya tidak tercatat`,
      en: `this version is "adopted", but its adoption is not on record`,
    },
    {
      id: `catat dengan ${command.id}, atau tulis "draft" atau "pilot"`,
      en: `record it with ${command.en}, or write "draft" or "pilot"`,
    },
  );
}

/** `isToCome`: its first day is known to lie ahead. */
export function adoptedFileGone(adopted: AdoptedVersion, isToCome: boolean): Finding {
  const path = quote(`${adopted.service}/${adopted.version}.json`);
  const instead = isToCome ? withdrawIt(adopted) : END_IT;
  return finding(
    "LYK507",
    {
      id: `versi yang sudah ditetapkan tidak ada lagi: ${path}`,
      en: `the adopted version is gone: ${path}`,
    },
    {
      id: `kembalikan berkasnya dari riwayat; ${instead.id}`,
      en: `bring the file back from history; ${instead.en}`,
    },
  );
}

const END_IT = {
  id: `untuk mengakhiri aturan, tulis "until" atau buat versi baru`,
  en: `to end a policy, write "until" or make a new version`,
};

/** `isToCome`: its first day is known to lie ahead. */
export function adoptedNoLonger(adopted: AdoptedVersion, isToCome: boolean): Finding {
  const instead = isToCome ? withdrawIt(adopted) : insteadOf(adopted);
  return finding(
    "LYK508",
    {
      id: `versi ${adopted.version} sudah ditetapkan; "status" tidak dapat ditarik kembali`,
      en: `the version of ${adopted.version} is adopted; its "status" cannot be taken back`,
    },
    {
      id: `tulis "adopted" lagi; ${instead.id}`,
      en: `write "adopted" again; ${instead.en}`,
    },
  );
}

function withdrawIt(adopted: AdoptedVersion): Text {
  const command = adoptCommand(adopted, "--withdraw");
  return {
    id: `penetapan yang belum berlaku ditarik dengan: ${command.id}`,
    en: `what is not in force yet is withdrawn by: ${command.en}`,
  };
}

/** What was changed of adopted versions, taken away, or put in. */
export function adoptedAltered(
  kind: "changed" | "removed" | "joined",
  part: string,
  adopted: readonly AdoptedVersion[],
): Finding {
  const words = partInWords(part);
  const what = {
    changed: { id: `${words.id} diubah`, en: `${words.en} was changed` },
    removed: { id: `${words.id} dihapus`, en: `${words.en} was taken away` },
    joined: { id: `${words.id} ditambahkan`, en: `${words.en} was put in` },
  }[kind];
  const instead = insteadOf(adopted[0]);
  const later = besideTheOld(part);
  return finding(
    "LYK509",
    {
      id: `${what.id}, padahal sudah ditetapkan: ${named(adopted)}`,
      en: `${what.en}, though it was adopted: ${named(adopted)}`,
    },
    {
      id: `kembalikan seperti semula; ${later.id}${instead.id}`,
      en: `put it back as it was; ${later.en}${instead.en}`,
    },
  );
}

/** What has no date of its own gets a new name, and what has one gets a new date. */
function besideTheOld(part: string): { readonly id: string; readonly en: string } {
  if (part.includes("/values/")) {
    return {
      id: `nilai baru ditulis di samping nilai lama, dengan "from" yang akan datang; `,
      en: `a new value stands beside the old one, with a "from" to come; `,
    };
  }
  if (part.startsWith("conditions/")) {
    return {
      id: "kondisi baru ditulis di samping yang lama, dengan nama lain; ",
      en: "a new condition stands beside the old one, under another name; ",
    };
  }
  return { id: "", en: "" };
}

export function valueComesTooLate(
  part: string,
  first: string,
  adopted: readonly AdoptedVersion[],
): Finding {
  const words = partInWords(part);
  const command = adoptCommand(adopted[0] ?? NONE, "--correct");
  return finding(
    "LYK510",
    {
      id: `${words.id} mengubah jawaban sejak ${first}, hari yang sudah lewat, menurut aturan yang sudah ditetapkan: ${named(adopted)}`,
      en: `${words.en} changes answers from ${first} on, a day that has passed, by what was adopted: ${named(adopted)}`,
    },
    {
      id: `tulis "from" hari ini atau sesudahnya; bila hari yang lewat memang harus berubah: ${command.id}`,
      en: `write a "from" of today or later; if the days that passed have to change: ${command.en}`,
    },
  );
}

export function endComesTooLate(
  adopted: AdoptedVersion,
  recorded: string | null,
  actual: string | null,
  first: string,
): Finding {
  const command = adoptCommand(adopted, "--correct");
  const before = dayInWords(recorded);
  const now = dayInWords(actual);
  return finding(
    "LYK511",
    {
      id: `hari terakhir ${named([adopted])} menjadi ${now.id} (tercatat: ${before.id}): jawaban sejak ${first}, hari yang sudah lewat, ikut berubah`,
      en: `the last day of ${named([adopted])} becomes ${now.en} (on record: ${before.en}): that changes answers from ${first} on, a day that has passed`,
    },
    {
      id: `mulai versi baru, atau akhiri yang ini, hari ini atau sesudahnya; bila hari yang lewat memang harus berubah: ${command.id}`,
      en: `begin a new version, or end this one, today or later; if the days that passed have to change: ${command.en}`,
    },
  );
}

export function notOnRecordYet(
  part: string | null,
  first: string,
  adopted: readonly AdoptedVersion[],
): Finding {
  const words =
    part === null
      ? { id: "hari terakhir aturan ini", en: "the policy's last day" }
      : partInWords(part);
  const command = adoptCommand(adopted[0] ?? NONE, null);
  return finding(
    "LYK805",
    {
      id: `${words.id} mengubah jawaban sejak ${first} dan belum tercatat: ${named(adopted)}`,
      en: `${words.en} changes answers from ${first} on and is not on record yet: ${named(adopted)}`,
    },
    {
      id: `catat paling lambat ${first}: ${command.id}`,
      en: `record it by ${first}: ${command.en}`,
    },
  );
}

const NONE: AdoptedVersion = { service: "", version: "" };

function insteadOf(adopted: AdoptedVersion = NONE): Text {
  const command = adoptCommand(adopted, "--correct");
  const next = `layak new ${adopted.service}${rulesOption(adopted.directory)}`;
  return {
    id: `aturan yang berubah mulai suatu hari ditulis sebagai versi baru (${next}); bila yang ditetapkan itu keliru: ${command.id}`,
    en: `a rule that changes from a day on is a new version (${next}); if what was adopted is a mistake: ${command.en}`,
  };
}

const MOST_NAMED = 3;

function named(adopted: readonly AdoptedVersion[]): string {
  const names = adopted.map(({ service, version }) => `${service} ${version}`);
  const more = names.length - MOST_NAMED;
  return names.slice(0, MOST_NAMED).join(", ") + (more > 0 ? `, … (+${more})` : "");
}

function dayInWords(day: string | null): { readonly id: string; readonly en: string } {
  return day === null ? { id: "tidak ada", en: "none" } : { id: day, en: day };
}
