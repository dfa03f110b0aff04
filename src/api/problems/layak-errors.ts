import type { LayakError, QuestionErrorCode } from "../../engine/errors.ts";
import type { ProblemCode } from "./codes.ts";
import { type FieldError, Refusal } from "./refusal.ts";

/** Where a route takes the service and the day from, as paths of errors. */
export interface QuestionPlaces {
  readonly service: string | null;
  readonly asOf: string | null;
}

export const BODY_PLACES: QuestionPlaces = { service: "/service", asOf: "/asOf" };

interface Told {
  readonly code: ProblemCode;
  readonly place?: keyof QuestionPlaces;
}

const TOLD: Readonly<Partial<Record<QuestionErrorCode, Told>>> = {
  "service-unknown": { code: "service-unknown", place: "service" },
  "policy-not-in-force": { code: "policy-not-in-force", place: "asOf" },
  "date-out-of-range": { code: "date-out-of-range" },
  "computed-out-of-range": { code: "computed-out-of-range" },
};

/** A question that the engine cannot be asked, as a problem; null for faults of Layak's own. */
export function refusalOf(error: LayakError, places: QuestionPlaces): Refusal | null {
  const told = TOLD[error.code];
  if (told === undefined) return null;
  const { code, place } = told;
  const path = place === undefined ? null : places[place];
  const errors: readonly FieldError[] = path === null ? [] : [{ path, code, message: error.text }];
  return new Refusal(code, error.text, { errors });
}
