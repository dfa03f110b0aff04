import type { GroupNode, Node } from "../engine/conditions/tree.ts";
import { leafSql } from "./comparisons.ts";
import { quotedName } from "./quote.ts";
import { groupIn, ITEM, indented, joinedBy, type Writing } from "./writing.ts";

/**
 * A condition's truth. SQL's AND, OR and NOT are strong Kleene logic with NULL for what is not
 * known, as the engine's are.
 */
export function conditionSql(node: Node, writing: Writing): string {
  const column = writing.hoisted.get(node);
  if (column !== undefined) return quotedName(column);
  switch (node.kind) {
    case "leaf":
      return leafSql(node, writing);
    case "not":
      return `NOT (${conditionSql(node.node, writing)})`;
    case "every":
    case "some":
      return groupSql(node, writing);
    default: {
      const parts = node.nodes.map((child) => conditionSql(child, writing));
      if (parts.length === 0) return node.kind === "all" ? "TRUE" : "FALSE";
      return joinedBy(node.kind === "all" ? "AND" : "OR", parts);
    }
  }
}

function groupSql({ kind, group, node }: GroupNode, writing: Writing): string {
  const condition = conditionSql(node, { ...writing, group });
  const asked = condition.includes("\n") ? `\n${indented(condition)}\n` : condition;
  return writing.dialect[kind](groupIn(writing, group), ITEM, asked);
}
