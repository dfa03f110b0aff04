import type { Policy } from "../../engine/model/policy.ts";
import type { Finding } from "../diagnostics/diagnostic.ts";
import {
  grantTwice,
  nothingAlwaysRequired,
  requirementTwice,
  untilBeforeFrom,
} from "../diagnostics/policies.ts";
import { itemsOf, type JsonNode, memberOf, stringOf } from "../json/nodes.ts";
import { policySchema } from "../schemas/policy.ts";
import { APART, quick } from "../schemas/quick.ts";
import { checkApplicant, checkReadsOfApplicant, type NamelessApplicant } from "./applicant.ts";
import type { City } from "./city.ts";
import { checkCondition } from "./condition.ts";
import { rootContext } from "./context.ts";
import { readQuickly } from "./entries.ts";
import { checkGrant } from "./grant.ts";
import { closeCondition } from "./named.ts";
import { closureOf, noReads } from "./reads.ts";
import { CONDITION_KEYS, checkRequirement } from "./requirement.ts";
import type { RuleFile } from "./rule-file.ts";
import { checkTexts } from "./texts.ts";

const FILE = quick(policySchema(APART, APART, APART));

/** Checks a policy file that holds from a day on; null where anything in it is wrong. */
export function checkPolicy(file: RuleFile, from: string, city: City): Policy | null {
  const { root, report } = file;
  const entry = readQuickly(root, "policy", FILE, report, CONDITION_KEYS);
  const until = memberOf(root, "until");
  if (entry?.until !== undefined && entry.until < from && until !== undefined) {
    report(until, untilBeforeFrom(entry.until, from));
  }
  const applicant = checkApplicant(file, city);
  const scope = checkScope(file, city, applicant);
  const { vocabulary, named } = city;
  const told = ["title", "contact", "objection"].map((key) => memberOf(root, key));
  const nothingRead = closureOf(noReads(), named.closures);
  checkTexts(told, { vocabulary, closure: nothingRead, report, isWithoutApplication: true });
  const nodes = itemsOf(memberOf(root, "requirements"));
  const requirements = nodes.map((node) => checkRequirement(node, city, applicant, report));
  checkIds(nodes, file, requirementTwice);
  checkSomethingAlwaysDecides(nodes, file);
  const granted = memberOf(root, "grants");
  const grants = itemsOf(granted).map((node) => checkGrant(node, city, applicant, report));
  checkIds(itemsOf(granted), file, grantTwice);
  if (entry === null || scope === null) return null;
  const { $schema: _, scope: __, requirements: ___, grants: ____, ...rest } = entry;
  return {
    ...rest,
    ...(scope !== undefined && { scope }),
    requirements: requirements.filter((requirement) => requirement !== null),
    ...(granted !== undefined && { grants: grants.filter((grant) => grant !== null) }),
  };
}

function checkScope(
  { root, report }: RuleFile,
  { vocabulary, named }: City,
  applicant: NamelessApplicant | null,
) {
  const node = memberOf(root, "scope");
  if (node === undefined) return undefined;
  const reads = noReads();
  const scope = checkCondition(node, rootContext(vocabulary, reads, report), "scope");
  const closure = closeCondition(reads, named.closures, vocabulary.catalogue, node, report);
  checkReadsOfApplicant(applicant, closure, vocabulary.catalogue, node, report);
  checkTexts(reads.texts, { vocabulary, closure, report });
  return scope;
}

function checkIds(
  nodes: readonly JsonNode[],
  { report, lineOf }: RuleFile,
  twice: (id: string, line: number) => Finding,
): void {
  const seen = new Map<string, JsonNode>();
  for (const node of nodes) {
    const id = memberOf(node, "id");
    if (id?.kind !== "string") continue;
    const before = seen.get(id.value);
    if (before === undefined) seen.set(id.value, id);
    else report(id, twice(id.value, lineOf(before)));
  }
}

/** Else an application to which nothing applies would be eligible. */
function checkSomethingAlwaysDecides(nodes: readonly JsonNode[], { root, report }: RuleFile): void {
  if (nodes.length === 0) return;
  const required = nodes.filter((node) => stringOf(node, "enforcement") !== "advisory");
  if (required.some((node) => memberOf(node, "when") === undefined)) return;
  report(memberOf(root, "requirements") ?? root, nothingAlwaysRequired(required.length > 0));
}
