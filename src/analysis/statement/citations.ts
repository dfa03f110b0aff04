import type { Service } from "../../engine/model/pack.ts";
import type { Citation } from "../../engine/model/policy.ts";
import { levelOf } from "../../pack/level.ts";
import type { StatedCitation, StatedSource } from "./model.ts";
import { type Context, wordsOf } from "./words.ts";

export function citationsOf(
  { sources }: Service,
  citations: readonly Citation[],
): readonly StatedCitation[] {
  return citations.map(({ source, article }) => ({
    source,
    title: wordsOf(sources.get(source)?.title ?? { id: source }),
    ...(article !== undefined && { article }),
  }));
}

/** Each cited source once, in the order of the citations. */
export function sourcesOf(
  { pack, service }: Pick<Context, "pack" | "service">,
  citations: readonly StatedCitation[],
): readonly StatedSource[] {
  return [...new Set(citations.map(({ source }) => source))].flatMap((id) => {
    const source = service.sources.get(id);
    if (source === undefined) return [];
    const { title, kind, date, until, reference, text } = source;
    return [
      {
        id,
        level: levelOf(pack, service.id, "sources", id),
        title: wordsOf(title),
        kind,
        date,
        ...(until !== undefined && { until }),
        ...(reference !== undefined && { reference }),
        text,
      },
    ];
  });
}
