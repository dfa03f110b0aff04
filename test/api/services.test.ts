import { describe, expect, test } from "vitest";
import { harness } from "./support/harness.ts";

describe("the list of services", () => {
  test("has every service that was ever published, with the policy in force today", async () => {
    const { send } = harness();
    const { status, headers, body } = await send("/v1/services", {
      headers: { "accept-language": "en" },
    });
    expect(status).toBe(200);
    expect(headers.get("content-language")).toBe("en");
    expect(headers.get("vary")).toBe("Accept-Language");
    expect(body).toEqual({
      asOf: "2026-11-22",
      services: [
        {
          id: "kota-uji/kios",
          title: "Test service",
          policy: { from: "2026-01-01", status: "adopted" },
        },
        {
          id: "kota-uji/trayek",
          title: "Test service",
          policy: { from: "2026-01-01", status: "pilot" },
        },
        {
          id: "kota-uji/uji",
          title: "Test service",
          policy: { from: "2026-01-01", status: "pilot" },
        },
      ],
    });
  });

  test("says where none is in force on another day", async () => {
    const { send } = harness();
    const { body } = await send("/v1/services?asOf=2025-01-01");
    expect(body["services"]).toMatchObject([{ policy: null }, { policy: null }, { policy: null }]);
  });
});

const SOURCES = [
  { id: "perda", title: "Test Bylaw", article: "3", reference: "1/2025", level: "national" },
];
const REQUIREMENT = {
  enforcement: "required",
  provenance: "assumed",
  doubt: "Belum dilihat.",
  sources: [{ ...SOURCES[0], title: "Perda Uji" }],
};

describe("a service", () => {
  test("tells its requirements and who supplies which fact", async () => {
    const { send } = harness();
    const { status, body } = await send("/v1/services/kota-uji/kios");
    expect(status).toBe(200);
    expect(body).toEqual({
      id: "kota-uji/kios",
      asOf: "2026-11-22",
      title: "Layanan uji",
      owner: "Kota Uji",
      policy: {
        from: "2026-01-01",
        status: "adopted",
        digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      },
      applicant: { kinds: ["person"], nik: "required" },
      requirements: [
        { id: "terlindungi", title: "Syarat terlindungi", ...REQUIREMENT },
        { id: "luas", title: "Syarat luas", ...REQUIREMENT },
      ],
      parameters: [],
      facts: {
        fromCaller: [
          {
            fact: "kiosk.owner",
            label: "Pemilik kios",
            source: "office",
            personal: false,
            type: "code",
            codes: [
              { code: "PEMKOT", label: "Pemkot" },
              { code: "LAINNYA", label: "lain" },
            ],
          },
          {
            fact: "land.hectares",
            label: "Luas lahan",
            source: "applicant",
            personal: false,
            unit: "ha",
            type: "number",
            minimum: 0,
          },
        ],
        fromRegistry: [
          {
            fact: "coverage.status",
            label: "Status kepesertaan",
            source: "registry:coverage",
            personal: true,
            type: "code",
            codes: [
              { code: "AKTIF", label: "aktif" },
              { code: "NONAKTIF", label: "tidak aktif" },
              { code: "TIDAK_TERDAFTAR", label: "tidak terdaftar" },
            ],
          },
        ],
      },
      groups: [],
    });
  });

  test("tells its groups and that each driver needs a NIK", async () => {
    const { send } = harness();
    const { body } = await send("/v1/services/kota-uji/trayek", {
      headers: { "accept-language": "en" },
    });
    expect(body).toMatchObject({
      applicant: { nik: "optional" },
      facts: { fromCaller: [], fromRegistry: [] },
      groups: [
        {
          group: "drivers",
          label: "Drivers",
          minItems: 1,
          maxItems: 3000,
          nik: "required",
          facts: { fromCaller: [], fromRegistry: [{ fact: "coverage.status" }] },
        },
      ],
    });
  });

  test("shows the policy of another day, with its last day", async () => {
    const { send } = harness();
    const { body } = await send("/v1/services/kota-uji/kios?asOf=2026-12-24");
    expect(body).toMatchObject({
      asOf: "2026-12-24",
      policy: { from: "2026-12-01", until: "2026-12-31" },
    });
  });

  test.each([
    ["/v1/services/kota-uji/kiso", 404, "service-unknown", []],
    ["/v1/services/kota-uji/usulan", 422, "policy-not-in-force", [{ path: "?asOf" }]],
    ["/v1/services/kota-uji/kios?asOf=2027-01-01", 422, "policy-not-in-force", [{ path: "?asOf" }]],
    [
      "/v1/services/kota-uji/kios?asOf=kemarin",
      422,
      "request-invalid",
      [{ path: "?asOf", code: "date-invalid" }],
    ],
    [
      "/v1/services/kota-uji/kios?asof=2026-01-01",
      422,
      "request-invalid",
      [{ path: "?asof", code: "parameter-unknown" }],
    ],
    [
      "/v1/services?version=2027-06-01",
      422,
      "request-invalid",
      [{ path: "?version", code: "version-refused" }],
    ],
    [
      "/v1/services?asOf=2026-01-01&asOf=2026-01-02",
      422,
      "request-invalid",
      [{ path: "?asOf", code: "parameter-twice" }],
    ],
    ["/v1/services/%E0%A4%A/kios", 404, "service-unknown", []],
  ])("%s is %i %s", async (path, status, code, errors) => {
    const { send } = harness();
    const answer = await send(path);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ code, errors });
  });
});

describe("health", () => {
  test("says ok", async () => {
    const { send } = harness();
    const { status, headers, body } = await send("/healthz");
    expect([status, headers.get("cache-control"), body]).toEqual([
      200,
      "no-store",
      { status: "ok" },
    ]);
  });

  test("answers HEAD without a body", async () => {
    const { send } = harness();
    const { status, body } = await send("/healthz", { method: "HEAD" });
    expect([status, body]).toEqual([200, {}]);
  });
});
