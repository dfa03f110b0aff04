import { type Finding, finding } from "./diagnostic.ts";
import { quote } from "./words.ts";

/** What of a parameter a computation rests on. */
export type OverrideTrait = "type" | "items" | "scale" | "unit" | "by";

interface Misfit {
  readonly key: OverrideTrait;
  /** What the city says; undefined where it says nothing. */
  readonly had: string | number | undefined;
  /** What the nation says; undefined where it says nothing. */
  readonly wanted: string | number | undefined;
  /** The fact that is computed with the parameter. */
  readonly reader: string;
}

/** `LYK343`: a city's parameter that is computed with, of another type than the nation's. */
export function overrideMisfit(id: string, { key, had, wanted, reader }: Misfit): Finding {
  const [own, national] = [written(key, had), written(key, wanted)];
  const without = quote(key);
  return finding(
    "LYK343",
    {
      id: `di sini ${quote(id)} ${own ?? `tanpa ${without}`}, tetapi secara nasional ${national ?? `tanpa ${without}`}, dan ${quote(reader)} dihitung dengannya`,
      en: `here ${quote(id)} has ${own ?? `no ${without}`}, but nationally ${national ?? `no ${without}`}, and ${quote(reader)} is computed with it`,
    },
    national === null
      ? {
          id: `hapus ${without}, atau pakai id lain`,
          en: `take ${without} out, or use another id`,
        }
      : { id: `tulis ${national}, atau pakai id lain`, en: `write ${national}, or use another id` },
  );
}

function written(key: OverrideTrait, value: Misfit["had"]): string | null {
  if (value === undefined) return null;
  const json = JSON.stringify(value);
  return key === "items" ? `"items": { "type": ${json} }` : `${quote(key)}: ${json}`;
}
