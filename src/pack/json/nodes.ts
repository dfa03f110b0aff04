/** Where a piece of JSON stands in its text, in UTF-16 code units. */
export interface Span {
  readonly offset: number;
  readonly length: number;
}

export interface Member {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: JsonNode;
}

export interface ObjectNode extends Span {
  readonly kind: "object";
  readonly members: readonly Member[];
}

export interface ArrayNode extends Span {
  readonly kind: "array";
  readonly items: readonly JsonNode[];
}

export interface StringNode extends Span {
  readonly kind: "string";
  readonly value: string;
}

/** `raw` is the number as written: `16.800` and 16.8 are one value, but not one intention. */
export interface NumberNode extends Span {
  readonly kind: "number";
  readonly value: number;
  readonly raw: string;
}

export interface BooleanNode extends Span {
  readonly kind: "boolean";
  readonly value: boolean;
}

export interface NullNode extends Span {
  readonly kind: "null";
  readonly value: null;
}

export type ScalarNode = StringNode | NumberNode | BooleanNode | NullNode;

/** A piece of JSON that knows its place. */
export type JsonNode = ObjectNode | ArrayNode | ScalarNode;

/** The value of a key; undefined where the object does not have it, or the node is no object. */
export function memberOf(node: JsonNode | undefined, key: string): JsonNode | undefined {
  if (node?.kind !== "object") return undefined;
  for (const member of node.members) if (member.key === key) return member.value;
  return undefined;
}

/** The value of a key where it is a string. */
export function stringOf(node: JsonNode | undefined, key: string): string | undefined {
  const member = memberOf(node, key);
  return member?.kind === "string" ? member.value : undefined;
}

/** The members of an object; none where the node is no object. */
export function membersOf(node: JsonNode | undefined): readonly Member[] {
  return node?.kind === "object" ? node.members : [];
}

/** The items of an array; none where the node is no array. */
export function itemsOf(node: JsonNode | undefined): readonly JsonNode[] {
  return node?.kind === "array" ? node.items : [];
}

/** The node at the end of a path of keys and indexes. */
export function nodeAt(root: JsonNode, path: readonly PropertyKey[]): JsonNode | undefined {
  let node: JsonNode | undefined = root;
  for (const step of path) {
    node = typeof step === "number" ? itemsOf(node)[step] : memberOf(node, String(step));
  }
  return node;
}

/**
 * The plain value of a node. Safe for keys such as `__proto__`. Where `except` holds a key, its
 * value is only `true`: what is checked by other means need not be made plain.
 */
export function plainValueOf(node: JsonNode, except: ReadonlySet<string> = NOTHING): unknown {
  switch (node.kind) {
    case "object": {
      const value: Record<string, unknown> = {};
      for (const member of node.members) {
        const { key } = member;
        const plain = except.has(key) ? true : plainValueOf(member.value, except);
        if (key !== "__proto__") value[key] = plain;
        else Object.defineProperty(value, key, { value: plain, enumerable: true });
      }
      return value;
    }
    case "array":
      return node.items.map((item) => plainValueOf(item, except));
    default:
      return node.value;
  }
}

const NOTHING: ReadonlySet<string> = new Set();
