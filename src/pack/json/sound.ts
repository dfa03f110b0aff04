import type { JsonNode, Member, NumberNode } from "./nodes.ts";

const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const QUOTE = 34;
const COMMA = 44;
const MINUS = 45;
const DIGIT_0 = 48;
const DIGIT_9 = 57;
const COLON = 58;
const OPEN_BRACKET = 91;
const BACKSLASH = 92;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

/** Objects with more keys find those that are repeated by a set. */
const FEW_KEYS = 16;

/** Longer texts are hardly ever repeated. */
const LONGEST_WORD = 24;

/**
 * Reads strict JSON with nothing in it that no rule may hold, brackets nested at most `deepest`
 * levels; null where anything is wrong, whatever it may be: finding that out is slow. Short texts
 * are kept in `words`, so that those who read many files keep each once.
 */
export function readSound(
  text: string,
  deepest: number,
  words: Map<string, string>,
): JsonNode | null {
  const end = text.length;
  let at = 0;
  let depth = 0;
  // What stands in brackets that are still open; arrays that grow one by one take four times the room.
  const openItems: JsonNode[] = [];
  const openMembers: Member[] = [];
  let itemCount = 0;
  let memberCount = 0;

  /** The character that comes next; -1 where none does that JSON could have. */
  function skipSpace(): number {
    for (; at < end; at++) {
      const character = text.charCodeAt(at);
      if (character > SPACE) return character;
      const isSpace =
        character === SPACE ||
        character === LINE_FEED ||
        character === CARRIAGE_RETURN ||
        character === TAB;
      if (!isSpace) return -1;
    }
    return -1;
  }

  function readValue(first: number): JsonNode | null {
    const offset = at;
    switch (first) {
      case QUOTE: {
        const value = readString();
        return value === null ? null : { kind: "string", value, offset, length: at - offset };
      }
      case OPEN_BRACE:
        return readObject();
      case OPEN_BRACKET:
        return readArray();
      default:
        return first === MINUS || isDigit(first) ? readNumber() : readWord();
    }
  }

  function readWord(): JsonNode | null {
    const offset = at;
    if (text.startsWith("true", at)) {
      at += 4;
      return { kind: "boolean", value: true, offset, length: 4 };
    }
    if (text.startsWith("false", at)) {
      at += 5;
      return { kind: "boolean", value: false, offset, length: 5 };
    }
    if (!text.startsWith("null", at)) return null;
    at += 4;
    return { kind: "null", value: null, offset, length: 4 };
  }

  function readString(): string | null {
    const start = at + 1;
    for (let index = start; index < end; index++) {
      const character = text.charCodeAt(index);
      if (character === QUOTE) {
        at = index + 1;
        const read = text.slice(start, index);
        return index - start > LONGEST_WORD ? read : known(read);
      }
      if (character < SPACE) return null;
      if (character === BACKSLASH) return readEscaped(index);
    }
    return null;
  }

  function known(read: string): string {
    const before = words.get(read);
    if (before === undefined) words.set(read, read);
    return before ?? read;
  }

  function readEscaped(from: number): string | null {
    for (let index = from; index < end; index++) {
      const character = text.charCodeAt(index);
      if (character === BACKSLASH) index++;
      else if (character === QUOTE) {
        const quoted = text.slice(at, index + 1);
        at = index + 1;
        return unescaped(quoted);
      }
    }
    return null;
  }

  function readNumber(): NumberNode | null {
    NUMBER.lastIndex = at;
    const [raw] = NUMBER.exec(text) ?? [];
    const value = Number(raw);
    if (raw === undefined || !Number.isFinite(value)) return null;
    const offset = at;
    at += raw.length;
    return { kind: "number", value, raw, offset, length: raw.length };
  }

  function readArray(): JsonNode | null {
    const offset = at;
    const start = itemCount;
    if (++depth > deepest) return null;
    at++;
    let next = skipSpace();
    if (next !== CLOSE_BRACKET) {
      while (true) {
        const item = readValue(next);
        if (item === null) return null;
        openItems[itemCount++] = item;
        next = skipSpace();
        if (next === CLOSE_BRACKET) break;
        if (next !== COMMA) return null;
        at++;
        next = skipSpace();
      }
    }
    at++;
    depth--;
    const items = openItems.slice(start, itemCount);
    itemCount = start;
    return { kind: "array", offset, length: at - offset, items };
  }

  function readObject(): JsonNode | null {
    const offset = at;
    const first = memberCount;
    if (++depth > deepest) return null;
    at++;
    let next = skipSpace();
    if (next !== CLOSE_BRACE) {
      while (true) {
        if (next !== QUOTE) return null;
        const start = at;
        const key = readString();
        if (key === null) return null;
        const keySpan = { offset: start, length: at - start };
        if (skipSpace() !== COLON) return null;
        at++;
        const value = readValue(skipSpace());
        if (value === null) return null;
        openMembers[memberCount++] = { key, keySpan, value };
        next = skipSpace();
        if (next === CLOSE_BRACE) break;
        if (next !== COMMA) return null;
        at++;
        next = skipSpace();
      }
    }
    at++;
    depth--;
    const members = openMembers.slice(first, memberCount);
    memberCount = first;
    if (hasRepeated(members)) return null;
    return { kind: "object", offset, length: at - offset, members };
  }

  const root = text.isWellFormed() ? readValue(skipSpace()) : null;
  if (root === null) return null;
  skipSpace();
  return at === end ? root : null;
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;

function hasRepeated(members: readonly Member[]): boolean {
  if (members.length > FEW_KEYS) {
    return new Set(members.map(({ key }) => key)).size < members.length;
  }
  for (let later = 1; later < members.length; later++) {
    const key = members[later]?.key;
    for (let index = 0; index < later; index++) if (members[index]?.key === key) return true;
  }
  return false;
}

function isDigit(character: number): boolean {
  return character >= DIGIT_0 && character <= DIGIT_9;
}

function unescaped(quoted: string): string | null {
  try {
    const value: unknown = JSON.parse(quoted);
    return typeof value === "string" && value.isWellFormed() ? value : null;
  } catch {
    return null;
  }
}
