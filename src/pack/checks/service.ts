import type { PolicyVersion, Service } from "../../engine/model/pack.ts";
import { addDays } from "../../engine/values/calendar.ts";
import {
  serviceWithoutCases,
  serviceWithoutPolicy,
  versionsOverlap,
} from "../diagnostics/policies.ts";
import { itemsOf, memberOf } from "../json/nodes.ts";
import { checkCases, grantIds, requirementIds } from "./cases.ts";
import type { City, MaybeFile } from "./city.ts";
import { soundEntries } from "./declared.ts";
import { checkPolicy } from "./policy.ts";
import type { RuleFile } from "./rule-file.ts";

/** The files of one service, opened; the days stand in order. */
export interface ServiceRules {
  readonly id: string;
  readonly policies: readonly { readonly from: string; readonly file: RuleFile | null }[];
  readonly cases: MaybeFile;
  /** False where a misnamed file may have been meant as a policy. */
  readonly complete: boolean;
}

/** Checks the policies and cases of one service. What is right of them makes the service. */
export function checkService(rules: ServiceRules, city: City): Service {
  const versions = rules.policies.flatMap(({ from, file }): readonly CheckedVersion[] => {
    const policy = file === null ? null : checkPolicy(file, from, city);
    return policy === null || file === null ? [] : [{ from, policy, file }];
  });
  checkOverlaps(versions);
  const service: Service = {
    id: rules.id,
    versions: versions.map(({ from, policy }) => ({ from, policy })),
    conditions: city.named.conditions,
    parameters: soundEntries(city.vocabulary.parameters),
    sources: soundEntries(city.sources),
    cases: [],
  };
  return { ...service, cases: checkServiceCases(rules, service, city) };
}

interface CheckedVersion extends PolicyVersion {
  readonly file: RuleFile;
}

/** A version ends where the next begins; an `until` that says otherwise is a contradiction. */
function checkOverlaps(versions: readonly CheckedVersion[]): void {
  const deciding = versions.filter(({ policy }) => policy.status !== "draft");
  for (const [index, { policy, file }] of deciding.entries()) {
    const next = deciding[index + 1];
    if (next === undefined || policy.until === undefined || policy.until < next.from) continue;
    const place = memberOf(file.root, "until") ?? file.root;
    file.report(place, versionsOverlap(policy.until, next.from, addDays(next.from, -1)));
  }
}

function checkServiceCases(rules: ServiceRules, service: Service, city: City): Service["cases"] {
  const { policies, cases: file, complete } = rules;
  if (file === undefined) {
    const first = policies.find((policy) => policy.file !== null)?.file;
    first?.report({ offset: 0 }, serviceWithoutCases(service.id));
    return [];
  }
  if (file === null) return [];
  if (policies.length === 0) {
    if (complete) file.report({ offset: 0 }, serviceWithoutPolicy(service.id));
    return [];
  }
  if (file.root.kind === "array" && itemsOf(file.root).length === 0) {
    file.report(file.root, serviceWithoutCases(service.id));
  }
  const idsBy = (read: typeof requirementIds) =>
    new Map(
      policies.flatMap(({ from, file: policy }) => {
        const ids = policy === null ? null : read(policy.root);
        return ids === null ? [] : [[from, ids] as const];
      }),
    );
  const versions = policies.map(({ from }) => from);
  const [requirements, grants] = [idsBy(requirementIds), idsBy(grantIds)];
  return checkCases(file, { service, versions, complete, requirements, grants }, city);
}
