import type { NamedUse } from "./reads.ts";

/** A circle of named conditions, with the reference that closes it. */
export interface Circle {
  /** From a condition back to itself. */
  readonly chain: readonly string[];
  readonly use: NamedUse;
}

interface Step {
  readonly name: string;
  next: number;
}

/**
 * Orders named conditions so that each comes after those that it refers to, and finds the circles
 * that keep it from being so. Walks with a stack of its own: a chain may be as long as its file.
 */
export function orderConditions(uses: ReadonlyMap<string, readonly NamedUse[]>): {
  readonly order: readonly string[];
  readonly circles: readonly Circle[];
} {
  const order: string[] = [];
  const circles: Circle[] = [];
  const entered = new Set<string>();
  const left = new Set<string>();
  for (const root of uses.keys()) {
    if (entered.has(root)) continue;
    const path: Step[] = [{ name: root, next: 0 }];
    entered.add(root);
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const use = uses.get(step.name)?.[step.next];
      step.next += 1;
      if (use === undefined) {
        order.push(step.name);
        left.add(step.name);
        path.pop();
      } else if (!entered.has(use.name)) {
        entered.add(use.name);
        path.push({ name: use.name, next: 0 });
      } else if (!left.has(use.name)) {
        const names = path.map(({ name }) => name);
        circles.push({ chain: [...names.slice(names.indexOf(use.name)), use.name], use });
      }
    }
  }
  return { order, circles };
}
