import { shortened } from "../engine/suggest.ts";

/**
 * A JSON pointer (RFC 6901) to a place in the body. A key of more than 60 characters is cut, and ends
 * in "…": a caller's long key would otherwise be told back once for each fault below it.
 */
export function pointer(...steps: readonly (string | number)[]): string {
  return steps.map((step) => `/${escaped(shortened(String(step)))}`).join("");
}

function escaped(step: string): string {
  return step.replaceAll("~", "~0").replaceAll("/", "~1");
}
