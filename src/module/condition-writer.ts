import type { Compiled, Program } from "../engine/decision/program.ts";
import { behindCall, behindNames } from "./behind.ts";
import { type Computing, isComputed } from "./computed.ts";
import { conditionFunction } from "./conditions.ts";
import { indented, literal, member } from "./literals.ts";
import { inParts } from "./parts.ts";
import { type LeafSide, type SourceNode, sourceTree } from "./source-tree.ts";
import { type Purpose, recordsIn, type Writing } from "./writing.ts";

/** What all conditions of a module are written into. */
export interface Shared extends Pick<Writing, "functions" | "list"> {
  /** A number for a part that has a function of its own, which nothing else in the module has. */
  readonly next: () => number;
}

/** Finds one condition of a program; null where the program has none. */
export type ConditionIn = (program: Program) => Compiled | null;

/** Writes the conditions of one part of a policy: of what decides, or of what it grants. */
export interface ConditionWriter {
  readonly computes: boolean;
  readonly tree: (conditionIn: ConditionIn) => SourceNode;
  /** Writes a function for each purpose; `comment` stands before the one that judges. */
  readonly write: (
    name: string,
    comment: string | null,
    purposes: readonly Purpose[],
    conditionIn: ConditionIn,
  ) => void;
  /**
   * The function that moves every date that a condition moves, whether or not that settles anything,
   * and throws where one leaves the calendar; null where none is moved.
   */
  readonly movesFunction: (name: string) => string | null;
}

export function conditionWriter(computing: Computing, shared: Shared): ConditionWriter {
  const { programs, fields, computed } = computing;
  const computes = computed.length > 0;
  const behind = behindNames(computing);
  const moves = new Map<string | null, Set<string>>();
  const writing: Omit<Writing, "purpose"> = {
    functions: shared.functions,
    list: shared.list,
    computes,
    behind: (id, group, records) => behindCall(behind, id, group, records),
    computesIn: (group) => computed.some((fact) => fact.group === group),
  };
  const reading = {
    fields,
    isComputed: (id: string, group: string | null) => isComputed(computing, id, group),
    next: shared.next,
  };
  const tree: ConditionWriter["tree"] = (conditionIn) =>
    sourceTree(
      programs.map((program) => (program && conditionIn(program)?.tree) ?? null),
      reading,
    );
  return {
    computes,
    tree,
    write: (name, comment, purposes, conditionIn) => {
      const whole = tree(conditionIn);
      collectMoves(whole, null, moves);
      const node = inParts(whole, shared.next);
      for (const purpose of purposes) {
        const told = purpose === "judge" ? comment : null;
        conditionFunction({ ...writing, purpose }, name, node, null, told);
      }
    },
    movesFunction: (name) => {
      if (moves.size === 0) return null;
      const statements = [...moves].map(([group, codes]) => movesIn(group, [...codes]));
      const given = computes ? "f, d, c" : "f, d";
      return `function ${name}(${given}) {\n${indented(statements.join("\n"))}\n}`;
    },
  };
}

type Moves = Map<string | null, Set<string>>;

function collectMoves(node: SourceNode, group: string | null, moves: Moves): void {
  switch (node.kind) {
    case "leaf":
      for (const side of [node.left, node.right]) collectMove(side, group, moves);
      return;
    case "all":
    case "any":
      for (const child of node.nodes) collectMoves(child, group, moves);
      return;
    case "every":
    case "some":
      collectMoves(node.node, node.group, moves);
      return;
    default:
      collectMoves(node.node, group, moves);
  }
}

function collectMove({ source }: LeafSide, group: string | null, moves: Moves): void {
  if (source.kind !== "fact" || source.moving === null || source.moving.code === null) return;
  const { id, computed, moving } = source;
  const { facts, computed: own } = group === null ? recordsIn(null) : ITEM;
  const move = `move(${member(computed ? own : facts, id)}, ${literal(id)}, ${moving.code});`;
  const codes = moves.get(group) ?? new Set();
  moves.set(group, codes.add(moving.unknown === null ? move : `if (!(${moving.unknown})) ${move}`));
}

/** How an item's records are called while its dates are moved. */
const ITEM = { facts: "item", computed: "own" };

function movesIn(group: string | null, codes: readonly string[]): string {
  if (group === null) return codes.join("\n");
  const items = member("f", group);
  const reads = codes.some((code) => code.includes(`${ITEM.computed}[`));
  const body = [
    `const ${ITEM.facts} = ${items}[i] ?? NOTHING;`,
    ...(reads ? [`const ${ITEM.computed} = ${member("c", group)}[i];`] : []),
    ...codes,
  ].join("\n");
  return `for (let i = 0; i < lengthOf(${items}); i++) {\n${indented(body)}\n}`;
}
