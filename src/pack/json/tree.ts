import { visit } from "jsonc-parser";
import type { JsonNode, Member, Span } from "./nodes.ts";

/** A text read as strict JSON. */
export interface Tree {
  /** Null where there is no value; not to be relied on where the text is not JSON. */
  readonly root: JsonNode | null;
  readonly isJson: boolean;
  /** Keys that stand again in their object. The tree has the first of each. */
  readonly repeated: readonly { readonly key: string; readonly at: Span; readonly first: Span }[];
}

interface Container {
  readonly add: (node: JsonNode) => void;
  readonly close: (end: number) => void;
}

interface Key {
  readonly key: string;
  readonly keySpan: Span;
}

/** Reads a text that is not nested too deep for the parser. */
export function readTree(text: string): Tree {
  let isJson = true;
  const repeated: { key: string; at: Span; first: Span }[] = [];
  const open: Container[] = [];
  let root: JsonNode | null = null;
  let key: Key | null = null;
  const place = (node: JsonNode) => {
    const parent = open.at(-1);
    if (parent === undefined) root ??= node;
    else parent.add(node);
  };
  const openObject = (offset: number) => {
    const members: Member[] = [];
    const find = keyFinder(members);
    const node = { kind: "object" as const, offset, length: 0, members };
    const add = (value: JsonNode) => {
      if (key === null) return;
      const first = find(key.key);
      if (first !== undefined) repeated.push({ key: key.key, at: key.keySpan, first });
      else members.push({ key: key.key, keySpan: key.keySpan, value });
      key = null;
    };
    place(node);
    open.push({ add, close: (end) => Object.assign(node, { length: end - offset }) });
  };
  const openArray = (offset: number) => {
    const items: JsonNode[] = [];
    const node = { kind: "array" as const, offset, length: 0, items };
    place(node);
    const close = (end: number) => Object.assign(node, { length: end - offset });
    open.push({ add: (value) => items.push(value), close });
  };
  visit(
    text,
    {
      onObjectBegin: openObject,
      onArrayBegin: openArray,
      onObjectEnd: (offset, length) => open.pop()?.close(offset + length),
      onArrayEnd: (offset, length) => open.pop()?.close(offset + length),
      onObjectProperty: (name, offset, length) => {
        key = { key: name, keySpan: { offset, length } };
      },
      onLiteralValue: (value: unknown, offset, length) => {
        place(literalNode(value, text, { offset, length }));
      },
      onError: () => {
        isJson = false;
      },
    },
    { disallowComments: true, allowTrailingComma: false },
  );
  return { root, isJson, repeated };
}

/** Most objects have few keys, and looking through them costs less than an index of each. */
const FEW_KEYS = 16;

/** Finds the place of a key in an object that is still growing. */
function keyFinder(members: readonly Member[]): (key: string) => Span | undefined {
  let index: Map<string, Span> | null = null;
  let indexed = 0;
  return (key) => {
    if (members.length <= FEW_KEYS) return members.find((member) => member.key === key)?.keySpan;
    index ??= new Map();
    for (; indexed < members.length; indexed++) {
      const member = members[indexed];
      if (member !== undefined) index.set(member.key, member.keySpan);
    }
    return index.get(key);
  };
}

function literalNode(value: unknown, text: string, span: Span): JsonNode {
  switch (typeof value) {
    case "string":
      return { kind: "string", value, ...span };
    case "number": {
      const raw = text.slice(span.offset, span.offset + span.length);
      return { kind: "number", value, raw, ...span };
    }
    case "boolean":
      return { kind: "boolean", value, ...span };
    default:
      return { kind: "null", value: null, ...span };
  }
}
