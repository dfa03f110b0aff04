import { OPERATORS, QUANTIFIERS, readOperator } from "../../../engine/conditions/operators.ts";
import type { FactShape } from "../../../engine/model/catalogue.ts";
import { type Choice, choiceOf, type JsonSchema } from "./json-schema.ts";
import { operandSchema } from "./values.ts";
import { bilingual, type Vocabulary } from "./vocabulary.ts";

/**
 * What the fact of a leaf demands of its other keys: operators that fit its type, and for each of
 * them the values that it compares with.
 */
export function leafRules(vocabulary: Vocabulary): readonly JsonSchema[] {
  return groupedBy(vocabulary.facts, ({ shape }) => JSON.stringify(shapeKey(shape))).flatMap(
    (facts) => {
      const [first] = facts;
      if (first === undefined) return [];
      const ids = facts.map(({ value }) => value);
      const operators = operatorsFor(first.shape);
      const fact = { fact: oneOf(ids) };
      const fitting: JsonSchema = {
        if: { properties: fact, required: ["fact"] },
        // biome-ignore lint/suspicious/noThenProperty: JSON Schema calls it so.
        then: {
          properties: {
            operator: choiceOf(operators.map(({ value, description }) => ({ value, description }))),
          },
        },
      };
      const values = groupedBy(operators, ({ expects }) => JSON.stringify(expects)).flatMap(
        (alike): readonly JsonSchema[] => {
          const [one] = alike;
          if (one === undefined) return [];
          const operator = oneOf(alike.map(({ value }) => value));
          return [
            {
              if: { properties: { ...fact, operator }, required: ["fact", "operator"] },
              // biome-ignore lint/suspicious/noThenProperty: JSON Schema calls it so.
              then: { properties: { value: operandSchema(one.expects, vocabulary) } },
            },
          ];
        },
      );
      return [fitting, ...values];
    },
  );
}

/** A pattern, as editors would offer what a list in a condition holds. */
function oneOf(words: readonly string[]): JsonSchema {
  return { pattern: `^(${words.map((word) => word.replaceAll(".", "\\.")).join("|")})$` };
}

interface FittingOperator extends Choice {
  /** What the other side must be. */
  readonly expects: FactShape;
}

/** Every operator that fits a fact of this shape, plain ones first. */
function operatorsFor(shape: FactShape): readonly FittingOperator[] {
  const plain = Object.keys(OPERATORS);
  const quantified = QUANTIFIERS.flatMap((quantifier) =>
    plain.map((name) => `${quantifier}:${name}`),
  );
  const names = [...plain, ...quantified];
  return [...names, ...names.map((name) => `not:${name}`)].flatMap((value) => {
    const operator = readOperator(value);
    const expects = operator?.expects(shape) ?? null;
    if (operator === null || expects === null) return [];
    return [{ value, description: bilingual(operator.base.words), expects }];
  });
}

/** Facts alike in this have the same operators and values; limits are checked elsewhere. */
function shapeKey(shape: FactShape): object {
  if (shape.type === "list") return { list: shapeKey(shape.items) };
  return shape.type === "code" ? { codes: shape.codes } : { type: shape.type };
}

function groupedBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): readonly (readonly Item[])[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return [...groups.values()];
}
