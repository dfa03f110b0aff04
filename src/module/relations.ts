import type { Relation } from "../engine/conditions/operators.ts";
import { isList, type KnownValue } from "../engine/conditions/values.ts";
import { literal } from "./literals.ts";

/** One side of a comparison: the code that reads it, and the value itself where it never changes. */
export interface Side {
  readonly code: string;
  readonly value?: KnownValue;
}

/** A comparison of two known sides as code. */
export interface Comparing {
  readonly holds: string;
  /** Its opposite. */
  readonly fails: string;
  /** What leaves it open where it does not hold; null where nothing can. */
  readonly open: string | null;
}

/** How a relation is written; `negated`: it is true where the comparison is false. */
export interface RelationSource {
  readonly negated: boolean;
  readonly compare: (left: Side, right: Side) => Comparing;
}

/** How JavaScript writes each relation. */
export const RELATION_SOURCES: Readonly<Record<Relation, RelationSource>> = {
  "=": between("===", "!=="),
  "<>": between("!==", "==="),
  "<": between("<", ">="),
  "<=": between("<=", ">"),
  ">": between(">", "<="),
  ">=": between(">=", "<"),
  in: { negated: false, compare: among },
  notIn: { negated: true, compare: among },
  contains: { negated: false, compare: (left, right) => among(right, left) },
  doesNotContain: { negated: true, compare: (left, right) => among(right, left) },
};

function between(sign: string, opposite: string): RelationSource {
  const compare = (left: Side, right: Side): Comparing => ({
    holds: `${left.code} ${sign} ${right.code}`,
    fails: `${left.code} ${opposite} ${right.code}`,
    open: null,
  });
  return { negated: false, compare };
}

/** Lists longer than this are looked through, and not written out as alternatives. */
const MOST_ALTERNATIVES = 8;

function among(item: Side, list: Side): Comparing {
  if (list.value === undefined || !isList(list.value)) {
    const holds = `${list.code}.includes(${item.code})`;
    return { holds, fails: `!${holds}`, open: `${list.code}.includes(null)` };
  }
  const items = list.value.flatMap((one) => (typeof one === "object" ? [] : [literal(one)]));
  if (items.length === 0) return { holds: "false", fails: "true", open: null };
  if (items.length > MOST_ALTERNATIVES) {
    const holds = `${list.code}.includes(${item.code})`;
    return { holds, fails: `!${holds}`, open: null };
  }
  const each = (sign: string, joint: string) =>
    items.map((one) => `${item.code} ${sign} ${one}`).join(joint);
  return { holds: each("===", " || "), fails: each("!==", " && "), open: null };
}
