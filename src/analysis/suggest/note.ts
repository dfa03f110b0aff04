import type { Text } from "../../engine/model/text.ts";

/** What a suggested case says of itself until somebody has confirmed it. */
export const SUGGESTED: Required<Text> = {
  id: "Disarankan dari aturan sekarang, belum dipastikan: periksa apakah hasilnya memang yang dimaksud.",
  en: "Suggested from the policy as it is, not confirmed: check that the result is what was meant.",
};

/** What a case that a new version starts with says of itself. */
export const FIRST_CASE: Required<Text> = {
  id: "Contoh awal, dibuat dari aturannya. Periksa, lalu ganti dengan permohonan yang nyata.",
  en: "A first case, made from the rules. Check it, then put a real application in its place.",
};

/** Whether a note asks for a check still, in either language, whatever was written around it. */
export function asksForCheck(note: Text): boolean {
  return [SUGGESTED, FIRST_CASE].some(
    ({ id, en }) => note.id.includes(openingOf(id)) || note.en?.includes(openingOf(en)) === true,
  );
}

function openingOf(text: string): string {
  return text.split(/[:.]/)[0] ?? text;
}
