import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editsBetween, withEdits } from "../../../src/analysis/suggest/edits.ts";
import { nearestTo } from "../../../src/analysis/suggest/nearest.ts";
import type { Facts } from "../../../src/engine/model/catalogue.ts";
import { runs } from "../../support/generate/runs.ts";

const GROUPS: ReadonlySet<string> = new Set(["drivers"]);

const value = fc.oneof(fc.integer({ min: 0, max: 2 }), fc.array(fc.constantFrom("JKK", "JKM")));
const item = fc.dictionary(fc.constantFrom("age", "status"), value, { maxKeys: 2 });
const facts: fc.Arbitrary<Facts> = fc
  .tuple(
    fc.dictionary(fc.constantFrom("a", "b", "c"), value, { maxKeys: 3 }),
    fc.option(fc.array(item, { maxLength: 3 }), { nil: undefined }),
  )
  .map(([plain, drivers]) => ({ ...plain, ...(drivers && { drivers }) }));

describe("the edits between two applications", () => {
  it("make the one of the other, all of them together", () => {
    fc.assert(
      fc.property(facts, facts, (base, target) => {
        expect(withEdits(base, editsBetween(base, target, GROUPS))).toEqual(target);
      }),
      runs(500),
    );
  });

  it.each([
    ["nothing", { a: 1 }, { a: 1 }, []],
    ["a fact", { a: 1, b: 2 }, { a: 1, b: 3 }, [{ kind: "fact", id: "b", to: 3 }]],
    ["what is not known any more", { a: 1 }, {}, [{ kind: "fact", id: "a", to: undefined }]],
    [
      "one fact of one item",
      { drivers: [{ age: 20 }, { age: 30 }] },
      { drivers: [{ age: 20 }, { age: 17 }] },
      [{ kind: "item-fact", group: "drivers", index: 1, id: "age", to: 17 }],
    ],
    [
      "how many there are: further items are like the last",
      { drivers: [{ age: 20 }] },
      { drivers: [{ age: 20 }, { age: 20 }] },
      [{ kind: "size", group: "drivers", to: 2 }],
    ],
  ])("tell %s", (_, base, target, edits) => {
    expect(editsBetween(base, target, GROUPS)).toEqual(edits);
  });
});

describe("an application near another", () => {
  const suits = ({ a, b }: Facts) => a === 1 && b === 1;

  it("changes only what is needed", () => {
    const near = nearestTo({ a: 1, b: 0, c: 0 }, { a: 1, b: 1, c: 1 }, GROUPS, suits, 9);
    expect(near?.facts).toEqual({ a: 1, b: 1, c: 0 });
  });

  it("is not told where it needs more changes than it may", () => {
    expect(nearestTo({ a: 0, b: 0 }, { a: 1, b: 1 }, GROUPS, suits, 1)).toBeNull();
    expect(nearestTo({ a: 0, b: 0 }, { a: 1, b: 1 }, GROUPS, suits, 2)?.edits.length).toBe(2);
  });

  it("takes changes back one by one where there are too many to combine", () => {
    const names = Array.from({ length: 40 }, (_, index) => `f${index}`);
    const record = (value: number): Facts => Object.fromEntries(names.map((name) => [name, value]));
    const needed = names.slice(0, 5);
    const near = nearestTo(
      record(0),
      record(1),
      GROUPS,
      (one) => needed.every((name) => one[name] === 1),
      40,
    );
    expect(near?.edits.map((edit) => edit.kind === "fact" && edit.id)).toEqual(needed);
  });
});
