import { describe, expect, it } from "vitest";
import { prepare } from "../../src/engine/decision/prepare.ts";
import { shippedPack } from "./support/shipped.ts";

const pack = await shippedPack();

const ROLES = pack.facts.get("community.roles");
const codes =
  ROLES?.type === "list" && ROLES.items.type === "code" ? Object.keys(ROLES.items.codes) : [];

/** The roles whose contributions a version has the city pay, all else being in order. */
function paidFor(service: string, version: string): readonly string[] {
  const policy = prepare(pack, { service, asOf: "2027-01-01", version });
  return codes.filter((role) => {
    const { outcome } = policy.decide({
      "community.roles": [role],
      "applicant.stateApparatus": false,
      "applicant.residence": "3673",
      "document.ktp": true,
      "document.workLetter": true,
      "cityProgramme.listed": true,
    });
    return outcome === "eligible";
  });
}

describe("whose contributions the city pays", () => {
  it.each([
    [
      "South Tangerang",
      "kota-tangerang-selatan/iuran-dibayar-kota",
      "2019-11-22",
      ["KETUA_RT", "KETUA_RW", "GURU_MENGAJI", "MARBOT", "AMIL_JENAZAH", "KADER_KESEHATAN"],
      ["PETUGAS_SISKAMLING", "TUKANG_GALI_KUBUR", "VETERAN"],
    ],
    [
      "Serang",
      "kota-serang/iuran-dibayar-kota",
      "2026-01-01",
      [
        "KETUA_RT",
        "KETUA_RW",
        "GURU_MENGAJI",
        "MARBOT",
        "PEMANDI_JENAZAH",
        "IMAM",
        "KADER_POSYANDU",
        "PENGEMUDI_OJEK",
      ],
      ["PETANI", "PEDAGANG_KAKI_LIMA", "PENGEMUDI_ANGKUTAN"],
    ],
  ])("in %s, and whom the draft adds", (_, service, now, paid, added) => {
    const drafted = paidFor(service, "2027-01-01");
    expect({
      now: paidFor(service, now),
      added: drafted.filter((role) => !paid.includes(role)),
      kept: paid.filter((role) => drafted.includes(role)),
    }).toEqual({ now: paid, added, kept: paid });
  });
});
