/** What a token may allow. */
export const SCOPES = [
  "decisions:write",
  "decisions:read",
  "decisions:review",
  "coverage:read",
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
  { method: "POST", path: "/v1/decisions", scope: "decisions:write" },
  { method: "POST", path: "/v1/decisions/batch", scope: "decisions:write" },
  { method: "POST", path: "/v1/previews", scope: "decisions:write" },
  { method: "GET", path: "/v1/decisions/:id", scope: "decisions:read" },
  { method: "GET", path: "/v1/decisions/:id/evidence", scope: "decisions:read" },
  { method: "GET", path: "/v1/decisions/:id/record", scope: "decisions:read" },
  { method: "POST", path: "/v1/decisions/search", scope: "decisions:review" },
  { method: "POST", path: "/v1/decisions/:id/reviews", scope: "decisions:review" },
  { method: "GET", path: "/v1/decisions/:id/reviews", scope: "decisions:read" },
  { method: "GET", path: "/v1/coverage", scope: "coverage:read" },
  { method: "GET", path: "/v1/services", scope: null },
  { method: "GET", path: "/v1/services/:city/:service", scope: null },
  { method: "GET", path: "/v1/keys", scope: null },
  { method: "GET", path: "/openapi.json", scope: null },
  { method: "GET", path: "/docs", scope: null },
  { method: "GET", path: "/docs/:asset", scope: null },
  { method: "GET", path: "/healthz", scope: null },
  { method: "GET", path: "/readyz", scope: null },
];

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
