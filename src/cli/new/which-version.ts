import type { PolicyVersion, Service } from "../../engine/model/pack.ts";
import type { Language, Text } from "../../engine/model/text.ts";
import { say } from "../../engine/model/text.ts";
import { type Asking, answered } from "./asking.ts";

/** The version that is copied unless another is chosen: the last before the day that is no draft, else the nearest. */
export function usualVersion({ versions }: Service, from: string): PolicyVersion | null {
  const earlier = versions.filter((version) => version.from < from);
  const decided = earlier.findLast(({ policy }) => policy.status !== "draft");
  return decided ?? earlier.at(-1) ?? versions[0] ?? null;
}

/** Drafts that would come into force after one version and before a day. */
export function draftsBetween(
  { versions }: Service,
  after: string,
  before: string,
): readonly string[] {
  return versions
    .filter(({ from, policy }) => policy.status === "draft" && after < from && from < before)
    .map(({ from }) => from);
}

/**
 * The first day of the version to copy: as `--copy-from` says; asked where a draft lies between, as
 * nobody else knows which one is meant.
 * @returns null where it has no answer that will do, which has been told
 */
export async function versionToCopy(
  asking: Asking,
  copyFrom: string | undefined,
  service: Service,
  from: string,
): Promise<string | null> {
  const usual = usualVersion(service, from)?.from ?? "";
  const drafts = draftsBetween(service, usual, from);
  if (copyFrom === undefined && drafts.length === 0) return usual;
  const question = whichOne(service, [usual, ...drafts], usual);
  return answered(asking, "copy-from", copyFrom, question, (answer) => {
    const chosen = answer === "" ? usual : answer;
    const versions = service.versions.map((version) => version.from);
    if (versions.includes(chosen)) return { value: chosen };
    const all = versions.join(", ");
    return {
      id: `Versi ${chosen} tidak ada. Yang ada: ${all}.`,
      en: `There is no version ${chosen}. There are: ${all}.`,
    };
  });
}

function whichOne({ versions }: Service, offered: readonly string[], usual: string): Text {
  const choices = (language: Language) =>
    versions
      .filter(({ from }) => offered.includes(from))
      .map(({ from, policy }) => `${from} (${say(STATUS[policy.status], language)})`)
      .join(", ");
  return {
    id: `Ada rancangan di antaranya. Versi mana yang disalin: ${choices("id")} [${usual}]:`,
    en: `A draft lies in between. Which version is to be copied: ${choices("en")} [${usual}]:`,
  };
}

const STATUS: Readonly<Record<PolicyVersion["policy"]["status"], Text>> = {
  adopted: { id: "ditetapkan", en: "adopted" },
  pilot: { id: "percontohan", en: "pilot" },
  draft: { id: "rancangan", en: "draft" },
};
