import { describe, expect, it } from "vitest";
import { decide } from "../../src/engine/decision/prepare.ts";
import { explain } from "../../src/engine/explanation/explain.ts";
import type { Facts, ItemFacts } from "../../src/engine/model/catalogue.ts";
import { serviceIn, shippedPack } from "./support/shipped.ts";

const pack = await shippedPack();
const SERVICE = "kota-serang/pendaftaran-non-asn";
const ENROLLED: ItemFacts = {
  "worker.employment": "HONORER",
  "coverage.status": "AKTIF",
  "coverage.programmes": ["JKK", "JKM"],
};
const NEVER: ItemFacts = {
  "worker.employment": "HARIAN",
  "coverage.status": "TIDAK_TERDAFTAR",
  "coverage.programmes": [],
};

/** The list of an office, its workers in order. */
function listOf(workers: readonly (ItemFacts | null)[]): Facts {
  return {
    "office.workers": workers.length,
    "contributions.deductedFromPay": false,
    workers,
  };
}

/** DLH's 621 workers, those at these places something else. */
function dlh(others: Readonly<Record<number, ItemFacts>> = {}): Facts {
  return listOf(Array.from({ length: 621 }, (_, index) => others[index] ?? ENROLLED));
}

function told(facts: Facts, asOf: string) {
  const decision = decide(pack, { service: SERVICE, asOf, facts });
  const { outcome, missing, requirements } = decision;
  const unmet = requirements.flatMap(({ id, outcome }) => (outcome === "unmet" ? [id] : []));
  return { decision, outcome, missing, unmet };
}

describe("an office with 621 workers", () => {
  it.each(["2020-02-26", "2021-05-19", "2026-11-22"])("has enrolled them all on %s", (asOf) => {
    const { outcome, missing } = told(dlh(), asOf);
    expect({ outcome, missing }).toEqual({ outcome: "eligible", missing: [] });
  });

  it("of whom three are not known is not decided, and is asked about those three", () => {
    const unknown: ItemFacts = { "worker.employment": "SUKARELA" };
    const { outcome, missing } = told(
      dlh({ 0: unknown, 310: unknown, 620: unknown }),
      "2021-05-19",
    );
    expect({ outcome, missing }).toEqual({
      outcome: "undetermined",
      missing: [0, 310, 620].flatMap((place) => [
        `workers[${place}].coverage.status`,
        `workers[${place}].coverage.programmes`,
      ]),
    });
  });

  it("of whom one is not enrolled is refused, whatever is not known of others", () => {
    const { outcome, missing, unmet } = told(dlh({ 7: {}, 412: NEVER }), "2021-05-19");
    expect({ outcome, missing, unmet }).toEqual({
      outcome: "ineligible",
      missing: [],
      unmet: ["semua-pegawai-terdaftar"],
    });
  });

  it("that is refused still reads in the evidence who is not known", () => {
    const { decision } = told(
      dlh({ 7: { "worker.employment": "SUKARELA" }, 412: NEVER }),
      "2021-05-19",
    );
    const [enrolment] = decision.requirements;
    const unknown = enrolment?.evidence.flatMap(({ fact, actual }) =>
      actual === null ? [fact] : [],
    );
    expect([...new Set(unknown)]).toEqual([
      "workers[7].coverage.status",
      "workers[7].coverage.programmes",
    ]);
  });

  it("is told which worker, why, and what to do", () => {
    const { decision } = told(dlh({ 412: NEVER }), "2020-02-26");
    const [enrolment] = explain(pack, decision, "en").requirements;
    expect({ reasons: enrolment?.reasons, remedy: enrolment?.remedy }).toEqual({
      reasons: [
        "Worker 413: As daily worker, has to be enrolled.",
        "Worker 413: Not enrolled in BPJS Ketenagakerjaan.",
        "Worker 413: Work accident insurance (JKK) is not included.",
        "Worker 413: Death insurance (JKM) is not included.",
      ],
      remedy:
        "Enrol that worker in BPJS Ketenagakerjaan for JKK and JKM. The contribution reported is Rp8,500 per worker a month.",
    });
  });
});

describe("the salary deduction reported in 2020", () => {
  it.each(["2020-02-26", "2021-05-19", "2026-11-22"])("is only a finding on %s", (asOf) => {
    const { outcome, unmet } = told({ ...dlh(), "contributions.deductedFromPay": true }, asOf);
    expect({ outcome, finding: unmet.at(-1) }).toEqual({
      outcome: "eligible",
      finding: "iuran-tidak-dipotong",
    });
  });
});

describe("enrolment of non-ASN workers", () => {
  it("is asked of an office, and of a person about their own", () => {
    const applicants = [SERVICE, "kota-serang/pegawai-non-asn"].map((id) =>
      serviceIn(pack, id).versions.map(({ policy }) => policy.applicant),
    );
    expect(applicants).toEqual([
      ["office", "office", "office"],
      ["person", "person"],
    ]);
  });

  it("is a duty from 25 March 2021 under Inpres 2/2021, and only a practice before", () => {
    const sources = serviceIn(pack, SERVICE).versions.map(({ from, policy }) => [
      from,
      policy.requirements[0]?.sources.map(({ source }) => source),
    ]);
    expect(sources).toEqual([
      ["2020-02-26", ["kabar-banten-2020-02-26"]],
      ["2021-03-25", ["inpres-2-2021", "antara-2021-05-19"]],
      ["2026-01-01", ["inpres-2-2021", "antara-2021-05-19", "permenaker-1-2025"]],
    ]);
  });
});
