import { type ChildProcess, spawn } from "node:child_process";
import { afterAll } from "vitest";
import { checkedText } from "../../support/checked-log.ts";

/** `layak serve` in a process of its own. */
export interface Served {
  readonly child: ChildProcess;
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Resolves when the process is gone, however it ended. */
  readonly ended: Promise<unknown>;
}

const MOST_LOOKS = 400;
const MILLISECONDS_BETWEEN = 50;

/** Starts services for the tests of a file, with these arguments besides, and ends them after. */
export function serving(): (...more: readonly string[]) => Promise<Served> {
  const running = new Set<ChildProcess>();
  afterAll(() => {
    for (const child of running) child.kill("SIGKILL");
  });
  return async (...more) => {
    const child = spawn(process.execPath, ["dist/layak.js", "serve", "--port", "0", ...more]);
    running.add(child);
    const ended = new Promise((resolve) => child.on("exit", resolve));
    let out = "";
    child.stdout.on("data", (chunk: Buffer) => {
      out += chunk.toString();
    });
    const ignore = checkedText(() => {});
    child.stderr.on("data", (chunk: Buffer) => ignore(chunk.toString()));
    for (let look = 0; look < MOST_LOOKS; look++) {
      const [, address] = /^Layak: (\S+)/.exec(out) ?? [];
      const [, token] = /^TOKEN=(\S+)$/m.exec(out) ?? [];
      if (address !== undefined && token !== undefined) {
        const authorization = `Bearer ${token}`;
        const headers = { authorization, "content-type": "application/json" };
        return { child, address, headers, ended };
      }
      await new Promise((resolve) => setTimeout(resolve, MILLISECONDS_BETWEEN));
    }
    throw new Error(`it did not start: ${out}`);
  };
}
