/** The command about the same rules: a reader of a copy must not be sent to the real ones. */
export function testCommand(directory: string): string {
  return directory === "rules" ? "layak test" : `layak test ${directory}`;
}
