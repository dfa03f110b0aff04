import type { Language } from "../engine/model/text.ts";

/** The language that an `Accept-Language` header likes best of those that Layak speaks. */
export function languageOf(header: string | undefined, otherwise: Language): Language {
  let best: Language = otherwise;
  let bestQuality = 0;
  for (const range of (header ?? "").slice(0, 500).split(",")) {
    const [tag = "", ...parameters] = range.split(";");
    const language = spoken(tag.trim().toLowerCase(), otherwise);
    const quality = qualityOf(parameters);
    if (language === null || quality <= bestQuality) continue;
    best = language;
    bestQuality = quality;
  }
  return best;
}

export function isLanguage(value: unknown): value is Language {
  return value === "id" || value === "en";
}

function spoken(tag: string, otherwise: Language): Language | null {
  if (tag === "*") return otherwise;
  // "in" is what old Java systems still call Indonesian.
  if (/^(?:id|in)(?:-|$)/.test(tag)) return "id";
  return /^en(?:-|$)/.test(tag) ? "en" : null;
}

function qualityOf(parameters: readonly string[]): number {
  const stated = parameters.map((parameter) => /^\s*q=(\d(?:\.\d{1,3})?)\s*$/.exec(parameter));
  const quality = stated.find((match) => match !== null)?.[1];
  return quality === undefined ? 1 : Math.min(1, Number(quality));
}
