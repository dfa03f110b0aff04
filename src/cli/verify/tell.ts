import { OUTCOME_WORDS } from "../../analysis/outcome-words.ts";
import { formatDate } from "../../engine/explanation/format.ts";
import { type Language, say, type Text } from "../../engine/model/text.ts";
import type { ReceiptPayload } from "../../ledger/receipt/payload.ts";
import type { FalseReceipt, Verification } from "../../ledger/receipt/verify.ts";
import type { Terminal } from "../terminal.ts";

const GENUINE: Text = { id: "BUKTI INI ASLI", en: "THIS RECEIPT IS GENUINE" };
const FALSE: Text = { id: "BUKTI INI TIDAK SAH", en: "THIS RECEIPT IS FALSE" };
const ANOTHER: Text = {
  id: "BUKTI INI ASLI, TETAPI TENTANG PEMOHON LAIN",
  en: "THIS RECEIPT IS GENUINE, BUT ABOUT ANOTHER APPLICANT",
};

const FILE_DIFFERS: Text = {
  id: "BUKTI INI ASLI, TETAPI BERKASNYA MENGATAKAN LAIN",
  en: "THIS RECEIPT IS GENUINE, BUT THE FILE AROUND IT SAYS OTHERWISE",
};

/** Places of a file that are told to differ. */
const MOST_PLACES = 10;

const REASONS: Readonly<Record<FalseReceipt, Text>> = {
  malformed: {
    id: "Bentuknya bukan bukti keputusan, atau ada huruf yang hilang, tertukar atau bertambah. Salin lagi seluruhnya.",
    en: "It does not have the form of a receipt, or a character is missing, changed or added. Copy the whole of it again.",
  },
  "type-foreign": {
    id: "Ini bukan bukti keputusan, melainkan token lain atau bukti yang diubah.",
    en: "This is no receipt of a decision, but another token or a receipt that was changed.",
  },
  "algorithm-refused": {
    id: "Tanda tangannya tidak dibuat dengan cara yang dipakai Layak (ES256), jadi tidak dipercaya.",
    en: "Its signature was not made in the way that Layak uses (ES256), so it is not trusted.",
  },
  "key-unknown": {
    id: "Kunci yang disebutnya tidak ada dalam berkas kunci. Ambil kunci terbaru dari /v1/keys; jika tetap tidak ada, bukti ini bukan dari layanan itu.",
    en: "The key that it names is not in the file of keys. Get the latest from /v1/keys; if it is still not there, this receipt is not from that service.",
  },
  "signature-wrong": {
    id: "Tanda tangannya tidak cocok: bukti ini diubah setelah dikeluarkan, atau tidak pernah dikeluarkan oleh layanan itu.",
    en: "Its signature does not fit: it was changed after it was issued, or that service never issued it.",
  },
  "content-foreign": {
    id: "Isinya bukan keputusan Layak.",
    en: "What it holds is no decision of Layak.",
  },
};

/** What is at hand beside the receipt itself. */
export interface Beside {
  /** Places at which the file around it says otherwise. */
  readonly differences: readonly string[];
  /** Whether the salt is known, so that only the applicant need be named. */
  readonly hasSalt: boolean;
}

/** The result as lines that a clerk can read out. No number of a person is among them. */
export function tellVerification(
  paint: Terminal["paint"],
  verification: Verification,
  { differences, hasSalt }: Beside,
  language: Language,
): readonly string[] {
  if (verification.kind === "false") {
    const headline = paint.red(paint.bold(say(FALSE, language)));
    return [headline, say(REASONS[verification.reason], language)];
  }
  const { decision, subject } = verification;
  const isAsTold = subject !== "different" && differences.length === 0;
  const headline = isAsTold ? GENUINE : differences.length > 0 ? FILE_DIFFERS : ANOTHER;
  return [
    (isAsTold ? paint.green : paint.red)(paint.bold(say(headline, language))),
    ...tellDecision(decision, language),
    ...(differences.length > 0 ? [tellPlaces(differences, language)] : []),
    say(subject === "not-asked" && hasSalt ? ONLY_WHOM : SUBJECTS[subject], language),
  ];
}

function tellPlaces(paths: readonly string[], language: Language): string {
  const places = paths.slice(0, MOST_PLACES).join(", ") + (paths.length > MOST_PLACES ? ", …" : "");
  const text = {
    id: `Yang benar adalah yang tertulis di atas; berkas ini diubah pada: ${places}.`,
    en: `What stands above is what was decided; the file was changed at: ${places}.`,
  };
  return say(text, language);
}

const SUBJECTS: Readonly<Record<"same" | "different" | "not-asked", Text>> = {
  same: {
    id: "Bukti ini tentang pemohon yang Anda sebut.",
    en: "This receipt is about the applicant whom you named.",
  },
  different: {
    id: "Bukti ini bukan tentang pemohon yang Anda sebut, atau salt-nya bukan pasangannya. Jangan dipakai untuk pemohon itu.",
    en: "This receipt is not about the applicant whom you named, or the salt belongs to another one. Do not use it for that applicant.",
  },
  "not-asked": {
    id: "Tentang siapa bukti ini belum diperiksa: tambahkan --applicant dan --salt.",
    en: "About whom it is was not checked: add --applicant and --salt.",
  },
};

const ONLY_WHOM: Text = {
  id: "Tentang siapa bukti ini belum diperiksa: tambahkan --applicant.",
  en: "About whom it is was not checked: add --applicant.",
};

function tellDecision(
  { id, issuedAt, service, asOf, outcome, policy, provisional, validUntil }: ReceiptPayload,
  language: Language,
): readonly string[] {
  const rows: readonly (readonly [Text, string])[] = [
    [{ id: "Keputusan", en: "Decision" }, say(OUTCOME_WORDS[outcome], language)],
    [{ id: "Layanan", en: "Service" }, service],
    [{ id: "Untuk tanggal", en: "For the day" }, formatDate(asOf, language)],
    [{ id: "Dikeluarkan", en: "Issued" }, moment(issuedAt, language)],
    [
      { id: "Aturan", en: "Policy" },
      say(
        {
          id: `berlaku sejak ${formatDate(policy.from, "id")}`,
          en: `in force from ${formatDate(policy.from, "en")}`,
        },
        language,
      ),
    ],
    ...(validUntil === null
      ? []
      : [
          [
            { id: "Untuk fakta yang sama sampai", en: "For the same facts until" },
            formatDate(validUntil, language),
          ] as const,
        ]),
    [{ id: "Nomor", en: "Id" }, id],
  ];
  const told = rows.map(([label, value]) => `${say(label, language)}: ${value}`);
  return provisional.length === 0 ? told : [...told, say(PROVISIONAL, language)];
}

const PROVISIONAL: Text = {
  id: "Keputusan ini sementara: aturannya masih uji coba atau belum dipastikan.",
  en: "This decision is provisional: its policy is a pilot, or not confirmed yet.",
};

const JAKARTA_AHEAD = 7 * 3_600_000;

/** In Jakarta's time, which is what the clocks of the offices show. */
function moment(issuedAt: string, language: Language): string {
  const [day = "", time = ""] = new Date(Date.parse(issuedAt) + JAKARTA_AHEAD)
    .toISOString()
    .split("T");
  const [hour, minute] = time.split(":");
  return `${formatDate(day, language)} ${hour}${language === "id" ? "." : ":"}${minute} WIB`;
}
