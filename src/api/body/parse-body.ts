import { plainJson } from "./plain-json.ts";

/** How deep a body may nest. */
const DEEPEST_BODY = 16;

/**
 * Parses a body. A key that stands twice is refused, for two readers would read two things. Where all
 * is well it is read once; what finds the place of a fault is loaded when there is one.
 * @throws Refusal with the place of the first fault; the text itself is never quoted, since it may
 *   hold a NIK.
 */
export async function parseBody(text: string): Promise<unknown> {
  const plain = plainJson(text, DEEPEST_BODY);
  if (plain !== null) return plain.value;
  const { inspectBody } = await import("./inspect-body.ts");
  return inspectBody(text, DEEPEST_BODY);
}
