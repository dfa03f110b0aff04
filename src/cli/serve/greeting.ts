import { type Language, say, type Text } from "../../engine/model/text.ts";
import { syntheticPeople } from "../../registry/synthetic-roster.ts";

/** A trader whose membership has lapsed asks for a kiosk: refused, with what would change it. */
export const EXAMPLE_REQUEST = {
  service: "kota-serang/sewa-kios",
  applicant: { nik: syntheticPeople.lapsedTrader.nik },
  facts: {
    "kiosk.owner": "PEMKOT",
    "lease.kind": "BARU",
    "applicant.stateApparatus": false,
    "person.birthDate": "1979-08-17",
    "trader.onRegister": true,
    "document.ktp": true,
    "document.photo": true,
  },
} as const;

/** What the service tells when it is ready. */
export interface Ready {
  readonly address: string;
  readonly token: string;
  /** Of the officer who reviews. */
  readonly officerToken: string;
}

/** Its address first, then something to paste, and the tokens for what is tried next. */
export function greeting(
  { address, token, officerToken }: Ready,
  language: Language,
): readonly string[] {
  const body = JSON.stringify({ ...EXAMPLE_REQUEST, language });
  return [
    `Layak: ${address}`,
    "",
    say(TRY, language),
    "",
    `curl -s ${address}/v1/decisions -H 'Authorization: Bearer ${token}' -H 'Content-Type: application/json' -d '${body}'`,
    "",
    say(TOKENS, language),
    "",
    `OFFICER_TOKEN=${officerToken}`,
    `TOKEN=${token}`,
    "",
    ...NEXT.map((line) => say(line, language).replace("{address}", address)),
  ];
}

const TRY: Text = {
  id: "Coba di terminal lain: pedagang yang kepesertaannya sudah tidak aktif (orangnya rekaan):",
  en: "Try this in another terminal: a trader whose membership has lapsed (an invented person):",
};

const TOKENS: Text = {
  id: "Token berlaku 8 jam, hanya di mesin ini. Untuk perintah lain di docs/api.md; yang pertama milik petugas yang meninjau keputusan:",
  en: "Tokens are valid for 8 hours, on this machine only. For the other commands of docs/api.md; the first is that of an officer who reviews decisions:",
};

const NEXT: readonly Text[] = [
  {
    id: "Layanan dan fakta yang diminta: {address}/v1/services",
    en: "Services, and the facts each asks for: {address}/v1/services",
  },
  {
    id: "Semua jawaban dan kode kesalahan: docs/api.md. Berhenti: Ctrl-C.",
    en: "All answers and error codes: docs/api.md. Stop: Ctrl-C.",
  },
];
