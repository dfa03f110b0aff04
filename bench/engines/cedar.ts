import {
  type CedarValueJson,
  preparsePolicySet,
  statefulIsAuthorized,
} from "@cedar-policy/cedar-wasm/nodejs";
import type { Application } from "../applications/application.ts";
import { nested } from "../applications/nested.ts";
import { answerOf, type Entrant, synchronous } from "./engine.ts";

/** Cedar: `permit`, and `forbid unless` for each requirement, parsed beforehand. */
export const cedar: Entrant = (applications) => {
  const staticPolicies = Object.fromEntries(
    CONDITIONS.map((condition, index) => [
      String(index),
      `forbid (principal, action, resource) unless { ${condition} };`,
    ]),
  );
  const permit = "permit (principal, action, resource);";
  const parsed = preparsePolicySet(POLICIES, { staticPolicies: { ...staticPolicies, permit } });
  if (parsed.type === "failure") throw new Error(JSON.stringify(parsed.errors));
  return synchronous({
    name: "Cedar, parsed beforehand",
    forms: applications.map(contextOf),
    decide: (context) =>
      statefulIsAuthorized({
        principal: { type: "Person", id: "applicant" },
        action: { type: "Action", id: "lease" },
        resource: { type: "Service", id: "kiosk" },
        context,
        preparsedPolicySetId: POLICIES,
        entities: [],
      }),
    read: (answer) => {
      if (answer.type === "failure") return { outcome: "error", requirements: [] };
      const { reason } = answer.response.diagnostics;
      return answerOf(CONDITIONS.map((_, index) => !reason.includes(String(index))));
    },
  });
};

const POLICIES = "kiosk";

/** Cedar has no null: what is not known is left out. Dates are of its own type. */
function contextOf(application: Application): Record<string, CedarValueJson> {
  const known = Object.entries(application).filter(([, value]) => value !== null);
  return JSON.parse(JSON.stringify(nested(Object.fromEntries(known))), (_, value) =>
    typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value)
      ? { __extn: { fn: "datetime", arg: value } }
      : value,
  );
}

const CONDITIONS = [
  `(context.coverage.status == "AKTIF" || (context.coverage.status == "MASA_TENGGANG" && context.coverage.paidThrough >= datetime("2026-08-22"))) && context.coverage.programmes.containsAll(["JKK", "JKM"])`,
  `["3673", "3604"].contains(context.applicant.residence) && context.applicant.birthDate <= datetime("2009-11-22")`,
  `context.kiosk.count < 2`,
  `context.levy.arrears == 0 || (context.levy.instalments == true && context.levy.arrears <= 5000000)`,
  `!(context.sanction.blacklisted == true || context.sanction.level > 2)`,
  `context.stall.goods != "MAKANAN" || (context.stall.documents.contains("HALAL") && context.stall.inspectedOn >= datetime("2025-11-22"))`,
  `context.deposit.paid >= 2500000 || context.guarantor.kind != "TIDAK_ADA"`,
  `context.contract.months >= 6 && context.contract.startsOn >= datetime("2026-11-22") && !context.stall.activities.contains("MALAM")`,
];
