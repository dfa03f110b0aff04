import type { GroupedLeaf, GroupNode, Leaf, Node } from "../../engine/conditions/tree.ts";
import { leavesOf } from "../../engine/conditions/tree.ts";
import { prepare } from "../../engine/decision/prepare.ts";
import { explain } from "../../engine/explanation/explain.ts";
import type { Facts } from "../../engine/model/catalogue.ts";
import type { Pack } from "../../engine/model/pack.ts";
import type { Text } from "../../engine/model/text.ts";
import { mayBeUnknown } from "../../pack/diagnostics/meaning/texts.ts";
import type { Goal } from "../solver/goal.ts";
import { groupLimitsIn } from "../solver/group-limits.ts";
import { allOf, anyOf, notOf } from "../solver/outcomes.ts";
import { createSolver } from "../solver/solver.ts";
import { ONLY_FALSE, ONLY_TRUE, ONLY_UNKNOWN } from "../solver/truths.ts";
import type { Notes } from "./notes.ts";
import { applies, inScope, type PlacedPolicy, type PlacedRequirement, treesOf } from "./policy.ts";
import { placeholdersIn } from "./texts.ts";
import { refusalTexts, type ToldText } from "./told-texts.ts";

/** Steps of the search for one application to which a text is told with a gap in it. */
const STEPS = 20_000;

/**
 * Placeholders of texts that some refused applicant reads as "not yet known". Told where such an
 * application was found, and the engine's own explanation says so.
 */
export function judgePlaceholders(
  pack: Pack,
  policy: PlacedPolicy,
  one: PlacedRequirement,
  notes: Notes,
): void {
  const { requirement, conditions } = one;
  const leaves = leavesOf(conditions.node);
  for (const told of refusalTexts(one)) {
    for (const name of factsToldIn(told.text)) {
      if (isReadBy(told.node, name)) continue;
      const reading = leaves
        .filter(({ leaf }) => reads(leaf, name))
        // An item's own fact goes before one of the same name.
        .toSorted((first, second) => rankFor(told, first) - rankFor(told, second))[0];
      if (reading === undefined) continue;
      const solver = createSolver({
        trees: treesOf(policy),
        limitsOf: groupLimitsIn(pack),
        mayBeUnknown: true,
        steps: STEPS,
      });
      const solved = solver.solve([
        { node: inScope(policy), want: ONLY_TRUE },
        { node: applies(one), want: ONLY_TRUE },
        { node: conditions.node, want: ONLY_FALSE },
        ...toldWithout(told, reading),
      ]);
      if (solved.kind === "unsettled") notes.leaveOpen(told.place, "LYK919");
      if (solved.kind !== "found") continue;
      if (isToldWithGap(pack, policy, requirement.id, solved.facts, told.text, name)) {
        notes.tell(told.place, mayBeUnknown(name));
      }
    }
  }
}

function rankFor({ group }: ToldText, reading: GroupedLeaf): number {
  return reading.group === group ? 0 : 1;
}

/** Goals of an application to which a text is told, while what a leaf reads is not known. */
function toldWithout(told: ToldText, { leaf, group }: GroupedLeaf): readonly Goal[] {
  const { node, truth } = told;
  const failing = truth === ONLY_FALSE ? notOf(node) : node;
  if (told.group === null) {
    return [{ node, want: truth }, unknownIn(group, leaf)];
  }
  if (told.group !== group) {
    return [{ node: over("some", told.group, failing), want: ONLY_TRUE }, unknownIn(group, leaf)];
  }
  // Of one and the same item: all items are settled, so what is open of one is what it lacks.
  const settled = anyOf([node, notOf(node)]);
  return [
    { node: over("every", group, settled), want: ONLY_TRUE },
    unknownIn(group, allOf([failing, leaf, notOf(leaf)])),
  ];
}

function unknownIn(group: string | null, node: Node): Goal {
  return { node: group === null ? node : over("some", group, node), want: ONLY_UNKNOWN };
}

function over(kind: GroupNode["kind"], group: string, node: Node): GroupNode {
  return { kind, path: "", group, node, annotations: {} };
}

/** Facts and counts; the day and parameters are the same for everybody. */
function factsToldIn(text: Text): readonly string[] {
  return [...placeholdersIn(text)].filter(
    (name) => name !== "asOf" && !name.startsWith("parameter."),
  );
}

/** A leaf that is settled knows what it reads. */
function isReadBy(node: Node, name: string): boolean {
  return node.kind === "leaf" && reads(node, name);
}

function reads({ left, right }: Leaf, name: string): boolean {
  return [left, right].some((operand) => operand.kind !== "constant" && operand.id === name);
}

const UNKNOWN_WORDS = "belum diketahui";

/** Whether the explanation of a decision holds the text with nothing to put in its place. */
function isToldWithGap(
  pack: Pack,
  { program }: PlacedPolicy,
  requirement: string,
  facts: Facts,
  { id }: Text,
  name: string,
): boolean {
  const { service, asOf, version } = program;
  const judge = prepare(pack, { service: service.id, asOf, version: version.from });
  const explanation = explain(pack, judge.decide(facts), "id");
  const told = explanation.requirements.find((one) => one.id === requirement);
  const pattern = id
    .split(/(\{[^{}]+\})/)
    .map((part) => {
      if (part === `{${name}}`) return UNKNOWN_WORDS;
      return part.startsWith("{") ? ".*" : part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    })
    .join("");
  const words = new RegExp(pattern, "s");
  return [...(told?.reasons ?? []), told?.remedy ?? ""].some((line) => words.test(line));
}
