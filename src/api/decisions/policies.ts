import { canonicalPolicy } from "../../engine/decision/digest.ts";
import { type PreparedPolicy, prepare } from "../../engine/decision/prepare.ts";
import { type Compile, compileProgram, type Program } from "../../engine/decision/program.ts";
import type { Thresholds } from "../../engine/decision/thresholds.ts";
import { thresholdsWhereOpen } from "../../engine/decision/undated.ts";
import type { Pack } from "../../engine/model/pack.ts";
import { createRecent } from "../recent.ts";
import { type PolicyReads, readsOf } from "./reads.ts";

/** The policy that answers for a service on a day, made ready. */
export interface PolicyOfDay {
  readonly prepared: PreparedPolicy;
  readonly reads: PolicyReads;
  /** What the policy's digest names. */
  readonly canonical: object;
  /** The service's policies on other days, for the horizon; those asked for last are kept. */
  readonly compile: Compile;
  /** The days on which a leaf may turn, for the horizon. */
  readonly thresholds: Thresholds;
}

/** @throws LayakError `service-unknown`, `policy-not-in-force`. */
export type Policies = (service: string, asOf: string) => PolicyOfDay;

const MOST_POLICIES = 64;

/** Days on which anything ends for the applicants of one service, most of them ends of months. */
const MOST_DAYS = 64;

/** Prepares policies as they are asked for, and keeps those that were asked for last. */
export function createPolicies(pack: Pack): Policies {
  const recent = createRecent<PolicyOfDay>(MOST_POLICIES);
  return (service, asOf) => recent(`${asOf} ${service}`, () => policyOfDay(pack, service, asOf));
}

function policyOfDay(pack: Pack, service: string, asOf: string): PolicyOfDay {
  const prepared = prepare(pack, { service, asOf });
  const { program } = prepared;
  const recent = createRecent<Program>(MOST_DAYS);
  return {
    prepared,
    reads: readsOf(program),
    canonical: canonicalPolicy(program),
    thresholds: thresholdsWhereOpen(),
    compile: (of, version, day) =>
      recent(`${day} ${version.from}`, () => compileProgram(of, version, day)),
  };
}
