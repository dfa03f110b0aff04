import { BulkTrouble } from "../bulk/trouble.ts";
import type { Program } from "../engine/decision/program.ts";
import { DEFAULT_MAX_ITEMS, DEFAULT_MAX_LENGTH } from "../engine/facts/shapes.ts";
import type { Fact, Group, ScalarShape } from "../engine/model/catalogue.ts";
import type { Pack } from "../engine/model/pack.ts";
import { DUCKDB } from "../sql/dialects/duckdb.ts";
import { computedFor, namesRead } from "../sql/names-read.ts";

/** The two policies of a simulation. */
export interface Sides {
  readonly from: Program;
  readonly to: Program;
}

/**
 * One catalogue for a file that both policies are asked about: what is in either, and of what is in
 * both the values that both take. A row with another value could not be decided by one of them.
 * @throws BulkTrouble where no value could be both.
 */
export function catalogueOfBoth({ from, to }: Sides): Pick<Pack, "facts" | "groups"> {
  if (from.pack === to.pack) return to.pack;
  const read = new Set([from, to].flatMap(idsRead));
  const facts = joined(from.pack.facts, to.pack.facts, (id, one, other) => {
    const both = factOfBoth(one, other);
    if (both === null && read.has(id)) throw isApart(id);
    return both ?? other;
  });
  return { facts, groups: joined(from.pack.groups, to.pack.groups, groupOfBoth) };
}

function idsRead(program: Program): readonly string[] {
  return [...namesRead(program), ...computedFor(program)].map(({ id }) => id);
}

function isApart(id: string): BulkTrouble {
  return new BulkTrouble({
    id: `"${id}" bukan hal yang sama dalam kedua aturan, jadi satu berkas tidak dapat berisi keduanya.`,
    en: `"${id}" is not the same in both rules, so that one file cannot hold both.`,
  });
}

/** The later one's entries first, each with the earlier one's where it has the same. */
function joined<Value>(
  from: ReadonlyMap<string, Value>,
  to: ReadonlyMap<string, Value>,
  both: (id: string, from: Value, to: Value) => Value,
): ReadonlyMap<string, Value> {
  const later = [...to].map(([id, value]): [string, Value] => {
    const earlier = from.get(id);
    return [id, earlier === undefined ? value : both(id, earlier, value)];
  });
  return new Map([...later, ...[...from].filter(([id]) => !to.has(id))]);
}

function groupOfBoth(_: string, from: Group, to: Group): Group {
  return {
    ...to,
    minItems: Math.max(from.minItems ?? 0, to.minItems ?? 0),
    maxItems: Math.min(from.maxItems ?? DEFAULT_MAX_ITEMS, to.maxItems ?? DEFAULT_MAX_ITEMS),
    facts: [...new Set([...to.facts, ...from.facts])],
  };
}

/** What a value must be to be one on both sides; null where none is. */
function factOfBoth(from: Fact, to: Fact): Fact | null {
  const isComputed = [from, to].map(({ compute }) => compute !== undefined);
  if (isComputed[0] !== isComputed[1]) return null;
  if (from.type !== "list" && to.type !== "list") return narrowed(to, limitsOfBoth(from, to));
  if (from.type !== "list" || to.type !== "list") return null;
  const items = narrowed(to.items, limitsOfBoth(from.items, to.items));
  const maxItems = least(from.maxItems ?? DEFAULT_MAX_ITEMS, to.maxItems);
  return items === null ? null : narrowed(to, { items, maxItems });
}

/** A shape with narrower limits; null where there are none. */
function narrowed<Shape extends object>(shape: Shape, limits: object | null): Shape | null {
  return limits === null ? null : { ...shape, ...limits };
}

/** What both shapes ask of a value, beyond what the later one does; null where none has both. */
function limitsOfBoth(from: ScalarShape, to: ScalarShape): object | null {
  if (DUCKDB.typeOf(from) !== DUCKDB.typeOf(to)) return null;
  if (from.type === "code" || to.type === "code") {
    if (from.type !== "code" || to.type !== "code") return null;
    const codes = Object.entries(to.codes).filter(([code]) => Object.hasOwn(from.codes, code));
    return codes.length === 0 ? null : { codes: Object.fromEntries(codes) };
  }
  if (from.type === "string" && to.type === "string") {
    const patterns = [from.pattern, to.pattern].filter((pattern) => pattern !== undefined);
    const [one, other = one] = patterns;
    return {
      maxLength: least(from.maxLength ?? DEFAULT_MAX_LENGTH, to.maxLength ?? DEFAULT_MAX_LENGTH),
      ...(one !== undefined && {
        pattern: one === other ? one : `(?=(?:${one})$)(?:${other})`,
      }),
      ...((from.format ?? to.format) === undefined ? {} : { format: "nik" }),
    };
  }
  if (!("minimum" in from || "maximum" in from)) return {};
  const { minimum, maximum }: Range = from;
  const { minimum: lowest, maximum: highest }: Range = "minimum" in to || "maximum" in to ? to : {};
  return {
    ...(minimum !== undefined && { minimum: Math.max(minimum, lowest ?? minimum) }),
    ...(maximum !== undefined && { maximum: least(maximum, highest) }),
  };
}

interface Range {
  readonly minimum?: number;
  readonly maximum?: number;
}

function least(one: number, other: number | undefined): number {
  return Math.min(one, other ?? one);
}
