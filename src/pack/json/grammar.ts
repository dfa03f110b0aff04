/** What a token is to the grammar of JSON; a `word` is no JSON, but stands where a value might. */
export type Sign = "{" | "}" | "[" | "]" | "," | ":" | "string" | "scalar" | "word" | "end";

/** What may come next. */
type Expecting =
  | "value"
  | "value-or-close"
  | "key"
  | "key-or-close"
  | "colon"
  | "comma-or-close"
  | "end"
  | "nothing";

interface Open {
  readonly bracket: "{" | "[";
  /** The index of its token. */
  readonly at: number;
  readonly around: Open | null;
}

/** How far a text was read: what is still open, and what may come next. */
export interface Reading {
  readonly open: Open | null;
  readonly expecting: Expecting;
}

export const AT_THE_START: Reading = { open: null, expecting: "value" };

/** Reads one more sign; null where JSON does not allow it there. `at` is its token's index. */
export function read({ open, expecting }: Reading, sign: Sign, at: number): Reading | null {
  switch (expecting) {
    case "value":
      return readValue(open, sign, at);
    case "value-or-close":
      return sign === "]" ? close(open) : readValue(open, sign, at);
    case "key":
      return sign === "string" || sign === "word" ? { open, expecting: "colon" } : null;
    case "key-or-close":
      return sign === "}" ? close(open) : read({ open, expecting: "key" }, sign, at);
    case "colon":
      return sign === ":" ? { open, expecting: "value" } : null;
    case "comma-or-close":
      if (sign === ",") return { open, expecting: open?.bracket === "{" ? "key" : "value" };
      return open !== null && sign === closerOf(open) ? close(open) : null;
    case "end":
      return sign === "end" ? { open, expecting: "nothing" } : null;
    default:
      return null;
  }
}

function readValue(open: Open | null, sign: Sign, at: number): Reading | null {
  switch (sign) {
    case "{":
      return { open: { bracket: sign, at, around: open }, expecting: "key-or-close" };
    case "[":
      return { open: { bracket: sign, at, around: open }, expecting: "value-or-close" };
    case "string":
    case "scalar":
    case "word":
      return afterValue(open);
    default:
      return null;
  }
}

function close(open: Open | null): Reading {
  return afterValue(open?.around ?? null);
}

function afterValue(open: Open | null): Reading {
  return { open, expecting: open === null ? "end" : "comma-or-close" };
}

export function closerOf({ bracket }: Pick<Open, "bracket">): "}" | "]" {
  return bracket === "{" ? "}" : "]";
}
