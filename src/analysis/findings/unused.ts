import type { Pack } from "../../engine/model/pack.ts";
import { withAllBehind } from "../../pack/adoptions/reads.ts";
import { type Declaration, neverUsed } from "../../pack/diagnostics/meaning/declarations.ts";
import { type JsonNode, memberOf, membersOf } from "../../pack/json/nodes.ts";
import type { Notes } from "./notes.ts";
import type { JsonPlace, OpenRules } from "./places.ts";

/**
 * Facts, groups, named conditions and parameters that no policy and no named condition reads, drafts
 * and past versions included. Facts of registries are what a registry tells, asked for or not.
 */
export function judgeUnused(pack: Pack, rules: OpenRules, notes: Notes): void {
  if (pack.services.size === 0) return;
  const uses = rules.paths.filter(isRead).flatMap((path) => usesIn(rules, path));
  const namedBy = (keys: readonly string[], city?: string) =>
    new Set(
      uses.flatMap(({ key, word, path }) =>
        keys.includes(key) && (city === undefined || path.startsWith(`${city}/`)) ? [word] : [],
      ),
    );
  const named = namedBy(["fact", PLACEHOLDER]);
  const read = new Set(
    [...pack.services.values()].flatMap((service) => [...withAllBehind(named, pack, service)]),
  );
  const grouped = namedBy(["every", "some"]);
  const tell = (kind: Declaration, id: string, place: JsonPlace) => {
    notes.tell({ ...place, key: true }, neverUsed(kind, id));
  };
  for (const [id, { source, compute }] of pack.facts) {
    const isAsked = source === "applicant" || source === "office" || compute !== undefined;
    if (isAsked && !read.has(id)) tell("fact", id, { file: "facts.json", path: ["facts", id] });
  }
  for (const id of pack.groups.keys()) {
    if (grouped.has(id) || read.has(id) || read.has(`${id}.count`)) continue;
    tell("group", id, { file: "facts.json", path: ["groups", id] });
  }
  for (const { file, id } of declaredIn(rules, "parameters")) {
    if (!read.has(`parameter.${id}`)) tell("parameter", id, { file, path: ["parameters", id] });
  }
  for (const { file, id } of declaredIn(rules, "conditions")) {
    const [city = ""] = file.split("/");
    if (namedBy(["condition"], city).has(id)) continue;
    tell("condition", id, { file, path: ["conditions", id] });
  }
}

/** What `parameters.json` or `conditions.json` declares, of the nation and of the cities. */
function declaredIn(rules: OpenRules, name: "parameters" | "conditions") {
  const files = rules.paths.filter(
    (path) => path === `${name}.json` || path.split("/").slice(1).join("/") === `${name}.json`,
  );
  return files.flatMap((file) =>
    membersOf(memberOf(rules.fileAt(file)?.root, name)).map(({ key: id }) => ({ file, id })),
  );
}

/** Whether a file can use anything: a policy or named conditions. */
function isRead(path: string): boolean {
  return path.endsWith("/conditions.json") || /\/\d{4}-\d\d-\d\d\.json$/.test(path);
}

const PLACEHOLDER = "{}";

/** A word by the key that it stands at; of a placeholder, {@link PLACEHOLDER}. */
interface Use {
  readonly path: string;
  readonly key: string;
  readonly word: string;
}

function usesIn(rules: OpenRules, path: string): readonly Use[] {
  const collect = (node: JsonNode, key: string): readonly Use[] => {
    switch (node.kind) {
      case "string": {
        const placeholders = [...node.value.matchAll(/\{([^{}]+)\}/g)];
        return [
          { path, key, word: node.value },
          ...placeholders.map(([, word = ""]) => ({ path, key: PLACEHOLDER, word })),
        ];
      }
      case "array":
        return node.items.flatMap((item) => collect(item, key));
      case "object":
        return node.members.flatMap((member) => collect(member.value, member.key));
      default:
        return [];
    }
  };
  const root = rules.fileAt(path)?.root;
  return root === undefined ? [] : collect(root, "");
}
