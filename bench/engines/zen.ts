import { ZenEngine } from "@gorules/zen-engine";
import { nested } from "../applications/nested.ts";
import { type Answer, answerOf, asynchronous, type Entrant } from "./engine.ts";

/** GoRules ZEN: one decision with one expression for each requirement, loaded once. */
export const zen: Entrant = (applications) => {
  const decision = new ZenEngine().createDecision(Buffer.from(JSON.stringify(graph())));
  return asynchronous({
    name: "GoRules ZEN",
    forms: applications.map(nested),
    decide: (facts) => decision.safeEvaluate(facts),
    read: (response): Answer =>
      response.success
        ? answerOf(EXPRESSIONS.map((_, index) => response.data.result[nameOf(index)]))
        : { outcome: "error", requirements: [] },
  });
};

function graph() {
  return {
    nodes: [
      { id: "in", type: "inputNode", name: "in" },
      {
        id: "rules",
        type: "expressionNode",
        name: "rules",
        content: {
          expressions: EXPRESSIONS.map((value, index) => ({
            id: nameOf(index),
            key: nameOf(index),
            value,
          })),
        },
      },
      { id: "out", type: "outputNode", name: "out" },
    ],
    edges: [
      { id: "first", sourceId: "in", targetId: "rules", type: "edge" },
      { id: "second", sourceId: "rules", targetId: "out", type: "edge" },
    ],
  };
}

function nameOf(index: number): string {
  return `requirement${index}`;
}

const EXPRESSIONS = [
  `(coverage.status == 'AKTIF' or (coverage.status == 'MASA_TENGGANG' and date(coverage.paidThrough) >= date('2026-08-22'))) and 'JKK' in coverage.programmes and 'JKM' in coverage.programmes`,
  `applicant.residence in ['3673', '3604'] and date(applicant.birthDate) <= date('2009-11-22')`,
  `kiosk.count < 2`,
  `levy.arrears == 0 or (levy.instalments == true and levy.arrears <= 5000000)`,
  `not (sanction.blacklisted == true or sanction.level > 2)`,
  `stall.goods != 'MAKANAN' or ('HALAL' in stall.documents and date(stall.inspectedOn) >= date('2025-11-22'))`,
  `deposit.paid >= 2500000 or guarantor.kind != 'TIDAK_ADA'`,
  `contract.months >= 6 and date(contract.startsOn) >= date('2026-11-22') and not ('MALAM' in stall.activities)`,
];
