import type { Answer } from "../../engine/answer.ts";
import { formatDate, formatValue } from "../../engine/explanation/format.ts";
import { labelOfName, type Vocabulary } from "../../engine/explanation/names.ts";
import type {
  Change,
  GrantExplanation,
  GrantState,
  Outcome,
  RequirementExplanation,
} from "../../engine/model/decision.ts";
import type { Pack } from "../../engine/model/pack.ts";
import { type Language, say, type Text } from "../../engine/model/text.ts";
import type { Terminal } from "../terminal.ts";

const OUTCOMES: Readonly<Record<Outcome, Text>> = {
  eligible: { id: "MEMENUHI SYARAT", en: "ELIGIBLE" },
  ineligible: { id: "BELUM MEMENUHI SYARAT", en: "NOT ELIGIBLE YET" },
  undetermined: { id: "BELUM DAPAT DIPUTUSKAN", en: "NOT DECIDED YET" },
  "out-of-scope": { id: "DI LUAR LINGKUP ATURAN", en: "OUTSIDE THE SCOPE" },
};

const COLOURS = {
  eligible: "green",
  ineligible: "red",
  undetermined: "yellow",
  "out-of-scope": "yellow",
} as const;

const MARKS = { met: "✓", unmet: "✗", unknown: "?", "not-applicable": "–" } as const;

const DRAFT: Text = {
  id: "Dihitung dengan RANCANGAN aturan yang belum berlaku; bukan jawaban atas permohonan.",
  en: "Worked out with a DRAFT that is not in force; this is no answer to an application.",
};
const ADVISORY: Text = { id: " (anjuran, tidak menentukan)", en: " (advice, decides nothing)" };
const NOT_APPLICABLE: Text = { id: " (tidak berlaku di sini)", en: " (does not apply here)" };

/** The answer as lines that can be read out at a counter. */
export function tellAnswer(
  paint: Terminal["paint"],
  pack: Pack,
  answer: Answer,
): readonly string[] {
  const { explanation, outcome } = answer;
  const { language } = explanation;
  return [
    paint[COLOURS[outcome]](paint.bold(say(OUTCOMES[outcome], language))),
    ...(answer.policy.status === "draft" ? [say(DRAFT, language)] : []),
    explanation.summary,
    ...(explanation.scope?.reasons ?? []),
    "",
    ...(outcome === "out-of-scope" ? [] : explanation.requirements).flatMap((requirement) =>
      tellRequirement(paint, requirement, language),
    ),
    ...tellGrants(paint, explanation.grants ?? [], language),
    ...tellNext(pack, answer),
  ];
}

function tellRequirement(
  paint: Terminal["paint"],
  requirement: RequirementExplanation,
  language: Language,
): readonly string[] {
  const { outcome, title, reasons, remedy, enforcement, sources, computed = [] } = requirement;
  const advisory = enforcement === "advisory" ? say(ADVISORY, language) : "";
  const aside = outcome === "not-applicable" ? say(NOT_APPLICABLE, language) : advisory;
  const cited = sources.map((source) => source.title + article(source.article, language));
  const basis = say({ id: "Dasar", en: "Basis" }, language);
  return [
    `${MARKS[outcome]} ${title}${aside}`,
    ...reasons.map((reason) => `    ${reason}`),
    ...(outcome === "met" ? [] : computed).map((sum) => paint.dim(`    ${sum}`)),
    ...(remedy === undefined ? [] : [`    → ${remedy}`]),
    ...(outcome === "unmet" && cited.length > 0
      ? [paint.dim(`    ${basis}: ${cited.join("; ")}`)]
      : []),
  ];
}

const GRANTS: Text = { id: "Yang diberikan:", en: "What is granted:" };
const GRANT_MARKS = { granted: "+", "not-granted": "–", unknown: "?" } as const;
const GRANT_ASIDES: Readonly<Record<GrantState, Text>> = {
  granted: { id: "" },
  "not-granted": { id: " (tidak diberikan di sini)", en: " (not granted here)" },
  unknown: { id: " (belum dapat dipastikan)", en: " (not settled yet)" },
};

function tellGrants(
  paint: Terminal["paint"],
  grants: readonly GrantExplanation[],
  language: Language,
): readonly string[] {
  if (grants.length === 0) return [];
  const basis = say({ id: "Dasar", en: "Basis" }, language);
  return [
    "",
    say(GRANTS, language),
    ...grants.flatMap(({ state, text, reasons, computed = [], sources }) => {
      const cited = sources.map((source) => source.title + article(source.article, language));
      return [
        `${GRANT_MARKS[state]} ${text}${say(GRANT_ASIDES[state], language)}`,
        ...[...reasons, ...(state === "granted" ? computed : [])].map((line) => `    ${line}`),
        ...(state === "granted" && cited.length > 0
          ? [paint.dim(`    ${basis}: ${cited.join("; ")}`)]
          : []),
      ];
    }),
  ];
}

function article(number: string | undefined, language: Language): string {
  if (number === undefined) return "";
  return say({ id: `, pasal ${number}`, en: `, art. ${number}` }, language);
}

function tellNext(pack: Pack, answer: Answer): readonly string[] {
  const { explanation, validUntil, validUntilBecause, remedies, service, asOf } = answer;
  const { language, contact, objection } = explanation;
  const found = pack.services.get(service);
  const vocabulary = found && { pack, service: found, asOf, language };
  const lines: string[] = [];
  if (validUntil !== null && vocabulary !== undefined) {
    const because = validUntilBecause.map((name) => causeLabel(vocabulary, name)).join("; ");
    const label = { id: "Jawaban ini berlaku sampai", en: "This answer holds until" };
    lines.push(`${say(label, language)} ${formatDate(validUntil, language)} (${because}).`);
  }
  if (remedies.length > 0 && vocabulary !== undefined) {
    const label = { id: "Yang mengubah jawaban:", en: "What would change the answer:" };
    const or = say({ id: "atau", en: "or" }, language);
    lines.push(say(label, language));
    for (const [index, remedy] of remedies.entries()) {
      const changes = remedy.map((change) => tellChange(vocabulary, change)).join("; ");
      lines.push(`    ${index === 0 ? "" : `${or} `}${changes}`);
    }
  }
  const told = [...lines, ...[objection, contact].flatMap((text) => text ?? [])];
  return told.length === 0 ? [] : ["", ...told];
}

function tellChange(vocabulary: Vocabulary, { fact, from, to }: Change): string {
  const { language, pack } = vocabulary;
  const entry = pack.facts.get(fact.replace(/^.*\]\./, ""));
  const told = (value: Change["from"]) =>
    formatValue(value, entry ?? { type: "string" }, entry?.unit, language);
  const label = labelOfName(vocabulary, fact);
  if (typeof from !== "object" || typeof to !== "object") {
    return `${label}: ${told(from)} → ${told(to)}`;
  }
  const gained = to.filter((item) => !from.includes(item));
  const lost = from.filter((item) => !to.includes(item));
  const parts = [
    ...(gained.length > 0 ? [say({ id: "tambah", en: "add" }, language), told(gained)] : []),
    ...(lost.length > 0 ? [say({ id: "hapus", en: "remove" }, language), told(lost)] : []),
  ];
  return `${label}: ${parts.join(" ")}`;
}

function causeLabel(vocabulary: Vocabulary, name: string): string {
  const { language } = vocabulary;
  if (name === "policy:none") {
    return say({ id: "aturan ini berakhir", en: "the policy ends" }, language);
  }
  if (!name.startsWith("policy:")) return labelOfName(vocabulary, name);
  const from = formatDate(name.slice("policy:".length), language);
  return say({ id: `aturan baru berlaku ${from}`, en: `a new policy begins ${from}` }, language);
}
