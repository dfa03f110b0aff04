import { parameterName, readReference } from "../../engine/conditions/references.ts";
import type { Fact } from "../../engine/model/catalogue.ts";
import type { Computation, Operation, Term } from "../../engine/model/compute.ts";
import type { Parameter } from "../../engine/model/pack.ts";
import {
  dividedByZero,
  literalTooFine,
  nothingToRound,
  roundingUnsaid,
  termInWords,
  termMisfit,
  wrongTermCount,
} from "../diagnostics/computations.ts";
import {
  computedButGiven,
  computedFromPersonal,
  computedWithinLimits,
  notComputable,
  resultMisfit,
} from "../diagnostics/computing.ts";
import { notAFactOfTheGroup } from "../diagnostics/conditions.ts";
import { unknownFact, unknownGroup, unknownParameter } from "../diagnostics/names.ts";
import { itemsOf, type JsonNode, memberOf } from "../json/nodes.ts";
import { suggest } from "../suggest.ts";
import { isComputed, withAllBehind } from "./behind.ts";
import type { DeclaredCatalogue } from "./catalogue.ts";
import { namesIn } from "./computing-circles.ts";
import {
  agrees,
  fits,
  inWords,
  type Result,
  resultOf,
  resultOfLiteral,
  resultOfShape,
} from "./computing-results.ts";
import { type Declared, lookUp, suggestDeclared } from "./declared.ts";
import type { Report } from "./rule-file.ts";

/** What computed facts may name. The catalogue is national, and so are the parameters it computes with. */
export interface ComputingVocabulary {
  readonly catalogue: DeclaredCatalogue;
  readonly parameters: Declared<Parameter>;
  readonly report: Report;
}

/** Checks one computed fact: what it reads, that its types fit, and that it is what it is declared as. */
export function checkComputed(
  node: JsonNode,
  id: string,
  fact: Fact,
  vocabulary: ComputingVocabulary,
): void {
  const { compute } = fact;
  const place = memberOf(node, "compute");
  if (compute === undefined || place === undefined) return;
  const { report } = vocabulary;
  if (fact.source !== "system") {
    report(memberOf(node, "source") ?? node, computedButGiven(id, "source"));
  }
  if (fact.actionable !== undefined) {
    report(memberOf(node, "actionable") ?? node, computedButGiven(id, "actionable"));
  }
  for (const key of ["minimum", "maximum"]) {
    const limit = memberOf(node, key);
    if (limit !== undefined) report(limit, computedWithinLimits(id, key));
  }
  const personal = fact.personal ? undefined : personalOperand(compute, vocabulary);
  if (personal !== undefined) {
    report(memberOf(node, "personal") ?? node, computedFromPersonal(id, personal));
  }
  const declared = resultOfShape(fact, fact.unit);
  if (declared.type === "other" || declared.isList || fact.type === "number") {
    report(memberOf(node, "type") ?? node, notComputable(id, fact.type));
    return;
  }
  const result = checkComputation(place, compute, vocabulary);
  if (result === null || agrees(result, declared)) return;
  report(place, resultMisfit(id, inWords(declared), inWords(result)));
}

/** The first personal fact that it is computed from; of a table the fact that says which value it is. */
function personalOperand(
  computation: Computation,
  { catalogue, parameters }: ComputingVocabulary,
): string | undefined {
  const ids = namesIn(computation).map((name) =>
    name.startsWith(PARAMETER)
      ? (lookUp(parameters, name.slice(PARAMETER.length))?.by ?? name)
      : name,
  );
  return ids.find((id) => lookUp(catalogue.facts, id)?.personal === true);
}

const PARAMETER = parameterName("");

/** How many terms an operation takes; the others take any number. */
const TERM_COUNTS: Readonly<Partial<Record<Operation, number>>> = {
  difference: 2,
  quotient: 2,
  count: 1,
  monthsBetween: 2,
  yearsBetween: 2,
};

function checkComputation(
  node: JsonNode,
  computation: Computation,
  vocabulary: ComputingVocabulary,
): Result | null {
  const { operation, of } = computation;
  const { report } = vocabulary;
  checkRounding(node, computation, report);
  const wanted = TERM_COUNTS[operation];
  if (wanted !== undefined && of.length !== wanted) {
    report(memberOf(node, "of") ?? node, wrongTermCount(operation, of.length, wanted));
    return null;
  }
  const places = itemsOf(memberOf(node, "of"));
  if (operation === "quotient" && of[1] === 0) {
    report(places[1] ?? node, dividedByZero());
    return null;
  }
  const results = of.map((term, index) => resultOfTerm(places[index] ?? node, term, vocabulary));
  const known = results.flatMap((result) => result ?? []);
  if (known.length < results.length) return null;
  const misfit = known.findIndex(
    (result, index) => !fits(operation, result, known.slice(0, index)),
  );
  const term = of[misfit];
  if (term !== undefined) {
    report(places[misfit] ?? node, termMisfit(operation, termInWords(term)));
    return null;
  }
  return resultOf(computation, known);
}

function checkRounding(node: JsonNode, computation: Computation, report: Report): void {
  for (const key of ["scale", "rounding"] as const) {
    const place = memberOf(node, key);
    if (computation.operation === "quotient") {
      if (place === undefined) report(node, roundingUnsaid(key));
    } else if (place !== undefined) report(place, nothingToRound(computation.operation, key));
  }
}

function resultOfTerm(node: JsonNode, term: Term, vocabulary: ComputingVocabulary): Result | null {
  if (typeof term === "number") {
    const result = resultOfLiteral(term);
    if (result === null) vocabulary.report(node, literalTooFine(term));
    return result;
  }
  if ("operation" in term) return checkComputation(node, term, vocabulary);
  const { catalogue, parameters, report } = vocabulary;
  const place = memberOf(node, "fact") ?? node;
  if ("over" in term) return resultOverGroup(node, term.over, term.fact, vocabulary);
  const reference = readReference(term.fact, catalogue.groups.entries);
  switch (reference.kind) {
    case "asOf":
      return { type: "date", scale: 0, isList: false };
    case "count":
      return { type: "number", scale: 0, isList: false };
    case "parameter": {
      const parameter = lookUp(parameters, reference.id);
      if (parameter === undefined) {
        const known = [...parameters.entries.keys()].map(parameterName);
        report(place, unknownParameter(term.fact, suggest(term.fact, known), known));
      }
      if (parameter === undefined || parameter === null) return null;
      const { shape, unit } = parameter;
      return shape.type === "duration"
        ? { type: "other", scale: 0, isList: false }
        : resultOfShape(shape, unit);
    }
    default: {
      const fact = lookUp(catalogue.facts, term.fact);
      if (fact === undefined) {
        report(place, unknownFact(term.fact, suggestDeclared(term.fact, catalogue.facts)));
      }
      return fact === undefined || fact === null ? null : resultOfShape(fact, fact.unit);
    }
  }
}

function resultOverGroup(
  node: JsonNode,
  over: string,
  id: string,
  { catalogue, parameters, report }: ComputingVocabulary,
): Result | null {
  const group = lookUp(catalogue.groups, over);
  if (group === undefined) {
    const known = [...catalogue.groups.entries.keys()];
    report(memberOf(node, "over") ?? node, unknownGroup(over, suggest(over, known), known));
  }
  if (group === undefined || group === null) return null;
  const fact = lookUp(catalogue.facts, id);
  if (fact === undefined) {
    report(memberOf(node, "fact") ?? node, unknownFact(id, suggest(id, group.facts)));
  } else {
    // What an item computes, it computes from its own facts.
    const foreign = [...withAllBehind(id, { catalogue, parameters })].find(
      (name) => !isComputed(name, catalogue) && !group.facts.includes(name),
    );
    if (foreign !== undefined) {
      report(memberOf(node, "fact") ?? node, notAFactOfTheGroup(foreign, over, group.facts));
      return null;
    }
  }
  if (fact === undefined || fact === null) return null;
  return { ...resultOfShape(fact, fact.unit), isList: true };
}
