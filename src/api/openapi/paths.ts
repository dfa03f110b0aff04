import type { Route } from "../access/routes.ts";
import { PATH_PARAMETERS } from "./components.ts";
import type { Answer, Examples, Operation, Operations } from "./operations/operation.ts";
import { problemResponses } from "./problems.ts";
import { type JsonObject, ref } from "./schema.ts";

/**
 * The paths of the document: every route of the table, as its operation tells it.
 * @throws Error where a route has no operation, or an operation no route.
 */
export function pathsOf(routes: readonly Route[], operations: Operations): JsonObject {
  const keys = new Set(routes.map(keyOf));
  for (const key of Object.keys(operations)) {
    if (!keys.has(key)) throw new Error(`${key} is told in the document and is no route`);
  }
  const paths = new Map<string, Record<string, JsonObject>>();
  for (const route of routes) {
    const operation = operations[keyOf(route)];
    if (operation === undefined) throw new Error(`${keyOf(route)} is not told in the document`);
    const path = templated(route.path);
    const item = paths.get(path) ?? {};
    item[route.method.toLowerCase()] = operationObject(route, operation);
    paths.set(path, item);
  }
  return Object.fromEntries(paths);
}

function keyOf({ method, path }: Route): string {
  return `${method} ${path}`;
}

/** `/v1/decisions/:id` as OpenAPI writes it. */
export function templated(path: string): string {
  return path.replace(/:([a-zA-Z]+)/g, "{$1}");
}

function operationObject(
  { path, scope }: Route,
  { operationId, tag, summary, description, parameters = [], body, answers, ...rest }: Operation,
): JsonObject {
  const ofPath = [...path.matchAll(/:([a-zA-Z]+)/g)].flatMap(
    ([, name = ""]) => PATH_PARAMETERS[name] ?? [],
  );
  const shared = ["AcceptLanguage", ...parameters].map((name) => ({
    $ref: `#/components/parameters/${name}`,
  }));
  const demands = {
    scope,
    hasBody: body !== undefined,
    own: rest.problems,
    refusesQuery: rest.refusesQuery,
  };
  return {
    operationId,
    tags: [tag],
    summary,
    description,
    security: scope === null ? [] : [{ token: [scope] }],
    parameters: [...ofPath, ...shared],
    ...(body !== undefined && {
      requestBody: {
        required: true,
        content: { "application/json": mediaType(body.component, body.examples) },
      },
    }),
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, answer]) => [status, responseObject(answer)]),
      ),
      ...problemResponses(demands),
    },
  };
}

function responseObject({
  description,
  component,
  jsonType = "application/json",
  contentTypes = [],
  headers = [],
  examples,
}: Answer): JsonObject {
  const content = {
    ...(component !== undefined && { [jsonType]: mediaType(component, examples) }),
    ...Object.fromEntries(contentTypes.map((type) => [type, { schema: { type: "string" } }])),
  };
  return {
    description,
    headers: Object.fromEntries(
      ["RequestId" as const, ...headers].map((name) => [
        HEADER_NAMES[name],
        { $ref: `#/components/headers/${name}` },
      ]),
    ),
    ...(Object.keys(content).length > 0 && { content }),
  };
}

const HEADER_NAMES = {
  RequestId: "X-Request-Id",
  Location: "Location",
  ETag: "ETag",
  CacheControl: "Cache-Control",
  Vary: "Vary",
  ContentLanguage: "Content-Language",
} as const;

function mediaType(component: string, examples: Examples = {}): JsonObject {
  const named = Object.entries(examples).map(([name, value]) => [name, { value }] as const);
  return {
    schema: ref(component),
    ...(named.length > 0 && { examples: Object.fromEntries(named) }),
  };
}
