import { type Language, say } from "../../engine/model/text.ts";
import { PROBLEMS, type ProblemCode } from "./codes.ts";
import type { Refusal } from "./refusal.ts";

/** Problem details of RFC 9457, as they are sent. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: (typeof PROBLEMS)[ProblemCode]["status"];
  readonly detail: string;
  readonly code: ProblemCode;
  readonly errors: readonly {
    readonly path: string;
    readonly code: string;
    readonly message: string;
  }[];
}

/** A refusal in one language. */
export function problemOf(refusal: Refusal, language: Language): Problem {
  const { code, detail, errors } = refusal;
  const { status, title } = PROBLEMS[code];
  return {
    type: `urn:problem-type:layak:${code}`,
    title: say(title, language),
    status,
    detail: withoutIdentities(say(detail, language)),
    code,
    errors: firstOf(
      errors.map((error) => ({
        path: withoutIdentities(error.path),
        code: error.code,
        message: withoutIdentities(say(error.message, language)),
      })),
    ),
  };
}

/** Keys may be cut and still be long: JSON writes some characters with six. */
const MOST_ERROR_BYTES = 90_000;

/** The errors for which there is room. */
function firstOf(errors: Problem["errors"]): Problem["errors"] {
  let left = MOST_ERROR_BYTES;
  const end = errors.findIndex((error) => {
    left -= Buffer.byteLength(JSON.stringify(error));
    return left < 0;
  });
  return end === -1 ? errors : errors.slice(0, end);
}

/**
 * A NIK or NIB may stand in the wrong place, even as a key, and so in a message that quotes it. Digits
 * before a cut may be the beginning of one.
 */
export function withoutIdentities(text: string): string {
  return text.replace(/\d(?:[ .-]?\d){12,}|\d(?:[ .-]?\d)*(?=[ .-]?…)/g, "[…]");
}
