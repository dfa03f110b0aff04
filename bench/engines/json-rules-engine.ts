import { Engine, type EngineOptions, type TopLevelCondition } from "json-rules-engine";
import { nested } from "../applications/nested.ts";
import { answerOf, asynchronous, type Entrant } from "./engine.ts";

export const JSON_RULES_ENGINE = "json-rules-engine";
export const JSON_RULES_ENGINE_FLAT = "json-rules-engine, flat facts, no paths";

/** As its README has it: facts are objects, a `path` reads what is in them. */
export const jsonRulesEngine: Entrant = (applications) =>
  contender(JSON_RULES_ENGINE, applications.map(nested), withPath, {});

/** The same with a resolver of its own instead of JSONPath. */
export const jsonRulesEngineResolver: Entrant = (applications) =>
  contender("json-rules-engine, own pathResolver", applications.map(nested), withPath, {
    pathResolver: (value, path) => Reflect.get(value, path.slice("$.".length)),
  });

/** Every fact by itself, so that there is no path to resolve. */
export const jsonRulesEngineFlat: Entrant = (applications) =>
  contender(JSON_RULES_ENGINE_FLAT, applications, withoutPath, {});

type Leaf = (fact: string, operator: string, value: unknown) => LeafProperties;
type LeafProperties = { fact: string; path?: string; operator: string; value: unknown };

const withoutPath: Leaf = (fact, operator, value) => ({ fact, operator, value });

const withPath: Leaf = (id, operator, value) => {
  const [fact = id, name] = id.split(".");
  return { fact, path: `$.${name}`, operator, value };
};

/** One Engine for the policy, one rule for each requirement. */
function contender(
  name: string,
  forms: readonly Readonly<Record<string, unknown>>[],
  leaf: Leaf,
  options: EngineOptions,
): ReturnType<Entrant> {
  const rules = rulesOf(leaf);
  const names = Object.keys(rules);
  const engine = new Engine(
    Object.entries(rules).map(([id, conditions]) => ({
      name: id,
      conditions,
      event: { type: "met" },
    })),
    { allowUndefinedFacts: true, ...options },
  );
  engine.addOperator("onOrAfter", (date: string, limit: string) => date >= limit);
  engine.addOperator("onOrBefore", (date: string, limit: string) => date <= limit);
  engine.setCondition("covered", coveredBy(leaf));
  return asynchronous({
    name,
    forms,
    decide: (facts) => engine.run(facts),
    read: ({ results }) => answerOf(names.map((id) => results.some((rule) => rule.name === id))),
  });
}

function coveredBy(leaf: Leaf): TopLevelCondition {
  return {
    all: [
      {
        any: [
          leaf("coverage.status", "equal", "AKTIF"),
          {
            all: [
              leaf("coverage.status", "equal", "MASA_TENGGANG"),
              leaf("coverage.paidThrough", "onOrAfter", "2026-08-22"),
            ],
          },
        ],
      },
      leaf("coverage.programmes", "everyValue:contains", ["JKK", "JKM"]),
    ],
  };
}

function rulesOf(leaf: Leaf): Record<string, TopLevelCondition> {
  return {
    coverage: { all: [{ condition: "covered" }] },
    resident: {
      all: [
        leaf("applicant.residence", "in", ["3673", "3604"]),
        leaf("applicant.birthDate", "onOrBefore", "2009-11-22"),
      ],
    },
    kiosks: { all: [leaf("kiosk.count", "lessThan", 2)] },
    levy: {
      any: [
        leaf("levy.arrears", "equal", 0),
        {
          all: [
            leaf("levy.instalments", "equal", true),
            leaf("levy.arrears", "lessThanInclusive", 5_000_000),
          ],
        },
      ],
    },
    sanction: {
      not: {
        any: [
          leaf("sanction.blacklisted", "equal", true),
          leaf("sanction.level", "greaterThan", 2),
        ],
      },
    },
    food: {
      any: [
        { not: leaf("stall.goods", "equal", "MAKANAN") },
        {
          all: [
            leaf("stall.documents", "contains", "HALAL"),
            leaf("stall.inspectedOn", "onOrAfter", "2025-11-22"),
          ],
        },
      ],
    },
    security: {
      any: [
        leaf("deposit.paid", "greaterThanInclusive", 2_500_000),
        leaf("guarantor.kind", "notEqual", "TIDAK_ADA"),
      ],
    },
    contract: {
      all: [
        leaf("contract.months", "greaterThanInclusive", 6),
        leaf("contract.startsOn", "onOrAfter", "2026-11-22"),
        leaf("stall.activities", "doesNotContain", "MALAM"),
      ],
    },
  };
}
