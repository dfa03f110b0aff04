import { severityOf } from "../diagnostics/diagnostic.ts";
import type { JsonNode } from "../json/nodes.ts";
import type { Place, Report } from "./rule-file.ts";

/** A named condition where a condition refers to it. */
export interface NamedUse {
  readonly name: string;
  /** The group that the reference stands in. */
  readonly group: string | null;
  readonly place: Place;
  /** How many levels deep it stands. */
  readonly depth: number;
}

/** What a condition reads by itself, gathered while it is checked; named conditions apart. */
export interface Reads {
  /** Facts and `<group>.count` that are read outside of the condition's own groups. */
  readonly outer: Set<string>;
  /** Facts of groups' items. */
  readonly inner: Set<string>;
  readonly groups: Set<string>;
  readonly uses: NamedUse[];
  /** Texts of nodes that may hold placeholders. */
  readonly texts: JsonNode[];
  parts: number;
  depth: number;
  /** False once anything in the condition is wrong: nobody knows what it would read. */
  complete: boolean;
}

export function noReads(): Reads {
  return {
    outer: new Set(),
    inner: new Set(),
    groups: new Set(),
    uses: [],
    texts: [],
    parts: 0,
    depth: 0,
    complete: true,
  };
}

/** What a condition reads with its named conditions written out. */
export interface Closure {
  readonly outer: ReadonlySet<string>;
  readonly inner: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
  readonly parts: number;
  readonly depth: number;
  readonly complete: boolean;
  /** True where this has been told to be too large, of it or of what it refers to. */
  readonly tooLarge: boolean;
}

/** Writes the named conditions out; one that is not among `closures` reads nothing. */
export function closureOf(reads: Reads, closures: ReadonlyMap<string, Closure>): Closure {
  if (reads.uses.length === 0) {
    const { outer, inner, groups, parts, depth, complete } = reads;
    return { outer, inner, groups, parts, depth, complete, tooLarge: false };
  }
  const outer = new Set(reads.outer);
  const inner = new Set(reads.inner);
  const groups = new Set(reads.groups);
  let { parts, depth, complete } = reads;
  let tooLarge = false;
  for (const use of reads.uses) {
    const named = closures.get(use.name);
    if (named === undefined) {
      complete = false;
      continue;
    }
    const level = use.group === null ? outer : inner;
    for (const fact of named.outer) level.add(fact);
    for (const fact of named.inner) inner.add(fact);
    for (const group of named.groups) groups.add(group);
    parts += named.parts;
    depth = Math.max(depth, use.depth + named.depth);
    complete &&= named.complete;
    tooLarge ||= named.tooLarge;
  }
  return { outer, inner, groups, parts, depth, complete, tooLarge };
}

/** Tells findings as before, and notes that the condition is wrong. */
export function noting(report: Report, reads: Reads): Report {
  return (place, found) => {
    if (severityOf(found.code) === "error") reads.complete = false;
    report(place, found);
  };
}

/** Every fact that a text of the condition may name. */
export function namesRead({ outer, inner }: Closure): ReadonlySet<string> {
  return new Set([...outer, ...inner]);
}
