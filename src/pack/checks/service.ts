import type { Service } from "../../engine/model/pack.ts";
import type { Policy } from "../../engine/model/policy.ts";
import { addDays } from "../../engine/values/calendar.ts";
import {
  serviceWithoutCases,
  serviceWithoutPolicy,
  versionsOverlap,
} from "../diagnostics/policies.ts";
import { itemsOf, memberOf } from "../json/nodes.ts";
import { checkCases, grantIds, requirementIds } from "./cases.ts";
import type { City, MaybeFile } from "./city.ts";
import { checkPolicy } from "./policy.ts";
import type { Place, Report, RuleFile } from "./rule-file.ts";

/** The files of one service, opened when they are checked; the days stand in order. */
export interface ServiceRules {
  readonly id: string;
  readonly policies: readonly {
    readonly from: string;
    /** Null where the file is not JSON. */
    readonly open: () => RuleFile | null;
  }[];
  readonly openCases: () => MaybeFile;
  /** False where a misnamed file may have been meant as a policy. */
  readonly complete: boolean;
}

/** Checks the policies and cases of one service. What is right of them makes the service. */
export function checkService(rules: ServiceRules, city: City): Service {
  const opened = rules.policies.flatMap(({ from, open }) => {
    const file = open();
    return file === null ? [] : [openedVersion(file, from, city)];
  });
  const versions = opened.flatMap(({ from, policy }) =>
    policy === null ? [] : [{ from, policy }],
  );
  checkOverlaps(opened);
  const service: Service = {
    id: rules.id,
    versions,
    conditions: city.named.conditions,
    parameters: city.sound.parameters,
    sources: city.sound.sources,
    cases: [],
  };
  return { ...service, cases: checkServiceCases(rules, opened, service, city) };
}

/** What is kept of a policy file: the trees of all of them would fill the memory. */
interface OpenedVersion {
  readonly from: string;
  /** Null where it is wrong. */
  readonly policy: Policy | null;
  /** As far as they can be known. */
  readonly requirements: readonly string[] | null;
  readonly grants: readonly string[] | null;
  readonly report: Report;
  /** Where its end is written. */
  readonly end: Place;
}

function openedVersion(file: RuleFile, from: string, city: City): OpenedVersion {
  const { root, report } = file;
  const { offset } = memberOf(root, "until") ?? root;
  return {
    from,
    policy: checkPolicy(file, from, city),
    requirements: requirementIds(root),
    grants: grantIds(root),
    report,
    end: { offset },
  };
}

/** A version ends where the next begins; an `until` that says otherwise is a contradiction. */
function checkOverlaps(versions: readonly OpenedVersion[]): void {
  const deciding = versions.flatMap(({ from, policy, report, end }) =>
    policy === null || policy.status === "draft" ? [] : [{ from, policy, report, end }],
  );
  for (const [index, { policy, report, end }] of deciding.entries()) {
    const next = deciding[index + 1];
    if (next === undefined || policy.until === undefined || policy.until < next.from) continue;
    report(end, versionsOverlap(policy.until, next.from, addDays(next.from, -1)));
  }
}

function checkServiceCases(
  { policies, openCases, complete }: ServiceRules,
  opened: readonly OpenedVersion[],
  service: Service,
  city: City,
): Service["cases"] {
  const file = openCases();
  if (file === undefined) {
    opened[0]?.report({ offset: 0 }, serviceWithoutCases(service.id));
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
  const versions = policies.map(({ from }) => from);
  const requirements = new Map<string, readonly string[]>();
  const grants = new Map<string, readonly string[]>();
  for (const version of opened) {
    if (version.requirements !== null) requirements.set(version.from, version.requirements);
    if (version.grants !== null) grants.set(version.from, version.grants);
  }
  return checkCases(file, { service, versions, complete, requirements, grants }, city);
}
