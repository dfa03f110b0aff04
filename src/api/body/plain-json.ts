/** What a text says, where nothing is wrong with it. */
export interface PlainJson {
  readonly value: unknown;
}

/**
 * Reads JSON in which nothing is wrong: no key stands twice or is `__proto__`, it is nested no deeper
 * than `deepest`, its numbers are finite and its texts are sound Unicode. Null where anything is, which
 * is then worth a closer look.
 */
export function plainJson(text: string, deepest: number): PlainJson | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const { colons, depth } = marksOf(text);
  // Of keys that stand twice the parser keeps one, and then there are more colons than keys.
  return depth <= deepest && keysIn(value) === colons ? { value } : null;
}

const QUOTE = 34;
const BACKSLASH = 92;
const COLON = 58;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

/** The colons outside texts and the deepest nesting; of a text that is valid JSON. */
function marksOf(text: string): { readonly colons: number; readonly depth: number } {
  let [colons, open, depth] = [0, 0, 0];
  for (let offset = 0; offset < text.length; offset++) {
    const character = text.charCodeAt(offset);
    if (character === QUOTE) offset = endOfText(text, offset);
    else if (character === COLON) colons += 1;
    else if (character === OPEN_BRACE || character === OPEN_BRACKET) {
      open += 1;
      depth = Math.max(depth, open);
    } else if (character === CLOSE_BRACE || character === CLOSE_BRACKET) open -= 1;
  }
  return { colons, depth };
}

/** The offset of the quote that closes a text. */
function endOfText(text: string, start: number): number {
  for (let offset = start + 1; offset < text.length; offset++) {
    const character = text.charCodeAt(offset);
    if (character === QUOTE) return offset;
    if (character === BACKSLASH) offset += 1;
  }
  return text.length;
}

/** How many keys there are in all, or NaN where a value or key may not be. */
function keysIn(value: unknown): number {
  if (typeof value === "string") return value.isWellFormed() ? 0 : Number.NaN;
  if (typeof value === "number") return Number.isFinite(value) ? 0 : Number.NaN;
  if (typeof value !== "object" || value === null) return 0;
  let keys = 0;
  if (Array.isArray(value)) {
    for (const item of value) keys += keysIn(item);
    return keys;
  }
  for (const [key, member] of Object.entries(value)) {
    keys += key !== "__proto__" && key.isWellFormed() ? 1 + keysIn(member) : Number.NaN;
  }
  return keys;
}
