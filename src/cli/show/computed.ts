import type { StatedComputation, Statement } from "../../analysis/statement/model.ts";
import { type Language, say, type Text } from "../../engine/model/text.ts";
import type { Block, Line } from "./blocks.ts";
import { type Marks, marksIn } from "./lines.ts";
import { ONLY_TOLD } from "./words.ts";

const COMPUTED: Text = { id: "Cara menghitung", en: "How it is computed" };

/** Each fact that the policy computes, as its formula; nothing where it computes none. */
export function computedBlocks(
  { computed }: Statement,
  marks: Marks,
  language: Language,
): readonly Block[] {
  if (computed.length === 0) return [];
  return [
    { kind: "heading", text: say(COMPUTED, language) },
    {
      kind: "clauses",
      heading: null,
      lines: computed.map((one) => lineOfFormula(one, marks, language)),
      notes: [],
    },
  ];
}

function lineOfFormula(
  { name, label, formula, reads, onlyTold }: StatedComputation,
  marks: Marks,
  language: Language,
): Line {
  const told = onlyTold ? say(ONLY_TOLD, language) : "";
  const text = `${say(label, language)}${told} = ${say(formula, language)}${marksIn(reads, marks)}.`;
  return { depth: 0, number: marks.get(name) ?? "", text, notes: [] };
}
