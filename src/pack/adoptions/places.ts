import type { Place, RuleFile } from "../checks/rule-file.ts";
import { itemsOf, type JsonNode, memberOf, membersOf, stringOf } from "../json/nodes.ts";

/** The files of a rules directory that are JSON, by path; opened again, if need be. */
export interface OpenFiles {
  readonly get: (path: string) => RuleFile | undefined;
}

/** A place in one of the files. */
export interface PlaceInFile {
  readonly file: RuleFile;
  readonly place: Place;
}

export function policyPath(service: string, version: string): string {
  return `${service}/${version}.json`;
}

/** Where a part of a version stands; where it is gone, what it stood in. Null without the file. */
export function placeOfPart(
  files: OpenFiles,
  service: string,
  version: string,
  part: string,
): PlaceInFile | null {
  const [kind = "", id = "", ...rest] = part.split("/");
  const city = service.slice(0, service.indexOf("/"));
  const detail = rest.slice(1).join("/");
  switch (kind) {
    case "conditions":
      return within(files.get(`${city}/conditions.json`), ["conditions", id]);
    case "facts": {
      const file = files.get("facts.json");
      const own = memberOf(memberOf(file?.root, "facts"), id);
      const inItems = memberOf(own, "codes") === undefined ? ["items"] : [];
      const steps = rest.length === 0 ? [] : [...inItems, "codes", detail];
      return within(file, ["facts", id, ...steps]);
    }
    case "groups":
      return within(files.get("facts.json"), ["groups", id, ...rest.slice(0, 1)], detail);
    case "sources":
      return within(declaring(files, city, "sources", id), ["sources", id]);
    case "parameters":
      return within(
        declaring(files, city, "parameters", id),
        ["parameters", id, ...rest.slice(0, 1)],
        detail,
      );
    default:
      return within(files.get(policyPath(service, version)), [kind], ...namedIn(kind, id, rest));
  }
}

function namedIn(kind: string, id: string, [key]: readonly string[]): readonly string[] {
  if ((kind !== "requirements" && kind !== "grants") || id === "") return [];
  return key === undefined ? [id] : [id, key];
}

/** The city's own file where it declares the entry, else the national one. */
function declaring(
  files: OpenFiles,
  city: string,
  name: "sources" | "parameters",
  id: string,
): RuleFile | undefined {
  const own = files.get(`${city}/${name}.json`);
  return memberOf(memberOf(own?.root, name), id) === undefined ? files.get(`${name}.json`) : own;
}

/** Follows keys, then names of items of a list and a key of the item, as far as they are there. */
function within(
  file: RuleFile | undefined,
  keys: readonly string[],
  item?: string,
  key?: string,
): PlaceInFile | null {
  if (file === undefined) return null;
  let node: JsonNode = file.root;
  let place: Place = file.root;
  for (const step of keys) {
    const member = membersOf(node).find((one) => one.key === step);
    if (member === undefined) return { file, place };
    node = member.value;
    place = member.keySpan;
  }
  const named = item === undefined ? undefined : itemsOf(node).find((one) => isNamed(one, item));
  if (named === undefined) return { file, place };
  const member = membersOf(named).find((one) => one.key === key);
  return { file, place: member?.keySpan ?? named };
}

/** Requirements have ids, values their day, members of groups stand as they are. */
function isNamed(item: JsonNode, name: string): boolean {
  if (item.kind === "string") return item.value === name;
  const [source = "", article] = name.split("#");
  const cited = stringOf(item, "source") === source && stringOf(item, "article") === article;
  return stringOf(item, "id") === name || stringOf(item, "from") === name || cited;
}
