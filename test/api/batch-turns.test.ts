import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { inTurns } from "../../src/api/batch/turns.ts";

test("many quick items share the processor, and keep their order", async () => {
  let [turns, done] = [0, false];
  const counting = (async () => {
    while (!done) {
      await nextTurn();
      turns += 1;
    }
  })();
  const items = Array.from({ length: 200 }, (_, index) => index);
  const answers = await inTurns(items, (item) => {
    const end = performance.now() + 0.5;
    while (performance.now() < end);
    return item;
  });
  done = true;
  await counting;
  expect(answers).toEqual(items);
  // 100 ms of work, of which no turn takes more than 2 and one item.
  expect(turns).toBeGreaterThanOrEqual(38);
});
