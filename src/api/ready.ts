import { say } from "../engine/model/text.ts";
import { type App, addRoute, answerJson } from "./base.ts";
import type { BaseDependencies } from "./dependencies.ts";
import { traceOfError } from "./log.ts";
import { READY_PROBLEMS, type ReadyProblem } from "./ready-problems.ts";
import { withinTime } from "./within-time.ts";

/** Something that decisions need: `pack`, `ledger`, `coverage`. */
export interface ReadyCheck {
  readonly name: string;
  /** Resolves to why it is not ready, or null. It stops when the signal says so. */
  readonly look: (signal: AbortSignal) => Promise<ReadyProblem | null>;
}

export interface ReadyDependencies extends BaseDependencies {
  readonly checks: readonly ReadyCheck[];
}

const MILLISECONDS = 2000;

/**
 * `GET /readyz`: whether decisions can be made, 200 or 503, and what keeps them from it: its code, and
 * what to do in the caller's language.
 */
export function addReadyRoute(app: App, dependencies: ReadyDependencies): void {
  addRoute(app, "GET", "/readyz", async (context) => {
    const language = context.get("language");
    const checks = await Promise.all(
      dependencies.checks.map(async ({ name, look }) => {
        const problem = await problemWith(name, look, dependencies);
        if (problem === null) return { name, problem };
        return { name, problem, message: say(READY_PROBLEMS[problem], language) };
      }),
    );
    const isReady = checks.every(({ problem }) => problem === null);
    context.header("Cache-Control", "no-store");
    const status = isReady ? "ready" : "not-ready";
    return answerJson(context, dependencies, isReady ? 200 : 503, { status, checks });
  });
}

async function problemWith(
  name: string,
  look: ReadyCheck["look"],
  { log }: BaseDependencies,
): Promise<ReadyProblem | null> {
  const looked = await withinTime(MILLISECONDS, ({ signal }) => look(signal));
  if (looked.kind === "done") return looked.value;
  const trace = looked.kind === "failed" ? traceOfError(looked.error) : { error: "too slow" };
  log({ level: "warning", event: "not-ready", check: name, ...trace });
  return looked.kind === "failed" ? "unavailable" : "too slow";
}
