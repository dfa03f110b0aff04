export type InTime<Value> =
  | { readonly kind: "done"; readonly value: Value }
  | { readonly kind: "failed"; readonly error: unknown }
  | { readonly kind: "too-slow" };

/** What tells work that its time is over; a signal costs more than work that does not ask for it. */
export interface TimeLimit {
  readonly signal: AbortSignal;
}

/** Gives work a time limit: then its signal is aborted, and its answer no longer waited for. */
export async function withinTime<Value>(
  milliseconds: number,
  work: (limit: TimeLimit) => Promise<Value>,
): Promise<InTime<Value>> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const tooSlow = new Promise<InTime<Value>>((resolve) => {
    timer = setTimeout(() => resolve({ kind: "too-slow" }), milliseconds);
  });
  const inTime = await Promise.race([settled(work, controller), tooSlow]);
  clearTimeout(timer);
  // What failed may have left other calls under way; what is done has not, and an abort costs more.
  if (inTime.kind !== "done") controller.abort();
  return inTime;
}

async function settled<Value>(
  work: (limit: TimeLimit) => Promise<Value>,
  limit: TimeLimit,
): Promise<InTime<Value>> {
  try {
    return { kind: "done", value: await work(limit) };
  } catch (error) {
    return { kind: "failed", error };
  }
}
