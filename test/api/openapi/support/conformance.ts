import { templated } from "../../../../src/api/openapi/paths.ts";
import { isObject, type JsonObject } from "../../../../src/api/openapi/schema.ts";
import { at } from "./document.ts";
import { checksOf, closed } from "./validate.ts";

/** An answer as it came. */
export interface Got {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed where it is JSON, else null. */
  readonly body: unknown;
}

/** What an answer has that its operation does not tell, and the other way; empty where they agree. */
export type Conformance = (method: string, path: string, got: Got) => readonly string[];

/** Headers that stand only where there is something to say. */
const NOT_ALWAYS = new Set(["WWW-Authenticate", "Retry-After"]);

export function conformanceTo(document: JsonObject): Conformance {
  const checks = checksOf(closed(document));
  return (method, path, { status, headers, body }) => {
    const place = ["paths", templated(path), method.toLowerCase(), "responses", String(status)];
    const responses = at(document, ...place.slice(0, -1));
    const response = responses[String(status)];
    if (!isObject(response)) return [`${status} is not told`];
    const told = isObject(response["headers"]) ? Object.keys(response["headers"]) : [];
    const missing = told
      .filter((name) => !NOT_ALWAYS.has(name) && !headers.has(name))
      .map((name) => `no header ${name}`);
    return [...missing, ...bodyFaults(response, headers.get("content-type"), body, place)];
  };

  function bodyFaults(
    response: JsonObject,
    contentType: string | null,
    body: unknown,
    place: readonly string[],
  ): readonly string[] {
    const content = isObject(response["content"]) ? response["content"] : {};
    const type = contentType?.split(";")[0] ?? "";
    if (Object.keys(content).length === 0) return type === "" ? [] : [`${type} is not told`];
    if (!(type in content)) return [`${type} is not told`];
    return type.endsWith("json") ? checks(...place, "content", type, "schema")(body) : [];
  }
}
