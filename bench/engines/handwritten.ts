import type { OutcomeOnly, RequirementOutcome } from "../../src/index.ts";
import type { Application } from "../applications/application.ts";
import { type Entrant, synchronous } from "./engine.ts";

/**
 * The reference: the policy as a careful developer would write it for this one policy, over the
 * same flat facts, with the same outcome for each requirement. `null` is "not known".
 */
export const handwritten: Entrant = (applications) =>
  synchronous({
    name: "handwritten TypeScript (reference)",
    threeValued: true,
    forms: applications,
    decide: decideByHand,
    read: (result) => result,
  });

const GRACE_ENDS = "2026-08-22";
const BORN_BY = "2009-11-22";
const INSPECTED_SINCE = "2025-11-22";
const STARTS_FROM = "2026-11-22";
const MOST_ARREARS = 5_000_000;
const LEAST_DEPOSIT = 2_500_000;

type Truth = boolean | null;

export function decideByHand(application: Application): OutcomeOnly {
  const requirements = [
    required(isCovered(application)),
    required(isAdultResident(application)),
    required(isLessThan(application["kiosk.count"], 2)),
    required(hasPaidLevy(application)),
    required(hasNoSanction(application)),
    foodIsSafe(application),
    required(hasSecurity(application)),
    required(hasContract(application)),
  ];
  const outcome = requirements.includes("unmet")
    ? "ineligible"
    : requirements.includes("unknown")
      ? "undetermined"
      : "eligible";
  return { outcome, requirements };
}

function isCovered(application: Application): Truth {
  const status = application["coverage.status"];
  const active = or(
    is(status, "AKTIF"),
    and(is(status, "MASA_TENGGANG"), isFrom(application["coverage.paidThrough"], GRACE_ENDS)),
  );
  const programmes = application["coverage.programmes"];
  return and(active, and(holds(programmes, "JKK"), holds(programmes, "JKM")));
}

function isAdultResident(application: Application): Truth {
  const residence = application["applicant.residence"];
  const birthDate = application["applicant.birthDate"];
  return and(or(is(residence, "3673"), is(residence, "3604")), isBy(birthDate, BORN_BY));
}

function hasPaidLevy(application: Application): Truth {
  const arrears = application["levy.arrears"];
  return or(
    isAtMost(arrears, 0),
    and(isTrue(application["levy.instalments"]), isAtMost(arrears, MOST_ARREARS)),
  );
}

function hasNoSanction(application: Application): Truth {
  return and(
    not(isTrue(application["sanction.blacklisted"])),
    isAtMost(application["sanction.level"], 2),
  );
}

function foodIsSafe(application: Application): RequirementOutcome {
  const isFood = is(application["stall.goods"], "MAKANAN");
  if (isFood === false) return "not-applicable";
  const safe = and(
    holds(application["stall.documents"], "HALAL"),
    isFrom(application["stall.inspectedOn"], INSPECTED_SINCE),
  );
  if (safe === true) return "met";
  return safe === false && isFood === true ? "unmet" : "unknown";
}

function hasSecurity(application: Application): Truth {
  return or(
    isAtLeast(application["deposit.paid"], LEAST_DEPOSIT),
    not(is(application["guarantor.kind"], "TIDAK_ADA")),
  );
}

function hasContract(application: Application): Truth {
  const longEnough = isAtLeast(application["contract.months"], 6);
  const startsInTime = isFrom(application["contract.startsOn"], STARTS_FROM);
  return and(longEnough, and(startsInTime, not(holds(application["stall.activities"], "MALAM"))));
}

function required(truth: Truth): RequirementOutcome {
  return truth === null ? "unknown" : truth ? "met" : "unmet";
}

function and(first: Truth, second: Truth): Truth {
  if (first === false || second === false) return false;
  return first === null || second === null ? null : true;
}

function or(first: Truth, second: Truth): Truth {
  if (first === true || second === true) return true;
  return first === null || second === null ? null : false;
}

function not(truth: Truth): Truth {
  return truth === null ? null : !truth;
}

function is(actual: string | null | undefined, expected: string): Truth {
  return actual === null || actual === undefined ? null : actual === expected;
}

function isTrue(actual: boolean | null | undefined): Truth {
  return actual ?? null;
}

function isFrom(actual: string | null | undefined, first: string): Truth {
  return actual === null || actual === undefined ? null : actual >= first;
}

function isBy(actual: string | null | undefined, last: string): Truth {
  return actual === null || actual === undefined ? null : actual <= last;
}

function isLessThan(actual: number | null | undefined, limit: number): Truth {
  return actual === null || actual === undefined ? null : actual < limit;
}

function isAtMost(actual: number | null | undefined, limit: number): Truth {
  return actual === null || actual === undefined ? null : actual <= limit;
}

function isAtLeast(actual: number | null | undefined, limit: number): Truth {
  return actual === null || actual === undefined ? null : actual >= limit;
}

function holds(list: readonly string[] | null | undefined, item: string): Truth {
  return list === null || list === undefined ? null : list.includes(item);
}
