export type InTime<Value> =
  | { readonly kind: "done"; readonly value: Value }
  | { readonly kind: "failed"; readonly error: unknown }
  | { readonly kind: "too-slow" };

/** Gives work a time limit: then its signal is aborted, and its answer no longer waited for. */
export async function withinTime<Value>(
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<Value>,
): Promise<InTime<Value>> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const tooSlow = new Promise<InTime<Value>>((resolve) => {
    timer = setTimeout(() => resolve({ kind: "too-slow" }), milliseconds);
  });
  const inTime = await Promise.race([settled(work, controller.signal), tooSlow]);
  clearTimeout(timer);
  // What failed may have left other calls under way; what is done has not, and an abort costs more.
  if (inTime.kind !== "done") controller.abort();
  return inTime;
}

async function settled<Value>(
  work: (signal: AbortSignal) => Promise<Value>,
  signal: AbortSignal,
): Promise<InTime<Value>> {
  try {
    return { kind: "done", value: await work(signal) };
  } catch (error) {
    return { kind: "failed", error };
  }
}
