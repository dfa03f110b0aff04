import type { Command } from "commander";
import type { CommandLine } from "./command-line.ts";
import { FOLDER } from "./shared-options.ts";

/** Where the rules of two policies are read from that are held against each other. */
export function describeRulesOfBoth(command: Command, { text, shared }: CommandLine): void {
  command
    .option(...shared.rules)
    .option(
      `--from-rules <${text(FOLDER)}>`,
      text({
        id: "folder aturan lain bagi versi sebelumnya",
        en: "another rules directory for the version before",
      }),
    )
    .option(
      `--to-rules <${text(FOLDER)}>`,
      text({
        id: "folder aturan lain bagi versi kemudian",
        en: "another rules directory for the version after",
      }),
    )
    .option(
      `--from-revision <${text({ id: "revisi", en: "revision" })}>`,
      text({
        id: "ambil aturan sebelumnya dari revisi git ini",
        en: "take the rules before from this revision of git",
      }),
    );
}
