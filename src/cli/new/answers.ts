import type { Pack, Service } from "../../engine/model/pack.ts";
import type { ApplicantKind } from "../../engine/model/policy.ts";
import type { Text } from "../../engine/model/text.ts";
import { isDate } from "../../engine/values/calendar.ts";
import { type Asking, answered, type Flags } from "./asking.ts";
import { firstDemand } from "./first-demand.ts";

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
  // Few policies state it, so it is never asked for.
  const applicant = await answered(asking, "applicant", flags.applicant ?? "", NOT_ASKED, readKind);
  if (applicant === null) return null;
  const asked = flags.contact ?? (flags.title === undefined ? undefined : "");
  const contact = await answered(asking, "contact", asked, CONTACT, (value) => ({ value }));
  if (contact === null) return null;
  const demand = await firstDemand(asking, flags, pack, city);
  if (demand === null) return null;
  return {
    title: english === "" ? { id: title } : { id: title, en: english },
    owner,
    applicant: applicant.kind,
    contact,
    demand,
  };
}

const NOT_ASKED: Text = { id: "", en: "" };
const KINDS: readonly ApplicantKind[] = ["person", "business", "office"];

function readKind(
  answer: string,
): Text | { readonly value: { readonly kind: ApplicantKind | null } } {
  const kind = KINDS.find((each) => each === answer);
  if (kind !== undefined || answer === "") return { value: { kind: kind ?? null } };
  return {
    id: `"${answer}" tidak ada. Pilih: ${KINDS.join(", ")}.`,
    en: `There is no "${answer}". Choose: ${KINDS.join(", ")}.`,
  };
}

const TITLE: Text = { id: "Nama layanan:", en: "Name of the service, in Indonesian:" };
const TITLE_EN: Text = {
  id: "Nama layanan dalam bahasa Inggris (boleh kosong):",
  en: "Name of the service in English (may be empty):",
};

const OWNER: Text = { id: "Perangkat daerah penanggung jawab:", en: "Office in charge:" };

const CONTACT: Text = {
  id: "Ke mana warga bertanya, sebagai kalimat (kosong: kepada perangkat daerah itu):",
  en: "Where citizens ask, as a sentence in Indonesian (empty: that office):",
};

function filled(answer: string): Text | { readonly value: string } {
  if (answer !== "") return { value: answer };
  return { id: "Jawaban ini tidak boleh kosong.", en: "This answer must not be empty." };
}
