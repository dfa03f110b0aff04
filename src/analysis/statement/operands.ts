import { AS_OF, parameterNamed } from "../../engine/conditions/references.ts";
import { durationIn, type Shift } from "../../engine/conditions/shift.ts";
import type { ConstantOperand, Operand } from "../../engine/conditions/tree.ts";
import { isList, type KnownValue, stated } from "../../engine/conditions/values.ts";
import { formatDuration, formatValue } from "../../engine/explanation/format.ts";
import { labelOfName, shapeOfName, type Vocabulary } from "../../engine/explanation/names.ts";
import type { FactShape } from "../../engine/model/catalogue.ts";
import { say } from "../../engine/model/text.ts";

/** The left side of a leaf: what it is about. */
export function subjectWords(vocabulary: Vocabulary, operand: Operand): string {
  if (operand.kind === "constant") return valueWords(vocabulary, operand, undefined);
  const label = labelOfName(vocabulary, operand.id);
  if (operand.kind === "count" || operand.shift === undefined) return label;
  const { direction } = operand.shift;
  const moved = say(
    direction === 1 ? { id: "ditambah", en: "plus" } : { id: "dikurangi", en: "minus" },
    vocabulary.language,
  );
  return `${label} ${moved} ${durationWords(vocabulary, operand.shift)}`;
}

/** The right side of a leaf; `unit` is the left side's. */
export function valueWords(
  vocabulary: Vocabulary,
  operand: Operand,
  unit: string | undefined,
): string {
  const { language } = vocabulary;
  if (operand.kind === "count") return labelOfName(vocabulary, operand.id);
  if (operand.kind === "fact") {
    return movedWords(vocabulary, operand.shift, labelOfName(vocabulary, operand.id));
  }
  const { from, shift, shape, value } = operand;
  if (from === undefined) return quoted(value, shape, unit, vocabulary);
  const name = say({ id: "", en: from === AS_OF ? "the " : "" }, language);
  const label = movedWords(vocabulary, shift, name + labelOfName(vocabulary, from));
  // A parameter that is not moved is told by its amount; its label stands among the parameters.
  if (from !== AS_OF && shift === undefined) return amountWords(vocabulary, operand, unit);
  return `${label} (${formatValue(stated(value), shape, undefined, language)})`;
}

/** The amount of a parameter, in its own unit. */
function amountWords(
  vocabulary: Vocabulary,
  { from = "", value, shape }: ConstantOperand,
  unit: string | undefined,
): string {
  const own = shapeOfName(vocabulary, from)?.unit ?? unit;
  if (value !== null) return quoted(value, shape, own, vocabulary);
  const unknown = formatValue(null, shape, own, vocabulary.language);
  return `${labelOfName(vocabulary, from)} (${unknown})`;
}

function movedWords(vocabulary: Vocabulary, shift: Shift | undefined, label: string): string {
  if (shift === undefined) return label;
  const word = say(
    shift.direction === 1 ? { id: "sesudah", en: "after" } : { id: "sebelum", en: "before" },
    vocabulary.language,
  );
  return `${durationWords(vocabulary, shift)} ${word} ${label}`;
}

function durationWords(vocabulary: Vocabulary, { params }: Shift): string {
  const text = durationIn(params);
  if (text !== null) return formatDuration(text, vocabulary.language);
  const { from = "" } = params;
  const unknown = formatValue(null, { type: "string" }, undefined, vocabulary.language);
  const parameter = parameterNamed(from, vocabulary.service);
  return parameter === undefined ? unknown : `${labelOfName(vocabulary, from)} (${unknown})`;
}

/** Words of codes and strings stand in quotation marks, so that they can't be read as the rule's own. */
function quoted(
  value: KnownValue | null,
  shape: FactShape,
  unit: string | undefined,
  { language }: Vocabulary,
): string {
  const item = shape.type === "list" ? shape.items : shape;
  const marks = item.type === "code" || item.type === "string" ? ["“", "”"] : ["", ""];
  if (!isList(value) || value.length === 0) {
    const words = formatValue(stated(value), shape, unit, language);
    return isList(value) || value === null ? words : marks.join(words);
  }
  return value
    .map((entry) =>
      typeof entry === "object"
        ? formatValue(null, item, unit, language)
        : marks.join(formatValue(entry, item, unit, language)),
    )
    .join(", ");
}
