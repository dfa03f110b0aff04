import type { ProblemCode } from "../../problems/codes.ts";
import type { JsonObject } from "../schema.ts";

/** Named examples of a body. */
export type Examples = Readonly<Record<string, JsonObject>>;

export type Tag =
  | "Decisions"
  | "Previews"
  | "Objections"
  | "Coverage"
  | "Bulk"
  | "Services"
  | "Contract"
  | "System";

/** A header of an answer, by the name of its component. */
export type HeaderName = "Location" | "ETag" | "CacheControl" | "Vary" | "ContentLanguage";

export interface Answer {
  readonly description: string;
  /** The component that its body is; none where it has no body of JSON. */
  readonly component?: string;
  /** Of its body where that is a component; `application/json` unless stated. */
  readonly jsonType?: string;
  /** Of a body that is not JSON. */
  readonly contentTypes?: readonly string[];
  readonly headers?: readonly HeaderName[];
  readonly examples?: Examples;
}

/** One route as the document tells it. Its address and scope stand in the table of routes. */
export interface Operation {
  readonly operationId: string;
  readonly tag: Tag;
  readonly summary: string;
  readonly description: string;
  /** Names of parameter components besides those of the path. */
  readonly parameters?: readonly string[];
  readonly body?: { readonly component: string; readonly examples?: Examples };
  readonly answers: Readonly<Record<number, Answer>>;
  /** What it may answer besides what every route like it may. */
  readonly problems: readonly ProblemCode[];
  /** Whether a parameter of the query that it does not have is refused. */
  readonly refusesQuery: boolean;
}

/** By method and path, as in the table of routes: `POST /v1/decisions`. */
export type Operations = Readonly<Record<string, Operation>>;

/** What one decision may be refused for. */
export const DECISION_PROBLEMS: readonly ProblemCode[] = [
  "service-unknown",
  "service-foreign",
  "applicant-nik-needed",
  "applicant-kind-refused",
  "policy-not-in-force",
  "date-out-of-range",
  "computed-out-of-range",
];
