import * as z from "zod/mini";
import { faultOf } from "../../engine/facts/shapes.ts";
import { isDate } from "../../engine/values/calendar.ts";

/** The codes of faults that the schema finds itself; zod's own are translated to others. */
type RequestFault = "nik-format" | "nib-format" | "office-format" | "date-invalid";

function must(holds: (text: string) => boolean, code: RequestFault): z.core.$ZodCheck<string> {
  return z.refine(holds, { params: { code } });
}

const nik = z
  .string()
  .check(must((text) => faultOf({ type: "string", format: "nik" }, text) === null, "nik-format"));

const nib = z.string().check(must((text) => /^\d{13}$/.test(text), "nib-format"));

export const LONGEST_OFFICE = 60;

/** Which offices there are, the city's rules say. */
const office = z
  .string()
  .check(
    must(
      (text) => text.length <= LONGEST_OFFICE && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text),
      "office-format",
    ),
  );

const facts = z.record(z.string(), z.unknown());

interface GivenIdentity {
  readonly nik?: string | undefined;
  readonly nib?: string | undefined;
  readonly office?: string | undefined;
}

function identitiesIn({ nik, nib, office }: GivenIdentity): number {
  return [nik, nib, office].filter((identity) => identity !== undefined).length;
}

const identities = {
  nik: z.optional(nik),
  nib: z.optional(nib),
  office: z.optional(office),
};

export const applicant = z.strictObject(identities).check(
  z.refine((given: GivenIdentity) => identitiesIn(given) < 2, {
    params: { code: "applicant-ambiguous" },
  }),
  z.refine((given: GivenIdentity) => identitiesIn(given) > 0, {
    params: { code: "applicant-missing" },
  }),
);

const person = z.strictObject({ nik: z.optional(nik), facts: z._default(facts, {}) });

export const day = z.string().check(must(isDate, "date-invalid"));

/** The body of `POST /v1/decisions`. What its facts may hold, the fact catalogue says. */
export const decisionRequest = z.strictObject({
  service: z.string(),
  applicant,
  groups: z._default(z.record(z.string(), z.array(person)), {}),
  facts: z._default(facts, {}),
  asOf: z.optional(day),
  language: z.optional(z.enum(["id", "en"])),
});

export type DecisionRequest = z.output<typeof decisionRequest>;

/** One item of a group, as the caller names it. */
export type GivenPerson = z.output<typeof person>;

/** The keys that stand at each place, for "did you mean". */
export const KEYS = {
  body: Object.keys(decisionRequest.shape),
  applicant: Object.keys(identities),
  person: Object.keys(person.shape),
} as const;
