import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import type { FactIssue } from "../engine/errors.ts";
import type { Text } from "../engine/model/text.ts";
import { type JsonNode, nodeAt, plainValueOf } from "../pack/json/nodes.ts";
import { parseJson } from "../pack/json/parse.ts";
import type { Position } from "../pack/json/positions.ts";

/** The facts of a file, with the place of each; or what is wrong with the file. */
export type FactsFile =
  | { readonly ok: true; readonly facts: unknown; readonly placeOf: (issue: FactIssue) => Position }
  | { readonly ok: false; readonly problems: readonly FactsProblem[] };

export interface FactsProblem extends Position {
  readonly message: Text;
}

/** Reads facts from a file, or from standard input where the path is `-`. */
export async function readFactsFile(path: string): Promise<FactsFile> {
  const source = await readText(path);
  if (typeof source !== "string") return { ok: false, problems: [source] };
  const { root, faults, positionAt } = parseJson(source);
  if (root === null || faults.length > 0) {
    const problems = faults.map(({ offset, finding }) => ({
      ...positionAt(offset),
      message: finding.message,
    }));
    return { ok: false, problems };
  }
  const placeOf = ({ fact }: FactIssue) => positionAt(nodeOf(root, fact)?.offset ?? 0);
  return { ok: true, facts: plainValueOf(root), placeOf };
}

async function readText(path: string): Promise<string | FactsProblem> {
  try {
    return path === "-" ? await text(process.stdin) : await readFile(path, "utf8");
  } catch {
    return {
      line: 1,
      column: 1,
      message: {
        id: `Berkas "${path}" tidak dapat dibaca. Periksa nama dan izinnya.`,
        en: `The file "${path}" cannot be read. Check its name and permissions.`,
      },
    };
  }
}

const ITEM = /^([A-Za-z0-9.]+)\[(\d+)\](?:\.(.+))?$/;

/** Where `drivers[1].coverage.status`, `land.hectares` or `land.commodities[0]` stands. */
function nodeOf(root: JsonNode, fact: string): JsonNode | undefined {
  const item = ITEM.exec(fact);
  if (item?.[1] === undefined) return nodeAt(root, [fact]);
  const path = [item[1], Number(item[2])];
  return nodeAt(root, item[3] === undefined ? path : [...path, item[3]]);
}
