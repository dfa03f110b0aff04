import * as z from "zod";
import { versionInForce } from "../../engine/decision/versions.ts";
import type { Case, Service } from "../../engine/model/pack.ts";
import {
  caseTwice,
  type NotInForce,
  noPolicyInForce,
  noSuchGrant,
  noSuchRequirement,
  noSuchVersion,
  notAMissingFact,
} from "../diagnostics/cases.ts";
import {
  itemsOf,
  type JsonNode,
  memberOf,
  membersOf,
  plainValueOf,
  stringOf,
} from "../json/nodes.ts";
import { HYPHENED_ID } from "../schemas/basics.ts";
import { caseSchema, casesFileSchema, factsSchema } from "../schemas/cases.ts";
import { APART, quick } from "../schemas/quick.ts";
import { suggest } from "../suggest.ts";
import { checkCaseFacts } from "./case-facts.ts";
import type { City } from "./city.ts";
import { readQuickly } from "./entries.ts";
import { isFactName, suggestFactName } from "./fact-names.ts";
import type { Report, RuleFile } from "./rule-file.ts";

const FILE = quick(casesFileSchema(APART));
const ENTRY = quick(caseSchema(z.record(z.string(), APART)));
const FACTS = quick(factsSchema);

/** What cases are checked against: the versions of their service, as far as they are right. */
export interface CaseSubject {
  /** Its versions are those that are right themselves. */
  readonly service: Service;
  /** Days of every version, right or not. */
  readonly versions: readonly string[];
  /** False where a misnamed file, which is told itself, may be one of them. */
  readonly complete: boolean;
  /** The ids of the requirements of each version that is JSON. */
  readonly requirements: ReadonlyMap<string, readonly string[]>;
  /** The same of its grants. */
  readonly grants: ReadonlyMap<string, readonly string[]>;
}

/** Checks a service's `cases.json`; gives the cases that are right. */
export function checkCases(file: RuleFile, subject: CaseSubject, city: City): readonly Case[] {
  readQuickly(file.root, "cases.json", FILE, file.report);
  const nodes = itemsOf(file.root);
  checkNames(nodes, file);
  return nodes.flatMap((node) => {
    const checked = checkCase(node, subject, city, file.report);
    return checked === null ? [] : [checked];
  });
}

function checkNames(nodes: readonly JsonNode[], { report, lineOf }: RuleFile): void {
  const seen = new Map<string, JsonNode>();
  for (const node of nodes) {
    const name = memberOf(node, "name");
    if (name?.kind !== "string") continue;
    const before = seen.get(name.value);
    if (before === undefined) seen.set(name.value, name);
    else report(name, caseTwice(name.value, lineOf(before)));
  }
}

function checkCase(node: JsonNode, subject: CaseSubject, city: City, report: Report): Case | null {
  const entry = readQuickly(node, "case", ENTRY, report);
  const facts = memberOf(node, "facts");
  if (facts !== undefined) checkCaseFacts(facts, city.vocabulary.catalogue, report);
  for (const name of itemsOf(memberOf(memberOf(node, "expect"), "missing"))) {
    if (name.kind !== "string" || isFactName(name.value, city.vocabulary)) continue;
    report(name, notAMissingFact(name.value, suggestFactName(name.value, city.vocabulary)));
  }
  if (entry === null || facts === undefined) return null;
  const version = checkVersion(node, entry.asOf, entry.version, subject, report);
  if (version !== null) {
    checkUnmet(node, version, subject, report);
    checkGrants(node, version, subject, report);
  }
  // What is wrong with the facts has been told.
  const given = FACTS.read(facts) ?? factsSchema.safeParse(plainValueOf(facts)).data;
  return given === undefined ? null : { ...entry, facts: given };
}

/** The version that decides the case; null where there is none, or no telling which. */
function checkVersion(
  node: JsonNode,
  asOf: string,
  version: string | undefined,
  { service, versions, complete }: CaseSubject,
  report: Report,
): string | null {
  if (version !== undefined) {
    if (versions.includes(version)) return version;
    const place = memberOf(node, "version") ?? node;
    if (complete) report(place, noSuchVersion(version, versions));
    return null;
  }
  if (!complete || service.versions.length < versions.length) return null;
  const inForce = versionInForce(service, asOf);
  if (inForce !== null) return inForce.from;
  const why = notInForceOn(service, asOf);
  report(memberOf(node, "asOf") ?? node, noPolicyInForce(service.id, asOf, why));
  return null;
}

function notInForceOn({ versions }: Service, asOf: string): NotInForce {
  const begun = versions.filter(({ from }) => from <= asOf);
  const draft = begun.findLast(({ policy }) => policy.status === "draft");
  if (draft !== undefined) return { kind: "draft", version: draft.from };
  const last = begun.at(-1);
  const until = last?.policy.until;
  if (last !== undefined && until !== undefined)
    return { kind: "ended", version: last.from, until };
  const first = versions.find(({ policy }) => policy.status !== "draft");
  return first === undefined ? { kind: "none" } : { kind: "later", first: first.from };
}

function checkUnmet(
  node: JsonNode,
  version: string,
  { requirements }: CaseSubject,
  report: Report,
): void {
  const ids = requirements.get(version);
  if (ids === undefined) return;
  for (const id of itemsOf(memberOf(memberOf(node, "expect"), "unmet"))) {
    if (id.kind !== "string" || ids.includes(id.value)) continue;
    report(id, noSuchRequirement(id.value, version, suggest(id.value, ids), ids));
  }
}

function checkGrants(
  node: JsonNode,
  version: string,
  { grants }: CaseSubject,
  report: Report,
): void {
  const ids = grants.get(version);
  if (ids === undefined) return;
  for (const { key, keySpan } of membersOf(memberOf(memberOf(node, "expect"), "grants"))) {
    if (!ids.includes(key)) report(keySpan, noSuchGrant(key, version, suggest(key, ids), ids));
  }
}

/** The ids of a policy file's requirements, right or not; null where not all can be known. */
export function requirementIds(policy: JsonNode): readonly string[] | null {
  return idsIn(memberOf(policy, "requirements"));
}

/** As {@link requirementIds}, of its grants, which it may do without. */
export function grantIds(policy: JsonNode): readonly string[] | null {
  const grants = memberOf(policy, "grants");
  return grants === undefined && policy.kind === "object" ? [] : idsIn(grants);
}

function idsIn(list: JsonNode | undefined): readonly string[] | null {
  if (list?.kind !== "array") return null;
  const ids = itemsOf(list).flatMap((node) => stringOf(node, "id") ?? []);
  const areKnown = ids.length === list.items.length && ids.every((id) => HYPHENED_ID.test(id));
  return areKnown ? ids : null;
}
