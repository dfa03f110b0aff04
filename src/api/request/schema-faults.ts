import type * as z from "zod/mini";
import type { Text } from "../../engine/model/text.ts";
import { shortened } from "../../engine/suggest.ts";
import { suggest } from "../../pack/suggest.ts";
import { pointer } from "../pointer.ts";
import type { FieldError } from "../problems/refusal.ts";
import { valueAt } from "../value-at.ts";
import { KEYS } from "./schema.ts";

type Issue = z.core.$ZodIssue;

/**
 * What the schema found, in people's words; no value is ever quoted. `keys` are those of the body,
 * for "did you mean".
 */
export function schemaFaults(
  issues: readonly Issue[],
  body: unknown,
  keys: readonly string[] = KEYS.body,
): readonly FieldError[] {
  return issues.flatMap((issue) => faultsOf(issue, body, keys));
}

/** More are not told, and looking for what was meant takes time for each. */
const MOST_KEYS = 100;

function faultsOf(issue: Issue, body: unknown, keys: readonly string[]): readonly FieldError[] {
  const steps = issue.path.map((step) => (typeof step === "number" ? step : String(step)));
  const path = pointer(...steps);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.slice(0, MOST_KEYS).map((key) => ({
        path: pointer(...steps, key),
        ...unknownKey(steps, key, keys),
      }));
    case "invalid_type": {
      if (valueAt(body, steps) !== undefined) {
        return [{ path, code: "value-type", message: wantedType(issue.expected) }];
      }
      const key = shortened(String(steps.at(-1) ?? ""));
      const message = { id: `"${key}" wajib diisi.`, en: `"${key}" is required.` };
      return [{ path, code: "key-missing", message }];
    }
    case "invalid_value": {
      const values = issue.values.map((value) => `"${String(value)}"`);
      const message = {
        id: `Isi dengan salah satu: ${values.join(", ")}.`,
        en: `Use one of: ${values.join(", ")}.`,
      };
      return [{ path, code: "value-unknown", message }];
    }
    case "custom": {
      const code: unknown = issue.params?.["code"];
      const told = typeof code === "string" ? MESSAGES[code] : undefined;
      if (typeof code === "string" && told !== undefined) return [{ path, code, message: told }];
      return [{ path, code: "value-type", message: wantedType("") }];
    }
    default:
      return [{ path, code: "value-type", message: wantedType("") }];
  }
}

function unknownKey(
  steps: readonly (string | number)[],
  key: string,
  keys: readonly string[],
): Pick<FieldError, "code" | "message"> {
  if (steps.length === 0 && key === "version") return { code: "version-refused", message: VERSION };
  const meant = suggest(key, keysAt(steps, keys));
  const shown = shortened(key);
  return {
    code: "key-unknown",
    message: {
      id: `Kunci "${shown}" tidak dikenal.${meant === null ? "" : ` Maksudnya "${meant}"?`}`,
      en: `There is no key "${shown}".${meant === null ? "" : ` Did you mean "${meant}"?`}`,
    },
  };
}

function keysAt(steps: readonly (string | number)[], keys: readonly string[]): readonly string[] {
  if (steps.length === 0) return keys;
  return steps[0] === "applicant" ? KEYS.applicant : KEYS.person;
}

const VERSION: Text = {
  id: 'Aturan yang berlaku pada "asOf" selalu yang memutuskan; "version" hanya untuk kasus uji.',
  en: 'The policy in force on "asOf" always decides; "version" is for cases only.',
};

const MESSAGES: Readonly<Record<string, Text>> = {
  "nik-format": {
    id: "NIK terdiri dari 16 angka, dengan tanggal lahir di tengahnya (perempuan: tanggal + 40).",
    en: "A NIK has 16 digits with a birth date in the middle (women: the day + 40).",
  },
  "nib-format": { id: "NIB terdiri dari 13 angka.", en: "A NIB has 13 digits." },
  "office-format": {
    id: 'Kode perangkat daerah terdiri dari huruf kecil, angka dan tanda hubung, misalnya "dishub".',
    en: 'An office\'s code is made of small letters, digits and hyphens, such as "dishub".',
  },
  "date-invalid": {
    id: 'Harus tanggal kalender "TTTT-BB-HH", misalnya "2026-11-22".',
    en: 'This must be a date of the calendar, "YYYY-MM-DD", such as "2026-11-22".',
  },
  "upload-format": {
    id: 'Nama unggahan terdiri dari huruf kecil, angka dan tanda hubung, paling panjang 64, misalnya "kios-2026-11".',
    en: 'An upload\'s id is made of small letters, digits and hyphens, at most 64, such as "kios-2026-11".',
  },
  "items-count": {
    id: "Isi 1 sampai 500 permohonan.",
    en: "This holds 1 to 500 applications.",
  },
  "reason-length": {
    id: "Tulis alasannya, paling panjang 5.000 karakter.",
    en: "Write the reason, in at most 5,000 characters.",
  },
  "reason-names-person": {
    id: "Alasan tidak boleh memuat NIK atau NIB: keputusannya sudah menunjuk pemohonnya.",
    en: "A reason must hold no NIK or NIB: the decision already says whom it is about.",
  },
  "applicant-ambiguous": {
    id: 'Isi satu saja: "nik" untuk perorangan, "nib" untuk badan usaha, atau "office" untuk perangkat daerah.',
    en: 'Give only one: "nik" for a person, "nib" for a business, or "office" for an office.',
  },
  "applicant-missing": {
    id: 'Isi "nik" untuk perorangan, "nib" untuk badan usaha, atau "office" untuk perangkat daerah.',
    en: 'Give "nik" for a person, "nib" for a business, or "office" for an office.',
  },
};

const TYPES: Readonly<Record<string, Text>> = {
  string: {
    id: "Harus teks di antara tanda kutip ganda.",
    en: "This must be a text in double quotes.",
  },
  object: { id: "Harus objek JSON { }.", en: "This must be a JSON object { }." },
  record: { id: "Harus objek JSON { }.", en: "This must be a JSON object { }." },
  array: { id: "Harus daftar JSON [ ].", en: "This must be a JSON list [ ]." },
};

const ANY_TYPE: Text = { id: "Jenis nilainya salah.", en: "This is the wrong kind of value." };

function wantedType(expected: string): Text {
  return TYPES[expected] ?? ANY_TYPE;
}
