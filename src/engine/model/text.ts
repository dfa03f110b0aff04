/** A language that Layak speaks to people: Indonesian or English. */
export type Language = "id" | "en";

/** Words for people. `id` always stands; where `en` is absent, readers of English get `id`. */
export interface Text {
  readonly id: string;
  readonly en?: string;
}

/** The names in braces within the texts of a document: what they tell, such as an amount. */
export function placeholdersIn(document: object): readonly string[] {
  return JSON.stringify(document).match(/(?<={)[\w.]+(?=})/g) ?? [];
}

/** The words in one language. */
export function say(text: Text, language: Language): string {
  return language === "en" ? (text.en ?? text.id) : text.id;
}
