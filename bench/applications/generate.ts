import type { Application } from "./application.ts";
import { type Chance, chanceFrom } from "./random.ts";

/** The day on which everything is decided. */
export const AS_OF = "2026-11-22";

/**
 * Varied applications, the same for one seed, as one calling system sends them: through JSON, every
 * fact in its place, null where it is not known. In a fifth of them one to three facts are not
 * known; in one of a hundred the coverage registry did not answer, and its facts are not there.
 */
export function generateApplications(count: number, seed: number): readonly Application[] {
  return generate(count, seed, asNull);
}

/**
 * The same, as many calling systems send them: half of what is not known is left out. Objects of so
 * many shapes slow down whoever reads them, handwritten code most of all.
 */
export function generateManyShapes(count: number, seed: number): readonly Application[] {
  return generate(count, seed, leftOutOrNull);
}

/** How a fact that is not known is written: as null, or (with undefined) not at all. */
type Absence = (chance: Chance) => null | undefined;

const asNull: Absence = () => null;
const leftOutOrNull: Absence = ({ happens }) => (happens(0.5) ? null : undefined);

function generate(count: number, seed: number, absence: Absence): readonly Application[] {
  const chance = chanceFrom(seed);
  return Array.from({ length: count }, () => {
    const application = completeApplication(chance);
    if (chance.happens(0.2)) leaveOpen(application, chance, absence);
    if (chance.happens(0.01)) withoutRegistry(application);
    return JSON.parse(JSON.stringify(application));
  });
}

function leaveOpen(application: Application, chance: Chance, absence: Absence): void {
  const ids = Object.keys(application);
  for (let turn = chance.between(1, 3); turn > 0; turn--) {
    const id = ids[chance.between(0, ids.length - 1)];
    if (id !== undefined) Object.assign(application, { [id]: absence(chance) });
  }
}

function withoutRegistry(application: Application): void {
  delete application["coverage.status"];
  delete application["coverage.paidThrough"];
  delete application["coverage.programmes"];
}

function completeApplication(chance: Chance): Application {
  const { happens, between, pick, some } = chance;
  return {
    "coverage.status": happens(0.75)
      ? "AKTIF"
      : pick(["MASA_TENGGANG", "NONAKTIF", "TIDAK_TERDAFTAR"]),
    "coverage.paidThrough": day(chance, 2026, 2026),
    "coverage.programmes": happens(0.9) ? ["JKK", "JKM", ...some(["JHT", "JP"], 0.3)] : ["JKK"],
    "applicant.residence": happens(0.9) ? pick(["3673", "3604"]) : pick(["3672", "LAINNYA"]),
    "applicant.birthDate": day(chance, 1950, 2011),
    "kiosk.count": happens(0.9) ? between(0, 1) : between(2, 5),
    "levy.arrears": happens(0.7) ? 0 : between(1, 80) * 100_000,
    "levy.instalments": happens(0.6),
    "sanction.blacklisted": happens(0.03),
    "sanction.level": happens(0.9) ? between(0, 2) : between(3, 5),
    "stall.goods": pick(["MAKANAN", "PAKAIAN", "ELEKTRONIK", "JASA"]),
    "stall.documents": ["NIB", ...some(["HALAL", "SEHAT", "TERA"], 0.7)],
    "stall.inspectedOn": day(chance, 2025, 2026),
    "stall.activities": happens(0.9) ? some(["ECERAN", "GROSIR"], 0.8) : ["ECERAN", "MALAM"],
    "deposit.paid": happens(0.8) ? between(25, 60) * 100_000 : between(0, 24) * 100_000,
    "guarantor.kind": pick(["TIDAK_ADA", "KOPERASI", "BANK"]),
    "contract.months": happens(0.92) ? between(6, 36) : between(1, 5),
    "contract.startsOn": happens(0.9) ? day(chance, 2027, 2027) : day(chance, 2026, 2026),
  };
}

function day({ between }: Chance, firstYear: number, lastYear: number): string {
  const year = between(firstYear, lastYear);
  return `${year}-${twoDigits(between(1, 12))}-${twoDigits(between(1, 28))}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
