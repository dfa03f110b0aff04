import type { Context } from "hono";
import { Hono } from "hono/tiny";
import { LayakError } from "../engine/errors.ts";
import type { Language, Text } from "../engine/model/text.ts";
import type { Caller } from "./access/caller.ts";
import { checkScope } from "./access/check.ts";
import { type Identity, identityIn } from "./access/identify.ts";
import { addressOf, type Method, methodsAt, scopeOf } from "./access/routes.ts";
import type { BaseDependencies } from "./dependencies.ts";
import { languageOf } from "./language.ts";
import { type LogEntry, traceOfError } from "./log.ts";
import { BODY_PLACES, refusalOf } from "./problems/layak-errors.ts";
import { problemOf, withoutIdentities } from "./problems/problem.ts";
import { internalError, Refusal } from "./problems/refusal.ts";
import { requestIdIn } from "./request-id.ts";

/** What the steps of one request hand on. */
export interface RequestVariables {
  /** The caller's language; the body may still change it. */
  language: Language;
  requestId: string;
  /** Who calls, or why that is not known. */
  identity: Identity;
  caller: Caller | null;
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
    const now = clock();
    const begun = now.getTime();
    const identity = identityIn(context.env, now);
    context.set("identity", identity);
    context.set("caller", identity.kind === "known" ? identity.caller : null);
    context.set("requestId", requestIdIn(context.env));
    context.set("language", languageOf(context.req.header("accept-language"), language));
    context.set("logged", {});
    // Before there is an answer: every header that is set on one copies it.
    context.header("X-Request-Id", context.get("requestId"));
    context.header("X-Content-Type-Options", "nosniff");
    await next();
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

/**
 * One route of the table `ROUTES`: only callers with its scope reach the handler. Every method
 * that the table does not have at this address gets 405.
 * @throws Error where the table has no such route.
 */
export function addRoute(
  app: App,
  method: Method,
  path: string,
  handler: (context: AppContext) => Response | Promise<Response>,
): void {
  const scope = scopeOf(method, path);
  const route = `${method} ${path}`;
  const allow = methodsAt(path).flatMap((name) => (name === "GET" ? ["GET", "HEAD"] : [name]));
  app.on(method, path, (context, next) => {
    if (addressOf(context.req.path) !== path) return next();
    logAlso(context, { route, ...loggedOf(context.get("identity")) });
    checkScope(context, scope);
    return handler(context);
  });
  app.all(path, (context, next) => {
    // Another handler's: a request for another method of this address, or for another address.
    if (addressOf(context.req.path) !== path || allow.includes(context.req.method)) return next();
    logAlso(context, { route: path });
    throw new Refusal("method-not-allowed", onlyServes(methodsAt(path)), {
      headers: { Allow: allow.join(", ") },
    });
  });
}

/** What the operators may know of who calls: the system, never the officer or the token. */
function loggedOf(identity: Identity): Partial<LogEntry> {
  if (identity.kind === "known") return { client: withoutIdentities(identity.caller.client) };
  return identity.kind === "refused" ? { token: identity.reason } : {};
}

function onlyServes(methods: readonly Method[]): Text {
  return {
    id: `Alamat ini hanya melayani ${methods.join(" dan ")}.`,
    en: `This address only serves ${methods.join(" and ")}.`,
  };
}

/** Adds to the request's log line. */
export function logAlso(context: AppContext, fields: Partial<LogEntry>): void {
  context.set("logged", { ...context.get("logged"), ...fields });
}

/** Answers JSON in the caller's language. */
export function answerJson(
  context: AppContext,
  { indent }: BaseDependencies,
  status: 200 | 201 | 503,
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
  return context.body(JSON.stringify(problem, null, indent), problem.status, {
    ...refusal.headers,
    "Content-Type": "application/problem+json; charset=UTF-8",
    "Content-Language": language,
    "Cache-Control": "no-store",
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
  return internalError();
}

function unknownRoute(): Refusal {
  return new Refusal("route-unknown", {
    id: "Periksa alamatnya. Daftar layanan ada di /v1/services.",
    en: "Check the address. The services are listed at /v1/services.",
  });
}
