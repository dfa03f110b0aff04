import type { Vocabulary } from "../../engine/explanation/names.ts";
import { filled } from "../../engine/explanation/sentences.ts";
import { say, type Text } from "../../engine/model/text.ts";

/** Words in both languages; other than in a `Text` from a file, English never lacks. */
export interface Words {
  readonly id: string;
  readonly en: string;
}

/** What names refer to, in no language yet. */
export type Context = Omit<Vocabulary, "language">;

/** What a teller says in each language. */
export function inBoth(context: Context, tell: (vocabulary: Vocabulary) => string): Words {
  return {
    id: tell({ ...context, language: "id" }),
    en: tell({ ...context, language: "en" }),
  };
}

/** A text from a file in both languages. */
export function wordsOf(text: Text): Words {
  return { id: text.id, en: say(text, "en") };
}

/** As {@link wordsOf}, with its parameters told by their amount on the day. */
export function filledWords(context: Context, text: Text): Words {
  return inBoth(context, (vocabulary) => filled(vocabulary, text, [], ""));
}
