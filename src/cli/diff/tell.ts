import { type ApplicantChange, applicantChange } from "../../analysis/diff/applicants.ts";
import type { Change, Comparison, Unsettled } from "../../analysis/diff/comparison.ts";
import { OUTCOME_WORDS } from "../../analysis/outcome-words.ts";
import type { PreparedPolicy } from "../../engine/decision/prepare.ts";
import { formatDate } from "../../engine/explanation/format.ts";
import type { PolicyStatus } from "../../engine/model/policy.ts";
import { type Language, say, type Text } from "../../engine/model/text.ts";
import { applicantWords } from "../applicant-words.ts";
import type { Terminal } from "../terminal.ts";
import { applicantLines } from "./applicant.ts";
import { causeOf, reasonsOf } from "./cause.ts";
import type { Compared } from "./compared.ts";
import type { Patch } from "./patches.ts";
import { grantLines, unsettledGrantLines } from "./tell-grants.ts";

/** A comparison as people read it: what it means first, its text last. */
export function tellCompared(
  paint: Terminal["paint"],
  compared: Compared,
  language: Language,
): readonly string[] {
  const { comparison, grants, patches } = compared;
  const { complete, incomplete } = comparison;
  const open = unsettledLines(comparison, language);
  const applicants = applicantChange(compared);
  return [
    ...headOf(paint, compared, language),
    ...section(paint, applicants !== null, APPLICANTS, language),
    ...(applicants === null ? [] : [applicantsLine(applicants, language)]),
    ...(complete.length === 0 && open.length === 0 ? ["", paint.green(say(NOBODY, language))] : []),
    ...section(paint, complete.length > 0, COMPLETE, language),
    ...tellChanges(paint, compared, complete, language),
    ...section(paint, incomplete.length > 0, INCOMPLETE, language),
    ...tellChanges(paint, compared, incomplete, language),
    ...section(paint, open.length > 0, UNSETTLED, language),
    ...open,
    ...section(paint, grants.changes.length > 0, GRANTS, language),
    ...grantLines(paint, compared, language),
    ...section(paint, grants.unsettled.length > 0, UNSETTLED_GRANTS, language),
    ...unsettledGrantLines(compared, language),
    ...section(paint, patches.length > 0, TEXTUAL, language),
    ...patchLines(paint, patches),
  ];
}

/** Outcomes that were shown are open only as to what else leads to them; a reason of several is told once. */
function unsettledLines(
  { complete, unsettled }: Comparison,
  language: Language,
): readonly string[] {
  const lineOf = ({ from, to }: Unsettled, because: readonly Text[]) => {
    const isShown = complete.some((change) => change.from === from && change.to === to);
    const reasons = [isShown ? OTHER_CAUSE : [], because].flat();
    const open = reasons.map((reason) => say(reason, language)).join("; ");
    const outcomes = `${say(OUTCOME_WORDS[from], language)} → ${say(OUTCOME_WORDS[to], language)}`;
    return `  ${outcomes}${open === "" ? "" : `: ${open}`}`;
  };
  const computed = unsettled.filter(({ because }) => because === "computed");
  const others = unsettled.filter((one) => !computed.includes(one));
  return [
    ...others.map((one) => lineOf(one, [])),
    ...(computed.length > 1
      ? [`  ${say(BY_COMPUTED, language)}:`, ...computed.map((one) => `  ${lineOf(one, [])}`)]
      : computed.map((one) => lineOf(one, [BY_COMPUTED]))),
  ];
}

/** Whoever applied before and does not now is refused, whatever the facts. */
function applicantsLine({ from, to }: ApplicantChange, language: Language): string {
  return `  ${say(applicantWords(from), language)} → ${say(applicantWords(to), language)}`;
}

/** The changes of files that no policy has for itself. */
export function tellShared(
  paint: Terminal["paint"],
  patches: readonly Patch[],
  language: Language,
): readonly string[] {
  return [...section(paint, patches.length > 0, SHARED, language), ...patchLines(paint, patches)];
}

function patchLines(paint: Terminal["paint"], patches: readonly Patch[]): readonly string[] {
  return patches.flatMap(({ patch }) =>
    patch
      .trimEnd()
      .split("\n")
      .map((line) => painted(paint, line)),
  );
}

export const NOBODY: Text = {
  id: "Tidak ada pemohon berdata lengkap yang diputuskan lain.",
  en: "No applicant of whom all is known is decided otherwise.",
};
const APPLICANTS: Text = { id: "Siapa yang mengajukan", en: "Who applies" };
const COMPLETE: Text = {
  id: "Pemohon yang diputuskan lain",
  en: "Applicants who are decided otherwise",
};
const INCOMPLETE: Text = {
  id: "Hanya selama ada data yang belum diketahui",
  en: "Only while something is not known",
};
const UNSETTLED: Text = {
  id: "Belum dapat dipastikan apakah ada yang berpindah",
  en: "Not settled whether anybody changes",
};
const OTHER_CAUSE: Text = { id: "apakah ada sebab lain", en: "whether for another reason too" };
/** What is computed is given by nobody, and what it is computed from was sought in vain. */
const BY_COMPUTED: Text = {
  id: "bergantung pada fakta hitungan, dan tidak ditemukan data yang hasil hitungannya demikian",
  en: "it turns on computed facts, and no facts were found from which they are computed so",
};
const GRANTS: Text = { id: "Pemberian yang berubah", en: "Grants that change" };
const UNSETTLED_GRANTS: Text = {
  id: "Belum dapat dipastikan apakah pemberiannya berubah",
  en: "Not settled whether what is granted changes",
};
const SHARED: Text = {
  id: "Perubahan berkas yang dipakai bersama",
  en: "Changes of files that policies share",
};
const TEXTUAL: Text = { id: "Perubahan teks", en: "The textual change" };

function section(
  paint: Terminal["paint"],
  stands: boolean,
  title: Text,
  language: Language,
): readonly string[] {
  return stands ? ["", paint.bold(say(title, language))] : [];
}

const STATUS_WORDS: Readonly<Record<PolicyStatus, Text>> = {
  draft: { id: "rancangan", en: "draft" },
  pilot: { id: "percontohan", en: "pilot" },
  adopted: { id: "ditetapkan", en: "adopted" },
};

function headOf(
  paint: Terminal["paint"],
  { service, from, to }: Compared,
  language: Language,
): readonly string[] {
  const version = ({ policy }: PreparedPolicy) =>
    `${policy.from} (${say(STATUS_WORDS[policy.status], language)})`;
  const days =
    from.asOf === to.asOf
      ? {
          id: `diputuskan untuk ${formatDate(to.asOf, "id")}`,
          en: `decided for ${formatDate(to.asOf, "en")}`,
        }
      : {
          id: `diputuskan untuk ${formatDate(from.asOf, "id")} dan ${formatDate(to.asOf, "id")}`,
          en: `decided for ${formatDate(from.asOf, "en")} and ${formatDate(to.asOf, "en")}`,
        };
  const title = say(to.program.version.policy.title, language);
  return [
    paint.bold(`${title} (${service})`),
    `${version(from)} → ${version(to)}, ${say(days, language)}`,
  ];
}

function painted(paint: Terminal["paint"], line: string): string {
  if (line.startsWith("+")) return paint.green(line);
  return line.startsWith("-") ? paint.red(line) : line;
}

/** Changes of one pair of outcomes and one cause stand together, the first of them whole. */
function tellChanges(
  paint: Terminal["paint"],
  compared: Compared,
  changes: readonly Change[],
  language: Language,
): readonly string[] {
  const wordsOf = ({ from, to }: Change) =>
    `${say(OUTCOME_WORDS[from], language)} → ${say(OUTCOME_WORDS[to], language)}`;
  const keyOf = (change: Change) => JSON.stringify([change.from, change.to, change.cause]);
  return changes.flatMap((change, index) => {
    const before = changes[index - 1];
    const words = wordsOf(change);
    const isNewPair = before === undefined || wordsOf(before) !== words;
    const isNewCause = before === undefined || keyOf(before) !== keyOf(change);
    const first = changes.find((other) => keyOf(other) === keyOf(change)) ?? change;
    return [
      ...(isNewPair ? ["", paint.bold(`▸ ${words}`)] : []),
      ...(isNewCause ? [`  ${causeOf(compared, change, language)}`] : []),
      ...reasonsOf(compared, change, language).map((reason) => `    ${reason}`),
      ...applicantLines(compared, change, first === change ? null : first.facts, language),
    ];
  });
}
