import type { Pack } from "../../../src/engine/model/pack.ts";
import { parsePack } from "../../../src/pack/parse-pack.ts";

const CODES = {
  AKTIF: { id: "aktif" },
  NONAKTIF: { id: "tidak aktif" },
  TIDAK_TERDAFTAR: { id: "bukan peserta" },
};

const ACTIVE = { fact: "coverage.status", operator: "equal", value: "AKTIF" };

function policy(applicant: string | null, conditions: object) {
  const requirement = {
    id: "terlindungi",
    title: { id: "Terlindungi" },
    enforcement: "required",
    sources: [],
    provenance: "assumed",
    conditions,
  };
  return {
    title: { id: "Layanan uji", en: "Test service" },
    owner: "Kota Uji",
    ...(applicant !== null && { applicant }),
    status: "pilot",
    requirements: [requirement],
  };
}

const SPACE = { fact: "building.area", operator: "greaterThan", value: 0 };

const ENROLLED = cases({ workers: [{ "coverage.status": "AKTIF" }] });
const SPACIOUS = cases({ "building.area": 20 });

function cases(facts: object) {
  return [{ name: "Lengkap", asOf: "2026-11-22", facts, expect: { outcome: "eligible" } }];
}

/** A service for each kind of applicant, and one that states none. */
const FILES = {
  "facts.json": {
    facts: {
      "coverage.status": {
        type: "code",
        codes: CODES,
        label: { id: "Status kepesertaan" },
        source: "registry:coverage",
        personal: true,
      },
      "building.area": {
        type: "number",
        label: { id: "Luas bangunan" },
        source: "applicant",
        personal: false,
      },
    },
    groups: {
      workers: {
        label: { id: "Pekerja", en: "Workers" },
        minItems: 1,
        maxItems: 3000,
        facts: ["coverage.status"],
      },
    },
  },
  "kota-uji/city.json": {
    label: { id: "Kota Uji" },
    area: "9999",
    offices: {
      dishub: { id: "Dinas Perhubungan", en: "Transport office" },
      dlh: { id: "Dinas Lingkungan Hidup", en: "Environment office" },
    },
  },
  "kota-lain/city.json": {
    label: { id: "Kota Lain" },
    offices: { dishub: { id: "Dinas Perhubungan" } },
  },
  "kota-uji/pekerja/2026-01-01.json": policy("office", { every: "workers", conditions: ACTIVE }),
  "kota-lain/pekerja/2026-01-01.json": policy("office", { every: "workers", conditions: ACTIVE }),
  "kota-uji/toko/2026-01-01.json": policy("business", SPACE),
  "kota-uji/warga/2026-01-01.json": policy("person", SPACE),
  "kota-uji/siapa/2026-01-01.json": policy(null, SPACE),
  "kota-uji/semula/2026-01-01.json": policy("person", SPACE),
  "kota-uji/semula/2026-06-01.json": policy("office", SPACE),
  "kota-uji/pekerja/cases.json": ENROLLED,
  "kota-lain/pekerja/cases.json": ENROLLED,
  "kota-uji/toko/cases.json": SPACIOUS,
  "kota-uji/warga/cases.json": SPACIOUS,
  "kota-uji/siapa/cases.json": SPACIOUS,
  "kota-uji/semula/cases.json": SPACIOUS,
} as const;

export function packOfApplicants(): Pack {
  const texts = Object.entries(FILES).map(
    ([path, value]) => [path, JSON.stringify(value)] as const,
  );
  const result = parsePack(Object.fromEntries(texts));
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics, null, 2));
  return result.pack;
}
