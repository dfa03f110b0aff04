/** What a token may allow. */
export const SCOPES = [
  "decisions:write",
  "decisions:read",
  "decisions:review",
  "coverage:read",
  "bulk:run",
] as const;

export type Scope = (typeof SCOPES)[number];

export type Method = "GET" | "POST";

export interface Route {
  readonly method: Method;
  /** Segments that begin with `:` are parameters. */
  readonly path: string;
  /** What the caller's token must allow; null where the route is open. */
  readonly scope: Scope | null;
}

/** Every route of the API. The app, the OpenAPI document and the tests read this table alone. */
export const ROUTES: readonly Route[] = [
  post("/v1/decisions", "decisions:write"),
  post("/v1/decisions/batch", "decisions:write"),
  post("/v1/previews", "decisions:write"),
  get("/v1/decisions/:id", "decisions:read"),
  get("/v1/decisions/:id/evidence", "decisions:read"),
  get("/v1/decisions/:id/record", "decisions:read"),
  post("/v1/decisions/search", "decisions:review"),
  post("/v1/decisions/:id/reviews", "decisions:review"),
  get("/v1/decisions/:id/reviews", "decisions:read"),
  get("/v1/coverage", "coverage:read"),
  post("/v1/bulk", "bulk:run"),
  get("/v1/bulk/:id", "bulk:run"),
  get("/v1/services"),
  get("/v1/services/:city/:service"),
  get("/v1/keys"),
  get("/openapi.json"),
  get("/docs"),
  get("/docs/:asset"),
  get("/healthz"),
  get("/readyz"),
];

function get(path: string, scope: Scope | null = null): Route {
  return { method: "GET", path, scope };
}

function post(path: string, scope: Scope): Route {
  return { method: "POST", path, scope };
}

/**
 * The scope that a route asks for.
 * @throws Error where the route is not in the table, so that none is ever open by oversight.
 */
export function scopeOf(method: Method, path: string): Scope | null {
  const route = ROUTES.find((row) => row.method === method && row.path === path);
  if (route === undefined) throw new Error(`${method} ${path} is not in the table of routes`);
  return route.scope;
}

/** The methods that an address of the table serves. */
export function methodsAt(path: string): readonly Method[] {
  return ROUTES.filter((row) => row.path === path).map(({ method }) => method);
}

/**
 * The address of the table that a request's path belongs to; null where there is none. One
 * without parameters wins: `/v1/decisions/batch` is no decision's address.
 */
export function addressOf(requested: string): string | null {
  if (ROUTES.some(({ path }) => path === requested)) return requested;
  const segments = requested.split("/");
  return PATTERNS.find(({ parts }) => fits(parts, segments))?.path ?? null;
}

const PATTERNS: readonly { readonly path: string; readonly parts: readonly string[] }[] =
  ROUTES.filter(({ path }) => path.includes(":")).map(({ path }) => ({
    path,
    parts: path.split("/"),
  }));

function fits(parts: readonly string[], segments: readonly string[]): boolean {
  return (
    parts.length === segments.length &&
    parts.every((part, index) =>
      part.startsWith(":") ? segments[index] !== "" : part === segments[index],
    )
  );
}
