import { parameterNamed } from "../../../engine/conditions/references.ts";
import type { Vocabulary } from "../../../engine/explanation/names.ts";
import type { DecisionRecord, FactOrigin, FactState } from "../../../ledger/entry.ts";
import { todayInJakarta } from "../../today.ts";
import { nameIn } from "./name.ts";

/**
 * Why a fact is not known: what `facts` says of it; `not-set` where it is a parameter without a value
 * on that day; `looked-up-later` where a preview reads no registry.
 */
export type UnknownCause = Exclude<FactState, "answered"> | "not-set" | "looked-up-later";

/** How a cause is told: a registry may know a person, and not this of them. */
export type Telling = UnknownCause | "not-in-record";

/** A name of `missing` with why it is not known. */
export interface Unknown {
  readonly name: string;
  readonly telling: Telling;
  /** `registry:` and its name; absent where no registry was to answer. */
  readonly registry?: string;
  /** The day in Jakarta on which a registry observed it, or its absence. */
  readonly day?: string;
}

type Found = Pick<DecisionRecord, "origins"> & {
  readonly decision: Pick<DecisionRecord["decision"], "missing">;
};

/** Why each fact is not known that keeps a decision open. */
export function unknownOf(
  vocabulary: Vocabulary,
  { decision, origins }: Found,
): readonly Unknown[] {
  return decision.missing.map((name) => {
    if (isParameter(vocabulary, name)) return { name, telling: "not-set" };
    const { item, fact } = nameIn(name);
    const prefix = item === null ? "" : `${item.group}[${item.index}].`;
    const origin = origins[prefix + fact];
    const { source, at } = origin ?? {};
    return {
      name,
      telling: tellingOf(origin, origins[`${prefix}coverage.status`]),
      ...(source?.startsWith("registry:") && { registry: source }),
      ...(at !== undefined && { day: todayInJakarta(new Date(at)) }),
    };
  });
}

/** The same of a preview, which was given facts alone. */
export function unknownInPreview(
  vocabulary: Vocabulary,
  missing: readonly string[],
): readonly Unknown[] {
  return missing.map((name) => {
    if (isParameter(vocabulary, name)) return { name, telling: "not-set" };
    const source = vocabulary.pack.facts.get(nameIn(name).fact)?.source;
    return source?.startsWith("registry:")
      ? { name, telling: "looked-up-later", registry: source }
      : { name, telling: "not-given" };
  });
}

function isParameter({ service }: Vocabulary, name: string): boolean {
  return parameterNamed(name, service) !== undefined;
}

/** Of a list that was answered, or given, an item may still be unknown. */
function tellingOf(origin: FactOrigin | undefined, status: FactOrigin | undefined): Telling {
  if (origin === undefined) return "not-given";
  switch (origin.state) {
    case "not-found":
      return status?.state === "not-found" ? "not-found" : "not-in-record";
    case "answered":
      return origin.source.startsWith("registry:") ? "not-in-record" : "not-given";
    default:
      return origin.state;
  }
}
