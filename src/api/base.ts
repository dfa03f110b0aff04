import { randomUUID } from "node:crypto";
import { type Context, Hono } from "hono";
import { LayakError } from "../engine/errors.ts";
import type { Language } from "../engine/model/text.ts";
import type { BaseDependencies } from "./dependencies.ts";
import { languageOf } from "./language.ts";
import { type LogEntry, traceOfError } from "./log.ts";
import { BODY_PLACES, refusalOf } from "./problems/layak-errors.ts";
import { problemOf } from "./problems/problem.ts";
import { Refusal } from "./problems/refusal.ts";

/** What the steps of one request hand on. */
export interface RequestVariables {
  /** The caller's language; the body may still change it. */
  language: Language;
  requestId: string;
  /** What the request's log line tells besides. */
  logged: Partial<LogEntry>;
}

export type App = Hono<{ Variables: RequestVariables }>;
export type AppContext = Context<{ Variables: RequestVariables }>;

/** An app without routes, which answers every fault with a problem and logs every request. */
export function createBase(dependencies: BaseDependencies): App {
  const { clock, log, language } = dependencies;
  const app: App = new Hono();
  app.use(async (context, next) => {
    const begun = clock().getTime();
    context.set("requestId", randomUUID());
    context.set("language", languageOf(context.req.header("accept-language"), language));
    context.set("logged", {});
    await next();
    context.header("X-Request-Id", context.get("requestId"));
    context.header("X-Content-Type-Options", "nosniff");
    log({
      level: "info",
      event: "request",
      requestId: context.get("requestId"),
      status: context.res.status,
      milliseconds: clock().getTime() - begun,
      ...context.get("logged"),
    });
  });
  app.notFound((context) => answerProblem(context, dependencies, unknownRoute()));
  app.onError((error, context) => answerProblem(context, dependencies, error));
  return app;
}

/** One address of the API: its methods, and 405 for all others. */
export function addRoute(
  app: App,
  method: "GET" | "POST",
  path: string,
  handler: (context: AppContext) => Response | Promise<Response>,
): void {
  const route = `${method} ${path}`;
  app.on(method, path, (context) => {
    logAlso(context, { route });
    return handler(context);
  });
  app.all(path, (context) => {
    logAlso(context, { route: path });
    throw new Refusal(
      "method-not-allowed",
      { id: `Alamat ini hanya melayani ${method}.`, en: `This address only serves ${method}.` },
      { headers: { Allow: method === "GET" ? "GET, HEAD" : method } },
    );
  });
}

/** Adds to the request's log line. */
export function logAlso(context: AppContext, fields: Partial<LogEntry>): void {
  context.set("logged", { ...context.get("logged"), ...fields });
}

/** Answers JSON in the caller's language. */
export function answerJson(
  context: AppContext,
  { indent }: BaseDependencies,
  status: 200 | 201,
  value: unknown,
): Response {
  return context.body(JSON.stringify(value, null, indent), status, {
    "Content-Type": "application/json; charset=UTF-8",
    "Content-Language": context.get("language"),
  });
}

function answerProblem(
  context: AppContext,
  { log, indent }: BaseDependencies,
  error: unknown,
): Response {
  const refusal = refusalFor(context, log, error);
  const language = context.get("language");
  const problem = problemOf(refusal, language);
  logAlso(context, { problem: problem.code });
  return new Response(JSON.stringify(problem, null, indent), {
    status: problem.status,
    headers: {
      ...refusal.headers,
      "Content-Type": "application/problem+json; charset=UTF-8",
      "Content-Language": language,
      "Cache-Control": "no-store",
    },
  });
}

function refusalFor(context: AppContext, log: BaseDependencies["log"], error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const refusal = error instanceof LayakError ? refusalOf(error, BODY_PLACES) : null;
  if (refusal !== null) return refusal;
  log({
    level: "alarm",
    event: "internal-error",
    requestId: context.get("requestId"),
    ...traceOfError(error),
  });
  return new Refusal("internal-error", {
    id: "Permintaan ini tidak dapat diproses karena kesalahan di pihak kami. Coba lagi, lalu laporkan beserta X-Request-Id.",
    en: "An error on our side kept this request from being served. Try again, then report it with the X-Request-Id.",
  });
}

function unknownRoute(): Refusal {
  return new Refusal("route-unknown", {
    id: "Periksa alamatnya. Daftar layanan ada di /v1/services.",
    en: "Check the address. The services are listed at /v1/services.",
  });
}
