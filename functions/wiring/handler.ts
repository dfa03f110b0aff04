import { handle, type LambdaContext, type LambdaEvent } from "hono/aws-lambda";
import type { App } from "../../src/api/base.ts";
import type { BaseDependencies } from "../../src/api/dependencies.ts";
import { jsonLog } from "../../src/api/log.ts";
import { problemOf } from "../../src/api/problems/problem.ts";
import { Refusal } from "../../src/api/problems/refusal.ts";
import type { Environment } from "./settings.ts";
import type { Surroundings } from "./surroundings.ts";

export { LAMBDA, type Surroundings } from "./surroundings.ts";

/** A Lambda handler for HTTP events. */
export type HttpHandler = (
  event: LambdaEvent,
  context?: LambdaContext,
) => Promise<{ readonly statusCode: number; readonly body: string }>;

/**
 * Makes a handler that builds its app at the first event and keeps it while Lambda keeps the
 * process. An app that can't be built answers with a problem, and is tried again next time.
 */
export function createHandler(
  build: (environment: Environment, base: BaseDependencies) => Promise<App>,
  { environment, write }: Surroundings,
): HttpHandler {
  const log = jsonLog(write);
  const base: BaseDependencies = { clock: () => new Date(), log, language: "id" };
  let building: Promise<App> | null = null;
  return async (event, context) => {
    try {
      building ??= build(environment, base);
      return await handle(await building)(event, context);
    } catch (error) {
      building = null;
      // Thrown by the wiring alone, which sees no request: its message holds no personal data.
      const reason = error instanceof Error ? error.message : typeof error;
      log({ level: "alarm", event: "function-not-ready", reason });
      return notReady();
    }
  };
}

function notReady() {
  const refusal = new Refusal("internal-error", {
    id: "Layanan ini belum disiapkan dengan benar. Laporkan kepada pengelolanya.",
    en: "This service is not set up correctly. Report it to those who run it.",
  });
  const headers = { "content-type": "application/problem+json; charset=UTF-8" };
  const body = JSON.stringify(problemOf(refusal, "id"));
  return { statusCode: 500, headers, body, isBase64Encoded: false };
}
