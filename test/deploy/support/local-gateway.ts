import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type {
  APIGatewayProxyEventV2,
  APIGatewayProxyStructuredResultV2,
  APIGatewaySimpleAuthorizerWithContextResult,
} from "aws-lambda";
import type { Deployment } from "./deployment.ts";
import { ofType, type Resources, referred } from "./template.ts";

interface Route {
  readonly key: string;
  readonly method: string;
  readonly path: readonly string[];
  readonly guarded: boolean;
  readonly function: string;
}

type Context = Readonly<Record<string, unknown>>;
type Authorized = APIGatewaySimpleAuthorizerWithContextResult<Context>;

const KEPT_MILLISECONDS = 60_000;

/**
 * An HTTP API on this machine, with the routes of a stack: it asks the authorizer first, keeps its
 * answer for a minute, and gives functions events of payload 2.0.
 */
export function createLocalGateway(resources: Resources, deployment: Deployment): Server {
  const routes = routesOf(resources);
  const kept = new Map<string, { readonly at: number; readonly answer: Authorized }>();

  async function authorize(token: string, event: APIGatewayProxyEventV2): Promise<Authorized> {
    const known = kept.get(token);
    if (known !== undefined && Date.now() - known.at < KEPT_MILLISECONDS) return known.answer;
    const asked = { ...event, type: "REQUEST", identitySource: [token] };
    const answer: Authorized = JSON.parse(
      JSON.stringify(await deployment.invoke("authorizer", asked)),
    );
    kept.set(token, { at: Date.now(), answer });
    return answer;
  }

  async function answer(request: IncomingMessage): Promise<APIGatewayProxyStructuredResultV2> {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    const route = routes.find((candidate) => fits(candidate, request.method ?? "", url.pathname));
    if (route === undefined) return refusal(404, "Not Found");
    const event = await eventOf(request, url, route.key);
    if (!route.guarded) return result(await deployment.invoke(route.function, event));
    const token = event.headers["authorization"];
    if (token === undefined) return refusal(401, "Unauthorized");
    const { isAuthorized, context } = await authorize(token, event);
    if (!isAuthorized) return refusal(403, "Forbidden");
    const authorizer = { lambda: context };
    const requestContext = { ...event.requestContext, authorizer };
    return result(await deployment.invoke(route.function, { ...event, requestContext }));
  }

  return createServer((request, response) => {
    answer(request)
      .catch(() => refusal(500, "Internal Server Error"))
      .then((answered) => send(response, answered));
  });
}

/** Routes without parameters come first, as they do in an HTTP API. */
function routesOf(resources: Resources): readonly Route[] {
  return ofType(resources, "AWS::ApiGatewayV2::Route")
    .map(([, { Properties }]) => {
      const key = String(Properties["RouteKey"]);
      const [method = "", path = ""] = key.split(" ");
      const guarded = Properties["AuthorizationType"] === "CUSTOM";
      const integration = /HttpApiIntegration\w+/.exec(JSON.stringify(Properties["Target"]));
      const uri = resources[integration?.[0] ?? ""]?.Properties["IntegrationUri"];
      const name = String(resources[referred(uri)]?.Properties["FunctionName"]);
      return {
        key,
        method,
        path: path.split("/"),
        guarded,
        function: name.slice("layak-test-".length),
      };
    })
    .toSorted((one, other) => Number(one.key.includes("{")) - Number(other.key.includes("{")));
}

function fits({ method, path }: Route, requested: string, pathname: string): boolean {
  const segments = pathname.split("/");
  return (
    method === requested &&
    path.length === segments.length &&
    path.every((part, index) => part.startsWith("{") || part === segments[index])
  );
}

async function eventOf(
  request: IncomingMessage,
  url: URL,
  routeKey: string,
): Promise<APIGatewayProxyEventV2> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const body = Buffer.concat(chunks);
  const method = request.method ?? "";
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  );
  return {
    version: "2.0",
    routeKey,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers,
    requestContext: {
      accountId: "123456789012",
      apiId: "local",
      domainName: "127.0.0.1",
      domainPrefix: "127",
      http: {
        method,
        path: url.pathname,
        protocol: "HTTP/1.1",
        sourceIp: "127.0.0.1",
        userAgent: "",
      },
      requestId: randomUUID(),
      routeKey,
      stage: "$default",
      time: "",
      timeEpoch: Date.now(),
    },
    ...(body.length > 0 && { body: body.toString("base64") }),
    isBase64Encoded: body.length > 0,
  };
}

function result(answered: unknown): APIGatewayProxyStructuredResultV2 {
  return JSON.parse(JSON.stringify(answered));
}

function refusal(statusCode: number, message: string): APIGatewayProxyStructuredResultV2 {
  const headers = { "content-type": "application/json" };
  return { statusCode, headers, body: JSON.stringify({ message }) };
}

function send(response: ServerResponse, answered: APIGatewayProxyStructuredResultV2): void {
  const { statusCode = 200, headers = {}, body = "", isBase64Encoded = false } = answered;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, String(value));
  response.writeHead(statusCode);
  response.end(Buffer.from(body, isBase64Encoded ? "base64" : "utf8"));
}
