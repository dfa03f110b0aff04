import { durationIn } from "../engine/conditions/shift.ts";
import { type Leaf, leavesOf, type Node, type Operand } from "../engine/conditions/tree.ts";
import { isList } from "../engine/conditions/values.ts";
import type { DayFields, Given, Moving } from "./day-fields.ts";
import { literal } from "./literals.ts";
import { RELATION_SOURCES, type RelationSource } from "./relations.ts";

/** A fact of the application, or of the item in which the leaf stands. */
export interface ReadFact {
  readonly kind: "fact";
  readonly id: string;
  /** Computed before the conditions are asked, and so in another record. */
  readonly computed: boolean;
  readonly moving: Moving | null;
}

export interface ReadCount {
  readonly kind: "count";
  readonly group: string;
}

/** One side of a leaf. */
export type Source = Given | ReadFact | ReadCount;

/** A side, and the parameters without which it is not known: code that lists their names. */
export interface LeafSide {
  readonly source: Source;
  /** `null`: none. */
  readonly absent: string | null;
}

export interface SourceLeaf {
  readonly kind: "leaf";
  readonly left: LeafSide;
  readonly right: LeafSide;
  readonly relation: RelationSource;
  readonly negated: boolean;
  readonly quantifier: Leaf["operator"]["quantifier"];
}

export interface SourceJunction {
  readonly kind: "all" | "any";
  readonly nodes: readonly SourceNode[];
}

export interface SourceNegation {
  readonly kind: "not";
  readonly node: SourceNode;
}

export interface SourceGroup {
  readonly kind: "every" | "some";
  readonly group: string;
  readonly node: SourceNode;
  /** As {@link LeafSide.absent}, of every leaf within. */
  readonly absent: readonly string[];
  /** Of the function that is asked of each item. */
  readonly number: number;
}

/** A part that has a function of its own. */
export interface SourcePart {
  readonly kind: "part";
  readonly number: number;
  readonly node: SourceNode;
}

/** A condition with everything that turns with the days told apart from what never changes. */
export type SourceNode = SourceLeaf | SourceJunction | SourceNegation | SourceGroup | SourcePart;

/** What a condition is made into source with. */
export interface Reading {
  readonly fields: DayFields;
  /** Whether something is computed, in the application itself or in each item of a group. */
  readonly isComputed: (id: string, group: string | null) => boolean;
  /** A number for a function of a condition within, which nothing else in the module has. */
  readonly next: () => number;
}

/**
 * Lays the trees of one condition, compiled for each stretch, over each other; null stands for
 * stretches that cannot decide. They differ in nothing but their constants.
 */
export function sourceTree(
  trees: readonly (Node | null)[],
  reading: Reading,
  group: string | null = null,
): SourceNode {
  const first = trees.find((tree) => tree !== null);
  if (first === undefined) throw new TypeError("a condition that was compiled for no day");
  switch (first.kind) {
    case "leaf":
      return sourceLeaf(
        trees.map((tree) => (tree?.kind === "leaf" ? tree : null)),
        first,
        reading,
        group,
      );
    case "not": {
      const below = trees.map((tree) => (tree?.kind === "not" ? tree.node : null));
      return { kind: "not", node: sourceTree(below, reading, group) };
    }
    case "every":
    case "some": {
      const below = trees.map((tree) => (tree !== null && "group" in tree ? tree.node : null));
      return {
        kind: first.kind,
        group: first.group,
        node: sourceTree(below, reading, first.group),
        absent: absentOfLeaves(below, reading),
        number: reading.next(),
      };
    }
    default: {
      const { kind } = first;
      const nodes = first.nodes.flatMap((_, index) => {
        const below = trees.map((tree) =>
          tree !== null && "nodes" in tree ? (tree.nodes[index] ?? null) : null,
        );
        const child = sourceTree(below, reading, group);
        // All of all are all of them.
        return child.kind === kind && "nodes" in child ? child.nodes : [child];
      });
      return { kind, nodes };
    }
  }
}

type Leaves = readonly (Leaf | null)[];

function sourceLeaf(
  leaves: Leaves,
  { operator: { base, negated, quantifier } }: Leaf,
  reading: Reading,
  group: string | null,
): SourceLeaf {
  const relation = RELATION_SOURCES[base.relation];
  const side = (name: "left" | "right") =>
    sideOf(
      leaves.map((leaf) => leaf?.[name] ?? null),
      reading,
      group,
    );
  return { kind: "leaf", left: side("left"), right: side("right"), relation, negated, quantifier };
}

type Operands = readonly (Operand | null)[];

function sideOf(operands: Operands, reading: Reading, group: string | null): LeafSide {
  return { source: sourceOf(operands, reading, group), absent: absentOf(operands, reading) };
}

function sourceOf(
  operands: Operands,
  { fields, isComputed }: Reading,
  group: string | null,
): Source {
  const first = operands.find((operand) => operand !== null);
  if (first === undefined) throw new TypeError("an operand that was compiled for no day");
  switch (first.kind) {
    case "count":
      return { kind: "count", group: first.group };
    case "fact": {
      const shifts = operands.map((operand) =>
        operand?.kind === "fact" ? (operand.shift ?? null) : null,
      );
      const moving = first.shift === undefined ? null : fields.moving(shifts);
      return { kind: "fact", id: first.id, computed: isComputed(first.id, group), moving };
    }
    default: {
      const constants = operands.map((operand) => (operand?.kind === "constant" ? operand : null));
      if (first.from === "asOf") return fields.asOf(constants);
      const shift =
        first.shift === undefined ? "" : ` moved by ${JSON.stringify(first.shift.params)}`;
      const values = constants.map((constant) => constant?.value);
      return fields.given(`${first.from ?? ""}${shift}`, values);
    }
  }
}

/** The parameters without a value that keep a side from being known, as code for a list of names. */
function absentOf(operands: Operands, { fields }: Reading): string | null {
  const names = operands.map((operand) => operand && absentParameters(operand));
  const key = names.map((each) => each?.join(" ") ?? "").join("; ");
  const code = fields.other(
    `without ${key}`,
    names.map((each) => each && literal(each)),
  );
  return code === "[]" ? null : code;
}

function absentParameters(operand: Operand): readonly string[] {
  if (operand.kind === "count") return [];
  const { shift } = operand;
  const duration =
    shift?.params.from !== undefined && durationIn(shift.params) === null
      ? [shift.params.from]
      : [];
  if (operand.kind === "fact" || operand.from === undefined) return duration;
  const value = shift === undefined ? operand.value : (operand.given ?? null);
  const items = isList(value) ? value : [];
  const unknown = items.flatMap((item, index) =>
    item === null ? [`${operand.from}[${index}]`] : [],
  );
  return [...(value === null ? [operand.from] : unknown), ...duration];
}

function absentOfLeaves(trees: readonly (Node | null)[], reading: Reading): readonly string[] {
  const leaves = trees.map((tree) => (tree === null ? null : leavesOf(tree)));
  const first = leaves.find((each) => each !== null) ?? [];
  return first.flatMap((_, index) =>
    (["left", "right"] as const).flatMap((name) => {
      const operands = leaves.map((each) => each?.[index]?.leaf[name] ?? null);
      return absentOf(operands, reading) ?? [];
    }),
  );
}
