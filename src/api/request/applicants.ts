import type { City, Pack } from "../../engine/model/pack.ts";
import type { ApplicantKind, Policy } from "../../engine/model/policy.ts";
import type { Text } from "../../engine/model/text.ts";
import { shortened } from "../../engine/suggest.ts";
import type { Identity } from "../../ledger/entry.ts";
import { suggest } from "../../pack/suggest.ts";
import type { IdentityKind } from "../../store/identity.ts";
import type { PolicyReads } from "../decisions/reads.ts";
import { type FieldError, Refusal } from "../problems/refusal.ts";
import { cityOf } from "./city-of.ts";

/**
 * Who may apply under a policy. Unless it says, a person, or a business too where nothing that a
 * registry says about the applicant may decide.
 */
export function applicantsOf(
  { applicant }: Policy,
  { decidesOnApplicant }: PolicyReads,
): readonly ApplicantKind[] {
  if (applicant !== undefined) return [applicant];
  return decidesOnApplicant ? ["person"] : ["person", "business"];
}

/** The key of `applicant` under which each kind is named. */
export const APPLICANT_KEYS: Readonly<Record<ApplicantKind, IdentityKind>> = {
  person: "nik",
  business: "nib",
  office: "office",
};

/** The offices of a service's city, by code. */
export function officesOf({ cities }: Pack, service: string): City["offices"] {
  return cities.get(cityOf(service))?.offices ?? new Map();
}

/** An office that the city of a service does not have. */
export function officeFaults(
  pack: Pack,
  service: string,
  { kind, number }: Identity,
): readonly FieldError[] {
  if (kind !== "office") return [];
  const offices = officesOf(pack, service);
  const city = cityOf(service);
  const code = number.slice(city.length + 1);
  if (offices.has(code)) return [];
  const near = suggest(code, offices.keys());
  const help = near === null ? allOf([...offices.keys()]) : meant(near);
  return [
    {
      path: "/applicant/office",
      code: "office-unknown",
      message: {
        id: `"${city}" tidak mempunyai perangkat daerah "${shortened(code)}".${help.id}`,
        en: `"${city}" has no office "${shortened(code)}".${help.en}`,
      },
    },
  ];
}

function meant(code: string): Required<Text> {
  return { id: ` Maksudnya "${code}"?`, en: ` Did you mean "${code}"?` };
}

/** More are not listed: the service itself tells them all. */
const MOST_LISTED = 12;

function allOf(codes: readonly string[]): Required<Text> {
  if (codes.length === 0) return { id: "", en: "" };
  const listed = codes.slice(0, MOST_LISTED).map((code) => `"${code}"`);
  const words = [...listed, ...(codes.length > MOST_LISTED ? ["…"] : [])].join(", ");
  return { id: ` Yang ada: ${words}.`, en: ` There are: ${words}.` };
}

/** @throws Refusal where a policy is not for applicants of this kind. */
export function refuseOtherApplicants(
  policy: Policy,
  reads: PolicyReads,
  { kind }: Identity,
): void {
  const kinds = applicantsOf(policy, reads);
  if (kinds.some((each) => APPLICANT_KEYS[each] === kind)) return;
  const isForWantOfNik = policy.applicant === undefined && kind === "nib";
  throw isForWantOfNik ? needsNik() : otherKind(kinds, kind);
}

const WORDS: Readonly<Record<ApplicantKind, Required<Text>>> = {
  person: { id: 'perorangan: kirim "nik"', en: 'a person: send "nik"' },
  business: { id: 'badan usaha: kirim "nib"', en: 'a business: send "nib"' },
  office: {
    id: 'perangkat daerah: kirim "office" dengan kodenya',
    en: 'an office of the city: send "office" with its code',
  },
};

function otherKind(kinds: readonly ApplicantKind[], sent: IdentityKind): Refusal {
  const message = {
    id: `Layanan ini untuk ${kinds.map((kind) => WORDS[kind].id).join(", atau ")}.`,
    en: `This service is for ${kinds.map((kind) => WORDS[kind].en).join(", or ")}.`,
  };
  return new Refusal("applicant-kind-refused", message, {
    errors: [{ path: `/applicant/${sent}`, code: "applicant-kind-refused", message }],
  });
}

/** Unknown facts would leave every such application undetermined, whatever else it says. */
function needsNik(): Refusal {
  const message = {
    id: "Aturan layanan ini memeriksa kepesertaan pemohon, jadi pemohonnya perorangan: kirim NIK.",
    en: "This service's policy looks at the applicant's own coverage, so it is for a person: send the NIK.",
  };
  return new Refusal("applicant-nik-needed", message, {
    errors: [{ path: "/applicant/nik", code: "applicant-nik-needed", message }],
  });
}
