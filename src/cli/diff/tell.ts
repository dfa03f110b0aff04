import type { Change } from "../../analysis/diff/comparison.ts";
import { factsKnownTo, itemsIn } from "../../analysis/diff/pair.ts";
import type { PreparedPolicy } from "../../engine/decision/prepare.ts";
import { explanationOf } from "../../engine/explanation/explain.ts";
import { formatDate, formatValue } from "../../engine/explanation/format.ts";
import { labelOfName, shapeOfName, type Vocabulary } from "../../engine/explanation/names.ts";
import type { Facts, FactValue } from "../../engine/model/catalogue.ts";
import type {
  Decision,
  RequirementExplanation,
  RequirementOutcome,
} from "../../engine/model/decision.ts";
import type { PolicyStatus } from "../../engine/model/policy.ts";
import { type Language, say, type Text } from "../../engine/model/text.ts";
import { OUTCOME_WORDS } from "../outcome-words.ts";
import type { Terminal } from "../terminal.ts";
import { type Compared, decisionsOf } from "./compared.ts";

/** A comparison as people read it: what it means first, its text last. */
export function tellCompared(
  paint: Terminal["paint"],
  compared: Compared,
  language: Language,
): readonly string[] {
  const { comparison, patches } = compared;
  const { complete, incomplete, unsettled } = comparison;
  const open = unsettled.map(
    ({ from, to }) =>
      `  ${say(OUTCOME_WORDS[from], language)} → ${say(OUTCOME_WORDS[to], language)}`,
  );
  return [
    ...headOf(paint, compared, language),
    ...(complete.length === 0 && open.length === 0 ? ["", paint.green(say(NOBODY, language))] : []),
    ...section(paint, complete.length > 0, COMPLETE, language),
    ...tellChanges(paint, compared, complete, language),
    ...section(paint, incomplete.length > 0, INCOMPLETE, language),
    ...tellChanges(paint, compared, incomplete, language),
    ...section(paint, open.length > 0, UNSETTLED, language),
    ...open,
    ...section(paint, patches.length > 0, TEXTUAL, language),
    ...patches.flatMap(({ patch }) =>
      patch
        .trimEnd()
        .split("\n")
        .map((line) => painted(paint, line)),
    ),
  ];
}

const NOBODY: Text = {
  id: "Tidak ada pemohon berdata lengkap yang diputuskan lain.",
  en: "No applicant of whom all is known is decided otherwise.",
};
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
  pilot: { id: "uji coba", en: "pilot" },
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

function causeOf(compared: Compared, change: Change, language: Language): string {
  const { cause } = change;
  if (cause.kind === "scope") {
    return say(
      { id: "Lingkup aturannya lain.", en: "The scope of the policy is another." },
      language,
    );
  }
  const { side } = cause;
  const vocabulary = { ...compared[side].program, language };
  if (cause.kind === "unknown") {
    const names = cause.missing.map((name) => labelOfName(vocabulary, name)).join(", ");
    const when = side === "to" ? { id: "Kini", en: "Now" } : { id: "Dulu", en: "Before" };
    return say(
      { id: `${when.id} menunggu: ${names}.`, en: `${when.en} waits for: ${names}.` },
      language,
    );
  }
  const given = decisionsOf(compared, change);
  const elsewhere = given[side === "to" ? "from" : "to"].requirements.find(
    ({ id }) => id === cause.id,
  );
  const words = (side === "to" ? BEFORE : NOW)[elsewhere?.outcome ?? "absent"];
  const title = toldIn(compared[side], given[side], cause.id, language)?.title ?? "";
  const refused = say(side === "to" ? REFUSES_NOW : REFUSED_BEFORE, language);
  return `${refused} ${cause.id} (${title}). ${say(words, language)}`;
}

function reasonsOf(compared: Compared, change: Change, language: Language): readonly string[] {
  const { cause } = change;
  if (cause.kind !== "requirement") return [];
  const decision = decisionsOf(compared, change)[cause.side];
  return toldIn(compared[cause.side], decision, cause.id, language)?.reasons ?? [];
}

const REFUSES_NOW: Text = { id: "Kini ditolak oleh", en: "Now refused by" };
const REFUSED_BEFORE: Text = { id: "Dulu ditolak oleh", en: "Before refused by" };
type Elsewhere = RequirementOutcome | "absent";
const BEFORE: Readonly<Record<Elsewhere, Text>> = {
  met: { id: "Dulu dipenuhi.", en: "Met before." },
  "not-applicable": { id: "Dulu tidak berlaku baginya.", en: "Did not apply before." },
  absent: { id: "Dulu tidak disyaratkan.", en: "Not required before." },
  unmet: { id: "Dulu hanya anjuran.", en: "Only advised before." },
  unknown: { id: "Dulu belum dapat dinilai.", en: "Not settled before." },
};
const NOW: Readonly<Record<Elsewhere, Text>> = {
  met: { id: "Kini dipenuhi.", en: "Met now." },
  "not-applicable": { id: "Kini tidak berlaku baginya.", en: "Does not apply now." },
  absent: { id: "Kini tidak disyaratkan.", en: "Not required now." },
  unmet: { id: "Kini hanya anjuran.", en: "Only advised now." },
  unknown: { id: "Kini belum dapat dinilai.", en: "Not settled now." },
};

function toldIn(
  { program }: PreparedPolicy,
  decision: Decision,
  id: string,
  language: Language,
): RequirementExplanation | undefined {
  return explanationOf(program, decision, language).requirements.find((one) => one.id === id);
}

/** The applicant in words; of one like another only what is not the same. */
function applicantLines(
  compared: Compared,
  change: Change,
  like: Facts | null,
  language: Language,
): readonly string[] {
  const { from, to } = compared;
  const told = decisiveFirst(compared, change).filter(
    ([id, value]) => like === null || JSON.stringify(like[id]) !== JSON.stringify(value),
  );
  const head =
    like === null
      ? { id: "    Misalnya pemohon dengan:", en: "    Such as an applicant with:" }
      : { id: "    Selebihnya sama, tetapi:", en: "    Otherwise the same, but:" };
  const lines = told.flatMap(([id, value]) => {
    const { program } =
      Object.keys(factsKnownTo(to.program.pack, { [id]: value })).length > 0 ? to : from;
    return factLines({ ...program, language }, id, value);
  });
  return [say(head, language), ...lines.map((line) => `      ${line}`)];
}

/** What the requirement reads that makes the difference, before all else. */
function decisiveFirst(
  compared: Compared,
  change: Change,
): readonly (readonly [string, Facts[string]])[] {
  const { cause } = change;
  const entries = Object.entries(change.facts);
  if (cause.kind !== "requirement") return entries;
  const decision = decisionsOf(compared, change)[cause.side];
  const evidence = decision.requirements.find(({ id }) => id === cause.id)?.evidence ?? [];
  const read = evidence.flatMap(({ fact }) => fact.split("[")[0] ?? fact);
  const [decisive, others] = [true, false].map((wanted) =>
    entries.filter(([id]) => read.includes(id) === wanted),
  );
  return [...(decisive ?? []), ...(others ?? [])];
}

function factLines(vocabulary: Vocabulary, id: string, value: Facts[string]): readonly string[] {
  const items = vocabulary.pack.groups.has(id) ? itemsIn(value) : null;
  if (items === null) return [`${labelOfName(vocabulary, id)}: ${valueIn(vocabulary, id, value)}`];
  if (items.length === 0) {
    return [
      `${labelOfName(vocabulary, id)}: ${say({ id: "tidak ada", en: "none" }, vocabulary.language)}`,
    ];
  }
  return items.map((item, index) => {
    const told = Object.entries(item ?? {}).map(
      ([name, known]) => `${labelOfName(vocabulary, name)}: ${valueIn(vocabulary, name, known)}`,
    );
    const any = say({ id: "siapa pun", en: "anybody" }, vocabulary.language);
    return `${labelOfName(vocabulary, `${id}[${index}]`)}: ${told.join("; ") || any}`;
  });
}

function valueIn(vocabulary: Vocabulary, name: string, value: Facts[string]): string {
  const shaped = shapeOfName(vocabulary, name);
  const plain = plainValue(value);
  return shaped === null
    ? String(plain)
    : formatValue(plain, shaped.shape, shaped.unit, vocabulary.language);
}

function plainValue(value: Facts[string]): FactValue {
  if (typeof value !== "object" || value === null) return value ?? null;
  return value.map((item) => (typeof item === "object" ? null : item));
}
