import type { Text } from "../../engine/model/text.ts";

/** What a suggested case says of itself until somebody has confirmed it. */
export const SUGGESTED: Required<Text> = {
  id: "Disarankan dari aturan sekarang, belum dipastikan: periksa apakah hasilnya memang yang dimaksud.",
  en: "Suggested from the policy as it is, not confirmed: check that the result is what was meant.",
};

/** Whether a note says so still, in either language, whatever was written around it. */
export function saysUnconfirmed(note: Text): boolean {
  const [id = "", en = ""] = [SUGGESTED.id, SUGGESTED.en].map((text) => text.split(":")[0]);
  return note.id.includes(id) || note.en?.includes(en) === true;
}
