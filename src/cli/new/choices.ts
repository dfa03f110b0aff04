import type { Pack, Service } from "../../engine/model/pack.ts";
import type { Condition } from "../../engine/model/policy.ts";
import { type Language, say, type Text } from "../../engine/model/text.ts";

/** What the first requirement of a new service may demand. */
export interface FirstDemand {
  /** As `--require` names it: a shared condition of the city, or a fact that has to be true. */
  readonly name: string;
  readonly title: Text;
  readonly condition: Condition;
  /** What citizens are told whom it refuses; none where the condition says it by itself. */
  readonly reason: Reason;
}

/** Why somebody is refused, and what they can do about it. */
export interface Reason {
  readonly unmet?: Text;
  readonly remedy?: Text;
}

/** The city's shared conditions, then every fact that is yes or no. */
export function demandsIn(pack: Pack, city: string): readonly FirstDemand[] {
  const shared = [...(serviceOf(pack, city)?.conditions ?? [])].map(([name, definition]) =>
    sharedDemand(pack, name, definition),
  );
  const facts = [...pack.facts].flatMap(([name, fact]): readonly FirstDemand[] => {
    if (fact.type !== "boolean") return [];
    const { label: title } = fact;
    const condition = { fact: name, operator: "equal", value: true };
    return [{ name, title, condition, reason: plainReason(title) }];
  });
  return [...shared, ...facts];
}

/** Any service of the city: all of them share its conditions. */
function serviceOf(pack: Pack, city: string): Service | undefined {
  return [...pack.services.values()].find(({ id }) => id.startsWith(`${city}/`));
}

/** A shared condition has no title; a requirement that uses it has, and mostly a reason too. */
function sharedDemand(pack: Pack, name: string, definition: Condition): FirstDemand {
  const requirements = [...pack.services.values()].flatMap(({ versions }) =>
    versions.flatMap(({ policy }) => policy.requirements),
  );
  const using = requirements.find(
    ({ conditions }) => "condition" in conditions && conditions.condition === name,
  );
  const { title = { id: name }, unmet, remedy } = using ?? {};
  const told: Reason = {
    ...(unmet !== undefined && { unmet }),
    ...(remedy !== undefined && { remedy }),
  };
  const saysWhy = unmet !== undefined || definition.unmet !== undefined;
  return {
    name,
    title,
    condition: { condition: name },
    reason: saysWhy ? told : plainReason(title),
  };
}

/** A reason that may stay as it is: what is asked for, by its name. */
function plainReason({ id, en }: Text): Required<Reason> {
  return {
    unmet: {
      id: `Belum terpenuhi: ${id}.`,
      ...(en !== undefined && { en: `Not met yet: ${en}.` }),
    },
    remedy: {
      id: `Penuhi syarat ini, lalu ajukan lagi: ${id}.`,
      ...(en !== undefined && { en: `Meet this requirement, then apply again: ${en}.` }),
    },
  };
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
