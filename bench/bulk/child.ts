import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** What one run of a program took. */
export interface ChildCost {
  readonly wallSeconds: number;
  /** Of all its threads, its start among it. */
  readonly processorSeconds: number;
  readonly peakMegabytes: number;
}

const POLL_MILLISECONDS = 20;

/**
 * Runs a Node program to its end. Its cost is read from /proc while it runs and is thus right but for
 * its last twentieth of a second.
 * @throws Error with what it printed where it fails.
 */
export async function runChild(args: readonly string[]): Promise<ChildCost> {
  const began = performance.now();
  const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
  let told = "";
  child.stderr.on("data", (text) => {
    told += String(text);
  });
  let [processorSeconds, peakMegabytes] = [0, 0];
  const timer = setInterval(() => {
    const usage = usageOf(child.pid);
    if (usage === null) return;
    ({ processorSeconds, peakMegabytes } = usage);
  }, POLL_MILLISECONDS);
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  clearInterval(timer);
  if (code !== 0) throw new Error(`${args.join(" ")} ended with ${code}:\n${told}`);
  return { wallSeconds: (performance.now() - began) / 1000, processorSeconds, peakMegabytes };
}

/** Ticks of the processor a second, on every Linux that Node runs on. */
const TICKS = 100;

function usageOf(pid: number | undefined) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [, peak] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    if (peak === undefined) return null;
    const ticks = Number(fields[11]) + Number(fields[12]);
    return { processorSeconds: ticks / TICKS, peakMegabytes: (Number(peak) * 1024) / 1e6 };
  } catch {
    return null;
  }
}
