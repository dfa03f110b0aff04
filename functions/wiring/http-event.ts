import type { LambdaEvent } from "hono/aws-lambda";

/** A request as an HTTP API sends it (payload 2.0). */
export type HttpEvent = Extract<LambdaEvent, { readonly rawPath: string }>;

/**
 * Whether an event is a request, as an HTTP API sends it (payload 2.0). Whoever may call a function
 * may send it anything, such as the console's test events and pings that keep it warm.
 */
export function isHttpEvent(event: unknown): event is HttpEvent {
  const { rawPath, requestContext } = recordOf(event);
  const { domainName, http } = recordOf(requestContext);
  const { method } = recordOf(http);
  return (
    typeof rawPath === "string" &&
    typeof method === "string" &&
    URL.canParse(`https://${domainName}${rawPath}`)
  );
}

/** The event without what no route reads and a `Request` refuses: cookies, and the body of a GET. */
export function withoutUnread(event: HttpEvent): HttpEvent {
  const { cookies: _, ...read } = event;
  const { method } = event.requestContext.http;
  return method === "GET" || method === "HEAD" ? { ...read, body: null } : read;
}

/**
 * Whether a `Request` can be made of the event. Hono's adapter answers one of which none can be made by
 * itself, past the app, its log and its problems.
 */
export function isReadable({ requestContext, headers, body, isBase64Encoded }: HttpEvent): boolean {
  try {
    const given = Object.entries(headers ?? {}).flatMap(([name, value]): [string, string][] =>
      value ? [[name, inAscii(value)]] : [],
    );
    new Request("https://localhost", { method: requestContext.http.method, headers: given });
    if (isBase64Encoded && body) atob(body);
    return true;
  } catch {
    return false;
  }
}

/** As the adapter writes headers. @throws URIError where the text is broken Unicode */
function inAscii(text: string): string {
  return /^\p{ASCII}*$/u.test(text) ? text : encodeURIComponent(text);
}

/** The event's place and time without what its sender wrote, which can always be read. */
export function bare(event: HttpEvent): HttpEvent {
  const { cookies: _, ...rest } = event;
  const { requestContext } = event;
  return {
    ...rest,
    rawQueryString: "",
    headers: {},
    body: null,
    isBase64Encoded: false,
    requestContext: { ...requestContext, http: { ...requestContext.http, method: "GET" } },
  };
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
