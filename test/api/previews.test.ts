import { describe, expect, test } from "vitest";
import { harness, NIKS, postOf } from "./support/harness.ts";

const preview = (body: object) => postOf({ service: "kota-uji/kios", ...body });

describe("a preview", () => {
  test("says what is still needed and who will answer it, and records and looks up nothing", async () => {
    const { send, ledger, registry } = harness();
    const { status, body } = await send("/v1/previews", preview({ facts: {} }));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      preview: true,
      service: "kota-uji/kios",
      asOf: "2026-11-22",
      outcome: "undetermined",
      requirements: [
        { id: "terlindungi", outcome: "unknown", enforcement: "required" },
        { id: "luas", outcome: "unknown", enforcement: "required" },
      ],
      missing: [
        {
          fact: "kiosk.owner",
          label: "Pemilik kios",
          question: "Pemilik kios",
          type: "code",
          codes: [
            { code: "PEMKOT", label: "Pemkot" },
            { code: "LAINNYA", label: "lain" },
          ],
          lookedUpLater: false,
        },
        { fact: "coverage.status", type: "code", lookedUpLater: true },
        { fact: "land.hectares", type: "number", unit: "ha", minimum: 0, lookedUpLater: false },
      ],
      explanation: { language: "id" },
    });
    expect(body).not.toHaveProperty("receipt");
    expect(body).not.toHaveProperty("id");
    expect([ledger.entries, registry.asked]).toEqual([[], []]);
  });

  test("tells apart what is to be asked and what nobody need be asked for", async () => {
    const { send } = harness();
    const { body } = await send("/v1/previews", preview({ facts: {} }));
    expect(body["explanation"]).toMatchObject({
      unknownBecause: [
        {
          cause: "not-given",
          reason: "Belum disampaikan dalam permohonan: Pemilik kios; Luas lahan.",
          remedy: "Pemohon atau petugas melengkapinya, lalu permohonan diajukan lagi.",
        },
        {
          cause: "looked-up-later",
          reason:
            "Akan dilihat pada data BPJS Ketenagakerjaan saat keputusan diminta: Status kepesertaan.",
          remedy: "Tidak perlu ditanyakan kepada siapa pun.",
        },
      ],
    });
    const facts = { "kiosk.owner": "LAINNYA" };
    const settled = await send("/v1/previews", preview({ facts }));
    expect(settled.body["explanation"]).not.toHaveProperty("unknownBecause");
  });

  test("asks of each item of a group by its place", async () => {
    const { send } = harness();
    const body = { service: "kota-uji/trayek", groups: { drivers: [{}, {}] } };
    const answer = await send("/v1/previews", postOf(body));
    expect(answer.body["missing"]).toMatchObject([
      { fact: "drivers[0].coverage.status", label: "Pengemudi 1: Status kepesertaan" },
      { fact: "drivers[1].coverage.status", label: "Pengemudi 2: Status kepesertaan" },
    ]);
  });

  test.each([
    ["names a person", { applicant: { nik: NIKS.active } }, "/applicant", "key-unknown"],
    [
      "names a driver",
      { groups: { drivers: [{ nik: NIKS.active }] } },
      "/groups/drivers/0/nik",
      "key-unknown",
    ],
    [
      "asserts coverage",
      { facts: { "coverage.status": "AKTIF" } },
      "/facts/coverage.status",
      "fact-not-for-caller",
    ],
    ["has a group that is none", { groups: { driver: [] } }, "/groups/driver", "group-unknown"],
  ])("is refused where it %s", async (_, body, path, code) => {
    const { send } = harness();
    const answer = await send("/v1/previews", preview(body));
    expect(answer.status).toBe(422);
    expect(answer.body["errors"]).toMatchObject([{ path, code }]);
  });
});
