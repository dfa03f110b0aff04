import { leavesOf } from "../conditions/tree.ts";
import type { Program } from "../decision/program.ts";
import type { ReadName } from "../model/compute.ts";
import { placeholdersIn } from "../model/text.ts";

/** What the texts of conditions tell, named conditions too, of the application or of each item. */
export function namesInTexts({
  scope,
  requirements,
}: Pick<Program, "scope" | "requirements">): readonly ReadName[] {
  const told = requirements.map(({ requirement: { unmet, remedy, title }, when, conditions }) => ({
    texts: { unmet, remedy, title },
    trees: [when, conditions],
  }));
  return [...told, { texts: {}, trees: [scope] }].flatMap(({ texts, trees }) => {
    const nodes = trees.flatMap((compiled) => compiled?.tree ?? []);
    const groups = new Set(nodes.flatMap((node) => leavesOf(node)).map(({ group }) => group));
    const ids = placeholdersIn({ texts, nodes });
    return [...groups].flatMap((group) => ids.map((id) => ({ id, group })));
  });
}
