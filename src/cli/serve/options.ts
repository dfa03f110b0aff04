import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import type { CommandLine } from "../command-line/command-line.ts";
import { FOLDER, NUMBER } from "../command-line/shared-options.ts";
import type { ServeOptions } from "../serve.ts";

/** `layak serve`. */
export function describeServe(program: Command, line: CommandLine): void {
  const { terminal, text, shared, finishAtOnce } = line;
  program
    .command("serve")
    .summary(
      text({
        id: "menjalankan API kelayakan di komputer ini",
        en: "run the eligibility API on this machine",
      }),
    )
    .description(
      text({
        id: "Menjalankan API kelayakan di komputer ini, dengan basis data tertanam dan daftar peserta rekaan, kecuali endpoint disebut.",
        en: "Runs the eligibility API on this machine, with an embedded database and a synthetic roster unless an endpoint is given.",
      }),
    )
    .option(
      `--port <${text(NUMBER)}>`,
      text({
        id: "port pada 127.0.0.1; 0 untuk yang mana saja yang bebas",
        en: "the port on 127.0.0.1; 0 for any free one",
      }),
      "3000",
    )
    .option(...shared.rules)
    .option(
      `--data <${text(FOLDER)}>`,
      text({
        id: "tempat basis data tertanam disimpan",
        en: "where the embedded database is kept",
      }),
      ".layak",
    )
    .option(
      "--endpoint <url>",
      text({
        id: "endpoint DynamoDB sebagai ganti basis data tertanam",
        en: "a DynamoDB endpoint instead of the embedded database",
      }),
    )
    .option(...shared.language)
    .action(async (options: ServeOptions) => {
      const { serve } = await import("../serve.ts");
      const contract = fileURLToPath(new URL("functions/contract/", import.meta.url));
      // Connections that clients keep open would hold the process for seconds.
      finishAtOnce(await serve(terminal, { ...options, contract }));
    });
}
