import type * as z from "zod";
import { type JsonNode, type Member, memberOf, membersOf, plainValueOf } from "../json/nodes.ts";
import type { QuickSchema } from "../schemas/quick.ts";
import type { Declared } from "./declared.ts";
import { reportIssues } from "./issues.ts";
import type { Report, RuleFile } from "./rule-file.ts";

/** One entry of a file that passed its schema, with its place. */
export interface Entry<T> {
  readonly id: string;
  readonly keySpan: Member["keySpan"];
  readonly node: JsonNode;
  /** Null where the entry is wrong; that has been told. */
  readonly value: T | null;
}

/**
 * The value of a node where it passes the schema; else null, and what is wrong is told. The
 * values of the keys in `except` are left to other checks; `examples` says what may stand at a key
 * that is missing, where that is not what rules have there.
 */
export function readAs<T>(
  node: JsonNode,
  name: string,
  schema: z.ZodType<T>,
  report: Report,
  except?: ReadonlySet<string>,
  examples: Readonly<Record<string, string>> = {},
): T | null {
  const result = schema.safeParse(plainValueOf(node, except));
  if (result.success) return result.data;
  reportIssues(node, name, result.error.issues, report, examples);
  return null;
}

/** As {@link readAs}, by a schema that reads most nodes quickly. */
export function readQuickly<T>(
  node: JsonNode,
  name: string,
  { schema, read }: QuickSchema<T>,
  report: Report,
  except?: ReadonlySet<string>,
): T | null {
  return read(node) ?? readAs(node, name, schema, report, except);
}

/** Reads every entry of one key of a file by itself, so that a wrong one hides no other. */
export function readEntries<T>(
  file: RuleFile,
  key: string,
  schema: z.ZodType<T>,
): readonly Entry<T>[] {
  return membersOf(memberOf(file.root, key)).map(({ key: id, keySpan, value: node }) => ({
    id,
    keySpan,
    node,
    value: readAs(node, id, schema, file.report),
  }));
}

/**
 * What the entries declare. Where the key itself is misspelt or missing nothing can be known:
 * else every use of every entry would be told as unknown.
 */
export function declare<T>(
  file: RuleFile,
  key: string,
  entries: readonly Entry<T>[],
  fileIsRight: boolean,
): Declared<T> {
  return {
    entries: new Map(entries.map(({ id, value }) => [id, value])),
    complete: fileIsRight || memberOf(file.root, key)?.kind === "object",
  };
}
