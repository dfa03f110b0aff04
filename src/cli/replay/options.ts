import type { Command } from "commander";
import type { CommandLine } from "../command-line/command-line.ts";
import { FILE, FOLDER } from "../command-line/shared-options.ts";
import type { ReplayOptions } from "../replay.ts";

/** `layak replay`. */
export function describeReplay(program: Command, line: CommandLine): void {
  const { terminal, text, shared, finish } = line;
  program
    .command("replay")
    .summary(
      text({ id: "memutuskan ulang keputusan tercatat", en: "decide a recorded decision again" }),
    )
    .description(
      text({
        id: "Memutuskan ulang catatan sebuah keputusan, menurut kebijakan di dalamnya, dan mengatakan apakah jawabannya sama.\nKode keluar: 0 sama, 2 berbeda, 1 masukan salah.",
        en: "Decides the record of a decision again, by the policy in it, and says whether the answer is the same.\nExit codes: 0 same, 2 different, 1 bad input.",
      }),
    )
    .argument(
      `<${text(FILE)}>`,
      text({
        id: "jawaban GET /v1/decisions/{id}/record; - untuk masukan standar",
        en: "what GET /v1/decisions/{id}/record gave; - for standard input",
      }),
    )
    .option(
      `--rules <${text(FOLDER)}>`,
      text({
        id: "sebut juga jawaban aturan dalam folder ini",
        en: "also tell what the rules of this directory answer",
      }),
    )
    .option(...shared.language)
    .option(...shared.json)
    .action(async (file: string, options: ReplayOptions) => {
      const { replay } = await import("../replay.ts");
      finish(await replay(terminal, file, options));
    });
}
