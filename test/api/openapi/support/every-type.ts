import type { Pack } from "../../../../src/engine/model/pack.ts";
import { parsePack } from "../../../../src/pack/parse-pack.ts";

function fact(shape: object, source = "applicant", personal = false) {
  return { ...shape, label: { id: "Fakta", en: "Fact" }, source, personal };
}

const CODES = { A: { id: "huruf a", en: "letter a" }, B: { id: "huruf b" } };

/** A fact of every type and limit, from every source. */
const FACTS = {
  facts: {
    "a.flag": fact({ type: "boolean" }),
    "a.count": fact({ type: "integer", minimum: 0, maximum: 10 }),
    "a.whole": fact({ type: "integer" }),
    "a.share": fact({ type: "number", minimum: 0.5, maximum: 2, unit: "ha" }, "office"),
    "a.money": fact({ type: "money", minimum: 0 }, "office", true),
    "a.day": fact({ type: "date" }),
    "a.text": fact({ type: "string", maxLength: 5 }),
    "a.plate": fact({ type: "string", pattern: "[A-Z]{1,2} \\d{1,4}|-" }),
    "a.nik": fact({ type: "string", format: "nik" }, "office", true),
    "a.code": fact({ type: "code", codes: CODES }),
    "a.codes": fact({ type: "list", items: { type: "code", codes: CODES }, maxItems: 2 }),
    "a.days": fact({ type: "list", items: { type: "date" }, maxItems: 3 }),
    "coverage.status": fact({ type: "code", codes: CODES }, "registry:coverage", true),
  },
  groups: {
    drivers: {
      label: { id: "Pengemudi", en: "Driver" },
      minItems: 1,
      maxItems: 3,
      facts: ["a.day", "a.code", "coverage.status"],
    },
    guests: { label: { id: "Tamu" }, facts: ["a.flag"] },
  },
};

function policy(conditions: object) {
  const requirement = {
    id: "syarat",
    title: { id: "Syarat" },
    enforcement: "required",
    sources: [],
    provenance: "assumed",
    conditions,
  };
  return {
    title: { id: "Layanan" },
    owner: "Kota",
    status: "adopted",
    requirements: [requirement],
  };
}

const COVERED = { fact: "coverage.status", operator: "equal", value: "A" };
const FLAGGED = { fact: "a.flag", operator: "equal", value: true };

/** Services for a person, for anybody, and with people; and one that was for anybody before. */
const FILES = {
  "facts.json": FACTS,
  "sources.json": { sources: {} },
  "kota-uji/orang/2020-01-01.json": policy({ all: [COVERED, FLAGGED] }),
  "kota-uji/usaha/2020-01-01.json": policy(FLAGGED),
  "kota-uji/rombongan/2020-01-01.json": policy({ every: "drivers", conditions: COVERED }),
  "kota-uji/berubah/2020-01-01.json": policy(FLAGGED),
  "kota-uji/berubah/2026-01-01.json": policy({
    all: [COVERED, { fact: "a.count", operator: "greaterThan", value: 3 }],
  }),
};

export const SERVICES: readonly string[] = [
  "kota-uji/orang",
  "kota-uji/usaha",
  "kota-uji/rombongan",
  "kota-uji/berubah",
];

export function packOfEveryType(): Pack {
  const texts = Object.entries(FILES).map(
    ([path, value]) => [path, JSON.stringify(value)] as const,
  );
  const result = parsePack(Object.fromEntries(texts), { adoptions: "unchecked" });
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics, null, 2));
  return result.pack;
}
