import { jsonLog } from "../api/log.ts";
import { loadRules } from "./rules.ts";
import { greeting } from "./serve/greeting.ts";
import { startService } from "./serve/start.ts";
import { StartTrouble } from "./serve/trouble.ts";
import { complainIn, EXIT, type ExitCode, readLanguage, type Terminal } from "./terminal.ts";

export interface ServeOptions {
  readonly port: string;
  readonly rules: string;
  readonly data: string;
  readonly endpoint?: string;
  /** Where the build wrote the OpenAPI document and its page. */
  readonly contract?: string;
  readonly lang: string;
  /** Ends the service besides Ctrl-C and SIGTERM. */
  readonly signal?: AbortSignal;
}

/** Runs the eligibility API on this machine until it is told to stop. */
export async function serve(terminal: Terminal, options: ServeOptions): Promise<ExitCode> {
  const language = readLanguage(terminal, options.lang);
  if (language === null) return EXIT.badInput;
  const port = readPort(options.port);
  if (port === null) {
    complainIn(terminal, language, {
      id: `--port harus angka 0 sampai 65535, bukan "${options.port}".`,
      en: `--port must be a number from 0 to 65535, not "${options.port}".`,
    });
    return EXIT.badInput;
  }
  const pack = await loadRules(terminal, options.rules, language);
  if (pack === null) return EXIT.badInput;
  // The SDK would warn about Node 20 before the address is printed; its version is pinned here.
  process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";
  const { data, endpoint, contract = "dist/functions/contract" } = options;
  try {
    const service = await startService({
      pack,
      port,
      data,
      contract,
      ...(endpoint !== undefined && { endpoint }),
      language,
      // Whoever started it by hand calls it by hand, and reads the answers.
      ...(terminal.isInteractive && { indent: 2 }),
      clock: () => new Date(),
      log: jsonLog((line) => terminal.complain(line.trimEnd())),
      environment: process.env,
    });
    const stopped = untilStopped(options.signal);
    for (const line of greeting(service, language, pack)) terminal.print(line);
    await stopped;
    await service.stop();
    return EXIT.done;
  } catch (error) {
    if (!(error instanceof StartTrouble)) throw error;
    complainIn(terminal, language, error.text);
    return EXIT.badInput;
  }
}

function readPort(text: string): number | null {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  return port <= 65_535 ? port : null;
}

/** Ctrl-C twice ends the process at once: the handlers stand for one signal only. */
function untilStopped(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      process.off("SIGINT", stop);
      process.off("SIGTERM", stop);
      resolve();
    };
    process.on("SIGINT", stop);
    process.on("SIGTERM", stop);
    signal?.addEventListener("abort", stop, { once: true });
    if (signal?.aborted === true) stop();
  });
}
