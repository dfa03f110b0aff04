import type { GroupedLeaf } from "../conditions/tree.ts";
import type { FactRecord } from "../conditions/values.ts";
import type { Compile, Program } from "../decision/program.ts";
import type { Vocabulary } from "../explanation/names.ts";
import type { FaultTeller } from "../facts/fault.ts";
import type { FactPlace } from "../remedies/place.ts";
import type { Fact, FactShape, Facts, Group, Scalar } from "./catalogue.ts";
import type { ComputedFact, ComputingContext, ReadName } from "./compute.ts";
import type {
  ComputedEvidence,
  Evidence,
  GrantDecision,
  GrantExplanation,
  Outcome,
} from "./decision.ts";
import type { Citation, Condition, Policy, Provenance } from "./policy.ts";
import type { Text } from "./text.ts";

export interface DurationShape {
  readonly type: "duration";
}

/** What a parameter is for each code of a fact. */
export type ParameterTable = Readonly<Record<string, Scalar>>;

/** The value of a parameter from one day on, until the next value's day; where it has `by`, a table. */
export interface ParameterValue {
  readonly from: string;
  readonly value: Scalar | readonly Scalar[] | ParameterTable;
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
  /** The fact whose code says which value of the table it is. */
  readonly by?: string;
  readonly sources: readonly Citation[];
  readonly values: readonly ParameterValue[];
  readonly note?: Text;
}

/** What a parameter in rupiah pays for: programmes of one person of a segment, for a month. */
export interface Contribution {
  readonly segment: string;
  readonly programmes: readonly string[];
  /** The last day on which it is known to be so; its value may be read for longer. */
  readonly until?: string;
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

/** `true`: given, in whatever amount. A number: given in that amount. `false`: not given. */
export type ExpectedGrant = boolean | number | "unknown";

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
    /** By their ids: given at all, in which amount of whole rupiah, not given, or not known. */
    readonly grants?: Readonly<Record<string, ExpectedGrant>>;
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

/** How facts are computed, and told. */
export interface Computing {
  /** All that has to be computed before these names can be read, each after what it reads itself. */
  readonly facts: (names: Iterable<ReadName>, context: ComputingContext) => readonly ComputedFact[];
  /** What the texts of a policy's conditions tell, of the application or of each item. */
  readonly toldNames: (policy: Pick<Program, "scope" | "requirements">) => readonly ReadName[];
  /** The facts with all that is computed from them; what is not known is null. */
  readonly completed: (computed: readonly ComputedFact[], facts: FactRecord) => FactRecord;
  /** Of leaves those that read what is computed from `asOf`. */
  readonly turning: (
    leaves: readonly GroupedLeaf[],
    computed: readonly ComputedFact[],
  ) => readonly GroupedLeaf[];
  /** What was computed, for completed facts. */
  readonly evidence: (
    computed: readonly ComputedFact[],
    facts: FactRecord,
  ) => readonly ComputedEvidence[];
  /** The absent facts behind names that are not known, each once. */
  readonly absent: (
    names: Iterable<string>,
    computed: readonly ComputedEvidence[],
    groups: ReadonlyMap<string, Group>,
  ) => readonly string[];
  /** The days, as numbers, from one to another on which a leaf may turn by what it reads computed. */
  readonly turns: (
    program: Program,
    leaf: GroupedLeaf,
    facts: FactRecord,
    from: number,
    to: number,
  ) => readonly number[];
  /**
   * Why two days decide the same facts differently: another version, else the parameters with
   * another value, else the facts whose comparison with the day turned.
   */
  readonly causes: (before: Program, after: Program, facts: Facts) => readonly string[];
  /** What these leaves read that was computed, each as a sum with its numbers. */
  readonly formulas: (vocabulary: Vocabulary, evidence: readonly Evidence[]) => readonly string[];
}

/** How remedies look behind facts that are computed. */
export interface BehindComputed {
  /** In place of facts that are computed those that they are computed from, where an applicant can change them. */
  readonly places: (
    program: Program,
    facts: FactRecord,
    places: readonly FactPlace[],
  ) => readonly FactPlace[];
  /** The values of a fact next to which a leaf turns by what is computed from it, all else as it is. */
  readonly turningValues: (
    program: Program,
    facts: FactRecord,
    place: FactPlace,
  ) => readonly Scalar[];
}

/** How what a policy grants is decided and told. */
export interface Granting {
  /** What a version grants, compiled for a day as a policy of its own; null where it cannot be decided then. */
  readonly compile: (...version: Parameters<Compile>) => Program | null;
  /** For checked facts; how long it stays so is asked of `known`, for later versions may read more. */
  readonly decide: (
    program: Program,
    facts: Facts,
    known: Facts,
    compile: Compile,
  ) => readonly GrantDecision[];
  /** What was granted, in words; `summary` is a sentence, empty where nothing is to be said. */
  readonly explain: (
    vocabulary: Vocabulary,
    program: Program,
    grants: readonly GrantDecision[],
  ) => { readonly grants: readonly GrantExplanation[]; readonly summary: string };
}

/** A folder of rules: those of a city, a regency or a province. */
export interface City {
  readonly label?: Text;
  /** The code of its area: `36` a province, `3673` a city or regency. */
  readonly area?: string;
  /** Its offices, by code. */
  readonly offices: ReadonlyMap<string, Text>;
  /** The nation's parameters, with its own in their place; there even before its first service. */
  readonly parameters: ReadonlyMap<string, Parameter>;
  /** Of its parameters and the nation's those that are contributions, by their ids. */
  readonly contributions: ReadonlyMap<string, Contribution>;
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
  /** Words for a fault among a question's facts. The pack brings them, so that the engine stays small. */
  readonly tellFault: FaultTeller;
  /** The arithmetic of computed facts. The pack brings it too: most policies compute nothing. */
  readonly computing: Computing;
  /** How remedies look behind what is computed; absent where the search for them is loaded apart, and brings it. */
  readonly behind?: BehindComputed;
  /** What policies grant. The pack brings it: most of them grant nothing. */
  readonly granting: Granting;
  /** The candidate that a mistyped word most likely means, or null. The pack brings it as well. */
  readonly suggest: (word: string, candidates: Iterable<string>) => string | null;
}
