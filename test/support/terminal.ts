import pc from "picocolors";
import type { Terminal } from "../../src/cli/terminal.ts";

/** A terminal that remembers what it was told. */
export interface RecordingTerminal extends Terminal {
  readonly out: string[];
  readonly err: string[];
}

export function recordingTerminal(): RecordingTerminal {
  const out: string[] = [];
  const err: string[] = [];
  return {
    out,
    err,
    print: (line) => out.push(line),
    complain: (line) => err.push(line),
    paint: pc.createColors(false),
    isInteractive: false,
  };
}
