import type { ApplicantKind } from "../../engine/model/policy.ts";
import type { Text } from "../../engine/model/text.ts";
import type { FirstDemand } from "./choices.ts";
import { ruleText } from "./rule-text.ts";

/** What a new service starts with. */
export interface NewService {
  readonly title: Text;
  readonly owner: string;
  /** `null`: a person or a business. */
  readonly applicant: ApplicantKind | null;
  /** Where citizens ask; empty: at the office in charge. */
  readonly contact: string;
  readonly demand: FirstDemand;
}

const DOUBT: Text = {
  id: "Baru dibuat; dasar hukumnya belum disebut. Tulis sumbernya di sources.",
  en: "Just made; what it rests on is not named yet. Write its sources in sources.",
};
const NOTE: Text = {
  id: "Rancangan baru. Tulis di sini untuk apa kebijakan ini.",
  en: "A new draft. Write here what this policy is for.",
};

function contactOf(owner: string): Text {
  return { id: `Tanyakan kepada ${owner}.`, en: `Ask ${owner}.` };
}

function objectionTo(owner: string): Text {
  return {
    id: `Tidak setuju dengan hasil ini? Ajukan keberatan kepada ${owner}, dan minta petugas memeriksa ulang permohonan Anda.`,
    en: `Do you disagree with this result? Object to ${owner}, and ask an officer to look at your application again.`,
  };
}

/** The first policy of a new service: a draft with one requirement. */
export function newPolicy({ title, owner, applicant, contact, demand }: NewService): string {
  const policy = {
    $schema: "../../schema/policy.schema.json",
    title,
    owner,
    ...(applicant !== null && { applicant }),
    contact: contact === "" ? contactOf(owner) : { id: contact },
    objection: objectionTo(owner),
    status: "draft",
    note: NOTE,
    requirements: [
      {
        id: demand.name
          .replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
          .replaceAll(".", "-"),
        title: demand.title,
        ...demand.reason,
        enforcement: "required",
        sources: [],
        provenance: "assumed",
        doubt: DOUBT,
        conditions: demand.condition,
      },
    ],
  };
  return `${ruleText(policy)}\n`;
}
