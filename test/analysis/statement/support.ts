import { changesBetween } from "../../../src/analysis/statement/changes.ts";
import type { Statement } from "../../../src/analysis/statement/model.ts";
import { statementOf } from "../../../src/analysis/statement/statement.ts";
import { programOf } from "../../../src/engine/decision/program.ts";
import { fact, packOf, policy, type RulesParts, requirement, SERVICE } from "../../support/pack.ts";

export const DAY = "2026-11-22";

const labelled = (id: string, en: string) => ({ label: { id, en } });
const codes = {
  AKTIF: { id: "aktif", en: "active" },
  NONAKTIF: { id: "tidak aktif", en: "inactive" },
};

/** Facts of every type, with labels that read in sentences. */
export const FACTS = {
  "person.birthDate": fact({ type: "date", ...labelled("Tanggal lahir", "Date of birth") }),
  "test.last": fact({ type: "date", ...labelled("Uji terakhir", "Last test") }),
  "coverage.status": fact({ type: "code", codes, ...labelled("Status", "Status") }),
  "coverage.programmes": fact({
    type: "list",
    items: {
      type: "code",
      codes: { JKK: { id: "kecelakaan", en: "accident" }, JKM: { id: "kematian", en: "death" } },
    },
    ...labelled("Program", "Programmes"),
  }),
  "land.hectares": fact({ type: "number", unit: "ha", ...labelled("Luas lahan", "Land") }),
  "levy.paid": fact({ type: "money", ...labelled("Retribusi", "Levy") }),
  "trader.registered": fact({
    type: "boolean",
    ...labelled("Pedagang tercatat", "Registered trader"),
  }),
  "applicant.town": fact({ type: "string", ...labelled("Kecamatan", "District") }),
};

export const GROUPS = {
  drivers: {
    label: { id: "Pengemudi", en: "Driver" },
    minItems: 1,
    facts: ["coverage.status", "coverage.programmes"],
  },
  vehicles: { label: { id: "Kendaraan", en: "Vehicle" }, facts: ["test.last"] },
};

export const PARAMETERS = {
  limit: {
    type: "number",
    unit: "ha",
    ...labelled("Batas lahan", "Limit of land"),
    sources: [{ source: "law", article: "3" }],
    values: [
      {
        from: "2024-01-01",
        value: 1.5,
        provenance: "confirmed",
        by: "Bagian Hukum",
        on: "2024-02-01",
      },
      { from: "2026-01-01", value: 2, provenance: "reported" },
      { from: "2027-01-01", value: 3, provenance: "assumed" },
    ],
  },
  grace: {
    type: "duration",
    ...labelled("Masa tenggang", "Grace period"),
    sources: [],
    values: [{ from: "2025-01-01", value: "P3M", provenance: "assumed" }],
  },
  fee: {
    type: "money",
    ...labelled("Iuran", "Contribution"),
    sources: [{ source: "law" }],
    values: [{ from: "2025-01-01", value: 16800, provenance: "reported" }],
  },
  later: {
    type: "integer",
    ...labelled("Nanti", "Later"),
    sources: [],
    values: [{ from: "2030-01-01", value: 5, provenance: "assumed" }],
  },
};

export const SOURCES = {
  law: { title: { id: "UU Satu", en: "Law One" }, kind: "law", date: "2011", text: "seen" },
};

/** The statement of one policy with these requirements, or of this policy, on the day. */
export function stated(
  parts: Partial<RulesParts> & Pick<RulesParts, "policies">,
  version?: string,
): Statement {
  const pack = packOf({
    facts: FACTS,
    groups: GROUPS,
    parameters: PARAMETERS,
    sources: SOURCES,
    ...parts,
  });
  return statementOf(
    programOf(pack, { service: SERVICE, asOf: DAY, ...(version !== undefined && { version }) }),
  );
}

/** The clause that a condition becomes as the only requirement's. */
export function clauseFor(condition: object) {
  const { requirements } = stated({
    policies: { "2025-01-01": policy([requirement("a", condition)]) },
  });
  const [only] = requirements;
  if (only === undefined) throw new Error("there is one requirement");
  return only.conditions;
}

/** What the second policy says otherwise than the first. */
export function changesOf(before: object, after: object) {
  const policies = { "2025-01-01": before, "2026-01-01": after };
  return changesBetween(stated({ policies }, "2025-01-01"), stated({ policies }, "2026-01-01"));
}
