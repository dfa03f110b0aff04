import type { Fact, FactShape, Facts, Group, Scalar } from "./catalogue.ts";
import type { Outcome } from "./decision.ts";
import type { Citation, Condition, Policy, Provenance } from "./policy.ts";
import type { Text } from "./text.ts";

export interface DurationShape {
  readonly type: "duration";
}

/** The value of a parameter from one day on, until the next value's day. */
export interface ParameterValue {
  readonly from: string;
  readonly value: Scalar | readonly Scalar[];
  readonly provenance: Provenance;
  readonly by?: string;
  readonly on?: string;
  readonly note?: Text;
}

/** A number, amount or duration fixed by regulation. `values` stand in the order of their days. */
export interface Parameter {
  readonly shape: FactShape | DurationShape;
  readonly label: Text;
  readonly unit?: string;
  readonly sources: readonly Citation[];
  readonly values: readonly ParameterValue[];
  readonly note?: Text;
}

/** A legal instrument, agreement or report that a requirement rests on. */
export interface Source {
  readonly title: Text;
  readonly kind: SourceKind;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date: string;
  readonly until?: string;
  readonly reference?: string;
  readonly text: "seen" | "reported";
  readonly note?: Text;
}

export type SourceKind =
  | "law"
  | "government-regulation"
  | "presidential-regulation"
  | "presidential-instruction"
  | "ministerial-regulation"
  | "local-regulation"
  | "circular"
  | "memorandum"
  | "agreement"
  | "report";

/** Facts and a date, with the decision that policy staff expect. */
export interface Case {
  readonly name: string;
  readonly asOf: string;
  readonly version?: string;
  readonly facts: Facts;
  readonly expect: {
    readonly outcome: Outcome;
    readonly unmet?: readonly string[];
    readonly missing?: readonly string[];
  };
  /** Who confirmed what is expected, and when. */
  readonly confirmed?: { readonly by: string; readonly on: string };
  readonly note?: Text;
}

/** One policy file: `from` is the first day in force, its file name. */
export interface PolicyVersion {
  readonly from: string;
  readonly policy: Policy;
}

/** One service of one city, with everything that its policies refer to. */
export interface Service {
  /** `city/service`. */
  readonly id: string;
  /** Drafts among them; in the order of `from`. */
  readonly versions: readonly PolicyVersion[];
  readonly conditions: ReadonlyMap<string, Condition>;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly cases: readonly Case[];
}

/** A folder of rules: those of a city, a regency or a province. */
export interface City {
  readonly label?: Text;
  /** The code of its area: `36` a province, `3673` a city or regency. */
  readonly area?: string;
  /** Its offices, by code. */
  readonly offices: ReadonlyMap<string, Text>;
  /** The ids that its own files declare; all others are the nation's. */
  readonly own: {
    readonly parameters: readonly string[];
    readonly sources: readonly string[];
  };
}

/** Everything under `rules/`, checked. Made by `parsePack`; never by hand. */
export interface Pack {
  readonly facts: ReadonlyMap<string, Fact>;
  readonly groups: ReadonlyMap<string, Group>;
  /** By the name of their folder. */
  readonly cities: ReadonlyMap<string, City>;
  /** By `city/service`, in the order of their ids. */
  readonly services: ReadonlyMap<string, Service>;
  /** SHA-256 of a text's UTF-8, as 64 hexadecimal digits. The pack brings it, so that the engine needs no dependency. */
  readonly sha256: (text: string) => string;
  /** The candidate that a mistyped word most likely means, or null. The pack brings it as well. */
  readonly suggest: (word: string, candidates: Iterable<string>) => string | null;
}
