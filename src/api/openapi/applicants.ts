import { propertiesOf } from "./requests.ts";
import { type Components, isObject, type JsonObject, ref } from "./schema.ts";

/** Whom an application is about: a person by NIK, or a business by NIB, never both. */
export function applicantComponents(request: JsonObject): Components {
  const applicant = propertiesOf(request)["applicant"];
  const { nik = {}, nib = {} } = isObject(applicant) ? propertiesOf(applicant) : {};
  return {
    PersonApplicant: {
      type: "object",
      description: "A person; perorangan.",
      properties: { nik },
      required: ["nik"],
      additionalProperties: false,
    },
    BusinessApplicant: {
      type: "object",
      description: "A business; badan usaha.",
      properties: { nib },
      required: ["nib"],
      additionalProperties: false,
    },
    Applicant: {
      description: "A person or a business, never both. Perorangan atau badan usaha.",
      oneOf: [ref("PersonApplicant"), ref("BusinessApplicant")],
    },
  };
}
