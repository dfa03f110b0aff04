/** The files of a small rules directory, by path. */
export type Files = Readonly<Record<string, string>>;

/** A change of the rules that a test is about. */
export type Change = (files: Files) => Files;

export const POLICY = "kota/kios/2024-10-01.json";
export const CASES = "kota/kios/cases.json";
export const CONDITIONS = "kota/conditions.json";

const FACTS_TEXT = `{
  "facts": {
    "blacklisted": { "type": "boolean", "label": { "id": "Daftar hitam" }, "source": "office", "personal": true },
    "household.size": { "type": "integer", "minimum": 1, "maximum": 30, "label": { "id": "Anggota keluarga" }, "source": "applicant", "personal": true },
    "land.hectares": { "type": "number", "unit": "ha", "minimum": 0, "label": { "id": "Luas lahan" }, "source": "applicant", "personal": false },
    "retribution.paid": { "type": "money", "label": { "id": "Retribusi" }, "source": "office", "personal": true },
    "applicant.birthDate": { "type": "date", "label": { "id": "Tanggal lahir" }, "source": "applicant", "personal": true },
    "vehicle.plate": { "type": "string", "pattern": "[A-Z]+ [0-9]+", "label": { "id": "Nomor polisi" }, "source": "applicant", "personal": true },
    "market.section": { "type": "code", "codes": { "1": { "id": "basah" }, "2": { "id": "kering" } }, "label": { "id": "Bagian pasar" }, "source": "office", "personal": false },
    "coverage.status": { "type": "code", "codes": { "AKTIF": { "id": "aktif" }, "NONAKTIF": { "id": "tidak aktif" } }, "label": { "id": "Status" }, "source": "registry:coverage", "personal": true, "actionable": ["AKTIF"] },
    "coverage.paidThrough": { "type": "date", "label": { "id": "Lunas sampai" }, "source": "registry:coverage", "personal": true },
    "coverage.programmes": { "type": "list", "items": { "type": "code", "codes": { "JKK": { "id": "JKK" }, "JKM": { "id": "JKM" } } }, "maxItems": 3, "label": { "id": "Program" }, "source": "registry:coverage", "personal": true }
  },
  "groups": {
    "drivers": { "label": { "id": "Pengemudi" }, "minItems": 1, "maxItems": 3, "facts": ["coverage.status", "coverage.programmes"] },
    "vehicles": { "label": { "id": "Kendaraan" }, "facts": ["vehicle.plate"] }
  }
}`;

const PARAMETERS_TEXT = `{
  "parameters": {
    "iuran": { "type": "money", "label": { "id": "Iuran" }, "sources": [{ "source": "uu-24-2011" }], "values": [
      { "from": "2024-01-01", "value": 16800, "provenance": "reported" },
      { "from": "2026-01-01", "value": 8400, "provenance": "assumed" }
    ] },
    "masaTenggang": { "type": "duration", "label": { "id": "Masa tenggang" }, "sources": [], "values": [
      { "from": "2024-01-01", "value": "P3M", "provenance": "assumed" }
    ] },
    "batas": { "type": "date", "label": { "id": "Batas" }, "sources": [], "values": [
      { "from": "2024-01-01", "value": "2024-12-31", "provenance": "assumed" }
    ] }
  }
}`;

const SOURCES_TEXT = `{
  "sources": {
    "uu-24-2011": { "title": { "id": "UU 24/2011" }, "kind": "law", "date": "2011", "text": "seen" }
  }
}`;

const CONDITIONS_TEXT = `{
  "conditions": {
    "aktif": { "fact": "coverage.status", "operator": "equal", "value": "AKTIF", "unmet": { "id": "Status {coverage.status}." } },
    "dewasa": { "fact": "applicant.birthDate", "operator": "onOrBefore", "value": { "fact": "asOf", "params": { "minus": "P17Y" } } }
  }
}`;

const POLICY_TEXT = `{
  "title": { "id": "Sewa kios", "en": "Kiosk lease" },
  "owner": "Dinas Perdagangan",
  "status": "pilot",
  "requirements": [
    {
      "id": "terlindungi",
      "title": { "id": "Terlindungi", "en": "Covered" },
      "enforcement": "required",
      "sources": [{ "source": "uu-24-2011", "article": "17" }],
      "provenance": "reported",
      "conditions": { "condition": "aktif" }
    }
  ]
}`;

const CASES_TEXT = `[
  { "name": "Lunas", "asOf": "2026-11-22", "facts": { "coverage.status": "AKTIF" }, "expect": { "outcome": "eligible" } }
]`;

/** Rules without a fault and without a warning. */
export const RULES: Files = {
  "facts.json": FACTS_TEXT,
  "parameters.json": PARAMETERS_TEXT,
  "sources.json": SOURCES_TEXT,
  [CONDITIONS]: CONDITIONS_TEXT,
  [POLICY]: POLICY_TEXT,
  [CASES]: CASES_TEXT,
};

/** Puts a file in, or another text in its place. */
export function put(path: string, text: string): Change {
  return (files) => ({ ...files, [path]: text });
}

/** Takes a file away. */
export function drop(path: string): Change {
  return (files) => Object.fromEntries(Object.entries(files).filter(([other]) => other !== path));
}

/** Replaces the first occurrence of some words in a file; they must be there. */
export function swap(path: string, words: string, others: string): Change {
  return (files) => {
    const text = files[path];
    if (text?.includes(words) !== true) throw new Error(`${path} does not hold ${words}`);
    return { ...files, [path]: text.replace(words, () => others) };
  };
}

/** Makes the requirement's condition another one; it begins at 12:21. */
export function withCondition(condition: string): Change {
  return swap(POLICY, `{ "condition": "aktif" }`, condition);
}

/** Adds a named condition; it begins at 3:14. */
export function withNamed(condition: string): Change {
  return swap(CONDITIONS, `"aktif":`, `"baru":  ${condition},\n    "aktif":`);
}

/** Makes the facts of the case others; they begin at 2:54. */
export function withFacts(facts: string): Change {
  return swap(CASES, `{ "coverage.status": "AKTIF" }`, facts);
}

export function changed(changes: readonly Change[]): Files {
  return changes.reduce((files, change) => change(files), RULES);
}
