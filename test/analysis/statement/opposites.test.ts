import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { statedOperator } from "../../../src/analysis/statement/opposites.ts";
import { OPERATORS, QUANTIFIERS, readOperator } from "../../../src/engine/conditions/operators.ts";
import { runs } from "../../support/generate/runs.ts";

const prefixes = ["", ...QUANTIFIERS.map((quantifier) => `${quantifier}:`)];
const names = Object.keys(OPERATORS).flatMap((name) => prefixes.map((prefix) => prefix + name));

const items = fc.constantFrom("a", "b", "c");
const lists = fc.array(fc.option(items), { maxLength: 3 });

function truth(name: string, left: string | readonly (string | null)[], right: typeof left) {
  const operator = readOperator(name);
  if (operator === null) throw new Error(`${name} is no operator`);
  return operator.compare(left, right);
}

describe("an operator that is told without a not", () => {
  test.each(names)(
    "not:%s is told by an operator that is true, false and unknown alike",
    (name) => {
      const negated = readOperator(`not:${name}`);
      if (negated === null) throw new Error(`${name} is no operator`);
      const { name: base, quantifier } = statedOperator(negated, false);
      const told = quantifier === null ? base : `${quantifier}:${base}`;
      fc.assert(
        fc.property(fc.oneof(items, lists), fc.oneof(items, lists), (left, right) => {
          expect(truth(told, left, right)).toBe(truth(`not:${name}`, left, right));
        }),
        runs(200),
      );
    },
  );

  test.each(names)("%s under a not is told as not:%s", (name) => {
    const [plain, negated] = [readOperator(name), readOperator(`not:${name}`)];
    if (plain === null || negated === null) throw new Error(`${name} is no operator`);
    expect(statedOperator(plain, true)).toEqual(statedOperator(negated, false));
    expect(statedOperator(negated, true)).toEqual(statedOperator(plain, false));
  });
});
