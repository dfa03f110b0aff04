import type { Text } from "./model/text.ts";

/** What is wrong with a question. The codes are stable; `docs/library.md` lists them. */
export type QuestionErrorCode =
  | "service-unknown"
  | "version-unknown"
  | "policy-not-in-force"
  | "date-invalid"
  | "date-out-of-range"
  | "computed-out-of-range"
  | "facts-invalid"
  | "decision-foreign";

/** What is wrong with one fact of a question. */
export type FactIssueCode =
  | "fact-unknown"
  | "fact-reserved"
  | "fact-type"
  | "fact-range"
  | "fact-code"
  | "fact-format"
  | "fact-length"
  | "fact-date"
  | "fact-items";

/** One fault among the facts: which fact, and what to do. Personal values are never echoed. */
export interface FactIssue {
  readonly code: FactIssueCode;
  /** As it would stand in `missing`: `land.hectares`, `drivers[1].coverage.status`. */
  readonly fact: string;
  readonly message: Text;
}

/** A question that cannot be asked. `text` says why in both languages, `message` in English. */
export class LayakError extends Error {
  override readonly name = "LayakError";
  readonly code: QuestionErrorCode;
  readonly text: Text;
  readonly issues: readonly FactIssue[];

  constructor(code: QuestionErrorCode, text: Text, issues: readonly FactIssue[] = []) {
    super([text.en ?? text.id, ...issues.map((issue) => issue.message.en)].join("\n"));
    this.code = code;
    this.text = text;
    this.issues = issues;
  }
}
