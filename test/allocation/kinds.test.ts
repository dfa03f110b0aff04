import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { edgesBetween, kindsOf } from "../../src/allocation/kinds.ts";
import { agree, factOf } from "../../src/allocation/match.ts";
import type { Facts } from "../../src/engine/model/catalogue.ts";

const code = fc.constantFrom("A", "B", "C");
const value = fc.oneof(code, fc.array(fc.option(code), { maxLength: 4 }), fc.constant(null));
const people = fc.array(fc.record({ one: value, two: value }), { maxLength: 8 });

describe("the kinds that may be paired", () => {
  it.each([[[]], [["one"]], [["one", "two"]]])("are those that agree in %j", (facts) => {
    fc.assert(
      fc.property(people, people, (workers: readonly Facts[], sponsors: readonly Facts[]) => {
        const [own, other] = [kindsOf(workers, facts), kindsOf(sponsors, facts)];
        const edges = edgesBetween(own, other);
        for (const [index, worker] of workers.entries()) {
          const fitting = new Set(
            sponsors.flatMap((sponsor, place) => {
              const fits = facts.every((fact) =>
                agree(factOf(worker, fact), factOf(sponsor, fact)),
              );
              return fits ? [other.kinds[place]] : [];
            }),
          );
          expect(edges[own.kinds[index] ?? -1]).toEqual(
            [...fitting].toSorted((first = 0, second = 0) => first - second),
          );
        }
      }),
    );
  });
});
