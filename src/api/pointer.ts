/** A JSON pointer (RFC 6901) to a place in the body. */
export function pointer(...steps: readonly (string | number)[]): string {
  return steps.map((step) => `/${escaped(String(step))}`).join("");
}

function escaped(step: string): string {
  return step.replaceAll("~", "~0").replaceAll("/", "~1");
}
