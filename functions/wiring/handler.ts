import { handle, type LambdaContext } from "hono/aws-lambda";
import { type App, createBase } from "../../src/api/base.ts";
import type { BaseDependencies } from "../../src/api/dependencies.ts";
import { problemOf } from "../../src/api/problems/problem.ts";
import { Refusal } from "../../src/api/problems/refusal.ts";
import { bare, type HttpEvent, isHttpEvent, isReadable, withoutUnread } from "./http-event.ts";
import type { Environment } from "./settings.ts";
import { logOf, type Surroundings } from "./surroundings.ts";

export type { Surroundings } from "./surroundings.ts";

/** A Lambda handler for HTTP events. */
export type HttpHandler = (
  event: unknown,
  context?: LambdaContext,
) => Promise<{
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string;
}>;

/**
 * Makes a handler that builds its app at the first event and keeps it while Lambda keeps the
 * process. An app that can't be built answers with a problem, and is tried again next time; a request
 * that can't be read gets one too. An event that is no HTTP request, such as one that keeps the function
 * warm, builds nothing and does nothing.
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
      const app = await building;
      const request = withoutUnread(event);
      if (!isReadable(request)) return await refuse(event, unreadable(), base);
      return await handle(app)(request, context);
    } catch (error) {
      building = null;
      // Thrown by the wiring alone, which sees no request: its message holds no personal data.
      const reason = error instanceof Error ? error.message : typeof error;
      log({ level: "alarm", event: "function-not-ready", reason });
      return await refuse(event, notReady(), base);
    }
  };
}

/** Answers and logs like any app, without reading what the request's sender wrote. */
async function refuse(event: HttpEvent, refusal: Refusal, base: BaseDependencies) {
  const app = createBase(base);
  app.all("*", () => {
    throw refusal;
  });
  return await handle(app)(bare(event));
}

function unreadable(): Refusal {
  return new Refusal("request-invalid", {
    id: "Metode, header, atau isi permintaan ini tidak dapat dibaca. Perbaiki, lalu kirim lagi.",
    en: "The method, the headers or the body of this request cannot be read. Mend it, then send it again.",
  });
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
