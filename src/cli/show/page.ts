import { changesBetween } from "../../analysis/statement/changes.ts";
import type { Statement } from "../../analysis/statement/model.ts";
import { formatDate } from "../../engine/explanation/format.ts";
import type { PolicyStatus } from "../../engine/model/policy.ts";
import { type Language, say, type Text } from "../../engine/model/text.ts";
import type { Adoption, AdoptionKind } from "../../pack/adoptions/adoption.ts";
import { applicantWords } from "../applicant-words.ts";
import type { Block, Note } from "./blocks.ts";
import { changeBlocks } from "./changes.ts";
import { computedBlocks } from "./computed.ts";
import { grantBlocks } from "./grants.ts";
import { marksOf } from "./lines.ts";
import { referenceBlocks } from "./references.ts";
import { requirementBlocks } from "./requirements.ts";
import { LABELS, STATUS_WORDS } from "./words.ts";

/** What a page is made from. */
export interface Shown {
  readonly statement: Statement;
  /** The version that was in force before, stated for the same day. */
  readonly before: Statement | null;
  /** As decisions of that day give it. */
  readonly digest: string;
  /** The entries of the record of adoptions for this version. */
  readonly adoptions: readonly Adoption[];
}

const NOTICES = {
  draft: {
    id: "RANCANGAN. Kebijakan ini belum berlaku dan belum memutuskan apa pun.",
    en: "DRAFT. This policy is not in force and decides nothing yet.",
  },
  pilot: {
    id: "PERCONTOHAN. Setiap jawaban kebijakan ini sementara.",
    en: "PILOT. Every answer of this policy is provisional.",
  },
  adopted: null,
} as const;

/** The policy as a page, in one language. */
export function pageOf(
  { statement, before, digest, adoptions }: Shown,
  language: Language,
): readonly Block[] {
  const marks = marksOf(statement);
  const notice = NOTICES[statement.status];
  const earlier =
    before === null
      ? null
      : {
          statement: before,
          marks: marksOf(before),
          changes: changesBetween(before, statement),
        };
  const footer: Text = {
    id: `Halaman ini disusun dari aturannya sendiri. Sidik digital kebijakan menurut hari itu: ${digest}`,
    en: `This page is made from the rules themselves. Fingerprint (digest) of the policy on that day: ${digest}`,
  };
  return [
    { kind: "title", text: say(statement.title, language) },
    ...(notice === null ? [] : [{ kind: "notice", text: say(notice, language) } as const]),
    {
      kind: "facts",
      rows: [...headRows(statement, language), ...adoptionRows(adoptions, language)],
    },
    ...requirementBlocks(statement, marks, language),
    ...grantBlocks(statement, marks, language),
    ...computedBlocks(statement, marks, language),
    ...referenceBlocks(statement, marks, language),
    ...changeBlocks({ statement, marks }, earlier, language),
    signature(statement.status, language),
    { kind: "footer", text: say(footer, language) },
  ];
}

function headRows(statement: Statement, language: Language): readonly Note[] {
  const { service, status, from, until, asOf, owner, city, applicant, contact, objection } =
    statement;
  const first = { id: formatDate(from, "id"), en: formatDate(from, "en") };
  const inForce: Text =
    until === null
      ? { id: `mulai ${first.id}`, en: `from ${first.en}` }
      : {
          id: `${first.id} sampai ${formatDate(until, "id")}`,
          en: `${first.en} to ${formatDate(until, "en")}`,
        };
  const row = (label: Text, text: string) => ({ label: say(label, language), text });
  return [
    row(LABELS.service, service),
    row(LABELS.status, say(STATUS_WORDS[status], language)),
    row(LABELS.inForce, say(inForce, language)),
    row(LABELS.day, formatDate(asOf, language)),
    row(LABELS.owner, owner),
    ...(city ? [row(LABELS.city, say(city, language))] : []),
    ...(applicant ? [row(LABELS.applicant, say(applicantWords(applicant), language))] : []),
    ...(contact ? [row(LABELS.contact, say(contact, language))] : []),
    ...(objection ? [row(LABELS.objection, say(objection, language))] : []),
  ];
}

const RECORDED: Readonly<Record<AdoptionKind, Text>> = {
  adopted: { id: "Ditetapkan", en: "Adopted" },
  added: { id: "Tambahan dicatat", en: "Additions recorded" },
  corrected: { id: "Dibetulkan", en: "Corrected" },
};

/** Who decided, when and why, and the seal of the text as it was last recorded. */
function adoptionRows(adoptions: readonly Adoption[], language: Language): readonly Note[] {
  const rows = adoptions.map(({ kind, by, on, why }) => ({
    label: say(RECORDED[kind], language),
    text: say(
      {
        id: `${formatDate(on, "id")} oleh ${by}: ${why}`,
        en: `${formatDate(on, "en")} by ${by}: ${why}`,
      },
      language,
    ),
  }));
  const last = adoptions.at(-1);
  if (last === undefined) return rows;
  return [...rows, { label: say({ id: "Segel", en: "Seal" }, language), text: last.seal }];
}

/** A draft is signed before it is adopted: whoever signs it decides that it is to be. */
function signature(status: PolicyStatus, language: Language): Block {
  const decided: Text =
    status === "draft"
      ? { id: "Disetujui untuk ditetapkan di", en: "Approved for adoption at" }
      : { id: "Ditetapkan di", en: "Signed at" };
  const labels: readonly Text[] = [
    { id: "Jabatan", en: "Office" },
    { id: "Nama", en: "Name" },
    { id: "NIP", en: "Staff number (NIP)" },
    { id: "Tanda tangan", en: "Signature" },
  ];
  return {
    kind: "signature",
    place: `${say(decided, language)} ……………………, ${say({ id: "tanggal", en: "on" }, language)} ……………………`,
    labels: labels.map((text) => say(text, language)),
  };
}
