import { parameterNamed, parameterOn } from "../conditions/references.ts";
import { formatValue } from "../explanation/format.ts";
import { labelOfName, type Vocabulary } from "../explanation/names.ts";
import { formatParameter } from "../explanation/parameter-words.ts";
import type { Grant, GrantAmount } from "../model/policy.ts";
import { say } from "../model/text.ts";
import { AMOUNT } from "./words.ts";

/** What a grant gives, with its amount of the day; an amount that facts tell is named. */
export function statedGrant(vocabulary: Vocabulary, { text, amount }: Grant): string {
  const written = say(text, vocabulary.language);
  const place = `{${AMOUNT}}`;
  const worth = amount === undefined ? "" : amountWords(vocabulary, amount);
  if (written.includes(place)) return written.replaceAll(place, worth);
  return worth === "" ? written : `${written} ${worth}`;
}

function amountWords(vocabulary: Vocabulary, amount: GrantAmount): string {
  const { language, pack, service, asOf } = vocabulary;
  if (typeof amount === "number") {
    return formatValue(amount, { type: "money" }, undefined, language);
  }
  const parameter = parameterNamed(amount.fact, service);
  return parameter === undefined
    ? `(${labelOfName(vocabulary, amount.fact)})`
    : formatParameter(pack, parameter, parameterOn(parameter, asOf), language);
}
