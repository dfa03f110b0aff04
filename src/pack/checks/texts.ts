import { AS_OF, readReference } from "../../engine/conditions/references.ts";
import {
  placeholderComputed,
  placeholderNotRead,
  placeOfNoAmount,
  unbalancedBrace,
  unknownPlaceholder,
} from "../diagnostics/texts.ts";
import { type JsonNode, membersOf } from "../json/nodes.ts";
import { isComputed, withAllBehind } from "./behind.ts";
import type { Vocabulary } from "./context.ts";
import { lookUp } from "./declared.ts";
import { suggestReference } from "./meant-names.ts";
import { type Closure, namesRead } from "./reads.ts";
import type { Report } from "./rule-file.ts";

/** What the placeholders of a text may name, besides `asOf` and parameters. */
export interface TextContext {
  readonly vocabulary: Vocabulary;
  /** What the text's condition reads. */
  readonly closure: Closure;
  readonly report: Report;
  /** What has a place in texts of this kind, but is not written here: the amount of a grant. */
  readonly unwritten?: string;
  /** True of what is told of the policy itself, for which nothing is computed. */
  readonly isWithoutApplication?: boolean;
}

/** Checks the placeholders of texts, in both languages. What is no text has been told before. */
export function checkTexts(texts: readonly (JsonNode | undefined)[], context: TextContext): void {
  for (const text of texts) {
    for (const { key, value } of membersOf(text)) {
      if ((key === "id" || key === "en") && value.kind === "string") checkWords(value, context);
    }
  }
}

function checkWords(
  node: Extract<JsonNode, { readonly kind: "string" }>,
  context: TextContext,
): void {
  const names = placeholdersOf(node.value);
  if (names === null) context.report(node, unbalancedBrace(node.value));
  else for (const name of names) checkPlaceholder(node, name, context);
}

/** The names in braces; null where a brace has no partner. */
function placeholdersOf(text: string): ReadonlySet<string> | null {
  if (!text.includes("{") && !text.includes("}")) return NO_NAMES;
  const names = new Set<string>();
  for (const part of text.split("{").slice(1)) {
    const end = part.indexOf("}");
    if (end < 0) return null;
    names.add(part.slice(0, end));
  }
  const rest = text.replace(/\{[^{}]*\}/g, "");
  return rest.includes("{") || rest.includes("}") ? null : names;
}

const NO_NAMES: ReadonlySet<string> = new Set();

/** Whether a fact is computed from nothing but what the condition reads. */
function isComputedFrom(name: string, names: ReadonlySet<string>, vocabulary: Vocabulary): boolean {
  const { catalogue } = vocabulary;
  if (!isComputed(name, catalogue)) return false;
  return [...withAllBehind(name, vocabulary)].every(
    (one) => names.has(one) || isComputed(one, catalogue),
  );
}

/** Whether it takes facts to tell: a sum, or a table that a fact is looked up in. */
function isToldByFacts(name: string, { catalogue, parameters }: Vocabulary): boolean {
  const reference = readReference(name, catalogue.groups.entries);
  return reference.kind === "parameter"
    ? lookUp(parameters, reference.id)?.by !== undefined
    : isComputed(name, catalogue);
}

function checkPlaceholder(node: JsonNode, name: string, context: TextContext): void {
  const { vocabulary, closure, report } = context;
  const { catalogue, parameters } = vocabulary;
  const names = namesRead(closure);
  if (context.isWithoutApplication === true && isToldByFacts(name, vocabulary)) {
    report(node, placeholderComputed(name));
    return;
  }
  if (name === AS_OF || names.has(name) || isComputedFrom(name, names, vocabulary)) return;
  const reference = readReference(name, catalogue.groups.entries);
  if (reference.kind === "parameter") {
    if (lookUp(parameters, reference.id) !== undefined) return;
  } else if (reference.kind === "count" || lookUp(catalogue.facts, name) !== undefined) {
    const readable = lookUp(catalogue.facts, name) !== null;
    if (closure.complete && readable) report(node, placeholderNotRead(name));
    return;
  }
  if (name === context.unwritten) {
    report(node, placeOfNoAmount(name));
    return;
  }
  report(node, unknownPlaceholder(name, suggestReference(name, vocabulary, names)));
}
