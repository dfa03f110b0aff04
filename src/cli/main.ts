import manifest from "../../package.json" with { type: "json" };
import { run } from "./command-line/program.ts";
import { COMMANDS } from "./commands.ts";
import { processTerminal } from "./terminal.ts";

// Commands answer with an exit code; only this file ends the process.
await run(process.argv.slice(2), COMMANDS, {
  terminal: processTerminal(),
  version: manifest.version,
  finish: (code) => {
    process.exitCode = code;
  },
  finishAtOnce: (code) => process.exit(code),
});
