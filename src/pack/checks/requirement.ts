import type { Requirement } from "../../engine/model/policy.ts";
import { reservedId } from "../diagnostics/names.ts";
import { type JsonNode, memberOf, stringOf } from "../json/nodes.ts";
import { requirementSchema } from "../schemas/policy.ts";
import { APART, quick } from "../schemas/quick.ts";
import { checkReadsOfApplicant, type NamelessApplicant } from "./applicant.ts";
import { checkConfirmation, checkHasSources } from "./assurance.ts";
import type { City } from "./city.ts";
import { checkCondition } from "./condition.ts";
import { rootContext } from "./context.ts";
import { readQuickly } from "./entries.ts";
import { isInherited } from "./ids.ts";
import { closeCondition } from "./named.ts";
import { noReads } from "./reads.ts";
import type { Report } from "./rule-file.ts";
import { checkCitations } from "./sources.ts";
import { checkTexts } from "./texts.ts";

const ENTRY = quick(requirementSchema(APART));

/** Conditions have a check of their own. */
export const CONDITION_KEYS: ReadonlySet<string> = new Set(["scope", "when", "conditions"]);

/** What a condition names in paths and decisions instead of a requirement's id. */
const SCOPE = "scope";

/** Checks one requirement of a policy; null where it is wrong. */
export function checkRequirement(
  node: JsonNode,
  city: City,
  applicant: NamelessApplicant | null,
  report: Report,
): Requirement | null {
  const entry = readQuickly(node, "requirements", ENTRY, report, CONDITION_KEYS);
  const id = memberOf(node, "id");
  if (id?.kind === "string" && (id.value === SCOPE || isInherited(id.value))) {
    report(id, reservedId(id.value));
  }
  checkConfirmation(node, report);
  checkCitations(node, city.sources, report);
  const provenance = stringOf(node, "provenance");
  if (provenance !== undefined) checkHasSources(node, provenance, report);

  const reads = noReads();
  const context = rootContext(city.vocabulary, reads, report);
  const whenNode = memberOf(node, "when");
  const conditionsNode = memberOf(node, "conditions");
  const when = whenNode === undefined ? undefined : checkCondition(whenNode, context, "when");
  const conditions =
    conditionsNode === undefined ? null : checkCondition(conditionsNode, context, "conditions");
  const { closures } = city.named;
  const { catalogue } = city.vocabulary;
  const place = conditionsNode ?? node;
  const closure = closeCondition(reads, closures, catalogue, place, report);
  checkReadsOfApplicant(applicant, closure, catalogue, place, report);
  const told = ["title", "unmet", "remedy", "doubt"].map((key) => memberOf(node, key));
  const texts = { vocabulary: city.vocabulary, closure, report };
  checkTexts(told, texts);
  checkTexts(reads.texts, texts);
  if (entry === null || conditions === null || when === null) return null;
  // The entry is nobody else's, and holds nothing yet where the conditions stand.
  return Object.assign(entry, when === undefined ? { conditions } : { when, conditions });
}
