import type { ItemPlace, LeafTrace, Trace } from "../conditions/trace.ts";
import type { GroupNode } from "../conditions/tree.ts";
import { FALSE, TRUE } from "../conditions/truth.ts";
import type { Text } from "../model/text.ts";

/** The words nearest to what decided, and the leaf or group that they are about. */
export interface Reason extends Texts {
  readonly item: ItemPlace | null;
  readonly about: LeafAbout | { readonly kind: "group"; readonly node: GroupNode };
}

interface LeafAbout {
  readonly kind: "leaf";
  readonly trace: LeafTrace;
  /** True where the leaf decided by being true, under a *not*. */
  readonly inverted: boolean;
}

/** What a requirement or a node may say about itself. */
interface Texts {
  readonly unmet?: Text | undefined;
  readonly remedy?: Text | undefined;
}

/**
 * Why a settled node has the truth it has: of each branch that decides, the text of the deepest
 * node that carries one, else the texts handed down. A text is told once for each item.
 */
export function reasonsOf(trace: Trace, inherited: Texts): readonly Reason[] {
  const reasons: Reason[] = [];
  for (const reason of tell(trace, inherited, false)) {
    const told = reasons.some(
      (other) =>
        reason.unmet !== undefined &&
        other.unmet === reason.unmet &&
        other.item?.index === reason.item?.index,
    );
    if (!told) reasons.push(reason);
  }
  return reasons;
}

function tell(trace: Trace, inherited: Texts, inverted: boolean): readonly Reason[] {
  const { annotations } = trace.node;
  const texts = {
    unmet: annotations.unmet ?? inherited.unmet,
    remedy: annotations.remedy ?? inherited.remedy,
  };
  if (trace.kind === "leaf") {
    return [{ ...texts, item: trace.item, about: { kind: "leaf", trace, inverted } }];
  }
  if (trace.kind === "not") {
    return trace.children.flatMap((child) => tell(child, texts, !inverted));
  }
  const { node } = trace;
  if (trace.children.length === 0 && (node.kind === "every" || node.kind === "some")) {
    return [{ ...texts, item: null, about: { kind: "group", node } }];
  }
  return trace.children
    .filter(({ truth }) => truth === trace.truth && (truth === FALSE || truth === TRUE))
    .flatMap((child) => tell(child, texts, inverted));
}
