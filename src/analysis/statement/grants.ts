import { parameterNamed, parameterOn } from "../../engine/conditions/references.ts";
import type { Program } from "../../engine/decision/program.ts";
import { formatValue } from "../../engine/explanation/format.ts";
import { labelOfName, type Vocabulary } from "../../engine/explanation/names.ts";
import { formatParameter } from "../../engine/explanation/parameter-words.ts";
import { conditionalGrants } from "../../engine/granting/program.ts";
import { AMOUNT } from "../../engine/granting/words.ts";
import type { GrantAmount } from "../../engine/model/policy.ts";
import { assuranceOf } from "./assurance.ts";
import { citationsOf } from "./citations.ts";
import { clauseOf } from "./clauses.ts";
import type { GrantClause } from "./model.ts";
import { filledWords, inBoth } from "./words.ts";

/** What a policy grants, in words. */
export function grantClauses(program: Program): readonly GrantClause[] {
  const { grants = [] } = program.version.policy;
  const conditional = conditionalGrants(program);
  return grants.map((grant, place) => {
    const { id, text, amount, sources, provenance } = grant;
    const number = `G${place + 1}`;
    const tree = conditional.find((one) => one.id === id)?.compiled.tree;
    const worth = inBoth(program, (vocabulary) => amountWords(vocabulary, amount));
    const told = filledWords(program, {
      id: withAmount(text.id, worth.id),
      en: withAmount(text.en ?? text.id, worth.en),
    });
    return {
      number,
      id,
      text: told,
      assurance: { ...assuranceOf(grant), provenance },
      citations: citationsOf(program.service, sources),
      conditions: tree === undefined ? null : clauseOf(program, tree, `${number}.1`),
      reads: typeof amount === "object" ? [amount.fact] : [],
    };
  });
}

function withAmount(text: string, amount: string): string {
  const place = `{${AMOUNT}}`;
  if (text.includes(place)) return text.replaceAll(place, amount);
  return amount === "" ? text : `${text} ${amount}`;
}

function amountWords(vocabulary: Vocabulary, amount: GrantAmount | undefined): string {
  const { language, pack, service, asOf } = vocabulary;
  if (amount === undefined) return "";
  if (typeof amount === "number") {
    return formatValue(amount, { type: "money" }, undefined, language);
  }
  const parameter = parameterNamed(amount.fact, service);
  return parameter === undefined
    ? `(${labelOfName(vocabulary, amount.fact)})`
    : formatParameter(pack, parameter, parameterOn(parameter, asOf), language);
}
