import { labelOfName } from "../../engine/explanation/names.ts";
import type { Decision } from "../../engine/model/decision.ts";
import type { ExpectedGrant, Pack } from "../../engine/model/pack.ts";
import { type Language, say, type Text } from "../../engine/model/text.ts";
import { OUTCOME_WORDS } from "../outcome-words.ts";
import type { CaseResult, GrantDifference, SetDifference } from "../run-cases.ts";

type Failed = Extract<CaseResult, { readonly kind: "failed" }>;

/** In what a case came out otherwise than expected, each in words of both languages. */
export function differences(pack: Pack, result: Failed): readonly Required<Text>[] {
  const { outcome, unmet, missing, grants = [], decision } = result;
  const names = namesIn(pack, decision);
  return [
    ...(outcome === undefined
      ? []
      : [otherwise(OUTCOME_WORDS[outcome.expected], OUTCOME_WORDS[outcome.actual])]),
    ...apart(UNMET, unmet, names.requirement),
    ...apart(MISSING, missing, names.fact),
    ...grants.map((grant) => grantOf(grant, names.grant)),
  ];
}

/** How names are told of which more, or fewer, came out than were expected. */
type ApartWords = Readonly<Record<keyof SetDifference, Required<Text>>>;

const UNMET: ApartWords = {
  lacking: {
    id: "diharapkan belum dipenuhi, ternyata tidak",
    en: "expected to be unmet, and is not",
  },
  unexpected: {
    id: "belum dipenuhi, padahal tidak diharapkan",
    en: "unmet, and not expected to be",
  },
};
const MISSING: ApartWords = {
  lacking: {
    id: "diharapkan sebagai data yang kurang, ternyata tidak",
    en: "expected to be missing, and is not",
  },
  unexpected: {
    id: "data yang kurang, padahal tidak diharapkan",
    en: "missing, and not expected to be",
  },
};

function otherwise(expected: Text, actual: Text): Required<Text> {
  return {
    id: `diputuskan "${say(actual, "id")}", diharapkan "${say(expected, "id")}"`,
    en: `decided "${say(actual, "en")}", expected "${say(expected, "en")}"`,
  };
}

/** What something is called, in a language; its own name where it has no other. */
type NameOf = (name: string, language: Language) => string | undefined;

function apart(
  words: ApartWords,
  names: SetDifference = { lacking: [], unexpected: [] },
  nameOf: NameOf,
): readonly Required<Text>[] {
  return (["lacking", "unexpected"] as const).flatMap((way) =>
    listed(words[way], names[way], nameOf),
  );
}

function listed(
  words: Required<Text>,
  names: readonly string[],
  nameOf: NameOf,
): readonly Required<Text>[] {
  if (names.length === 0) return [];
  const told = (language: Language) =>
    names.map((name) => beside(name, nameOf(name, language))).join(", ");
  return [{ id: `${words.id}: ${told("id")}`, en: `${words.en}: ${told("en")}` }];
}

function beside(name: string, called: string | undefined): string {
  return called === undefined || called === name ? name : `${called} (${name})`;
}

function grantOf({ id, expected, actual }: GrantDifference, nameOf: NameOf): Required<Text> {
  const words = otherwise(wordsOf(expected), wordsOf(actual));
  return {
    id: `pemberian ${beside(id, nameOf(id, "id"))}: ${words.id}`,
    en: `grant ${beside(id, nameOf(id, "en"))}: ${words.en}`,
  };
}

function wordsOf(grant: ExpectedGrant): Text {
  if (grant === "unknown") return { id: "belum diketahui", en: "not known" };
  if (grant === false) return { id: "tidak diberikan", en: "not granted" };
  if (grant === true) return { id: "diberikan", en: "granted" };
  return { id: `diberikan (${grant})`, en: `granted (${grant})` };
}

function namesIn(pack: Pack, { service: id, policy: { from }, asOf }: Decision) {
  const service = pack.services.get(id);
  const policy = service?.versions.find((version) => version.from === from)?.policy;
  const fact: NameOf = (name, language) =>
    service && labelOfName({ pack, service, asOf, language }, name);
  const requirement: NameOf = (name, language) => {
    const found = policy?.requirements.find((one) => one.id === name);
    return found && say(found.title, language);
  };
  const grant: NameOf = (name, language) => {
    const found = policy?.grants?.find((one) => one.id === name);
    return found && say(found.text, language);
  };
  return { fact, requirement, grant };
}
