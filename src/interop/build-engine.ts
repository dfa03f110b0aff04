import type { Almanac, Engine, RuleProperties } from "json-rules-engine";
import { namedTerms } from "../engine/computing/compute.ts";
import type { Pack, Service } from "../engine/model/pack.ts";
import type { Condition } from "../engine/model/policy.ts";
import { computedValue, type Lookup, tableValue } from "./computing.ts";
import { movedDate } from "./dates.ts";
import { groupCount, groupHolds, ITEM_RULE } from "./groups.ts";
import { decorators, operators } from "./operators.ts";
import { SerialEngine } from "./serial-engine.ts";
import { type Needs, noNeeds, translateRoot } from "./translate.ts";

/** A condition that becomes one rule. */
export interface NamedRule {
  readonly name: string;
  readonly condition: Condition;
}

/** What the rules of one Engine are read with. */
export interface EngineContext {
  readonly pack: Pack;
  readonly service: Service;
  readonly asOf: string;
}

/** Configures an Engine with one rule for each condition, and all that they refer to. */
export function buildEngine(rules: readonly NamedRule[], context: EngineContext): Engine {
  const engine = new SerialEngine([], { allowUndefinedFacts: true, pathResolver: noPath });
  for (const operator of operators()) engine.addOperator(operator);
  for (const decorator of decorators()) engine.addOperatorDecorator(decorator);
  const needs = noNeeds();
  for (const rule of rules) engine.addRule(ruleOf(rule, needs));
  addConditions(engine, needs, context.service);
  addFacts(engine, needs, context);
  addGroups(engine, needs, context);
  return engine;
}

/** Policies have no `path`; this shuts out JSONPath, which json-rules-engine would use. */
function noPath(): undefined {
  return undefined;
}

function ruleOf({ name, condition }: NamedRule, needs: Needs): RuleProperties {
  const event = { type: "met", params: { requirement: name } };
  return { name, conditions: translateRoot(condition, needs), event };
}

/** A set that grows while it is walked is walked to its end, so conditions may name conditions. */
function addConditions(engine: Engine, needs: Needs, service: Service): void {
  for (const name of needs.conditions) {
    const condition = service.conditions.get(name);
    if (condition === undefined) throw new TypeError(`unchecked condition ${name}`);
    engine.setCondition(name, translateRoot(condition, needs));
  }
}

/**
 * None of these is cached: json-rules-engine caches under a hash of a fact's name and `params`,
 * and two that collide would share one value.
 */
const NOT_CACHED = { cache: false };

function addFacts(engine: Engine, { facts, moved }: Needs, context: EngineContext): void {
  for (const id of facts) addFact(engine, id, context);
  for (const [name, { fact, params }] of moved) {
    engine.addFact(
      name,
      async (_, almanac) => movedDate(await almanac.factValue(fact), params, almanac),
      NOT_CACHED,
    );
  }
}

/** Adds what Layak itself says: `asOf`, parameters and counts. All else is given to `run`. */
function addFact(engine: Engine, id: string, { pack, service, asOf }: EngineContext): void {
  if (id === "asOf") {
    engine.addFact(id, (params, almanac) => movedDate(asOf, params, almanac), NOT_CACHED);
  } else if (id.startsWith(PARAMETER)) {
    const name = id.slice(PARAMETER.length);
    const table = service.parameters.get(name);
    if (table?.by === undefined)
      engine.addFact(id, parameterValue(service, name, asOf), NOT_CACHED);
    else {
      engine.addFact(id, (_, almanac) => tableValue(table, asOf, lookupIn(almanac)), NOT_CACHED);
    }
  } else if (id.endsWith(COUNT) && pack.groups.has(id.slice(0, -COUNT.length))) {
    const group = id.slice(0, -COUNT.length);
    engine.addFact(id, (_, almanac) => groupCount(group, almanac), NOT_CACHED);
  } else {
    addComputed(engine, id, { pack, service, asOf });
  }
}

/** Adds a computed fact, and all that it is computed from. */
function addComputed(engine: Engine, id: string, context: EngineContext): void {
  const fact = context.pack.facts.get(id);
  const compute = fact?.compute;
  if (fact === undefined || compute === undefined) return;
  for (const term of namedTerms(compute)) {
    const name = "over" in term ? term.over : term.fact;
    if (engine.getFact(name) === undefined) addFact(engine, name, context);
  }
  engine.addFact(
    id,
    (_, almanac) => computedValue(fact, compute, lookupIn(almanac), context),
    NOT_CACHED,
  );
}

function lookupIn(almanac: Almanac): Lookup {
  return (name) => almanac.factValue<unknown>(name);
}

const PARAMETER = "parameter.";
const COUNT = ".count";

function parameterValue(service: Service, id: string, asOf: string): unknown {
  const begun = service.parameters.get(id)?.values.filter(({ from }) => from <= asOf);
  return begun?.at(-1)?.value;
}

/** Each group condition gets an Engine of its own, with one rule that is asked of each item. */
function addGroups(engine: Engine, { groups }: Needs, context: EngineContext): void {
  for (const [name, condition] of groups) {
    const kind = "every" in condition ? "every" : "some";
    const group = "every" in condition ? condition.every : condition.some;
    const items = buildEngine([{ name: ITEM_RULE, condition: condition.conditions }], context);
    engine.addFact(name, (_, almanac) => groupHolds(kind, group, items, almanac), NOT_CACHED);
  }
}
