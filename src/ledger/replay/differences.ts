import { isObject } from "./unreadable.ts";

/** One place where two decisions differ; `undefined` where only the other has it. */
export interface Difference {
  /** `requirements[0].evidence[3].actual` */
  readonly path: string;
  readonly recorded: unknown;
  readonly replayed: unknown;
}

/** Every place at which two values of plain JSON differ, in the order of the first. */
export function differencesBetween(
  recorded: unknown,
  replayed: unknown,
  path = "",
): readonly Difference[] {
  if (Array.isArray(recorded) && Array.isArray(replayed)) {
    const length = Math.max(recorded.length, replayed.length);
    return Array.from({ length }, (_, index) => index).flatMap((index) =>
      differencesBetween(recorded[index], replayed[index], `${path}[${index}]`),
    );
  }
  if (isObject(recorded) && isObject(replayed)) {
    const keys = new Set([...Object.keys(recorded), ...Object.keys(replayed)]);
    return [...keys].flatMap((key) =>
      differencesBetween(ownOf(recorded, key), ownOf(replayed, key), joined(path, key)),
    );
  }
  return Object.is(recorded, replayed) ? [] : [{ path, recorded, replayed }];
}

function ownOf(record: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function joined(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}
