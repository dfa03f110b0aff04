import type { Language } from "../../engine/model/text.ts";
import type { Terminal } from "../terminal.ts";

/** To whom an answer is told, and how. */
export interface View {
  readonly terminal: Terminal;
  readonly language: Language;
  /** The rules directory as the reader typed it. */
  readonly rules: string;
  readonly json: boolean;
  /** Whether nothing is written, whatever comes of it. */
  readonly dryRun: boolean;
}
