import type { Finding } from "../diagnostics/diagnostic.ts";
import type { JsonNode } from "../json/nodes.ts";

/** Where a finding points: a node, a key, or the beginning of a file. */
export interface Place {
  readonly offset: number;
}

/** Tells a finding at its place in one file. */
export type Report = (place: Place, finding: Finding) => void;

/** A file of rules that is JSON. */
export interface RuleFile {
  /** Relative to the rules directory. */
  readonly path: string;
  readonly root: JsonNode;
  readonly report: Report;
  readonly lineOf: (place: Place) => number;
}
