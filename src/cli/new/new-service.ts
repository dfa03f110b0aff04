import type { Text } from "../../engine/model/text.ts";
import type { FirstDemand } from "./choices.ts";
import { ruleText } from "./rule-text.ts";

/** What a new service starts with. */
export interface NewService {
  readonly title: Text;
  readonly owner: string;
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

/** The first policy of a new service: a draft with one requirement. */
export function newPolicy({ title, owner, demand }: NewService): string {
  const policy = {
    $schema: "../../schema/policy.schema.json",
    title,
    owner,
    status: "draft",
    note: NOTE,
    requirements: [
      {
        id: demand.name
          .replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
          .replaceAll(".", "-"),
        title: demand.title,
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
