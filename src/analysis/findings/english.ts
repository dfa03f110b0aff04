import { noEnglish } from "../../pack/diagnostics/meaning/texts.ts";
import { type JsonNode, membersOf } from "../../pack/json/nodes.ts";
import type { Notes } from "./notes.ts";
import type { JsonPlace, OpenRules } from "./places.ts";

/** What only staff read. */
const FOR_STAFF: ReadonlySet<string> = new Set(["note", "doubt"]);

/** Texts without English, one by one; where a file has no English at all, once. */
export function judgeEnglish(
  rules: OpenRules,
  isHistory: (path: string) => boolean,
  notes: Notes,
): void {
  for (const file of rules.paths) {
    const root = rules.fileAt(file)?.root;
    if (root === undefined || file.endsWith("/cases.json") || isHistory(file)) continue;
    const texts = textsIn(root, { file, path: [] });
    const lacking = texts.filter(({ hasEnglish }) => !hasEnglish);
    const told = lacking.length === texts.length ? lacking.slice(0, 1) : lacking;
    for (const { place, id } of told) {
      notes.tell(place, noEnglish(id, lacking.length === texts.length ? lacking.length : 1));
    }
  }
}

interface FoundText {
  readonly place: JsonPlace;
  readonly id: string;
  readonly hasEnglish: boolean;
}

function textsIn(node: JsonNode, place: JsonPlace): readonly FoundText[] {
  const inside = (child: JsonNode, step: PropertyKey) =>
    textsIn(child, { file: place.file, path: [...place.path, step] });
  if (node.kind === "array") return node.items.flatMap(inside);
  const members = membersOf(node);
  const id = members.find(({ key }) => key === "id")?.value;
  const isText = id?.kind === "string" && members.every(({ key }) => key === "id" || key === "en");
  if (isText) return [{ place, id: id.value, hasEnglish: members.length > 1 }];
  return members.flatMap(({ key, value }) => (FOR_STAFF.has(key) ? [] : inside(value, key)));
}
