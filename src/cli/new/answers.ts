import type { Pack, Service } from "../../engine/model/pack.ts";
import { type Language, say, type Text } from "../../engine/model/text.ts";
import { isDate } from "../../engine/values/calendar.ts";
import { complainIn, type Terminal } from "../terminal.ts";
import { choiceLines, demandsIn, type FirstDemand } from "./choices.ts";
import { askUntil, type Questions, type Read } from "./questions.ts";

/** What may be said by flags; what is not said is asked. */
export interface Flags {
  readonly from?: string;
  readonly copyFrom?: string;
  readonly title?: string;
  readonly titleEn?: string;
  readonly owner?: string;
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

/** The first day of the new version: by default the next first of January that is still free. */
export function firstDay(
  asking: Asking,
  { from }: Flags,
  service: Service | undefined,
  today: string,
): Promise<string | null> {
  const versions = service?.versions.map((version) => version.from) ?? [];
  const latest = [today, ...versions].toSorted().at(-1) ?? today;
  const usual = `${String(Number(latest.slice(0, 4)) + 1).padStart(4, "0")}-01-01`;
  const question: Text = {
    id: `Berlaku mulai tanggal (TTTT-BB-HH) [${usual}]:`,
    en: `In force from (YYYY-MM-DD) [${usual}]:`,
  };
  return answered(asking, "from", from, question, (answer) => {
    const day = answer === "" ? usual : answer;
    if (!isDate(day)) {
      return {
        id: `"${day}" tidak ada di kalender; tulis misalnya ${usual}.`,
        en: `"${day}" is not in the calendar; write for example ${usual}.`,
      };
    }
    if (!versions.includes(day)) return { value: day };
    return {
      id: `Versi ${day} sudah ada dan tidak akan ditimpa. Pilih tanggal lain, atau ubah berkasnya.`,
      en: `Version ${day} is there already and will not be overwritten. Choose another day, or edit its file.`,
    };
  });
}

/** Title, owner and first requirement of a new service; `null` where an answer lacks. */
export async function newServiceAnswers(asking: Asking, flags: Flags, pack: Pack, city: string) {
  const title = await answered(asking, "title", flags.title, TITLE, filled);
  if (title === null) return null;
  // Those who give the title by its flag have said all they want to say of it.
  const given = flags.titleEn ?? (flags.title === undefined ? undefined : "");
  const english = await answered(asking, "title-en", given, TITLE_EN, (value) => ({ value }));
  if (english === null) return null;
  const owner = await answered(asking, "owner", flags.owner, OWNER, filled);
  if (owner === null) return null;
  const demand = await firstDemand(asking, flags, demandsIn(pack, city));
  if (demand === null) return null;
  return { title: english === "" ? { id: title } : { id: title, en: english }, owner, demand };
}

const TITLE: Text = { id: "Nama layanan:", en: "Name of the service, in Indonesian:" };
const TITLE_EN: Text = {
  id: "Nama layanan dalam bahasa Inggris (boleh kosong):",
  en: "Name of the service in English (may be empty):",
};

const OWNER: Text = { id: "Perangkat daerah penanggung jawab:", en: "Office in charge:" };

function filled(answer: string): Text | { readonly value: string } {
  if (answer !== "") return { value: answer };
  return { id: "Jawaban ini tidak boleh kosong.", en: "This answer must not be empty." };
}

function firstDemand(
  asking: Asking,
  flags: Flags,
  demands: readonly FirstDemand[],
): Promise<FirstDemand | null> {
  const { terminal, language } = asking;
  if (flags.require === undefined) {
    const heading: Text = { id: "Syarat pertama:", en: "The first requirement:" };
    terminal.print(say(heading, language));
    for (const line of choiceLines(demands, language)) terminal.print(line);
  }
  const question: Text = { id: "Nomor atau nama [1]:", en: "Number or name [1]:" };
  return answered(asking, "require", flags.require, question, (answer) => {
    const chosen = answer === "" ? "1" : answer;
    const demand = demands.find(({ name }, index) => name === chosen || `${index + 1}` === chosen);
    if (demand !== undefined) return { value: demand };
    const names = demands.map(({ name }) => name).join(", ");
    return {
      id: `"${chosen}" tidak ada. Pilih: ${names}.`,
      en: `There is no "${chosen}". Choose: ${names}.`,
    };
  });
}
