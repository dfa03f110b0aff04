import { AT_THE_START, closerOf, type Reading, read, type Sign } from "./grammar.ts";
import type { Token } from "./tokens.ts";

/** A change of one token. `at` is the index of the token changed, or put before. */
export type Repair =
  | { readonly kind: "insert"; readonly at: number; readonly sign: Sign }
  | { readonly kind: "delete"; readonly at: number }
  | { readonly kind: "replace"; readonly at: number; readonly sign: Sign };

/** Tokens that cannot be read on from `at`, with how far they were read before each. */
export interface Stop {
  readonly tokens: readonly Token[];
  readonly readings: readonly Reading[];
  readonly at: number;
  /** The first token that may be changed. */
  readonly from: number;
}

/** Signs read in one search: more than any rule file needs, few enough for a file of rubbish. */
const MOST_READ = 3_000_000;

interface Candidate {
  readonly repair: Repair;
  readonly rank: number;
  readonly reach: number;
}

/**
 * The change of one token, at the stop or before it, with which the text can be read furthest, and
 * of those the one that agrees best with how the lines are indented. After M. G. Burke and
 * G. A. Fisher, "A practical method for LR and LL syntactic error diagnosis and recovery", 1987.
 */
export function repairOf(stop: Stop): Repair | null {
  const { tokens, readings, at, from } = stop;
  let left = MOST_READ;
  // Behind the end, only what makes the whole text JSON is the change that was meant.
  let furthest = readings[at]?.expecting === "end" ? tokens.length : at + 1;
  let best: Candidate[] = [];
  for (let index = at; index >= from && left > 0; index--) {
    for (const { repair, rank } of repairsAt(stop, index)) {
      const reach = reachOf(stop, repair);
      left -= Math.max(1, reach - index);
      if (reach < furthest) continue;
      if (reach > furthest) best = [];
      furthest = reach;
      best.push({ repair, rank, reach });
    }
  }
  let chosen: Repair | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const { repair, rank, reach } of best) {
    if (left <= 0 && chosen !== null) break;
    left -= tokens.length;
    const cost = 10 * misindented(stop, repair, reach) + rank;
    if (cost >= least) continue;
    least = cost;
    chosen = repair;
  }
  return chosen;
}

const INSERTED: readonly Sign[] = ["}", "]", ",", ":", "{", "["];

function* repairsAt(
  { tokens, at, readings }: Stop,
  index: number,
): Generator<{ readonly repair: Repair; readonly rank: number }> {
  const token = tokens[index];
  if (token === undefined) return;
  for (const sign of INSERTED) {
    yield {
      repair: { kind: "insert", at: index, sign },
      rank: sign === "{" || sign === "[" ? 2 : 0,
    };
  }
  if (index === at) {
    const { expecting } = readings[index] ?? AT_THE_START;
    const sign = expecting === "key" || expecting === "key-or-close" ? "string" : "scalar";
    yield { repair: { kind: "insert", at: index, sign }, rank: expecting === "value" ? 1 : 5 };
  }
  if (token.sign === "end") return;
  if (isMark(token.sign)) {
    const doubled = doubles(tokens[index - 1], token) || doubles(token, tokens[index + 1]);
    yield { repair: { kind: "delete", at: index }, rank: deletionRank(token.sign, doubled) };
  }
  for (const sign of replacementsOf(token.sign)) {
    yield { repair: { kind: "replace", at: index, sign }, rank: token.sign === "word" ? 1 : 4 };
  }
}

function doubles(first: Token | undefined, second: Token | undefined): boolean {
  if (first === undefined || first.sign !== second?.sign) return false;
  return first.sign === "[" || first.offset + first.length === second.offset;
}

/** No rule holds a list of lists, so of two opening brackets one is too many. */
function deletionRank(sign: Sign, doubled: boolean): number {
  if (doubled) return sign === "[" ? -1 : 0;
  return sign === "," ? 0 : 3;
}

export function isMark(sign: Sign): boolean {
  return INSERTED.includes(sign);
}

function replacementsOf(sign: Sign): readonly Sign[] {
  switch (sign) {
    case "{":
      return ["["];
    case "[":
      return ["{"];
    case "}":
      return ["]"];
    case "]":
      return ["}"];
    case ",":
      return [":"];
    case ":":
      return [","];
    case "word":
      return [":", ","];
    default:
      return [];
  }
}

/** The index of the token that a repaired text cannot be read beyond; past the last where it can. */
function reachOf({ tokens, readings }: Stop, repair: Repair): number {
  let reading: Reading | null = readings[repair.at] ?? AT_THE_START;
  if (repair.kind !== "delete") reading = read(reading, repair.sign, repair.at);
  for (let index = nextAfter(repair); reading !== null; index++) {
    const token = tokens[index];
    if (token === undefined) return tokens.length;
    reading = read(reading, token.sign, index);
    if (reading === null) return index;
  }
  return repair.at;
}

function nextAfter({ kind, at }: Repair): number {
  return kind === "insert" ? at : at + 1;
}

/** The tokens with the change made. */
export function repaired(tokens: readonly Token[], repair: Repair): readonly Token[] {
  const { at } = repair;
  if (repair.kind === "delete") return tokens.toSpliced(at, 1);
  if (repair.kind === "insert") return tokens.toSpliced(at, 0, insertedToken(tokens, repair));
  const replaced = tokens[at];
  if (replaced === undefined) return tokens;
  return tokens.with(at, { ...replaced, sign: repair.sign, finding: null });
}

/** What a token was put behind is on its line; whether an opener begins one is not known. */
function insertedToken(
  tokens: readonly Token[],
  { at, sign }: Extract<Repair, { readonly kind: "insert" }>,
): Token {
  const before = tokens[at - 1];
  const after = tokens[at];
  const own = { sign, length: 0, isFirstOnLine: false, finding: null, isUnclosed: false };
  const isBehind = /^[}\],:]$/.test(sign) || before?.sign === ":";
  if (isBehind && before !== undefined) {
    const { offset, length, line, indent } = before;
    return { ...own, offset: offset + length, line, indent };
  }
  const { offset = 0, line = 1, isFirstOnLine = false, indent = 0 } = after ?? {};
  return { ...own, offset, line, indent: isFirstOnLine ? ANY_INDENT : indent };
}

const ANY_INDENT = -1;

/** How many lines begin elsewhere than their level says: closers as their opener, others alike. */
function misindented({ tokens }: Stop, repair: Repair, reach: number): number {
  const changed = repaired(tokens, repair);
  const levels = new Map<number, number>();
  let reading = AT_THE_START;
  let count = 0;
  const end = Math.min(changed.length, reach + 1);
  for (let index = 0; index < end; index++) {
    const token = changed[index];
    if (token === undefined) break;
    const { open } = reading;
    const opener = open === null ? undefined : changed[open.at];
    if (token.isFirstOnLine && open !== null && opener !== undefined) {
      const { indent } = opener;
      if (token.sign === closerOf(open))
        count += indent !== ANY_INDENT && token.indent !== indent ? 1 : 0;
      else {
        const level = levels.get(open.at);
        if (level === undefined) levels.set(open.at, token.indent);
        count += token.indent > indent && (level ?? token.indent) === token.indent ? 0 : 1;
      }
    }
    const next = read(reading, token.sign, index);
    if (next === null) break;
    reading = next;
  }
  return count;
}
