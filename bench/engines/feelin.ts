import { evaluate } from "feelin";
import { nested } from "../applications/nested.ts";
import { answerOf, type Entrant, synchronous } from "./engine.ts";

/** FEEL, the expression language of DMN; feelin parses an expression each time it is asked. */
export const feelin: Entrant = (applications) =>
  synchronous({
    name: "feelin",
    forms: applications.map(nested),
    decide: (facts) => EXPRESSIONS.map((expression) => evaluate(expression, facts).value),
    read: (values) => answerOf(values.map((value) => (typeof value === "boolean" ? value : null))),
  });

const EXPRESSIONS = [
  `(coverage.status = "AKTIF" or (coverage.status = "MASA_TENGGANG" and date(coverage.paidThrough) >= date("2026-08-22"))) and list contains(coverage.programmes, "JKK") and list contains(coverage.programmes, "JKM")`,
  `list contains(["3673", "3604"], applicant.residence) and date(applicant.birthDate) <= date("2009-11-22")`,
  `kiosk.count < 2`,
  `levy.arrears = 0 or (levy.instalments = true and levy.arrears <= 5000000)`,
  `not(sanction.blacklisted = true or sanction.level > 2)`,
  `stall.goods != "MAKANAN" or (list contains(stall.documents, "HALAL") and date(stall.inspectedOn) >= date("2025-11-22"))`,
  `deposit.paid >= 2500000 or guarantor.kind != "TIDAK_ADA"`,
  `contract.months >= 6 and date(contract.startsOn) >= date("2026-11-22") and not(list contains(stall.activities, "MALAM"))`,
];
