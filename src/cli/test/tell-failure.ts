import { OUTCOME_WORDS } from "../../analysis/outcome-words.ts";
import type { CaseResult, GrantDifference, SetDifference } from "../../analysis/run-cases.ts";
import { explain } from "../../engine/explanation/explain.ts";
import { formatDate } from "../../engine/explanation/format.ts";
import { labelOfName } from "../../engine/explanation/names.ts";
import type {
  Decision,
  Outcome,
  RequirementExplanation,
  RequirementOutcome,
} from "../../engine/model/decision.ts";
import type { ExpectedGrant, Pack } from "../../engine/model/pack.ts";
import { type Language, say, type Text } from "../../engine/model/text.ts";

/**
 * A case that came out otherwise, and why, in words; what is written in `cases.json` stands beside
 * them. Nothing of a case that passed.
 */
export function tellFailure(pack: Pack, result: CaseResult, language: Language): readonly string[] {
  if (result.kind === "passed") return [];
  const { name, asOf } = result.test;
  const head = `  ✗ ${name} (${formatDate(asOf, language)})`;
  if (result.kind === "refused") {
    return [head, ...result.problems.map((problem) => `      ${say(problem, language)}`)];
  }
  const { outcome, unmet, missing, grants = [], decision } = result;
  const { scope, requirements } = explain(pack, decision, language);
  const titles = new Map(requirements.map(({ id, title }) => [id, title]));
  return [
    head,
    ...(outcome === undefined ? [] : [tellOutcome(outcome, language)]),
    ...tellDifference(UNMET, unmet, (id) => titles.get(id), language),
    ...tellDifference(MISSING, missing, labelsIn(pack, decision, language), language),
    ...grants.map((grant) => tellGrant(pack, decision, grant, language)),
    ...(scope?.reasons ?? []).map((reason) => `      ${say(SCOPE, language)}: ${reason}`),
    ...requirements.flatMap((requirement) => tellRequirement(requirement, language)),
  ];
}

function tellOutcome(
  { expected, actual }: { readonly expected: Outcome; readonly actual: Outcome },
  language: Language,
): string {
  const named = (outcome: Outcome) => `${say(OUTCOME_WORDS[outcome], language)} ("${outcome}")`;
  return say(
    {
      id: `      diharapkan: ${named(expected)}; diputuskan: ${named(actual)}`,
      en: `      expected: ${named(expected)}; decided: ${named(actual)}`,
    },
    language,
  );
}

const UNMET: Text = {
  id: 'syarat yang belum dipenuhi ("unmet")',
  en: 'requirements that are not met ("unmet")',
};
const MISSING: Text = {
  id: 'data yang belum diketahui ("missing")',
  en: 'facts that are not known ("missing")',
};
const SCOPE: Text = { id: 'lingkup aturan ("scope")', en: 'scope of the policy ("scope")' };
const LACKING: Text = { id: "diharapkan, tetapi tidak ada", en: "expected, but not there" };
const UNEXPECTED: Text = { id: "ada, tetapi tidak diharapkan", en: "there, but not expected" };

function tellDifference(
  set: Text,
  difference: SetDifference | undefined,
  labelOf: (name: string) => string | undefined,
  language: Language,
): readonly string[] {
  if (difference === undefined) return [];
  const line = (text: Text, names: readonly string[]) => {
    if (names.length === 0) return [];
    const told = names.map((name) => beside(name, labelOf(name))).join(", ");
    return [`      ${say(set, language)}, ${say(text, language)}: ${told}`];
  };
  return [...line(LACKING, difference.lacking), ...line(UNEXPECTED, difference.unexpected)];
}

function tellGrant(
  pack: Pack,
  { service, policy }: Decision,
  { id, expected, actual }: GrantDifference,
  language: Language,
): string {
  const version = pack.services.get(service)?.versions.find(({ from }) => from === policy.from);
  const grant = version?.policy.grants?.find((one) => one.id === id);
  const name = beside(id, grant && say(grant.text, language));
  const told = (found: ExpectedGrant) => `${say(wordsOf(found), language)} (${found})`;
  return say(
    {
      id: `      pemberian ("grants") ${name}: diharapkan ${told(expected)}; diputuskan ${told(actual)}`,
      en: `      grant ("grants") ${name}: expected ${told(expected)}; decided ${told(actual)}`,
    },
    language,
  );
}

function wordsOf(found: ExpectedGrant): Text {
  if (found === "unknown") return { id: "belum diketahui", en: "not known" };
  if (found === false) return { id: "tidak diberikan", en: "not granted" };
  return { id: "diberikan", en: "granted" };
}

function labelsIn(pack: Pack, { service: id, asOf }: Decision, language: Language) {
  const service = pack.services.get(id);
  return (name: string) => service && labelOfName({ pack, service, asOf, language }, name);
}

/** A name as it is written in the rules, and what it is called. */
function beside(name: string, label: string | undefined): string {
  return label === undefined || label === name ? name : `${name} (${label})`;
}

const MARKS = { met: "✓", unmet: "✗", unknown: "?", "not-applicable": "–" } as const;
const REQUIREMENT_WORDS: Readonly<Record<RequirementOutcome, Text>> = {
  met: { id: "dipenuhi", en: "met" },
  unmet: { id: "belum dipenuhi", en: "not met" },
  unknown: { id: "belum dapat dinilai", en: "not settled" },
  "not-applicable": { id: "tidak berlaku", en: "does not apply" },
};

function tellRequirement(
  { id, title, outcome, reasons }: RequirementExplanation,
  language: Language,
): readonly string[] {
  return [
    `      ${MARKS[outcome]} ${beside(id, title)}: ${say(REQUIREMENT_WORDS[outcome], language)}`,
    ...reasons.map((reason) => `          ${reason}`),
  ];
}
