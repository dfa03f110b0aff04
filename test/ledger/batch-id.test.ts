import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { batchId, ITEMS_A_CHUNK, itemId, placeOf } from "../../src/ledger/batch-id.ts";
import { timeOrderedId } from "../../src/ledger/time-ordered-id.ts";
import { runs } from "../support/generate/runs.ts";

const MOMENT = fc.date({
  min: new Date("2026-01-01T00:00:00Z"),
  max: new Date("2090-01-01T00:00:00Z"),
  noInvalidDate: true,
});

describe("the id of a batch's item", () => {
  test("names the batch, the chunk and the place, and is a UUID of version 8", () => {
    fc.assert(
      fc.property(MOMENT, fc.nat({ max: 499 }), (at, index) => {
        const batch = batchId(timeOrderedId(at));
        const id = itemId(batch, index);
        expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        expect(placeOf(id)).toEqual({
          batch,
          chunk: Math.floor(index / ITEMS_A_CHUNK),
          place: index % ITEMS_A_CHUNK,
        });
      }),
      runs(500),
    );
  });

  test("is another for each item, in the order of the items", () => {
    const batch = batchId(timeOrderedId(new Date("2026-11-22T05:00:00Z")));
    const ids = Array.from({ length: 500 }, (_, index) => itemId(batch, index));
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(500);
    expect(batch).toBe(ids[0]);
  });

  test("sorts by time among ids of decisions that were asked for alone", () => {
    fc.assert(
      fc.property(
        MOMENT,
        fc.integer({ min: 1, max: 1e9 }),
        fc.nat({ max: 499 }),
        (at, gap, index) => {
          const item = itemId(batchId(timeOrderedId(at)), index);
          const earlier = timeOrderedId(new Date(at.getTime() - gap));
          const later = timeOrderedId(new Date(at.getTime() + gap));
          expect([later, item, earlier].toSorted()).toEqual([earlier, item, later]);
        },
      ),
      runs(500),
    );
  });

  test.each([
    ["a decision that was asked for alone", timeOrderedId(new Date())],
    ["a random UUID", "7d44ab5c-1f3e-4c37-9a39-0f7a3c1d2b01"],
    ["a policy", "policy#sha256:00"],
    ["nothing", ""],
  ])("is not that of %s", (_, id) => {
    expect(placeOf(id)).toBeNull();
  });
});
