import { expect, test } from "vitest";
import plainClone from "../../functions/wiring/plain-clone.ts";

class Condition {
  all = [{ fact: "a", operator: "in", value: ["x", null, 1] }];
  priority = 1;
}

test("a copy of conditions has their values and their classes, and no part in common with them", () => {
  const conditions = new Condition();
  const copy = plainClone(conditions);
  expect(copy).toBeInstanceOf(Condition);
  expect(copy).toEqual(new Condition());
  for (const leaf of conditions.all) {
    leaf.value.push("y");
    Object.assign(leaf, { result: true });
  }
  conditions.all.push({ fact: "b", operator: "equal", value: [] });
  expect(copy).toEqual(new Condition());
});

test.each(["met", 1, true, null, undefined])("%s is its own copy", (value) => {
  expect(plainClone(value)).toBe(value);
});
