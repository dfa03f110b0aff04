import type { Commitment } from "../../allocation/commitment.ts";
import { type Language, say, type Text } from "../../engine/model/text.ts";

/** What the policies of a commitment are not yet; nothing where both are adopted. */
export function tellStatus(
  { workers, sponsors }: Commitment,
  language: Language,
): readonly string[] {
  const statuses = [workers, sponsors].map(({ policy }) => policy.status);
  if (statuses.includes("draft")) return [say(DRAFT, language)];
  return statuses.includes("pilot") ? [say(PILOT, language)] : [];
}

const DRAFT: Text = {
  id: "Percobaan: ada aturan yang masih rancangan, jadi pasangannya belum berlaku.",
  en: "A trial: some of the rules are a draft, so its pairs are not in force.",
};

const PILOT: Text = {
  id: "Sementara: aturannya masih uji coba.",
  en: "Provisional: the rules are still a pilot.",
};
