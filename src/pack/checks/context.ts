import type { Parameter } from "../../engine/model/pack.ts";
import type { DeclaredCatalogue } from "./catalogue.ts";
import type { Declared } from "./declared.ts";
import { noting, type Reads } from "./reads.ts";
import type { Report } from "./rule-file.ts";

/** What a condition may name. */
export interface Vocabulary {
  readonly catalogue: DeclaredCatalogue;
  readonly parameters: Declared<Parameter>;
  /** Named conditions, by name alone. */
  readonly conditions: Declared<true>;
}

/** Where in the rules a condition stands while it is checked. */
export interface ConditionContext {
  readonly vocabulary: Vocabulary;
  readonly report: Report;
  readonly reads: Reads;
  /** The group whose items the condition is about; null outside of groups. */
  readonly group: string | null;
  readonly depth: number;
}

/** The context of a condition as a whole, whose reads are gathered in `reads`. */
export function rootContext(
  vocabulary: Vocabulary,
  reads: Reads,
  report: Report,
): ConditionContext {
  return { vocabulary, reads, report: noting(report, reads), group: null, depth: 1 };
}
