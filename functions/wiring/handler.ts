import { handle, type LambdaContext } from "hono/aws-lambda";
import type { App } from "../../src/api/base.ts";
import type { BaseDependencies } from "../../src/api/dependencies.ts";
import { problemOf } from "../../src/api/problems/problem.ts";
import { Refusal } from "../../src/api/problems/refusal.ts";
import { isHttpEvent } from "./http-event.ts";
import type { Environment } from "./settings.ts";
import { logOf, type Surroundings } from "./surroundings.ts";

export type { Surroundings } from "./surroundings.ts";

/** A Lambda handler for HTTP events. */
export type HttpHandler = (
  event: unknown,
  context?: LambdaContext,
) => Promise<{ readonly statusCode: number; readonly body: string }>;

/**
 * Makes a handler that builds its app at the first event and keeps it while Lambda keeps the
 * process. An app that can't be built answers with a problem, and is tried again next time. An event
 * that is no HTTP request, such as one that keeps the function warm, builds nothing and does nothing.
 */
export function createHandler(
  build: (environment: Environment, base: BaseDependencies) => Promise<App>,
  surroundings: Surroundings,
): HttpHandler {
  const log = logOf(surroundings);
  const base: BaseDependencies = { clock: () => new Date(), log, language: "id" };
  let building: Promise<App> | null = null;
  return async (event, context) => {
    if (!isHttpEvent(event)) {
      log({ level: "info", event: "no-http-request" });
      return answerOf(noRequest());
    }
    try {
      building ??= build(surroundings.environment, base);
      return await handle(await building)(event, context);
    } catch (error) {
      building = null;
      // Thrown by the wiring alone, which sees no request: its message holds no personal data.
      const reason = error instanceof Error ? error.message : typeof error;
      log({ level: "alarm", event: "function-not-ready", reason });
      return answerOf(notReady());
    }
  };
}

function noRequest(): Refusal {
  return new Refusal("route-unknown", {
    id: "Ini bukan permintaan HTTP, jadi tidak ada yang dikerjakan.",
    en: "This is no HTTP request, so nothing was done.",
  });
}

function notReady(): Refusal {
  return new Refusal("internal-error", {
    id: "Layanan ini belum disiapkan dengan benar. Laporkan kepada pengelolanya.",
    en: "This service is not set up correctly. Report it to those who run it.",
  });
}

function answerOf(refusal: Refusal) {
  const problem = problemOf(refusal, "id");
  const headers = { "content-type": "application/problem+json; charset=UTF-8" };
  const body = JSON.stringify(problem);
  return { statusCode: problem.status, headers, body, isBase64Encoded: false };
}
