import { setImmediate as nextTurn } from "node:timers/promises";

/** How long other requests may have to wait for a batch, apart from one long item. */
const MOST_MILLISECONDS = 2;

/** Works on one item after another, and lets other requests have their turn every few milliseconds. */
export async function inTurns<Item, Answer>(
  items: readonly Item[],
  work: (item: Item, index: number) => Answer | Promise<Answer>,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  let began = Number.NEGATIVE_INFINITY;
  for (const [index, item] of items.entries()) {
    if (performance.now() - began > MOST_MILLISECONDS) {
      await nextTurn();
      began = performance.now();
    }
    answers.push(await work(item, index));
  }
  return answers;
}
