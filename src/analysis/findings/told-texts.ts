import type { Node } from "../../engine/conditions/tree.ts";
import type { Text } from "../../engine/model/text.ts";
import { ONLY_FALSE, ONLY_TRUE, type Truths } from "../solver/truths.ts";
import type { Placed } from "./placed.ts";
import { below, type JsonPlace } from "./places.ts";
import type { PlacedRequirement } from "./policy.ts";

/** A text of a refusal, and the truth of its node with which it may be told. */
export interface ToldText {
  readonly text: Text;
  readonly place: JsonPlace;
  readonly node: Node;
  readonly truth: Truths;
  /** The group of whose items it is told. */
  readonly group: string | null;
}

const KEYS = ["unmet", "remedy"] as const;

/** The texts with which a requirement may refuse: its own, and those of its conditions. */
export function refusalTexts({
  requirement,
  place,
  conditions,
}: PlacedRequirement): readonly ToldText[] {
  const own = KEYS.flatMap((key): readonly ToldText[] => {
    const text = requirement[key];
    if (text === undefined) return [];
    const { node } = conditions;
    return [{ text, place: below(place, key), node, truth: ONLY_FALSE, group: null }];
  });
  return [...own, ...textsIn(conditions, false)];
}

function textsIn(part: Placed, inverted: boolean): readonly ToldText[] {
  const { condition, place, node, group } = part;
  const own = KEYS.flatMap((key): readonly ToldText[] => {
    const text = condition[key];
    const truth = inverted ? ONLY_TRUE : ONLY_FALSE;
    return text === undefined ? [] : [{ text, place: below(place, key), node, truth, group }];
  });
  const children = part.named === null ? part.children : [part.named];
  const turned = part.named === null && node.kind === "not" ? !inverted : inverted;
  return [...own, ...children.flatMap((child) => textsIn(child, turned))];
}
