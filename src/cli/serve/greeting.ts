import { documentExamples } from "../../api/openapi/examples.ts";
import type { Pack } from "../../engine/model/pack.ts";
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

/**
 * Its address first, then something to paste, and the tokens for what is tried next. `pack`: the
 * rules that are served; those that ship unless stated.
 */
export function greeting(
  { address, token, officerToken }: Ready,
  language: Language,
  pack?: Pack,
): readonly string[] {
  const example = exampleOf(pack);
  const body = JSON.stringify({ ...example?.request, language }).replaceAll("'", "'\\''");
  return [
    `Layak: ${address}`,
    "",
    ...(example === null
      ? []
      : [
          say(example.told, language),
          "",
          `curl -s ${address}/v1/decisions -H 'Authorization: Bearer ${token}' -H 'Content-Type: application/json' -d '${body}'`,
          "",
        ]),
    say(TOKENS, language),
    "",
    `OFFICER_TOKEN=${officerToken}`,
    `TOKEN=${token}`,
    "",
    ...NEXT.map((line) => say(line, language).replace("{address}", address)),
  ];
}

/** Rules of another city have other services: a case of the first that has any is asked about. */
function exampleOf(
  pack: Pack | undefined,
): { readonly told: Text; readonly request: object } | null {
  if (pack === undefined || pack.services.has(EXAMPLE_REQUEST.service)) {
    return { told: TRY, request: EXAMPLE_REQUEST };
  }
  const [request] = Object.values(documentExamples(pack).requests);
  return request === undefined ? null : { told: TRY_A_CASE, request };
}

const TRY_A_CASE: Text = {
  id: "Coba di terminal lain: sebuah contoh dari kasus aturan ini (orangnya rekaan):",
  en: "Try this in another terminal: an example from a case of these rules (an invented person):",
};

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
