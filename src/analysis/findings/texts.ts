import { type JsonNode, membersOf, nodeAt } from "../../pack/json/nodes.ts";
import type { JsonPlace, OpenRules } from "./places.ts";

/** What only staff read. */
const FOR_STAFF: ReadonlySet<string> = new Set(["note", "doubt"]);

/** A text that people other than staff read, where it is written. */
export interface WrittenText {
  readonly place: JsonPlace;
  readonly id: string;
  /** Null where it has none. */
  readonly en: string | null;
}

/** The texts at a place and all below it; none where the place is not there. */
export function textsAt(rules: OpenRules, place: JsonPlace): readonly WrittenText[] {
  const root = rules.fileAt(place.file)?.root;
  const node = root === undefined ? undefined : nodeAt(root, place.path);
  return node === undefined ? [] : textsIn(node, place);
}

function textsIn(node: JsonNode, place: JsonPlace): readonly WrittenText[] {
  const inside = (child: JsonNode, step: PropertyKey) =>
    textsIn(child, { file: place.file, path: [...place.path, step] });
  if (node.kind === "array") return node.items.flatMap(inside);
  const members = membersOf(node);
  const wordsAt = (key: string) => {
    const value = members.find((member) => member.key === key)?.value;
    return value?.kind === "string" ? value.value : null;
  };
  const id = wordsAt("id");
  const isText = id !== null && members.every(({ key }) => key === "id" || key === "en");
  if (isText) return [{ place, id, en: wordsAt("en") }];
  return members.flatMap(({ key, value }) => (FOR_STAFF.has(key) ? [] : inside(value, key)));
}

/** The names in braces, in either language. */
export function placeholdersIn(text: {
  readonly id: string;
  readonly en?: string | null | undefined;
}): ReadonlySet<string> {
  const { id, en } = text;
  const names = [...`${id} ${en ?? ""}`.matchAll(/\{([^{}]+)\}/g)];
  return new Set(names.map(([, name = ""]) => name));
}
