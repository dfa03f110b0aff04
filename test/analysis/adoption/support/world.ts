import { prepareAdoption } from "../../../../src/analysis/adoption/prepare.ts";
import type { AdoptionRequest, Preparation } from "../../../../src/analysis/adoption/request.ts";
import { formatDiagnostic } from "../../../../src/pack/diagnostics/format.ts";
import { parsePack } from "../../../../src/pack/parse-pack.ts";

/** The files of a rules directory, by path. */
export type Files = Readonly<Record<string, string>>;

export const FIRST = "kota/kios/2026-01-01.json";
export const SECOND = "kota/kios/2027-01-01.json";
export const CASES = "kota/kios/cases.json";
export const CONDITIONS_FILE = "kota/conditions.json";
export const RECORD = "adoptions.json";

const FACTS = `{
  "facts": {
    "coverage.status": {
      "type": "code",
      "codes": { "AKTIF": { "id": "aktif", "en": "active" }, "NONAKTIF": { "id": "tidak aktif" } },
      "label": { "id": "Status" },
      "source": "registry:coverage",
      "personal": true
    },
    "coverage.paidThrough": { "type": "date", "label": { "id": "Lunas sampai" }, "source": "registry:coverage", "personal": true },
    "household.income": { "type": "money", "label": { "id": "Penghasilan" }, "source": "applicant", "personal": true },
    "land.hectares": { "type": "number", "label": { "id": "Luas lahan" }, "source": "applicant", "personal": false, "note": { "id": "Belum dipakai." } }
  },
  "groups": {
    "drivers": { "label": { "id": "Pengemudi" }, "minItems": 1, "facts": ["coverage.status"] }
  }
}
`;

const PARAMETERS = `{
  "parameters": {
    "batas": {
      "type": "money",
      "label": { "id": "Batas penghasilan" },
      "sources": [{ "source": "perda", "article": "4" }],
      "values": [
        { "from": "2025-01-01", "value": 2000000, "provenance": "confirmed", "by": "Hukum", "on": "2025-01-02" },
        { "from": "2026-07-01", "value": 3000000, "provenance": "reported" }
      ],
      "note": { "id": "Per bulan." }
    },
    "tenggang": { "type": "duration", "label": { "id": "Tenggang" }, "sources": [], "values": [{ "from": "2025-01-01", "value": "P1M", "provenance": "assumed" }] }
  }
}
`;

const SOURCES = `{
  "sources": {
    "perda": { "title": { "id": "Perda 3/2025" }, "kind": "local-regulation", "date": "2025", "text": "seen" },
    "uu": { "title": { "id": "UU 24/2011" }, "kind": "law", "date": "2011", "text": "seen" },
    "lain": { "title": { "id": "Sumber lain" }, "kind": "report", "date": "2020", "text": "seen" }
  }
}
`;

const CONDITIONS = `{
  "conditions": {
    "terlindungi": {
      "any": [
        { "fact": "coverage.status", "operator": "equal", "value": "AKTIF" },
        { "fact": "coverage.paidThrough", "operator": "onOrAfter", "value": { "fact": "asOf", "params": { "minus": { "fact": "parameter.tenggang" } } } }
      ],
      "unmet": { "id": "Status {coverage.status}." }
    },
    "bebas": { "fact": "land.hectares", "operator": "lessThan", "value": 2 }
  }
}
`;

const POLICY = `{
  "title": { "id": "Sewa kios", "en": "Kiosk lease" },
  "owner": "Dinas Perdagangan",
  "status": "pilot",
  "requirements": [
    {
      "id": "terlindungi",
      "title": { "id": "Terlindungi" },
      "enforcement": "required",
      "sources": [{ "source": "uu", "article": "17" }],
      "provenance": "reported",
      "conditions": { "condition": "terlindungi" }
    },
    {
      "id": "penghasilan",
      "title": { "id": "Penghasilan" },
      "enforcement": "required",
      "sources": [{ "source": "perda" }],
      "provenance": "reported",
      "unmet": { "id": "Penghasilan melebihi {parameter.batas}." },
      "note": { "id": "Catatan." },
      "conditions": { "fact": "household.income", "operator": "lessThanInclusive", "value": { "fact": "parameter.batas" } }
    }
  ]
}
`;

const CASES_TEXT = `[
  {
    "name": "Lunas",
    "asOf": "2026-02-01",
    "facts": { "coverage.status": "AKTIF", "household.income": 2000000 },
    "expect": { "outcome": "eligible" },
    "confirmed": { "by": "Bagian Hukum", "on": "2025-11-28" }
  }
]
`;

/** Rules of one pilot of one service, with a confirmed case, before anything is adopted. */
export const WORLD: Files = {
  "facts.json": FACTS,
  "parameters.json": PARAMETERS,
  "sources.json": SOURCES,
  "kota/conditions.json": CONDITIONS,
  [FIRST]: POLICY,
  [CASES]: CASES_TEXT,
};

/** A day before the first version begins. */
export const BEFORE = "2025-12-01";

export const REQUEST: AdoptionRequest = {
  service: "kota/kios",
  version: "2026-01-01",
  by: "Wali Kota",
  why: "Perwal 9/2025",
  on: "2025-11-30",
  today: BEFORE,
  correct: false,
};

export function prepared(files: Files, more: Partial<AdoptionRequest> = {}): Preparation {
  return prepareAdoption(new Map(Object.entries(files)), { ...REQUEST, ...more });
}

/** The files after an adoption; throws what was told against it. */
export function adopt(files: Files, more: Partial<AdoptionRequest> = {}): Files {
  const result = prepared(files, more);
  if (result.kind === "ready") return { ...files, ...Object.fromEntries(result.files) };
  const problems =
    result.kind === "refused" ? result.problems.map(({ message }) => message.en) : [];
  throw new Error(`${result.kind}: ${problems.join("\n")}`);
}

/** Replaces the first occurrence of some words in a file; they must be there. */
export function swap(files: Files, path: string, words: string, others: string): Files {
  const text = files[path];
  if (text?.includes(words) !== true) throw new Error(`${path} does not hold ${words}`);
  return { ...files, [path]: text.replace(words, () => others) };
}

export function without(files: Files, path: string): Files {
  return Object.fromEntries(Object.entries(files).filter(([other]) => other !== path));
}

/** A next version that begins on a day, as another copy of the first. */
export function withVersion(files: Files, from: string, status = "draft"): Files {
  const path = `kota/kios/${from}.json`;
  return { ...files, [path]: POLICY.replace('"pilot"', `"${status}"`) };
}

/** A later value of the limit. */
export function withValue(files: Files, from: string, value = 4_000_000): Files {
  const last = `{ "from": "2026-07-01", "value": 3000000, "provenance": "reported" }`;
  const added = `{ "from": "${from}", "value": ${value}, "provenance": "reported" }`;
  return swap(files, "parameters.json", last, `${last},\n        ${added}`);
}

/** What is told of the files, in English; on a day where a command knows it. */
export function told(files: Files, today?: string): readonly string[] {
  const result = parsePack(files, today === undefined ? {} : { today });
  const diagnostics = result.ok ? result.warnings : result.diagnostics;
  return diagnostics.map((one) => formatDiagnostic(one, "en"));
}

/** Place, severity and code of what is told. */
export function placesTold(files: Files, today?: string): readonly string[] {
  return told(files, today).map((line) => line.split(" ").slice(0, 3).join(" "));
}

/** One more confirmed case, of another day. */
export function withCaseOn(asOf: string, files: Files): Files {
  const cases = JSON.parse(files[CASES] ?? "[]");
  const more = [...cases, { ...cases[0], name: `Lunas pada ${asOf}`, asOf }];
  return { ...files, [CASES]: `${JSON.stringify(more, null, 2)}\n` };
}
