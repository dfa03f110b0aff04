import { durationIn } from "../conditions/shift.ts";
import type { LeafTrace, Trace } from "../conditions/trace.ts";
import { type Leaf, leavesOf, type Operand } from "../conditions/tree.ts";
import { UNKNOWN } from "../conditions/truth.ts";
import { stated } from "../conditions/values.ts";
import type { FactValue } from "../model/catalogue.ts";
import type { EvidenceParams } from "../model/decision.ts";
import type { Pack } from "../model/pack.ts";
import type { Found } from "./evidence.ts";
import { isBlocked } from "./outcome.ts";
import type { Program } from "./program.ts";
import { requirementTraces, scopeTrace } from "./traces.ts";

/**
 * The absent facts that strong Kleene logic leaves open in what is still undecided, in document
 * order. A settled node has the same truth for every completion, so no fact below it can matter.
 */
export function missingFacts(program: Program, found: Found): readonly string[] {
  const names = new Set<string>();
  collect(scopeTrace(program, found), names);
  const open = isBlocked(found.requirements) ? [] : program.requirements;
  for (const [index, compiled] of open.entries()) {
    const decided = found.requirements[index];
    if (decided?.outcome !== "unknown" || decided.enforcement === "advisory") continue;
    const { when, conditions } = requirementTraces(compiled, decided);
    collect(when, names);
    collect(conditions, names);
  }
  return given(names, found.computed, program.pack);
}

/** The absent facts that keep any of these conditions open; of what is computed, those behind it. */
export function openFacts(
  traces: readonly (Trace | null)[],
  computed: Found["computed"],
  pack: Pack,
): readonly string[] {
  const names = new Set<string>();
  for (const trace of traces) collect(trace, names);
  return given(names, computed, pack);
}

/** Names of facts that can be given: in place of what is computed stands what it is computed from. */
function given(names: Set<string>, computed: Found["computed"], pack: Pack): readonly string[] {
  return computed === undefined ? [...names] : pack.computing.absent(names, computed, pack.groups);
}

function collect(trace: Trace | null, names: Set<string>): void {
  if (trace?.truth !== UNKNOWN) return;
  for (const name of unknownAt(trace)) names.add(name);
  if (trace.kind !== "leaf") for (const child of trace.children) collect(child, names);
}

function unknownAt(trace: Trace): readonly string[] {
  if (trace.kind === "leaf") return unknownOf(trace);
  const { node, children } = trace;
  if (children.length > 0 || !("group" in node)) return [];
  return [node.group, ...leavesOf(node).flatMap(({ leaf }) => unknownParameters(leaf))];
}

/** Whatever keeps a leaf from being settled: an absent side, a duration, an item of a list. */
function unknownOf({ node: { left, right }, evidence }: LeafTrace): readonly string[] {
  const { fact, actual, params, expected, expectedFrom, expectedGiven, expectedParams } = evidence;
  const names = unknownIn(left, fact, actual, params);
  if (expectedFrom === undefined) return names;
  return [...names, ...unknownIn(right, expectedFrom, expectedGiven ?? expected, expectedParams)];
}

function unknownIn(
  operand: Operand,
  name: string,
  told: FactValue,
  params: EvidenceParams | undefined,
): readonly string[] {
  const moved = operand.kind === "constant" && operand.shift !== undefined;
  const given = moved ? stated(operand.given) : told;
  const absent = operand.kind === "count" ? operand.group : name;
  return [...(given === null ? [absent] : unknownItems(name, given)), ...unknownDuration(params)];
}

/** No item of an absent group is there to be asked, but parameters without a value are known. */
function unknownParameters({ left, right }: Leaf): readonly string[] {
  return [left, right].flatMap((operand) => {
    if (operand.kind === "count") return [];
    const params = operand.shift?.params;
    if (operand.kind === "fact") return unknownDuration(params);
    return operand.from === undefined
      ? []
      : unknownIn(operand, operand.from, stated(operand.value), params);
  });
}

function unknownDuration(params: EvidenceParams | undefined): readonly string[] {
  return params?.from !== undefined && durationIn(params) === null ? [params.from] : [];
}

function unknownItems(name: string, value: FactValue): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return value.flatMap((item, index) => (item === null ? [`${name}[${index}]`] : []));
}
