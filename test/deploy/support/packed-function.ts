import { type ChildProcess, fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { unzip } from "./unzip.ts";

const RUNTIME = join(import.meta.dirname, "lambda-runtime.mjs");

/** A packed function as Lambda runs it: unpacked, in a process and with an environment of its own. */
export interface PackedFunction {
  /** Calls it with so much time left. Rejects where the handler throws. */
  readonly invoke: (event: unknown, milliseconds: number) => Promise<unknown>;
  readonly stop: () => void;
}

export interface PackedFunctionOptions {
  readonly archive: string;
  /** Where it is unpacked. */
  readonly directory: string;
  readonly file: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly log: (text: string) => void;
}

interface Reply {
  readonly id?: string;
  readonly answer?: unknown;
  readonly error?: string;
}

export function runPacked(options: PackedFunctionOptions): PackedFunction {
  const { archive, directory, file, environment, log } = options;
  for (const [path, content] of unzip(readFileSync(archive))) {
    mkdirSync(join(directory, dirname(path)), { recursive: true });
    writeFileSync(join(directory, path), content);
  }
  const child = fork(RUNTIME, [file], {
    cwd: directory,
    env: { PATH: process.env["PATH"], ...environment },
    execArgv: [],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => log(chunk.toString("utf8")));
  }
  const ready = new Promise<void>((resolve, reject) => {
    child.once("message", () => resolve());
    child.once("exit", (code) => reject(new Error(`${file} ended with ${code}`)));
  });
  return {
    invoke: async (event, milliseconds) => {
      await ready;
      return await ask(child, event, milliseconds);
    },
    stop: () => child.disconnect(),
  };
}

function ask(child: ChildProcess, event: unknown, milliseconds: number): Promise<unknown> {
  const id = randomUUID();
  return new Promise((resolve, reject) => {
    const listen = (reply: Reply) => {
      if (reply.id !== id) return;
      child.off("message", listen);
      if (reply.error === undefined) resolve(reply.answer);
      else reject(new Error(reply.error));
    };
    child.on("message", listen);
    child.send({ id, event, milliseconds });
  });
}
