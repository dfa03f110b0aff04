import { readReference } from "../../engine/conditions/references.ts";
import { AMOUNT } from "../../engine/granting/words.ts";
import type { Grant } from "../../engine/model/policy.ts";
import { reservedId } from "../diagnostics/names.ts";
import { amountIsNoMoney } from "../diagnostics/policies.ts";
import { type JsonNode, memberOf, stringOf } from "../json/nodes.ts";
import { grantSchema } from "../schemas/policy.ts";
import { APART, quick } from "../schemas/quick.ts";
import { checkReadsOfApplicant, type NamelessApplicant } from "./applicant.ts";
import { checkConfirmation, checkHasSources } from "./assurance.ts";
import type { City } from "./city.ts";
import { checkCondition } from "./condition.ts";
import { type ConditionContext, rootContext } from "./context.ts";
import { lookUp } from "./declared.ts";
import { readQuickly } from "./entries.ts";
import { isInherited } from "./ids.ts";
import { closeCondition } from "./named.ts";
import { checkOperand } from "./operand.ts";
import { type Closure, noReads } from "./reads.ts";
import { CONDITION_KEYS } from "./requirement.ts";
import type { Report } from "./rule-file.ts";
import { checkCitations } from "./sources.ts";
import { checkTexts } from "./texts.ts";

const ENTRY = quick(grantSchema(APART));

/** Checks one thing that a policy grants; null where it is wrong. */
export function checkGrant(
  node: JsonNode,
  city: City,
  applicant: NamelessApplicant | null,
  report: Report,
): Grant | null {
  const entry = readQuickly(node, "grants", ENTRY, report, CONDITION_KEYS);
  const id = memberOf(node, "id");
  if (id?.kind === "string" && isInherited(id.value)) report(id, reservedId(id.value));
  checkConfirmation(node, report);
  checkCitations(node, city.sources, report);
  const provenance = stringOf(node, "provenance");
  if (provenance !== undefined) checkHasSources(node, provenance, report);

  const { vocabulary, named } = city;
  const reads = noReads();
  const context = rootContext(vocabulary, reads, report);
  const conditionsNode = memberOf(node, "conditions");
  const conditions =
    conditionsNode === undefined
      ? undefined
      : checkCondition(conditionsNode, context, "conditions");
  const isMoney = checkAmount(memberOf(node, "amount"), context);
  const place = conditionsNode ?? node;
  const closure = closeCondition(reads, named.closures, vocabulary.catalogue, place, report);
  checkReadsOfApplicant(applicant, closure, vocabulary.catalogue, place, report);
  const told = ["text", "doubt"].map((key) => memberOf(node, key));
  checkTexts(told, {
    vocabulary,
    closure: tellingAmount(closure, node),
    report,
    unwritten: AMOUNT,
  });
  checkTexts(reads.texts, { vocabulary, closure, report });
  if (entry === null || conditions === null || !isMoney) return null;
  const { conditions: _conditions, ...rest } = entry;
  return { ...rest, ...(conditions !== undefined && { conditions }) };
}

/** Whether an amount that names something names money, as far as anybody can tell. */
function checkAmount(amount: JsonNode | undefined, context: ConditionContext): boolean {
  const fact = memberOf(amount, "fact");
  if (fact?.kind !== "string") return true;
  if (isDuration(fact.value, context)) {
    context.report(fact, amountIsNoMoney(fact.value, "duration"));
    return false;
  }
  const { shape } = checkOperand(fact, context);
  if (shape === null) return false;
  if (shape.type === "money") return true;
  context.report(fact, amountIsNoMoney(fact.value, shape.type));
  return false;
}

function isDuration(name: string, { vocabulary }: ConditionContext): boolean {
  const { catalogue, parameters } = vocabulary;
  const reference = readReference(name, catalogue.groups.entries);
  if (reference.kind !== "parameter") return false;
  return lookUp(parameters, reference.id)?.shape.type === "duration";
}

/** The text of a grant with an amount may say where it stands. */
function tellingAmount(closure: Closure, node: JsonNode): Closure {
  if (memberOf(node, "amount") === undefined) return closure;
  return { ...closure, outer: new Set([...closure.outer, AMOUNT]) };
}
