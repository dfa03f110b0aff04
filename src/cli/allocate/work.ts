import type { Pack } from "../../engine/model/pack.ts";
import type { Language } from "../../engine/model/text.ts";
import type { AllocateOptions } from "../allocate.ts";
import type { Terminal } from "../terminal.ts";
import type { ListFiles } from "./lists.ts";

/** What every step works with. */
export interface Work {
  readonly terminal: Terminal;
  readonly language: Language;
  readonly options: AllocateOptions;
  readonly pack: Pack;
  readonly files: ListFiles;
}
