/** A record as it stands in its file. */
export function written(record: object): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}

/** The value of a text; `undefined` where it is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
