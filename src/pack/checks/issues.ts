import type * as z from "zod";
import { notAnAreaCode } from "../diagnostics/cities.ts";
import type { Finding } from "../diagnostics/diagnostic.ts";
import { invalidPattern, notASourceDate } from "../diagnostics/entries.ts";
import {
  emptyText,
  missingKey,
  notAChoice,
  notAText,
  nothingInside,
  settingOutOfLimits,
  wrongKind,
} from "../diagnostics/form.ts";
import { notAHyphenedId } from "../diagnostics/names.ts";
import { notADate, nullNotAllowed, type Words } from "../diagnostics/values.ts";
import { kindInWords } from "../diagnostics/words.ts";
import { type JsonNode, nodeAt } from "../json/nodes.ts";
import { plainNumberOf } from "../json/numbers.ts";
import type { Form } from "../schemas/basics.ts";
import { KEY_SEPARATOR } from "../schemas/strict.ts";
import { plainBooleanOf } from "./booleans.ts";
import { meantChoice } from "./choices.ts";
import { plainDateOf } from "./dates.ts";
import { isMisspelt, reportUnknownKeys } from "./keys.ts";
import type { Report } from "./rule-file.ts";

type Issue = z.core.$ZodIssue;

/**
 * Tells what a schema found, each fault at its own node. `name` is what `root` is called; `examples`
 * are of keys that it may lack.
 */
export function reportIssues(
  root: JsonNode,
  name: string,
  issues: readonly Issue[],
  report: Report,
  examples: Readonly<Record<string, string>> = {},
): void {
  for (const issue of issues) {
    if (isToldOfItsKey(root, issue, issues)) continue;
    const key = issue.path.length === 1 ? String(issue.path[0]) : "";
    reportIssue(root, name, issue, report, examples[key]);
  }
}

/** True for a key that is missing because it is misspelt. */
function isToldOfItsKey(root: JsonNode, { path }: Issue, issues: readonly Issue[]): boolean {
  const key = path.at(-1);
  if (key === undefined || nodeAt(root, path) !== undefined) return false;
  const place = path.slice(0, -1);
  const parent = nodeAt(root, place);
  return issues.some(
    (issue) =>
      issue.code === "unrecognized_keys" &&
      parent !== undefined &&
      nodeAt(root, issue.path) === parent &&
      isMisspelt(parent, String(key), issue.message.split(KEY_SEPARATOR)),
  );
}

function reportIssue(
  root: JsonNode,
  name: string,
  issue: Issue,
  report: Report,
  example?: string,
): void {
  const node = nodeAt(root, issue.path);
  if (node === undefined) {
    const parent = nodeAt(root, issue.path.slice(0, -1)) ?? root;
    report(parent, missingKey(String(issue.path.at(-1)), example ?? exampleAt(issue.path)));
  } else if (issue.code === "unrecognized_keys") {
    const known = issue.message.split(KEY_SEPARATOR);
    reportUnknownKeys(node, known, report, (key) => issue.keys.includes(key));
  } else if (node.kind === "null") {
    report(node, nullNotAllowed(nameOf(issue.path, name)));
  } else if (issue.code === "invalid_union") {
    reportUnion(node, nameOf(issue.path, name), issue, report);
  } else {
    report(node, findingOf(node, nameOf(issue.path, name), issue));
  }
}

/** What stands at a path, where the key alone does not say so. */
function exampleAt(path: readonly PropertyKey[]): string | undefined {
  const [list, owner, key] = [path.at(-3), path.at(-2), path.at(-1)];
  if (key === "id" && typeof owner === "string") return '"Teks dalam bahasa Indonesia"';
  return key === "source" && list === "sources" ? '"uu-24-2011"' : undefined;
}

/** The key that a path ends at, with the indexes after it: `sources[1]`. */
function nameOf(path: readonly PropertyKey[], name: string): string {
  const last = path.findLastIndex((step) => typeof step !== "number");
  const indexes = path.slice(last + 1).map((index) => `[${String(index)}]`);
  return `${last < 0 ? name : String(path[last])}${indexes.join("")}`;
}

function findingOf(
  node: JsonNode,
  name: string,
  issue: Exclude<Issue, { readonly code: "unrecognized_keys" | "invalid_union" }>,
): Finding {
  switch (issue.code) {
    case "invalid_value":
      return notAmong(name, node, issue.values.map(String));
    case "too_small":
      if (node.kind === "array" || node.kind === "object") return nothingInside(name);
      return settingOutOfLimits(name, node, {
        id: `paling sedikit ${issue.minimum}`,
        en: `at least ${issue.minimum}`,
      });
    case "too_big":
      return settingOutOfLimits(name, node, {
        id: `paling banyak ${issue.maximum}`,
        en: `at most ${issue.maximum}`,
      });
    case "invalid_type":
      if (issue.message === ("text" satisfies Form)) return notAText(name, node);
      return wrongKind(
        name,
        kindInWords(issue.expected),
        node,
        rewritten(name, node, issue.expected),
      );
    default:
      return misformed(name, node, issue.message);
  }
}

function notAmong(name: string, node: JsonNode, choices: readonly string[]): Finding {
  const meant = node.kind === "string" ? meantChoice(node.value, choices) : null;
  return notAChoice(name, node, meant, choices);
}

/** The schemas give the form that a string misses as the message of the fault. */
function misformed(name: string, node: JsonNode, form: string): Finding {
  const written = node.kind === "string" ? node.value : "";
  switch (form) {
    case "filled":
      return emptyText(name);
    case "hyphened-id":
      return notAHyphenedId(written);
    case "date":
      return notADate(name, written, plainDateOf(written));
    case "source-date":
      return notASourceDate(name, written);
    case "area":
      return notAnAreaCode(name, written);
    case "not-empty":
      return nothingInside(name);
    case "pattern":
      return invalidPattern(written);
    default:
      return wrongKind(name, kindInWords("string"), node);
  }
}

/** What stands there once it is mended, where what was written says so. */
function rewritten(name: string, node: JsonNode, expected: string): string | undefined {
  const inside = name.endsWith("]");
  if (node.kind === "string") {
    const citation = `{ "source": ${JSON.stringify(node.value)} }`;
    if (inside && name.startsWith("sources[")) return citation;
    if (name === "sources") return `[${citation}]`;
    if (expected === "array") return `[${JSON.stringify(node.value)}]`;
    if (expected === "boolean") return plainBooleanOf(node.value) ?? undefined;
    if (expected === "number" || expected === "int") return plainNumberOf(node.value) ?? undefined;
  }
  if (node.kind === "number" && expected === "string") return `"${node.raw}"`;
  return undefined;
}

/** The branch that gets furthest into the value is the one that was meant. */
function reportUnion(
  node: JsonNode,
  name: string,
  issue: Extract<Issue, { readonly code: "invalid_union" }>,
  report: Report,
): void {
  if ("options" in issue && Array.isArray(issue.options)) {
    report(node, notAmong(name, node, issue.options.map(String)));
    return;
  }
  const reach = (branch: readonly Issue[]) => Math.max(...branch.map(({ path }) => path.length));
  const furthest = issue.errors.toSorted((first, second) => reach(second) - reach(first))[0];
  if (furthest !== undefined && reach(furthest) > 0) {
    reportIssues(node, name, furthest, report);
    return;
  }
  const branches = issue.errors.flat();
  const choices = branches.flatMap(choicesOf);
  if (node.kind === "string" && choices.length > 0) report(node, notAmong(name, node, choices));
  else report(node, wrongKind(name, alternatives(branches), node));
}

function choicesOf(issue: Issue): readonly string[] {
  if (issue.code === "invalid_value") return issue.values.map(String);
  return issue.code === "invalid_format" ? ["registry:…"] : [];
}

function alternatives(branches: readonly Issue[]): Words {
  const words = branches.flatMap((issue): readonly Words[] => {
    if (issue.code === "invalid_type") return [kindInWords(issue.expected)];
    if (issue.code === "invalid_value") {
      return issue.values.map((value) => ({ id: String(value), en: String(value) }));
    }
    if (issue.code === "invalid_union") return [alternatives(issue.errors.flat())];
    return [];
  });
  return {
    id: [...new Set(words.map(({ id }) => id))].join(" atau "),
    en: [...new Set(words.map(({ en }) => en))].join(" or "),
  };
}
