import type { Command } from "commander";
import type { CommandLine } from "../command-line/command-line.ts";
import { FILE } from "../command-line/shared-options.ts";
import type { PublicKeysOptions } from "../public-keys.ts";

/** `layak public-keys`. */
export function describePublicKeys(program: Command, line: CommandLine): void {
  const { terminal, text, shared, finish } = line;
  program
    .command("public-keys")
    .summary(
      text({
        id: "mencetak kunci publik dari kunci penanda tangan",
        en: "print the public keys of the signing keys",
      }),
    )
    .description(
      text({
        id: "Mencetak yang akan diumumkan GET /v1/keys, tanpa apa pun yang dapat menandatangani.",
        en: "Prints what GET /v1/keys is to publish, without anything that signs.",
      }),
    )
    .argument(
      `<${text(FILE)}>`,
      text({
        id: "kunci penanda tangan; - untuk masukan standar",
        en: "the signing keys; - for standard input",
      }),
    )
    .option(...shared.language)
    .action(async (file: string, options: PublicKeysOptions) => {
      const { publicKeys } = await import("../public-keys.ts");
      finish(await publicKeys(terminal, file, options));
    });
}
