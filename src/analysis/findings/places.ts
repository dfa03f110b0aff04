import { type JsonNode, memberOf, nodeAt } from "../../pack/json/nodes.ts";
import { parseJson } from "../../pack/json/parse.ts";
import type { Position } from "../../pack/json/positions.ts";

/** A value in a file of the rules directory; or, with `key`, the key before it. */
export interface JsonPlace {
  readonly file: string;
  readonly path: readonly PropertyKey[];
  readonly key?: true;
}

/** A place further down. */
export function below({ file, path }: JsonPlace, ...steps: readonly PropertyKey[]): JsonPlace {
  return { file, path: [...path, ...steps] };
}

/** A place as a word, to compare and to remember it by. */
export function nameOfPlace({ file, path, key }: JsonPlace): string {
  return JSON.stringify([file, ...path.map(String), key === true]);
}

/** One file of the rules, as it stands. */
export interface OpenFile {
  readonly root: JsonNode;
  readonly positionAt: (offset: number) => Position;
}

/** The files of a rules directory that has no errors, to point into. */
export interface OpenRules {
  readonly paths: readonly string[];
  readonly fileAt: (path: string) => OpenFile | null;
  readonly positionOf: (place: JsonPlace) => Position;
  readonly lineOf: (place: JsonPlace) => number;
  /** Whether a position is within the value at a place. */
  readonly covers: (place: JsonPlace, position: Position) => boolean;
}

const BEGINNING: Position = { line: 1, column: 1 };

/** Opens files lazily: most findings need only a few of them. */
export function openRules(texts: ReadonlyMap<string, string>): OpenRules {
  const opened = new Map<string, OpenFile | null>();
  const fileAt = (path: string): OpenFile | null => {
    const known = opened.get(path);
    if (known !== undefined) return known;
    const text = texts.get(path);
    const parsed = text === undefined ? null : parseJson(text);
    const file =
      parsed === null || parsed.root === null
        ? null
        : { root: parsed.root, positionAt: parsed.positionAt };
    opened.set(path, file);
    return file;
  };
  const positionOf = ({ file, path, key }: JsonPlace): Position => {
    const open = fileAt(file);
    const span = open === null ? undefined : spanAt(open.root, path, key === true);
    return open === null || span === undefined ? BEGINNING : open.positionAt(span.offset);
  };
  return {
    paths: [...texts.keys()],
    fileAt,
    positionOf,
    lineOf: (place) => positionOf(place).line,
    covers: ({ file, path }, position) => {
      const open = fileAt(file);
      const node = open === null ? undefined : nodeAt(open.root, path);
      if (open === null || node === undefined) return false;
      const first = open.positionAt(node.offset);
      const last = open.positionAt(node.offset + node.length);
      return !isBefore(position, first) && isBefore(position, last);
    },
  };
}

function isBefore(first: Position, second: Position): boolean {
  return first.line < second.line || (first.line === second.line && first.column < second.column);
}

function spanAt(root: JsonNode, path: readonly PropertyKey[], key: boolean) {
  if (!key) return nodeAt(root, path);
  const owner = nodeAt(root, path.slice(0, -1));
  const name = String(path.at(-1));
  if (owner?.kind !== "object") return undefined;
  return owner.members.find((member) => member.key === name)?.keySpan ?? memberOf(owner, name);
}
