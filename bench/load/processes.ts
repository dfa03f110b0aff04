import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

/** A program that runs beside the benchmark. */
export interface Running {
  readonly child: ChildProcess;
  /** The first lines that it printed, up to the one asked for. */
  readonly lines: readonly string[];
}

/** Starts a Node program and waits for a line of its output. */
export async function started(args: readonly string[], until: RegExp): Promise<Running> {
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "ignore"] });
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (until.test(line)) {
      child.stdout.resume();
      return { child, lines };
    }
  }
  throw new Error(`${args.join(" ")} ended before it was ready`);
}

/** Ticks of the processor a second, on every Linux that Node runs on. */
const TICKS = 100;

/** Seconds of processor time that a process has used so far (proc(5), fields 14 and 15). */
export function processorSeconds({ child }: Running): number {
  const stat = readFileSync(`/proc/${child.pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}
