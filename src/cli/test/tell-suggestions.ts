import type { Edit } from "../../analysis/suggest/edits.ts";
import type { Like, Suggestion } from "../../analysis/suggest/suggest.ts";
import { formatDate, formatValue } from "../../engine/explanation/format.ts";
import { labelOfName, shapeOfName, type Vocabulary } from "../../engine/explanation/names.ts";
import type { FactValue, Scalar } from "../../engine/model/catalogue.ts";
import type { Pack, Service } from "../../engine/model/pack.ts";
import { type Language, say } from "../../engine/model/text.ts";

/** Suggested cases for people: what each tests, and of which case it is a variant. */
export function tellSuggestions(
  pack: Pack,
  service: Service,
  suggestions: readonly Suggestion[],
  language: Language,
): readonly string[] {
  return suggestions.flatMap(({ test, like }, index) => {
    const { name, asOf } = test;
    const vocabulary: Vocabulary = { pack, service, asOf, language };
    const number = `${index + 1}.`.padEnd(`${suggestions.length}.`.length);
    const head = `${number} ${name} (${formatDate(asOf, language)})`;
    return like === null
      ? [head]
      : [head, `${" ".repeat(number.length)} ${tellLike(vocabulary, like)}`];
  });
}

function tellLike(vocabulary: Vocabulary, { name, edits }: Like): string {
  const changes = edits.map((edit) => tellEdit(vocabulary, edit)).join("; ");
  return say(
    { id: `seperti “${name}”, tetapi ${changes}`, en: `as “${name}”, but ${changes}` },
    vocabulary.language,
  );
}

function tellEdit(vocabulary: Vocabulary, edit: Edit): string {
  switch (edit.kind) {
    case "size":
      return `${labelOfName(vocabulary, `${edit.group}.count`)}: ${edit.to}`;
    case "item-fact": {
      const name = `${edit.group}[${edit.index}].${edit.id}`;
      return `${labelOfName(vocabulary, name)}: ${tellValue(vocabulary, edit.id, edit.to ?? null)}`;
    }
    default:
      return `${labelOfName(vocabulary, edit.id)}: ${tellValue(vocabulary, edit.id, plainValue(edit.to))}`;
  }
}

function tellValue(vocabulary: Vocabulary, id: string, value: FactValue): string {
  const named = shapeOfName(vocabulary, id);
  const { language } = vocabulary;
  return formatValue(value, named?.shape ?? { type: "string" }, named?.unit, language);
}

/** A value as it is told; of a group as a whole only how many it has. */
function plainValue(value: Extract<Edit, { readonly kind: "fact" }>["to"]): FactValue {
  if (value === undefined) return null;
  if (!isList(value)) return value;
  const plain = value.filter(isPlain);
  return plain.length === value.length ? plain : value.length;
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isPlain(value: unknown): value is Scalar | null {
  return typeof value !== "object" || value === null;
}
