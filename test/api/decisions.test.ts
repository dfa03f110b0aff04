import { describe, expect, test } from "vitest";
import { harness, idNumber, kioskRequest, NIB, NIKS, OBSERVED_AT } from "./support/harness.ts";

const KIOSK_ORIGINS = {
  "kiosk.owner": { source: "office", state: "answered" },
  "coverage.status": { source: "registry:coverage", state: "answered", at: OBSERVED_AT },
  "land.hectares": { source: "applicant", state: "answered" },
};

const SCOPE_EVIDENCE = {
  path: "",
  fact: "kiosk.owner",
  operator: "equal",
  expected: "PEMKOT",
  actual: "PEMKOT",
  holds: true,
};

describe("a decision over HTTP", () => {
  test("is answered whole: with evidence, remedies, horizon, origins and words", async () => {
    const { ask, ledger } = harness();
    const { status, headers, body } = await ask({ ...kioskRequest(NIKS.lapsed), language: "en" });
    expect(status).toBe(201);
    expect(headers.get("content-type")).toBe("application/json; charset=UTF-8");
    expect(headers.get("content-language")).toBe("en");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    const digest = ledger.entries[0]?.record.decision.policy.digest;
    expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(body).toEqual({
      id: idNumber(1),
      issuedAt: "2026-11-22T05:00:00.000Z",
      subject: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      factsDigest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      receipt: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      salts: {
        subject: expect.stringMatching(/^[\w-]{22}$/),
        facts: expect.stringMatching(/^[\w-]{22}$/),
      },
      service: "kota-uji/kios",
      policy: { from: "2026-01-01", status: "adopted", digest },
      asOf: "2026-11-22",
      outcome: "ineligible",
      provisional: ["terlindungi"],
      scope: { holds: true, evidence: [SCOPE_EVIDENCE] },
      requirements: [
        {
          id: "terlindungi",
          outcome: "unmet",
          enforcement: "required",
          evidence: [
            {
              path: "",
              fact: "coverage.status",
              operator: "equal",
              expected: "AKTIF",
              actual: "NONAKTIF",
              holds: false,
            },
          ],
        },
        {
          id: "luas",
          outcome: "met",
          enforcement: "required",
          evidence: [
            {
              path: "",
              fact: "land.hectares",
              operator: "lessThanInclusive",
              expected: 2,
              actual: 1.5,
              holds: true,
            },
          ],
        },
      ],
      missing: [],
      validUntil: "2026-12-31",
      validUntilBecause: ["policy:none"],
      remedies: [[{ fact: "coverage.status", from: "NONAKTIF", to: "AKTIF" }]],
      facts: KIOSK_ORIGINS,
      explanation: expect.objectContaining({
        language: "en",
        summary: expect.stringContaining("Not eligible yet: Test service"),
      }),
    });
  });

  test.each([
    ["an active member is eligible", NIKS.active, {}, "eligible", []],
    ["a lapsed member is not", NIKS.lapsed, {}, "ineligible", []],
    ["nor is someone known to be no member", NIKS.stranger, {}, "ineligible", []],
    [
      "whom the registry does not know is never refused for it",
      NIKS.unknown,
      {},
      "undetermined",
      ["coverage.status"],
    ],
    [
      "what other facts settle stays settled",
      NIKS.unknown,
      { "land.hectares": 3 },
      "ineligible",
      [],
    ],
    [
      "a fact that was not given is missing",
      NIKS.active,
      { "land.hectares": null },
      "undetermined",
      ["land.hectares"],
    ],
    [
      "another's kiosk is out of scope",
      NIKS.lapsed,
      { "kiosk.owner": "LAINNYA" },
      "out-of-scope",
      [],
    ],
  ])("%s", async (_, nik, facts, outcome, missing) => {
    const { ask } = harness();
    const request = kioskRequest(nik);
    const { body } = await ask({ ...request, facts: { ...Object(request["facts"]), ...facts } });
    expect(body).toMatchObject({ outcome, missing });
  });

  test("says of each fact where it came from and what its source said", async () => {
    const { ask } = harness();
    const request = { ...kioskRequest(NIKS.unknown), facts: {} };
    const { body } = await ask(request);
    expect(body["facts"]).toEqual({
      "kiosk.owner": { source: "office", state: "not-given" },
      "coverage.status": { source: "registry:coverage", state: "not-found", at: OBSERVED_AT },
      "land.hectares": { source: "applicant", state: "not-given" },
    });
  });

  test("looks each driver up, all in one question, and nobody else", async () => {
    const { ask, registry } = harness();
    const { status, body } = await ask({
      service: "kota-uji/trayek",
      applicant: { nib: NIB },
      groups: {
        drivers: [
          { nik: NIKS.active },
          { nik: NIKS.unknown, facts: { "person.birthDate": "1990-02-03" } },
        ],
      },
    });
    expect(status).toBe(201);
    expect(registry.asked).toEqual([[NIKS.active, NIKS.unknown]]);
    expect(body).toMatchObject({
      outcome: "undetermined",
      missing: ["drivers[1].coverage.status"],
      facts: {
        "drivers[0].coverage.status": {
          source: "registry:coverage",
          state: "answered",
          at: OBSERVED_AT,
        },
        "drivers[1].coverage.status": {
          source: "registry:coverage",
          state: "not-found",
          at: OBSERVED_AT,
        },
        "drivers.count": { source: "system", state: "answered" },
      },
    });
  });

  test("asks no registry about an applicant whose policy does not read it", async () => {
    const { ask, registry } = harness();
    const { body } = await ask({
      service: "kota-uji/trayek",
      applicant: { nik: NIKS.active },
    });
    expect(registry.asked).toEqual([]);
    expect(body).toMatchObject({
      outcome: "undetermined",
      missing: ["drivers"],
      facts: {
        drivers: { source: "applicant", state: "not-given" },
        "drivers.count": { source: "system", state: "not-given" },
      },
    });
  });

  test("a business may ask where coverage only advises; it is then not known", async () => {
    const { ask, registry } = harness();
    const { status, body } = await ask({
      service: "kota-uji/uji",
      applicant: { nib: NIB },
      facts: { "land.hectares": 1 },
    });
    expect(status).toBe(201);
    expect(registry.asked).toEqual([]);
    expect(body).toMatchObject({
      outcome: "eligible",
      requirements: [{ outcome: "met" }, { outcome: "unknown" }],
      facts: { "coverage.status": { source: "registry:coverage", state: "not-given" } },
    });
  });

  test("records what the policy read and no more", async () => {
    const { ask, ledger } = harness();
    await ask({
      ...kioskRequest(),
      facts: { "kiosk.owner": "PEMKOT", "person.birthDate": "1985-04-12" },
    });
    const [entry] = ledger.entries;
    expect(entry?.record.facts).toEqual({ "kiosk.owner": "PEMKOT", "coverage.status": "AKTIF" });
    expect(entry?.applicant).toEqual({ kind: "nik", number: NIKS.active });
    expect(entry?.people).toEqual({});
    expect(entry?.record.secondOpinion).toEqual({
      engine: "json-rules-engine",
      rules: { scope: true, terlindungi: true, luas: expect.any(Boolean) },
    });
  });
});

describe("the day", () => {
  test.each([
    ["a second before midnight in Jakarta", "2026-11-22T16:59:59Z", "2026-11-22"],
    ["midnight in Jakarta", "2026-11-22T17:00:00Z", "2026-11-23"],
    ["New Year in Jakarta, the old year elsewhere", "2026-12-31T17:00:00Z", "2027-01-01"],
  ])("without asOf is today in Jakarta: %s", async (_, now, today) => {
    const { ask } = harness({ clock: () => new Date(now) });
    const { body } = await ask({
      service: "kota-uji/uji",
      applicant: { nib: NIB },
      facts: { "land.hectares": 1 },
    });
    expect(body["asOf"]).toBe(today);
  });

  test.each(["2026-11-21", "2026-11-23"])(
    "another than today (%s) leaves coverage unknown, so that old coverage never passes",
    async (asOf) => {
      const { ask } = harness();
      const { body } = await ask({ ...kioskRequest(), asOf });
      expect(body).toMatchObject({
        asOf,
        outcome: "undetermined",
        missing: ["coverage.status"],
        facts: {
          "coverage.status": { source: "registry:coverage", state: "not-observed-that-day" },
        },
      });
    },
  );

  test("today, stated, is answered as today", async () => {
    const { ask } = harness();
    const { body } = await ask({ ...kioskRequest(), asOf: "2026-11-22" });
    expect(body["outcome"]).toBe("eligible");
  });
});

describe("the language", () => {
  test.each([
    ["Indonesian unless asked", {}, undefined, "id"],
    ["Accept-Language", { "accept-language": "en-GB,en;q=0.9" }, undefined, "en"],
    ["the body before the header", { "accept-language": "en" }, "id", "id"],
  ])("%s", async (_, headers, language, expected) => {
    const { ask } = harness();
    const answer = await ask({ ...kioskRequest(), ...(language && { language }) }, headers);
    expect(answer.headers.get("content-language")).toBe(expected);
    expect(answer.body["explanation"]).toMatchObject({ language: expected });
  });
});
