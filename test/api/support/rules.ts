import type { Pack } from "../../../src/engine/model/pack.ts";
import { parsePack } from "../../../src/pack/parse-pack.ts";

/** Small rules of an invented city: a person's service, a business's, and one that only advises. */
const FACTS = {
  facts: {
    "person.birthDate": {
      type: "date",
      label: { id: "Tanggal lahir", en: "Date of birth" },
      source: "office",
      personal: true,
    },
    "coverage.status": {
      type: "code",
      codes: {
        AKTIF: { id: "aktif", en: "active" },
        NONAKTIF: { id: "tidak aktif", en: "inactive" },
        TIDAK_TERDAFTAR: { id: "tidak terdaftar", en: "not a member" },
      },
      label: { id: "Status kepesertaan", en: "Membership status" },
      source: "registry:coverage",
      personal: true,
      actionable: ["AKTIF"],
    },
    "coverage.programmes": {
      type: "list",
      items: { type: "code", codes: { JKK: { id: "JKK" }, JKM: { id: "JKM" } } },
      maxItems: 5,
      label: { id: "Program", en: "Programmes" },
      source: "registry:coverage",
      personal: true,
    },
    "land.hectares": {
      type: "number",
      unit: "ha",
      minimum: 0,
      label: { id: "Luas lahan", en: "Area of land" },
      source: "applicant",
      personal: false,
    },
    "kiosk.owner": {
      type: "code",
      codes: { PEMKOT: { id: "Pemkot", en: "the city" }, LAINNYA: { id: "lain", en: "other" } },
      label: { id: "Pemilik kios", en: "Owner of the kiosk" },
      source: "office",
      personal: false,
    },
  },
  groups: {
    drivers: {
      label: { id: "Pengemudi", en: "Drivers" },
      minItems: 1,
      maxItems: 3000,
      facts: ["coverage.status", "person.birthDate"],
    },
  },
};

const ACTIVE = { fact: "coverage.status", operator: "equal", value: "AKTIF" };

function requirement(id: string, conditions: unknown, enforcement = "required") {
  const title = { id: `Syarat ${id}`, en: `Requirement ${id}` };
  return {
    id,
    title,
    enforcement,
    sources: [{ source: "perda", article: "3" }],
    provenance: "assumed",
    doubt: { id: "Belum dilihat.", en: "Not seen." },
    conditions,
  };
}

function policy(status: string, requirements: readonly unknown[], scope?: unknown) {
  const title = { id: "Layanan uji", en: "Test service" };
  return { title, owner: "Kota Uji", status, ...(scope !== undefined && { scope }), requirements };
}

const KIOSK = policy(
  "adopted",
  [
    requirement("terlindungi", ACTIVE),
    requirement("luas", { fact: "land.hectares", operator: "lessThanInclusive", value: 2 }),
  ],
  { fact: "kiosk.owner", operator: "equal", value: "PEMKOT" },
);

const ROUTE = policy("pilot", [
  requirement("pengemudi", { every: "drivers", conditions: ACTIVE }),
  requirement("jumlah", { fact: "drivers.count", operator: "greaterThanInclusive", value: 1 }),
]);

const TEST = policy("pilot", [
  requirement("luas", { fact: "land.hectares", operator: "greaterThan", value: 0 }),
  requirement("saran", ACTIVE, "advisory"),
]);

const FILES = {
  "facts.json": FACTS,
  "sources.json": {
    sources: {
      perda: {
        title: { id: "Perda Uji", en: "Test Bylaw" },
        kind: "local-regulation",
        date: "2025",
        reference: "1/2025",
        text: "seen",
      },
    },
  },
  "kota-uji/kios/2026-01-01.json": KIOSK,
  "kota-uji/kios/2026-12-01.json": { ...KIOSK, until: "2026-12-31" },
  "kota-uji/kios/2027-06-01.json": { ...KIOSK, status: "draft" },
  "kota-uji/trayek/2026-01-01.json": ROUTE,
  "kota-uji/uji/2026-01-01.json": TEST,
  "kota-uji/usulan/2026-01-01.json": { ...TEST, status: "draft" },
};

export function testPack(): Pack {
  const texts = Object.entries(FILES).map(
    ([path, value]) => [path, JSON.stringify(value)] as const,
  );
  const result = parsePack(Object.fromEntries(texts), { adoptions: "unchecked" });
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics, null, 2));
  return result.pack;
}
