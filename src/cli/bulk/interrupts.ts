const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/**
 * Does work that a signal stops: the work is told, cleans up, and then the process ends as the
 * signal would have ended it.
 */
export async function interruptible<Value>(
  work: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  const controller = new AbortController();
  let received: NodeJS.Signals | null = null;
  const stop = (signal: NodeJS.Signals) => {
    received = signal;
    controller.abort();
  };
  for (const signal of SIGNALS) process.once(signal, stop);
  try {
    return await work(controller.signal);
  } finally {
    for (const signal of SIGNALS) process.off(signal, stop);
    if (received !== null) process.kill(process.pid, received);
  }
}
