import { labelOfName, type Vocabulary } from "../../engine/explanation/names.ts";
import { say } from "../../engine/model/text.ts";
import type { Words } from "./words.ts";

interface Heading {
  readonly stated: Words;
  readonly negated: Words;
}

/** What stands over the clauses of an *all* or *any*. */
export const JUNCTION_WORDS: Readonly<Record<"all" | "any", Heading>> = {
  all: {
    stated: { id: "semua dari yang berikut", en: "all of the following" },
    negated: { id: "tidak semua dari yang berikut", en: "not all of the following" },
  },
  any: {
    stated: { id: "sedikitnya salah satu dari yang berikut", en: "at least one of the following" },
    negated: { id: "tidak satu pun dari yang berikut", en: "none of the following" },
  },
};

const GROUP_WORDS: Readonly<Record<"every" | "some", Heading>> = {
  every: {
    stated: { id: "bagi setiap {}", en: "for every {}" },
    negated: { id: "tidak bagi setiap {}", en: "not for every {}" },
  },
  some: {
    stated: { id: "bagi sedikitnya satu {}", en: "for at least one {}" },
    negated: { id: "tidak bagi satu pun {}", en: "for no {}" },
  },
};

const OR_NONE: Words = { id: " (juga bila tidak ada)", en: " (also where there is none)" };

/** What stands over the clause that is asked of every, or some, item of a group. */
export function groupWords(
  vocabulary: Vocabulary,
  kind: "every" | "some",
  group: string,
  negated: boolean,
): string {
  const { language, pack } = vocabulary;
  const heading = say(GROUP_WORDS[kind][negated ? "negated" : "stated"], language);
  const mayBeEmpty = (pack.groups.get(group)?.minItems ?? 0) === 0;
  const trueWhereEmpty = (kind === "every") !== negated;
  const orNone = mayBeEmpty && trueWhereEmpty ? say(OR_NONE, language) : "";
  return heading.replace("{}", () => inSentence(labelOfName(vocabulary, group))) + orNone;
}

/** A label within a sentence: only names that begin with more than one capital keep it. */
function inSentence(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
