import { isList } from "../engine/conditions/values.ts";
import { framed } from "./frames.ts";
import { literal, member } from "./literals.ts";
import type { Side } from "./relations.ts";
import type { LeafSide, ReadFact, SourceLeaf } from "./source-tree.ts";
import { choose, type Exit, type Exits, forEach, statementsOf } from "./statements.ts";
import { type FunctionWriting, recordsIn } from "./writing.ts";

/** Lists of no more items than these are taken one by one without a loop. */
const MOST_ONE_BY_ONE = 4;

/** Writes one comparison. */
export function leafStatements(
  leaf: SourceLeaf,
  exits: Exits,
  writing: FunctionWriting,
): readonly string[] {
  const left = readSide(leaf.left, writing);
  const right = readSide(leaf.right, writing);
  const unknown = [...left.unknown, ...right.unknown];
  if (unknown.includes("true")) {
    return statementsOf(naming(leaf, [null, null], exits.unknown, writing));
  }
  const codes = [left, right].map(({ before, side }) => (before.length === 0 ? null : side.code));
  const own: Exits = { ...exits, unknown: naming(leaf, codes, exits.unknown, writing) };
  const told: Exits = leaf.negated ? { ...own, true: own.false, false: own.true } : own;
  const compared = comparedStatements(leaf, left.side, right.side, told, writing);
  const isUnknown = unknown.join(" || ");
  const ways =
    isUnknown === "" ? [] : [{ when: isUnknown, unless: `!(${isUnknown})`, exit: own.unknown }];
  return [...left.before, ...right.before, ...choose(ways, compared)];
}

function comparedStatements(
  { relation, quantifier }: SourceLeaf,
  left: Side,
  right: Side,
  exits: Exits,
  writing: FunctionWriting,
): readonly string[] {
  if (quantifier === null) return compare(left, right, exits);
  const kind = quantifier.startsWith("every") ? "all" : "any";
  const overFact = quantifier.endsWith("Fact");
  const list = overFact ? left : right;
  const [begin, end] = [writing.next(), writing.next()];
  const item: Side = { code: `x${begin}` };
  const compareItem = (one: Side, own: Exits) =>
    overFact ? compare(one, right, own) : compare(left, one, own);
  // What keeps the leaf open is named at its end, not at each item.
  const judging = { ...writing, purpose: "judge" as const };
  return framed(kind, exits, judging, (own) => {
    const known = list.value === undefined || !isList(list.value) ? null : list.value;
    if (known !== null && known.length <= MOST_ONE_BY_ONE) {
      return known.flatMap((value) =>
        typeof value === "object"
          ? statementsOf(own.unknown)
          : compareItem({ code: literal(value), value }, own),
      );
    }
    const index = `i${end}`;
    const isUnknown = `${item.code} == null`;
    const ways = [{ when: isUnknown, unless: `${item.code} != null`, exit: own.unknown }];
    const read = `const ${item.code} = ${list.code}[${index}];`;
    return [forEach(index, list.code, [read, ...choose(ways, compareItem(item, own))])];
  });

  function compare(one: Side, other: Side, own: Exits): readonly string[] {
    const { holds, fails, open } = relation.compare(one, other);
    const settled = relation.negated ? { ...own, true: own.false, false: own.true } : own;
    return choose(
      [
        { when: holds, unless: fails, exit: settled.true },
        ...(open === null ? [] : [{ when: open, unless: `!${open}`, exit: settled.unknown }]),
      ],
      statementsOf(settled.false),
    );
  }
}

interface ReadSide {
  /** What is written before the side can be read. */
  readonly before: readonly string[];
  readonly side: Side;
  /** Conditions under any of which the side is not known; `true`: it never is. */
  readonly unknown: readonly string[];
}

function readSide({ source }: LeafSide, writing: FunctionWriting): ReadSide {
  if (source.kind === "given") {
    if (source.value === null) return { before: [], side: { code: "null" }, unknown: ["true"] };
    const { code, nullable, value } = source;
    const unknown = nullable ? [`${code} === null`] : [];
    if (value === undefined) return { before: [], side: { code }, unknown };
    const named = isList(value) ? writing.list(value) : code;
    return { before: [], side: { code: named, value }, unknown };
  }
  const name = `v${writing.next()}`;
  const facts = recordsIn(writing.group).facts;
  const read = (code: string): ReadSide => ({
    before: [`const ${name} = ${code};`],
    side: { code: name },
    unknown: [`${name} == null`],
  });
  if (source.kind === "count") return read(`lengthOf(${member(facts, source.group)})`);
  const value = factCode(source, writing);
  const { moving } = source;
  if (moving === null) return read(value);
  if (moving.code === null) return { before: [], side: { code: "null" }, unknown: ["true"] };
  const moved = `move(${value}, ${literal(source.id)}, ${moving.code})`;
  return read(moving.unknown === null ? moved : `${moving.unknown} ? null : ${moved}`);
}

function factCode({ id, computed }: ReadFact, { group }: FunctionWriting): string {
  const records = recordsIn(group);
  return member(computed ? records.computed : records.facts, id);
}

/**
 * Names what a leaf lacks without comparing anything; null where an item of a list may keep it open,
 * which only comparing tells.
 */
export function namingAlone(leaf: SourceLeaf, writing: FunctionWriting): readonly string[] | null {
  const { left, right, relation, quantifier } = leaf;
  const { open } = relation.compare(sideAt(left), sideAt(right));
  if (open !== null || quantifier !== null) return null;
  return namesAt(leaf, [null, null], writing);
}

function sideAt({ source }: LeafSide): Side {
  const value = source.kind === "given" ? source.value : undefined;
  return { code: "", ...(value !== undefined && value !== null && { value }) };
}

/** Before code goes on with a leaf that is not known: what it lacks. */
function naming(
  leaf: SourceLeaf,
  codes: readonly (string | null)[],
  exit: Exit,
  writing: FunctionWriting,
): Exit {
  if (writing.purpose === "judge") return exit;
  const code = [...namesAt(leaf, codes, writing), ...statementsOf(exit)].join(" ");
  return { ...exit, code };
}

/** `codes`: what the sides were read into, left before right. */
function namesAt(
  { left, right }: SourceLeaf,
  codes: readonly (string | null)[],
  writing: FunctionWriting,
): readonly string[] {
  return [left, right].flatMap((side, index) => [
    ...namesOf(side, codes[index] ?? null, writing),
    ...(side.absent === null ? [] : [`m.push(...${side.absent});`]),
  ]);
}

function namesOf(
  { source }: LeafSide,
  code: string | null,
  writing: FunctionWriting,
): readonly string[] {
  const { group } = writing;
  const records = recordsIn(group);
  if (source.kind === "given") return [];
  if (source.kind === "count") {
    const items = member(records.facts, source.group);
    return [`if (!Array.isArray(${items})) m.push(${literal(source.group)});`];
  }
  // Of a date that was moved, the one that was given is what may be absent.
  const value = (source.moving === null ? code : null) ?? factCode(source, writing);
  const behind = writing.behind(source.id, group, records);
  if (behind !== null) return [`if (${value} == null) ${behind}`];
  const name = group === null ? literal(source.id) : `p + ${literal(source.id)}`;
  return [`name(m, ${name}, ${value});`];
}
