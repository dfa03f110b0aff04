import type { Fact, FactShape } from "../../engine/model/catalogue.ts";
import type { DurationShape, Pack, Parameter, Service } from "../../engine/model/pack.ts";
import type { Citation, Condition, Policy } from "../../engine/model/policy.ts";
import type { Text } from "../../engine/model/text.ts";

/** What stands under each name that a seal can cover, without what no seal covers. */
export type Contents = ReadonlyMap<string, unknown>;

/** The keys of a policy that are parts of their own. `status` and `until` are no part of the seal. */
const POLICY_KEYS = ["title", "owner", "applicant", "contact", "objection", "scope"] as const;

/** The parts of the policy file itself. */
export function policyContents(policy: Policy): Contents {
  const contents = new Map<string, unknown>();
  for (const key of POLICY_KEYS) {
    const content = policy[key];
    if (content !== undefined) contents.set(key, withoutNotes(content));
  }
  contents.set(
    "requirements",
    policy.requirements.map(({ id }) => id),
  );
  for (const requirement of policy.requirements) {
    const { note: _note, when, conditions, ...told } = requirement;
    for (const [key, content] of Object.entries(told)) {
      contents.set(`requirements/${requirement.id}/${key}`, content);
    }
    if (when !== undefined) {
      contents.set(`requirements/${requirement.id}/when`, withoutNotes(when));
    }
    contents.set(`requirements/${requirement.id}/conditions`, withoutNotes(conditions));
  }
  if (policy.grants === undefined) return contents;
  contents.set(
    "grants",
    policy.grants.map(({ id }) => id),
  );
  for (const { id, note: _note, conditions, ...told } of policy.grants) {
    for (const [key, content] of Object.entries(told)) contents.set(`grants/${id}/${key}`, content);
    if (conditions !== undefined) {
      contents.set(`grants/${id}/conditions`, withoutNotes(conditions));
    }
  }
  return contents;
}

/** The parts of everything that a service's policies may rest on. */
export function groundContents(
  { facts, groups }: Pick<Pack, "facts" | "groups">,
  service: Service,
): Contents {
  const contents = new Map<string, unknown>();
  for (const [id, condition] of service.conditions) {
    contents.set(`conditions/${id}`, withoutNotes(condition));
  }
  for (const [id, fact] of facts) addFact(contents, id, fact);
  for (const [id, { note: _note, facts: members, ...group }] of groups) {
    contents.set(`groups/${id}`, group);
    for (const member of members) contents.set(`groups/${id}/facts/${member}`, true);
  }
  for (const [id, parameter] of service.parameters) addParameter(contents, id, parameter);
  for (const [id, { note: _note, until: _until, ...source }] of service.sources) {
    contents.set(`sources/${id}`, source);
  }
  return contents;
}

/**
 * Codes are parts of their own: new ones may join, and change no answer that was given. But where an
 * applicant can reach all of them, a new one is another way to become eligible.
 */
function addFact(contents: Map<string, unknown>, id: string, fact: Fact): void {
  const { note: _note, ...told } = fact;
  if (fact.actionable === true) {
    contents.set(`facts/${id}`, told);
    return;
  }
  contents.set(`facts/${id}`, withoutCodes(told));
  for (const [code, words] of Object.entries(codesOf(fact))) {
    contents.set(`facts/${id}/codes/${code}`, words);
  }
}

function withoutCodes(shape: object): object {
  if ("codes" in shape) return { ...shape, codes: undefined };
  if (!("items" in shape) || typeof shape.items !== "object") return shape;
  return { ...shape, items: { ...shape.items, codes: undefined } };
}

function codesOf(shape: FactShape | DurationShape): Readonly<Record<string, Text>> {
  if (shape.type === "code") return shape.codes;
  return shape.type === "list" && shape.items.type === "code" ? shape.items.codes : {};
}

function addParameter(contents: Map<string, unknown>, id: string, parameter: Parameter): void {
  const { shape, label, unit, by, sources, values } = parameter;
  contents.set(`parameters/${id}`, { shape, label, unit, by });
  for (const citation of sources) contents.set(citationPart(id, citation), citation);
  for (const { note: _note, ...value } of values) {
    contents.set(valuePart(id, value.from), value);
  }
}

export function valuePart(parameter: string, from: string): string {
  return `parameters/${parameter}/values/${from}`;
}

export function citationPart(parameter: string, { source, article }: Citation): string {
  return `parameters/${parameter}/sources/${source}${article === undefined ? "" : `#${article}`}`;
}

/** Words between staff change nothing that a policy says, wherever they stand in a condition. */
function withoutNotes(content: Condition | Text | string): unknown {
  if (typeof content === "string") return content;
  const told = { ...content, note: undefined };
  if ("all" in content) return { ...told, all: content.all.map(withoutNotes) };
  if ("any" in content) return { ...told, any: content.any.map(withoutNotes) };
  if ("not" in content) return { ...told, not: withoutNotes(content.not) };
  if ("conditions" in content) return { ...told, conditions: withoutNotes(content.conditions) };
  return told;
}
