import { MOST_ITEMS } from "../batch/request.ts";
import { LONGEST_UPLOAD, UPLOAD_PATTERN } from "../bulk/request.ts";
import { LONGEST_OFFICE } from "../request/schema.ts";
import { MOST_REASON } from "../stored/reviews.ts";
import type { JsonSchema } from "./schema.ts";

/**
 * A NIK: area code, birth date DDMMYY (the day + 40 for women), serial number; as the engine's
 * format `nik` has it, which a test compares.
 */
export const NIK_PATTERN =
  "^[0-9]{6}(0[1-9]|[12][0-9]|3[01]|4[1-9]|[56][0-9]|7[01])(0[1-9]|1[0-2])[0-9]{6}$";

/** `YYYY-MM-DD` in the years that Layak knows, 0001 to 9999; the calendar is the format's part. */
export const DATE_PATTERN = "^(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}$";

/**
 * What the checks of the request schemas mean, by their code: a zod check is a function, which
 * JSON Schema cannot hold.
 */
export const CHECKS: Readonly<Record<string, JsonSchema>> = {
  "nik-format": {
    pattern: NIK_PATTERN,
    description:
      "NIK: 16 digits with a birth date in the middle (women: the day + 40). 16 angka, dengan tanggal lahir di tengahnya (perempuan: tanggal + 40).",
  },
  "nib-format": {
    pattern: "^[0-9]{13}$",
    description: "NIB: 13 digits. 13 angka.",
  },
  "office-format": {
    pattern: "^[a-z0-9]+(-[a-z0-9]+)*$",
    maxLength: LONGEST_OFFICE,
    description: "The code of an office of the service's city. Kode perangkat daerah.",
  },
  "date-invalid": { format: "date", pattern: DATE_PATTERN },
  "reason-length": { pattern: "\\S", maxLength: MOST_REASON },
  "reason-names-person": { not: { pattern: "[0-9]([ .-]?[0-9]){12,}" } },
  "items-count": { minItems: 1, maxItems: MOST_ITEMS },
  "upload-format": {
    pattern: UPLOAD_PATTERN,
    maxLength: LONGEST_UPLOAD,
    description: "The folder of the upload within the client's own. Folder unggahan.",
  },
  // These two speak of the whole applicant.
  "applicant-ambiguous": { maxProperties: 1 },
  "applicant-missing": { minProperties: 1 },
};
