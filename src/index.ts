export { type Answer, answer } from "./engine/answer.ts";
export { horizon } from "./engine/decision/horizon.ts";
export type { OutcomeOnly } from "./engine/decision/outcome.ts";
export { decide, type PreparedPolicy, prepare } from "./engine/decision/prepare.ts";
export {
  type FactIssue,
  type FactIssueCode,
  LayakError,
  type QuestionErrorCode,
} from "./engine/errors.ts";
export { explain } from "./engine/explanation/explain.ts";
export type * from "./engine/model/catalogue.ts";
export type * from "./engine/model/decision.ts";
export type * from "./engine/model/pack.ts";
export type * from "./engine/model/policy.ts";
export type { Language, Text } from "./engine/model/text.ts";
export { remedies } from "./engine/remedies/remedies.ts";
export type { Diagnostic, Severity } from "./pack/diagnostics/diagnostic.ts";
export { formatDiagnostic } from "./pack/diagnostics/format.ts";
export { type PackOptions, type PackResult, parsePack } from "./pack/parse-pack.ts";
