import { LogicEngine } from "json-logic-engine";
import { nested } from "../applications/nested.ts";
import { answerOf, type Entrant, synchronous } from "./engine.ts";

/** JsonLogic, each requirement compiled by itself. */
export const jsonLogic: Entrant = (applications) => {
  const engine = new LogicEngine();
  const requirements = RULES.map((rule) => engine.build(rule));
  return synchronous({
    name: "json-logic-engine, compiled",
    forms: applications.map(nested),
    decide: (facts) => requirements.map((requirement): boolean => requirement(facts)),
    read: answerOf,
  });
};

const fact = (name: string) => ({ var: name });

const RULES = [
  {
    and: [
      {
        or: [
          { "===": [fact("coverage.status"), "AKTIF"] },
          {
            and: [
              { "===": [fact("coverage.status"), "MASA_TENGGANG"] },
              { ">=": [fact("coverage.paidThrough"), "2026-08-22"] },
            ],
          },
        ],
      },
      { in: ["JKK", fact("coverage.programmes")] },
      { in: ["JKM", fact("coverage.programmes")] },
    ],
  },
  {
    and: [
      { in: [fact("applicant.residence"), ["3673", "3604"]] },
      { "<=": [fact("applicant.birthDate"), "2009-11-22"] },
    ],
  },
  { "<": [fact("kiosk.count"), 2] },
  {
    or: [
      { "===": [fact("levy.arrears"), 0] },
      {
        and: [
          { "===": [fact("levy.instalments"), true] },
          { "<=": [fact("levy.arrears"), 5_000_000] },
        ],
      },
    ],
  },
  {
    "!": {
      or: [{ "===": [fact("sanction.blacklisted"), true] }, { ">": [fact("sanction.level"), 2] }],
    },
  },
  {
    or: [
      { "!==": [fact("stall.goods"), "MAKANAN"] },
      {
        and: [
          { in: ["HALAL", fact("stall.documents")] },
          { ">=": [fact("stall.inspectedOn"), "2025-11-22"] },
        ],
      },
    ],
  },
  {
    or: [
      { ">=": [fact("deposit.paid"), 2_500_000] },
      { "!==": [fact("guarantor.kind"), "TIDAK_ADA"] },
    ],
  },
  {
    and: [
      { ">=": [fact("contract.months"), 6] },
      { ">=": [fact("contract.startsOn"), "2026-11-22"] },
      { "!": { in: ["MALAM", fact("stall.activities")] } },
    ],
  },
];
