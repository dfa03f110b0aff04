import type { Pack } from "./model/pack.ts";
import type { Text } from "./model/text.ts";

/** Words to put behind a message about an unknown name; empty where nothing is near it. */
export function didYouMean(
  { suggest }: Pick<Pack, "suggest">,
  word: string,
  candidates: Iterable<string>,
): Required<Text> {
  return asked(suggest(word, candidates));
}

/** As {@link didYouMean}, where it is known what was meant. */
export function asked(meant: string | null): Required<Text> {
  if (meant === null) return { id: "", en: "" };
  return { id: ` Maksudnya "${meant}"?`, en: ` Did you mean "${meant}"?` };
}

/** A word of the user's own, cut so that a message stays one line. */
export function shortened(word: string): string {
  return word.length > 60 ? `${word.slice(0, 60)}…` : word;
}
