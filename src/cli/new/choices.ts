import type { Pack, Service } from "../../engine/model/pack.ts";
import type { Condition } from "../../engine/model/policy.ts";
import { type Language, say, type Text } from "../../engine/model/text.ts";

/** What the first requirement of a new service may demand. */
export interface FirstDemand {
  /** As `--require` names it: a shared condition of the city, or a fact that has to be true. */
  readonly name: string;
  readonly title: Text;
  readonly condition: Condition;
}

/** The city's shared conditions, then every fact that is yes or no. */
export function demandsIn(pack: Pack, city: string): readonly FirstDemand[] {
  const service = serviceOf(pack, city);
  const shared = [...(service?.conditions.keys() ?? [])].map((name) => ({
    name,
    title: titleOf(pack, name),
    condition: { condition: name },
  }));
  const facts = [...pack.facts].flatMap(([name, fact]) =>
    fact.type === "boolean"
      ? [{ name, title: fact.label, condition: { fact: name, operator: "equal", value: true } }]
      : [],
  );
  return [...shared, ...facts];
}

/** Any service of the city: all of them share its conditions. */
function serviceOf(pack: Pack, city: string): Service | undefined {
  return [...pack.services.values()].find(({ id }) => id.startsWith(`${city}/`));
}

/** A shared condition has no title; a requirement that uses it has. */
function titleOf(pack: Pack, name: string): Text {
  const requirements = [...pack.services.values()].flatMap(({ versions }) =>
    versions.flatMap(({ policy }) => policy.requirements),
  );
  const using = requirements.find(
    ({ conditions }) => "condition" in conditions && conditions.condition === name,
  );
  return using?.title ?? { id: name };
}

/** The choices as a person reads them, numbered. */
export function choiceLines(
  demands: readonly FirstDemand[],
  language: Language,
): readonly string[] {
  return demands.map(
    ({ name, title }, index) => `  ${index + 1}. ${say(title, language)} (${name})`,
  );
}
