import {
  type GroupNode,
  type Leaf,
  leavesOf,
  type Node,
  nameOf,
  type Operand,
} from "../engine/conditions/tree.ts";
import { conditionSql } from "./conditions.ts";
import { type Settling, settlingOf } from "./hoisted.ts";
import { absentBehind } from "./missing-behind.ts";
import { type OpenName, openList, textOfName, unknownItems } from "./open-names.ts";
import { groupIn, ITEM, type Writing } from "./writing.ts";

/**
 * The names that keep a condition from being settled, each with when it does: as the engine's
 * `missing`, a leaf's where it and all that it stands in are not known. `open`: conditions under
 * which the whole is open.
 */
export function openNames(
  node: Node,
  open: readonly string[],
  writing: Writing,
  around: Settling | null = null,
): readonly OpenName[] {
  const { alternates, within } = settlingOf(node, around);
  const isOpen = alternates ? [...open, `${inBrackets(node, writing)} IS NULL`] : open;
  switch (node.kind) {
    case "leaf":
      return leafNames(node, open, writing);
    case "not":
      return openNames(node.node, open, writing, within);
    case "every":
    case "some":
      return groupNames(node, isOpen, writing);
    default:
      return node.nodes.flatMap((child) => openNames(child, isOpen, writing, within));
  }
}

function inBrackets(node: Node, writing: Writing): string {
  const sql = conditionSql(node, writing);
  return writing.hoisted.has(node) ? sql : `(${sql})`;
}

/** The group, and what can never be known of its items; or of each item what is open of it. */
function groupNames(
  { group, node }: GroupNode,
  open: readonly string[],
  writing: Writing,
): readonly OpenName[] {
  const { dialect } = writing;
  const list = groupIn(writing, group);
  const names = [group, ...leavesOf(node).flatMap(({ leaf }) => neverKnown(leaf))];
  const when = [...open, `${list} IS NULL`];
  const absent = names.map((name) => ({ when, name: textOfName(name, null) }));
  const within = { ...writing, group };
  const ofItem = openNames(node, [`(${conditionSql(node, within)}) IS NULL`], within);
  if (ofItem.length === 0) return absent;
  const ofItems = dialect.eachWithPlace(list, ITEM, (place) =>
    openList(ofItem, dialect, { group, place }),
  );
  return [...absent, { when: open, names: dialect.flat(ofItems), mayRepeat: true }];
}

/** Whatever keeps a leaf from being settled: an absent side, a duration, an item of a list. */
function leafNames(leaf: Leaf, open: readonly string[], writing: Writing): readonly OpenName[] {
  return [leaf.left, leaf.right].flatMap((operand) => operandNames(operand, leaf, open, writing));
}

function operandNames(
  operand: Operand,
  leaf: Leaf,
  open: readonly string[],
  writing: Writing,
): readonly OpenName[] {
  const never = neverKnownIn(operand).map((name) => ({ when: open, name: textOfName(name, null) }));
  if (operand.kind === "constant") return never;
  const names = absentBehind(operand.kind === "count" ? operand.group : operand.id, open, writing);
  if (operand.kind === "count" || operand.shape.type !== "list") return [...names, ...never];
  const leafOpen = [...open, `${inBrackets(leaf, writing)} IS NULL`];
  return [...names, unknownItems(operand.id, leafOpen, writing), ...never];
}

/** Parameters of a leaf that have no value on the day. */
function neverKnown({ left, right }: Leaf): readonly string[] {
  return [left, right].flatMap(neverKnownIn);
}

function neverKnownIn(operand: Operand): readonly string[] {
  if (operand.kind === "count") return [];
  const { shift } = operand;
  const duration = shift?.duration === null ? (shift.params.from ?? []) : [];
  const given = operand.kind === "constant" ? (shift ? operand.given : operand.value) : undefined;
  return [given === null ? (nameOf(operand) ?? []) : [], duration].flat();
}
