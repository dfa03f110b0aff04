import { describe, expect, it } from "vitest";
import { parameterNamed, parameterValue } from "../../src/engine/conditions/references.ts";
import { decide } from "../../src/engine/decision/prepare.ts";
import { explain } from "../../src/engine/explanation/explain.ts";
import { serviceIn, shippedPack } from "./support/shipped.ts";

const pack = await shippedPack();
const KIOSK = "kota-serang/sewa-kios";
const RELIEF = "kota-serang/potongan-iuran-bpu";

function amount(id: string, asOf: string) {
  return parameterValue(parameterNamed(`parameter.${id}`, serviceIn(pack, KIOSK)), asOf);
}

describe("contributions by day", () => {
  it.each([
    ["2024-09-25", null, null, null],
    ["2024-09-26", 16_800, 16_800, 16_800],
    ["2025-12-31", 16_800, 16_800, 16_800],
    ["2026-01-01", 16_800, 8_400, 16_800],
    ["2026-03-31", 16_800, 8_400, 16_800],
    ["2026-04-01", 8_400, 8_400, 16_800],
    ["2026-12-31", 8_400, 8_400, 16_800],
    ["2027-01-01", 16_800, 8_400, 16_800],
    ["2027-03-31", 16_800, 8_400, 16_800],
    ["2027-04-01", 16_800, 16_800, 16_800],
  ])(
    "on %s a BPU member pays %s, in transport %s, from a public budget %s",
    (day, own, transport, budget) => {
      expect([
        amount("iuran.bpu", day),
        amount("iuran.bpu.angkutan", day),
        amount("iuran.bpu.anggaran", day),
      ]).toEqual([own, transport, budget]);
    },
  );

  it("were Rp8,500 for a non-ASN worker in February 2020, and JKM pays Rp42,000,000", () => {
    expect([amount("iuran.nonAsn", "2020-02-26"), amount("manfaat.jkm", "2024-09-26")]).toEqual([
      8_500, 42_000_000,
    ]);
  });

  it.each([
    ["2027-02-01", "Pay Rp16,800 a month for JKK and JKM, or Rp36,800 with JHT."],
    ["2026-02-01", "Pay Rp16,800 a month for JKK and JKM, or Rp36,800 with JHT."],
  ])(
    "a trader outside the relief is told on %s what to pay, with JHT and without",
    (asOf, remedy) => {
      const facts = {
        "coverage.segment": "BPU",
        "contributions.payer": "SENDIRI",
        "worker.transport": false,
      };
      const decision = decide(pack, { service: RELIEF, asOf, facts });
      expect(explain(pack, decision, "en").requirements.at(-1)?.remedy).toBe(remedy);
    },
  );

  it.each([
    ["2026-02-01", "Rp16.800", "Rp36.800"],
    ["2026-11-22", "Rp8.400", "Rp28.400"],
  ])("during the reliefs JHT is not reduced, and drivers pay half: %s", (asOf, alone, withJht) => {
    const decision = decide(pack, {
      service: "kota-serang/iuran-dibayar-kota",
      asOf,
      facts: { "community.roles": [] },
    });
    expect(explain(pack, decision, "id").requirements[0]?.remedy).toBe(
      `Minta kelurahan mencatat tugas Anda dalam masyarakat, atau bayar sendiri sebagai BPU: ${alone} per bulan untuk JKK dan JKM, ${withJht} bersama JHT; pengemudi angkutan: Rp8.400, ditambah Rp20.000 bersama JHT.`,
    );
  });
});
