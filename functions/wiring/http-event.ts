import type { LambdaEvent } from "hono/aws-lambda";

/**
 * Whether an event is a request, as an HTTP API sends it (payload 2.0). Whoever may call a function
 * may send it anything, such as the console's test events and pings that keep it warm.
 */
export function isHttpEvent(event: unknown): event is LambdaEvent {
  const { rawPath, requestContext } = recordOf(event);
  const { domainName, http } = recordOf(requestContext);
  const { method } = recordOf(http);
  return (
    typeof rawPath === "string" &&
    typeof method === "string" &&
    URL.canParse(`https://${domainName}${rawPath}`)
  );
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
