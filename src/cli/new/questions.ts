import { createInterface, type Interface } from "node:readline/promises";
import type { Terminal } from "../terminal.ts";

/** Where answers come from: a person at a keyboard, or lines of another program. */
export interface Questions {
  /** The answer without blanks around it; `null` where no more answers come. */
  readonly ask: (question: string) => Promise<string | null>;
  readonly close: () => void;
}

/** Asks on a stream of lines, such as standard input; a question is written to `output`. */
export function questionsOn(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Questions {
  let opened: Opened | null = null;
  return {
    ask: async (question) => {
      opened ??= open(input, output);
      // Where all lines have come already, they are still to be read, but nothing can prompt.
      if (opened.hasEnded()) output.write(question);
      else {
        opened.lines.setPrompt(question);
        opened.lines.prompt();
      }
      const answer = await opened.next.next();
      return answer.done === true ? null : answer.value.trim();
    },
    close: () => opened?.lines.close(),
  };
}

interface Opened {
  readonly lines: Interface;
  readonly next: AsyncIterator<string>;
  readonly hasEnded: () => boolean;
}

function open(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Opened {
  const lines = createInterface({ input, output });
  let ended = false;
  lines.once("close", () => {
    ended = true;
  });
  return { lines, next: lines[Symbol.asyncIterator](), hasEnded: () => ended };
}

/** Why an answer does not do, or the answer. */
export type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly because: string };

/** Asks until an answer does; `null` where no more answers come. */
export async function askUntil<Value>(
  terminal: Terminal,
  questions: Questions,
  question: string,
  read: (answer: string) => Read<Value>,
): Promise<Value | null> {
  for (;;) {
    const answer = await questions.ask(question);
    if (answer === null) return null;
    const result = read(answer);
    if (result.ok) return result.value;
    terminal.complain(result.because);
  }
}
