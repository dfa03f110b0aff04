/**
 * The name of the rule for the conditions of a grant, and of its evidence among that of requirements:
 * no requirement's id holds a colon.
 */
export function grantRule(id: string): string {
  return `grant:${id}`;
}
