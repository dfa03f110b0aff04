import { joinPaths, type Leaf, type Node, namesOf } from "../../engine/conditions/tree.ts";
import { assuranceOf, bothAssurances } from "./assurance.ts";
import { groupWords, JUNCTION_WORDS } from "./headings.ts";
import { leafWords } from "./leaves.ts";
import type { Clause, ClauseAssurance } from "./model.ts";
import { type Context, inBoth } from "./words.ts";

/** A condition as a clause with this number, its sub-clauses numbered below it. */
export function clauseOf(context: Context, tree: Node, number: string): Clause {
  return clauseAt(context, tree, { number, path: "", negated: false, assurance: {} });
}

interface Place {
  readonly number: string;
  readonly path: string;
  readonly negated: boolean;
  /** What a *not* around it says of where it comes from. */
  readonly assurance: ClauseAssurance;
}

function clauseAt(context: Context, node: Node, place: Place): Clause {
  const { number, path, negated } = place;
  const assurance = bothAssurances(place.assurance, assuranceOf(node.annotations));
  switch (node.kind) {
    case "not": {
      const inner = { number, path: joinPaths(path, "not"), negated: !negated, assurance };
      return clauseAt(context, node.node, inner);
    }
    case "leaf": {
      const words = inBoth(context, (vocabulary) => leafWords(vocabulary, node, negated));
      const reads = readsOf(node);
      return { number, kind: "leaf", path, negated, words, reads, assurance, clauses: [] };
    }
    case "every":
    case "some": {
      const { kind, group } = node;
      const groupPath = joinPaths(path, kind);
      const words = inBoth(context, (vocabulary) => groupWords(vocabulary, kind, group, negated));
      const clauses = [clauseAt(context, node.node, placeBelow(number, 0, `${groupPath}/#`))];
      return { number, kind, path: groupPath, negated, words, reads: [group], assurance, clauses };
    }
    default: {
      const { kind } = node;
      const words = JUNCTION_WORDS[kind][negated ? "negated" : "stated"];
      const clauses = node.nodes.map((child, index) =>
        clauseAt(context, child, placeBelow(number, index, joinPaths(path, `${kind}/${index}`))),
      );
      return { number, kind, path, negated, words, reads: [], assurance, clauses };
    }
  }
}

function placeBelow(number: string, index: number, path: string): Place {
  return { number: `${number}.${index + 1}`, path, negated: false, assurance: {} };
}

function readsOf({ left, right }: Leaf): readonly string[] {
  return [...new Set([left, right].flatMap(namesOf))];
}

/** The path of the clause that a leaf's evidence belongs to: `every/2/all/0` is `every/#/all/0`. */
export function clausePathOf(evidencePath: string): string {
  return evidencePath.replace(/(^|\/)(every|some)\/\d+/g, "$1$2/#");
}

/** A clause and all below it, in the order of their numbers. */
export function allClauses(clause: Clause): readonly Clause[] {
  return [clause, ...clause.clauses.flatMap(allClauses)];
}
