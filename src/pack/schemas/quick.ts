import * as z from "zod";
import { type JsonNode, memberOf, type ObjectNode, plainValueOf } from "../json/nodes.ts";

/**
 * Stands in a schema for what other checks read: anything may stand there, and a quick reader gives
 * `true` for it.
 */
export const APART: z.ZodUnknown = z.unknown();

/** A schema, and what reads a node that fits it without making it plain first. */
export interface QuickSchema<T> {
  readonly schema: z.ZodType<T>;
  /** What the schema makes of the node's value; undefined where it has to be asked itself. */
  readonly read: (node: JsonNode) => T | undefined;
}

/** Makes a schema quick. What it cannot read so, the schema reads and words as ever. */
export function quick<T>(schema: z.ZodType<T>): QuickSchema<T> {
  const read = readerOf(schema);
  const isRead = (value: unknown): value is T => value !== undefined;
  return {
    schema,
    read: (node) => {
      const value = read(node);
      return isRead(value) ? value : undefined;
    },
  };
}

/** Undefined is no value of JSON, so it tells that a node does not fit. */
type Reader = (node: JsonNode) => unknown;

function readerOf(schema: z.core.$ZodType): Reader {
  if (schema === APART) return () => true;
  if (schema instanceof z.ZodExactOptional) return readerOf(schema.def.innerType);
  if (schema instanceof z.ZodString) return stringReader(schema);
  if (schema instanceof z.ZodObject) return objectReader(schema);
  if (schema instanceof z.ZodArray) return arrayReader(schema);
  if (schema instanceof z.ZodRecord) return recordReader(schema);
  if (schema instanceof z.ZodUnion) return unionReader(schema);
  if (schema instanceof z.ZodBoolean) return scalarReader("boolean");
  if (schema instanceof z.ZodNull) return scalarReader("null");
  if (schema instanceof z.ZodNumber && isFree(schema)) return scalarReader("number");
  if (schema instanceof z.ZodEnum || schema instanceof z.ZodLiteral) return choiceReader(schema);
  return slowReader(schema);
}

function slowReader(schema: z.core.$ZodType): Reader {
  return (node) => {
    const { success, data } = z.safeParse(schema, plainValueOf(node));
    return success ? data : undefined;
  };
}

/** Neither a format nor a limit is asked of it. */
function isFree({ def }: z.ZodNumber | z.ZodString): boolean {
  return !("format" in def) && (def.checks ?? []).length === 0;
}

function scalarReader(kind: "boolean" | "number" | "null"): Reader {
  return (node) => (node.kind === kind ? node.value : undefined);
}

/** The first that fits, as zod has it. */
function unionReader(schema: z.ZodUnion): Reader {
  const readers = schema.def.options.map(readerOf);
  return (node) => {
    for (const read of readers) {
      const value = read(node);
      if (value !== undefined) return value;
    }
    return undefined;
  };
}

function recordReader(schema: z.ZodRecord): Reader {
  const { keyType, valueType, mode, partial, checks = [] } = schema.def;
  const isPlain = keyType instanceof z.ZodString && isFree(keyType) && checks.length === 0;
  if (!isPlain || mode !== undefined || partial !== undefined) return slowReader(schema);
  const readItem = readerOf(valueType);
  return (node) => (node.kind === "object" ? recordOf(readItem, node) : undefined);
}

function recordOf(readItem: Reader, { members }: ObjectNode): unknown {
  const record: Record<string, unknown> = {};
  for (const { key, value } of members) {
    const item = readItem(value);
    if (item === undefined || key === "__proto__") return undefined;
    record[key] = item;
  }
  return record;
}

function choiceReader(schema: z.ZodEnum | z.ZodLiteral): Reader {
  const choices = schema._zod.values;
  return (node) => (node.kind === "string" && choices.has(node.value) ? node.value : undefined);
}

function stringReader(schema: z.ZodString): Reader {
  const tests = (schema.def.checks ?? []).map(testOf);
  if (schema instanceof z.ZodStringFormat || tests.includes(null)) return slowReader(schema);
  const known = tests.filter((test) => test !== null);
  return (node) =>
    node.kind === "string" && known.every((test) => test(node.value)) ? node.value : undefined;
}

function testOf(check: z.core.$ZodCheck<string>): ((text: string) => boolean) | null {
  if (check instanceof z.ZodCustom) {
    const { fn } = check._zod.def;
    return (text) => Boolean(fn(text));
  }
  const { def } = check._zod;
  const pattern = "pattern" in def ? def.pattern : null;
  const isRegex = "format" in def && def.format === "regex";
  const isKnown = isRegex && pattern instanceof RegExp && pattern.flags === "";
  return isKnown ? (text) => pattern.test(text) : null;
}

function arrayReader(schema: z.ZodArray): Reader {
  const least = (schema.def.checks ?? []).map(leastItems);
  if (least.includes(null)) return slowReader(schema);
  const minimum = Math.max(0, ...least.map(Number));
  const readItem = readerOf(schema.def.element);
  return (node) => {
    if (node.kind !== "array" || node.items.length < minimum) return undefined;
    const items = node.items.map(readItem);
    return items.includes(undefined) ? undefined : items;
  };
}

function leastItems(check: z.core.$ZodCheck<never>): number | null {
  const { def } = check._zod;
  const isKnown = def.check === "min_length" && "minimum" in def;
  return isKnown && typeof def.minimum === "number" ? def.minimum : null;
}

interface Key {
  readonly key: string;
  readonly read: Reader;
  readonly isOptional: boolean;
}

function objectReader(schema: z.ZodObject): Reader {
  const { shape, catchall, checks = [] } = schema.def;
  if (!(catchall instanceof z.ZodNever) || checks.length > 0) return slowReader(schema);
  const keys = Object.entries(shape).map(
    ([key, value]): Key => ({
      key,
      read: readerOf(value),
      isOptional: value instanceof z.ZodExactOptional,
    }),
  );
  return (node) => (node.kind === "object" ? objectOf(keys, node) : undefined);
}

/** In the order of the schema, as zod has it. */
function objectOf(keys: readonly Key[], node: ObjectNode): unknown {
  const object: Record<string, unknown> = {};
  let found = 0;
  for (const { key, read, isOptional } of keys) {
    const member = memberOf(node, key);
    if (member === undefined) {
      if (isOptional) continue;
      return undefined;
    }
    const value = read(member);
    if (value === undefined) return undefined;
    object[key] = value;
    found += 1;
  }
  return found === node.members.length ? object : undefined;
}
