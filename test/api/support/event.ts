import type { LambdaEvent } from "hono/aws-lambda";

/** An event of an HTTP API, payload 2.0. */
export function eventOf(
  method: string,
  path: string,
  authorizer: unknown,
  body: unknown = null,
): Exclude<LambdaEvent, { readonly httpMethod: string } | { readonly method: string }> {
  const event = {
    version: "2.0",
    routeKey: "$default",
    rawPath: path,
    rawQueryString: "",
    headers: { "content-type": "application/json", "accept-language": "en" },
    body: body === null ? null : JSON.stringify(body),
    isBase64Encoded: false,
    requestContext: {
      accountId: "1",
      apiId: "1",
      authentication: null,
      authorizer: {},
      domainName: "localhost",
      domainPrefix: "localhost",
      http: { method, path, protocol: "HTTP/1.1", sourceIp: "127.0.0.1", userAgent: "test" },
      requestId: "1",
      routeKey: "$default",
      stage: "$default",
      time: "",
      timeEpoch: 0,
    },
  };
  // Also what no authorizer should say, as JSON can.
  Object.assign(event.requestContext, { authorizer });
  return event;
}
