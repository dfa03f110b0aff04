import { type Leaf, leavesOf, type Node } from "../../engine/conditions/tree.ts";
import { prepare } from "../../engine/decision/prepare.ts";
import { explain } from "../../engine/explanation/explain.ts";
import type { Facts } from "../../engine/model/catalogue.ts";
import type { Pack } from "../../engine/model/pack.ts";
import type { Text } from "../../engine/model/text.ts";
import { mayBeUnknown } from "../../pack/diagnostics/meaning/texts.ts";
import { groupLimitsIn } from "../solver/group-limits.ts";
import { createSolver } from "../solver/solver.ts";
import { ONLY_FALSE, ONLY_TRUE, ONLY_UNKNOWN, type Truths } from "../solver/truths.ts";
import type { Notes } from "./notes.ts";
import type { Placed } from "./placed.ts";
import { below, type JsonPlace } from "./places.ts";
import { applies, inScope, type PlacedPolicy, type PlacedRequirement, treesOf } from "./policy.ts";

/** Steps of the search for one application to which a text is told with a gap in it. */
const STEPS = 20_000;

/** A text of a refusal, and the truth of its node with which it may be told. */
interface Told {
  readonly text: Text;
  readonly place: JsonPlace;
  readonly node: Node;
  readonly truth: Truths;
}

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
  const { requirement, place, conditions } = one;
  const root = { node: conditions.node, truth: ONLY_FALSE };
  const own = (["unmet", "remedy"] as const).flatMap((key): readonly Told[] => {
    const text = requirement[key];
    return text === undefined ? [] : [{ text, place: below(place, key), ...root }];
  });
  const leaves = leavesOf(conditions.node);
  for (const told of [...own, ...textsIn(conditions, false)]) {
    for (const name of placeholdersIn(told.text)) {
      if (isReadBy(told.node, name)) continue;
      const reading = leaves.find(({ leaf }) => reads(leaf, name));
      if (reading === undefined) continue;
      const { leaf, group } = reading;
      const unknown: Node =
        group === null ? leaf : { kind: "some", path: "", group, node: leaf, annotations: {} };
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
        { node: told.node, want: told.truth },
        { node: unknown, want: ONLY_UNKNOWN },
      ]);
      if (solved.kind === "unsettled") notes.leaveOpen(told.place, "LYK919");
      if (solved.kind !== "found") continue;
      if (isToldWithGap(pack, policy, requirement.id, solved.facts, told.text, name)) {
        notes.tell(told.place, mayBeUnknown(name));
      }
    }
  }
}

/** The texts of nodes outside of groups, each with the truth of its node that tells it. */
function textsIn(part: Placed, inverted: boolean): readonly Told[] {
  const { condition, place, node } = part;
  const own = (["unmet", "remedy"] as const).flatMap((key): readonly Told[] => {
    const text = condition[key];
    const truth = inverted ? ONLY_TRUE : ONLY_FALSE;
    return text === undefined ? [] : [{ text, place: below(place, key), node, truth }];
  });
  if ("group" in node) return own;
  const children = part.named === null ? part.children : [part.named];
  const turned = part.named === null && node.kind === "not" ? !inverted : inverted;
  return [...own, ...children.flatMap((child) => textsIn(child, turned))];
}

function placeholdersIn({ id, en = "" }: Text): ReadonlySet<string> {
  const names = [...`${id} ${en}`.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name ?? "");
  return new Set(names.filter((name) => name !== "asOf" && !name.startsWith("parameter.")));
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
