import type { Unpaired } from "../../allocation/allocate.ts";
import type { LeftOver } from "../../allocation/pair-claimants.ts";
import type { Side } from "../../allocation/person.ts";
import type { Why } from "../../allocation/tables.ts";
import type { Pack } from "../../engine/model/pack.ts";
import { type Language, say, type Text } from "../../engine/model/text.ts";
import { tellCounted } from "./counted-reasons.ts";
import { SIDE_WORDS } from "./tell-counts.ts";

/** Where the words for requirements stand. */
interface PolicyFile {
  readonly service: string;
  readonly from: string;
}

const LEFT: Readonly<Record<LeftOver["because"], Text>> = {
  "no-match": {
    id: "tidak ada yang cocok di pihak lain",
    en: "nobody of the other side fits",
  },
  "all-matches-taken": {
    id: "semua yang cocok sudah berpasangan dengan yang lebih dahulu",
    en: "everybody who fits is paired with others",
  },
};

/** Why people of one side are in no pair, the commonest reason first; empty where nobody is. */
export function tellReasons(
  pack: Pack,
  side: Side,
  policy: PolicyFile,
  people: readonly Unpaired[],
  language: Language,
): readonly string[] {
  const words = wordsOf(pack, policy);
  const counted = new Map<string, number>();
  for (const one of people) {
    for (const reason of reasonsOf(one, words)) {
      const told = say(reason, language);
      counted.set(told, (counted.get(told) ?? 0) + 1);
    }
  }
  if (counted.size === 0) return [];
  const title = say(
    {
      id: `Mengapa ${say(SIDE_WORDS[side], "id")} tanpa pasangan:`,
      en: `Why ${say(SIDE_WORDS[side], "en")} are in no pair:`,
    },
    language,
  );
  return ["", title, ...tellCounted(counted, language)];
}

/** Why one person is in no pair, or in one that is not certain, in words. */
export function whyIn(
  pack: Pack,
  policies: Readonly<Record<Side, { readonly policy: PolicyFile }>>,
  language: Language,
): Why {
  const words = {
    workers: wordsOf(pack, policies.workers.policy),
    sponsors: wordsOf(pack, policies.sponsors.policy),
  };
  return (side, one) =>
    reasonsOf(one, words[side])
      .map((reason) => say(reason, language))
      .join("; ");
}

/** What facts and requirements are called. */
interface Words {
  readonly fact: (id: string) => Text;
  readonly requirement: (id: string) => Text;
}

function wordsOf(pack: Pack, { service, from }: PolicyFile): Words {
  const versions = pack.services.get(service)?.versions ?? [];
  const policy = versions.find((version) => version.from === from)?.policy;
  return {
    fact: (id: string) => pack.facts.get(id)?.label ?? { id },
    requirement: (id: string) =>
      policy?.requirements.find((requirement) => requirement.id === id)?.title ?? { id },
  };
}

function reasonsOf(one: Unpaired, words: Words): readonly Text[] {
  switch (one.state) {
    case "left":
      return [LEFT[one.because]];
    case "undetermined":
      return one.missing.map((fact) => under(UNKNOWN, words.fact(fact)));
    default:
      return one.outcome === "out-of-scope"
        ? [OUT_OF_SCOPE]
        : one.unmet.map((id) => under(UNMET, words.requirement(id)));
  }
}

const UNKNOWN = { id: "belum diketahui", en: "not known" };
const UNMET = { id: "belum memenuhi", en: "does not meet" };
const OUT_OF_SCOPE = { id: "di luar lingkup aturan", en: "outside the scope of the rules" };

function under(words: Required<Text>, text: Text): Text {
  return { id: `${words.id}: ${text.id}`, en: `${words.en}: ${say(text, "en")}` };
}
