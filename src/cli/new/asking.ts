import { type Language, say, type Text } from "../../engine/model/text.ts";
import { complainIn, type Terminal } from "../terminal.ts";
import { askUntil, type Questions, type Read } from "./questions.ts";

/** What may be said by flags; what is not said is asked. */
export interface Flags {
  readonly from?: string;
  readonly copyFrom?: string;
  readonly title?: string;
  readonly titleEn?: string;
  readonly owner?: string;
  readonly applicant?: string;
  readonly contact?: string;
  readonly require?: string;
}

/** Where questions are asked. */
export interface Asking {
  readonly terminal: Terminal;
  readonly questions: Questions;
  readonly language: Language;
}

/** An answer by its flag, or asked for; `null` after telling which flag would have given it. */
export async function answered<Value>(
  { terminal, questions, language }: Asking,
  flag: string,
  given: string | undefined,
  question: Text,
  read: (answer: string) => Text | { readonly value: Value },
): Promise<Value | null> {
  const reading = (answer: string): Read<Value> => {
    const result = read(answer);
    return "value" in result
      ? { ok: true, value: result.value }
      : { ok: false, because: say(result, language) };
  };
  if (given !== undefined) {
    const result = reading(given);
    if (result.ok) return result.value;
    terminal.complain(`--${flag}: ${result.because}`);
    return null;
  }
  const value = await askUntil(terminal, questions, `${say(question, language)} `, reading);
  if (value === null) {
    complainIn(terminal, language, {
      id: `Tidak ada jawaban. Jawab pertanyaannya, atau beri --${flag}.`,
      en: `There was no answer. Answer the question, or give --${flag}.`,
    });
  }
  return value;
}
