import type { ApplicantKind } from "../engine/model/policy.ts";
import type { Text } from "../engine/model/text.ts";

const WORDS: Readonly<Record<ApplicantKind, Text>> = {
  person: { id: "perorangan, dengan NIK", en: "a person, by NIK" },
  business: { id: "badan usaha, dengan NIB", en: "a business, by NIB" },
  office: {
    id: "perangkat daerah, dengan kodenya dalam city.json",
    en: "an office of the city, by its code in city.json",
  },
};

const EITHER: Text = { id: "perorangan atau badan usaha", en: "a person or a business" };

/** Who applies, as people read it; null: the policy does not state it. */
export function applicantWords(applicant: ApplicantKind | null): Text {
  return applicant === null ? EITHER : WORDS[applicant];
}
