import pc from "picocolors";
import { type Language, say, type Text } from "../engine/model/text.ts";

/** How commands speak to people: results to one stream, trouble to the other. */
export interface Terminal {
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
  readonly paint: ReturnType<typeof pc.createColors>;
  /** Whether a person looks at it, and not a program or a file. */
  readonly isInteractive: boolean;
}

/** Exit codes of every command; `check` answers by its outcome. */
export const EXIT = {
  done: 0,
  badInput: 1,
  ineligible: 2,
  undetermined: 3,
  outOfScope: 4,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/**
 * The terminal of this process; colours only where a person looks at it. Whoever reads the output
 * may stop reading, as `head` does: the rest is then written to nobody.
 */
export function processTerminal(): Terminal {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
  const isInteractive = process.stdout.isTTY === true;
  return {
    print: (line) => process.stdout.write(`${line}\n`),
    complain: (line) => process.stderr.write(`${line}\n`),
    paint: pc.createColors(isInteractive && process.env["NO_COLOR"] === undefined),
    isInteractive,
  };
}

/** `id` or `en`; anything else is told and is null. */
export function readLanguage(terminal: Terminal, language: string): Language | null {
  if (language === "id" || language === "en") return language;
  complainIn(terminal, "id", {
    id: `--lang harus "id" atau "en", bukan "${language}".`,
    en: `--lang must be "id" or "en", not "${language}".`,
  });
  return null;
}

export function complainIn(terminal: Terminal, language: Language, text: Text): void {
  terminal.complain(say(text, language));
}
