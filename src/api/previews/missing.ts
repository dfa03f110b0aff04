import { labelOfName, type Vocabulary } from "../../engine/explanation/names.ts";
import { say } from "../../engine/model/text.ts";
import { type DescribedFact, describeFact } from "../services/facts.ts";

/** A fact that is still needed, as a form asks for it. */
export interface MissingFact extends Partial<Omit<DescribedFact, "fact" | "label">> {
  /** As it stands in `missing`: `drivers[1].coverage.status`. */
  readonly fact: string;
  readonly label: string;
  /** What to ask; the label where the catalogue has no question. */
  readonly question: string;
  /** True of what a registry will answer when the decision is asked for: nobody need be asked. */
  readonly lookedUpLater: boolean;
}

export function describeMissing(
  vocabulary: Vocabulary,
  missing: readonly string[],
): readonly MissingFact[] {
  return missing.map((name) => {
    const { pack, language } = vocabulary;
    const id = name.includes("].") ? name.slice(name.indexOf("].") + 2) : name;
    const fact = pack.facts.get(id);
    const label = labelOfName(vocabulary, name);
    if (fact === undefined) return { fact: name, label, question: label, lookedUpLater: false };
    const question = fact.question === undefined ? label : say(fact.question, language);
    return {
      ...describeFact(id, fact, language),
      fact: name,
      label,
      question,
      lookedUpLater: fact.source.startsWith("registry:"),
    };
  });
}
