import { describe, expect, test } from "vitest";
import { MOST_BODY_BYTES } from "../../src/api/body/read-body.ts";
import { PROBLEMS } from "../../src/api/problems/codes.ts";
import { harness, idNumber, kioskRequest, NIB, NIKS, postOf } from "./support/harness.ts";

interface Case {
  readonly name: string;
  readonly body: unknown;
  readonly errors: readonly (readonly [path: string, code: string])[];
}

const VALID = kioskRequest();

const INVALID: readonly Case[] = [
  {
    name: "a key that does not exist",
    body: { ...VALID, servise: "x", "a/b~c": 1 },
    errors: [
      ["/servise", "key-unknown"],
      ["/a~1b~0c", "key-unknown"],
    ],
  },
  {
    name: "nothing at all",
    body: {},
    errors: [
      ["/service", "key-missing"],
      ["/applicant", "key-missing"],
    ],
  },
  { name: "a list for a body", body: [], errors: [["", "value-type"]] },
  {
    name: "a version",
    body: { ...VALID, version: "2026-01-01" },
    errors: [["/version", "version-refused"]],
  },
  {
    name: "a NIK as a number",
    body: { ...VALID, applicant: { nik: 3673 } },
    errors: [["/applicant/nik", "value-type"]],
  },
  {
    name: "a NIK of 15 digits",
    body: { ...VALID, applicant: { nik: "367399120485000" } },
    errors: [["/applicant/nik", "nik-format"]],
  },
  {
    name: "a NIK whose date is none",
    body: { ...VALID, applicant: { nik: "3673993513850001" } },
    errors: [["/applicant/nik", "nik-format"]],
  },
  {
    name: "a NIB of 12 digits",
    body: { ...VALID, applicant: { nib: "123456789012" } },
    errors: [["/applicant/nib", "nib-format"]],
  },
  {
    name: "an applicant by both numbers",
    body: { ...VALID, applicant: { nik: NIKS.active, nib: NIB } },
    errors: [["/applicant", "applicant-ambiguous"]],
  },
  {
    name: "an applicant by neither",
    body: { ...VALID, applicant: {} },
    errors: [["/applicant", "applicant-missing"]],
  },
  {
    name: "a day that the calendar has not",
    body: { ...VALID, asOf: "2026-02-30" },
    errors: [["/asOf", "date-invalid"]],
  },
  {
    name: "another language",
    body: { ...VALID, language: "jv" },
    errors: [["/language", "value-unknown"]],
  },
  {
    name: "facts of the wrong kind, out of range, unknown, and a registry's",
    body: {
      ...VALID,
      facts: {
        "kiosk.owner": "PEMKOTT",
        "land.hectares": "1,5",
        "land.hectare": 1,
        "coverage.status": "AKTIF",
        asOf: "2026-01-01",
        drivers: [],
      },
    },
    errors: [
      ["/facts/coverage.status", "fact-not-for-caller"],
      ["/facts/drivers", "group-misplaced"],
      ["/facts/kiosk.owner", "fact-code"],
      ["/facts/land.hectares", "fact-type"],
      ["/facts/land.hectare", "fact-unknown"],
      ["/facts/asOf", "fact-reserved"],
    ],
  },
  {
    name: "an escaped fact name",
    body: { ...VALID, facts: { "a/b~c": 1 } },
    errors: [["/facts/a~1b~0c", "fact-unknown"]],
  },
  {
    name: "a prototype among the facts",
    body: '{"service":"kota-uji/kios","applicant":{"nib":"1"},"facts":{"__proto__":{"kiosk.owner":"PEMKOT"}}}',
    errors: [["/facts/__proto__", "key-unknown"]],
  },
  {
    name: "an unknown group",
    body: { ...VALID, groups: { driver: [] } },
    errors: [["/groups/driver", "group-unknown"]],
  },
  {
    name: "drivers with faults, each at its place",
    body: {
      service: "kota-uji/trayek",
      applicant: { nib: NIB },
      groups: {
        drivers: [
          { nik: NIKS.active },
          { facts: { "person.birthDate": "31-12-1990" } },
          { nik: NIKS.active, facts: { "coverage.status": "AKTIF", "land.hectares": 1 } },
        ],
      },
    },
    errors: [
      ["/groups/drivers/1/nik", "nik-missing"],
      ["/groups/drivers/2/nik", "nik-twice"],
      ["/groups/drivers/2/facts/coverage.status", "fact-not-for-caller"],
      ["/groups/drivers/1/facts/person.birthDate", "fact-date"],
      ["/groups/drivers/2/facts/land.hectares", "fact-unknown"],
    ],
  },
  {
    name: "an item that is no object and a NIK that is none",
    body: {
      service: "kota-uji/trayek",
      applicant: { nib: NIB },
      groups: { drivers: [null, { nik: "x", name: "Budi" }] },
    },
    errors: [
      ["/groups/drivers/0", "value-type"],
      ["/groups/drivers/1/nik", "nik-format"],
      ["/groups/drivers/1/name", "key-unknown"],
    ],
  },
  {
    name: "a group without anybody",
    body: { service: "kota-uji/trayek", applicant: { nib: NIB }, groups: { drivers: [] } },
    errors: [["/groups/drivers", "fact-items"]],
  },
  {
    name: "more than two thousand people",
    body: {
      service: "kota-uji/trayek",
      applicant: { nib: NIB },
      groups: { drivers: Array.from({ length: 2001 }, () => ({})) },
    },
    errors: [["/groups", "people-too-many"]],
  },
];

describe("a request that cannot be used", () => {
  test.each(INVALID)("names the place of every fault: $name", async ({ body, errors }) => {
    const { ask, ledger } = harness();
    const answer = await ask(body);
    expect(answer.status).toBe(422);
    expect(answer.headers.get("content-type")).toBe("application/problem+json; charset=UTF-8");
    expect(answer.body).toMatchObject({
      type: "urn:problem-type:layak:request-invalid",
      status: 422,
      code: "request-invalid",
    });
    const told: unknown = answer.body["errors"];
    expect(told).toEqual(
      errors.map(([path, code]) => ({ path, code, message: expect.any(String) })),
    );
    expect(ledger.entries).toEqual([]);
  });

  test("is told in the body's language, even where the body is refused", async () => {
    const { ask } = harness();
    const { body } = await ask({ ...VALID, servise: "x", language: "en" });
    expect(body).toEqual({
      type: "urn:problem-type:layak:request-invalid",
      title: "The request cannot be used",
      status: 422,
      detail: "1 field needs mending; the request was not carried out.",
      code: "request-invalid",
      errors: [
        {
          path: "/servise",
          code: "key-unknown",
          message: 'There is no key "servise". Did you mean "service"?',
        },
      ],
    });
  });

  test.each([
    ["a decision", "/v1/decisions", postOf({ ...VALID, x: 1 })],
    ["a batch", "/v1/decisions/batch", postOf({ items: [VALID], x: 1 })],
    ["a preview", "/v1/previews", postOf({ service: "kota-uji/kios", x: 1 })],
    ["a search", "/v1/decisions/search", postOf({ applicant: { nik: NIKS.active }, x: 1 })],
    [
      "a review",
      `/v1/decisions/${idNumber(1)}/reviews`,
      postOf({ verdict: "upheld", reason: "Sesuai.", x: 1 }),
    ],
    ["evidence", `/v1/decisions/${idNumber(1)}/evidence?requirement=x`, {}],
    ["services", "/v1/services?asOf=x", {}],
  ])("says what holds of any request, here one for %s", async (_, address, init) => {
    const { ask, send } = harness();
    await ask(VALID);
    const { body } = await send(address, init);
    expect(body["detail"]).toBe("1 isian harus diperbaiki; permintaan ini tidak dijalankan.");
  });

  test("is told in Indonesian otherwise", async () => {
    const { ask } = harness();
    const { body } = await ask({ ...VALID, facts: { "coverage.status": "AKTIF" } });
    expect(body).toMatchObject({
      title: "Permintaan tidak dapat diproses",
      detail: "1 isian harus diperbaiki; permintaan ini tidak dijalankan.",
      errors: [
        {
          message:
            '"coverage.status" diisi oleh registri coverage, bukan oleh pemanggil. Hapus dari permintaan.',
        },
      ],
    });
  });
});

describe("a body that cannot be read", () => {
  const deep = `${"[".repeat(17)}${"]".repeat(17)}`;
  const deeper = "[".repeat(400_000);
  test.each<readonly [string, RequestInit, keyof typeof PROBLEMS, string | null]>([
    ["broken JSON", postOf('{\n  "service": }'), "body-not-json", "Line 2, column 13"],
    ["an empty body", postOf(""), "body-not-json", "Line 1, column 1"],
    [
      "a key that stands twice",
      postOf('{"service":"a",\n"service":"b"}'),
      "body-not-json",
      "Line 2, column 1",
    ],
    [
      "a number beyond numbers",
      postOf('{"facts":{"land.hectares":1e400}}'),
      "body-not-json",
      "too large",
    ],
    ["17 levels", postOf(deep), "body-too-deep", "Line 1, column 17"],
    ["400,000 levels", postOf(deeper), "body-too-deep", "Line 1, column 17"],
    ["over 1 MB", postOf(`"${"x".repeat(MOST_BODY_BYTES)}"`), "body-too-large", null],
    [
      "a length that is declared over 1 MB",
      postOf("{}", { "content-length": "2000000" }),
      "body-too-large",
      null,
    ],
    ["text", postOf("{}", { "content-type": "text/plain" }), "content-type-unsupported", null],
    [
      "no type",
      { method: "POST", body: new Uint8Array([123, 125]) },
      "content-type-unsupported",
      null,
    ],
    [
      "another character set",
      postOf("{}", { "content-type": "application/json; charset=latin1" }),
      "content-type-unsupported",
      null,
    ],
    ["compressed", postOf("{}", { "content-encoding": "gzip" }), "content-type-unsupported", null],
    [
      "broken UTF-8",
      { ...postOf(""), body: new Uint8Array([0x22, 0xff, 0x22]) },
      "body-not-utf8",
      null,
    ],
  ])("%s", async (_, init, code, detail) => {
    const { send } = harness();
    const headers = { ...Object(init.headers), "accept-language": "en" };
    const answer = await send("/v1/decisions", { ...init, headers });
    expect(answer.body).toMatchObject({ code, status: PROBLEMS[code].status });
    expect(answer.status).toBe(PROBLEMS[code].status);
    if (detail !== null) expect(answer.body["detail"]).toContain(detail);
  });

  test("a type with UTF-8 and capitals is fine", async () => {
    const { ask } = harness();
    const { status } = await ask(VALID, { "content-type": "Application/JSON; charset=UTF-8" });
    expect(status).toBe(201);
  });
});

describe("a question that nobody can answer", () => {
  test.each<readonly [string, unknown, keyof typeof PROBLEMS, readonly string[]]>([
    ["an unknown service", { ...VALID, service: "kota-uji/kiso" }, "service-unknown", ["/service"]],
    [
      "a service that only has a draft",
      { ...VALID, service: "kota-uji/usulan" },
      "policy-not-in-force",
      ["/asOf"],
    ],
    ["a day before any policy", { ...VALID, asOf: "2025-12-31" }, "policy-not-in-force", ["/asOf"]],
    ["a day after the last", { ...VALID, asOf: "2027-01-01" }, "policy-not-in-force", ["/asOf"]],
    [
      "a business where the policy looks at a person",
      { ...VALID, applicant: { nib: NIB } },
      "applicant-nik-needed",
      ["/applicant/nik"],
    ],
  ])("%s", async (_, request, code, paths) => {
    const { ask, ledger } = harness();
    const { status, body } = await ask(request);
    expect(status).toBe(PROBLEMS[code].status);
    expect(body).toMatchObject({ code, errors: paths.map((path) => ({ path })) });
    expect(ledger.entries).toEqual([]);
  });

  test("names the service that was most likely meant", async () => {
    const { ask } = harness();
    const { body } = await ask({ ...VALID, service: "kota-uji/kiso", language: "en" });
    expect(body["detail"]).toBe(
      'There is no service "kota-uji/kiso". Did you mean "kota-uji/kios"?',
    );
  });
});

describe("an address", () => {
  test.each([
    ["GET", "/", 404, "route-unknown", null],
    ["GET", "/v1/decisions/1/nothing", 404, "route-unknown", null],
    ["POST", "/v1/service", 404, "route-unknown", null],
    ["GET", "/v1/decisions", 405, "method-not-allowed", "POST"],
    ["DELETE", "/v1/decisions", 405, "method-not-allowed", "POST"],
    ["POST", "/v1/services", 405, "method-not-allowed", "GET, HEAD"],
    ["PUT", "/v1/services/kota-uji/kios", 405, "method-not-allowed", "GET, HEAD"],
    ["POST", "/healthz", 405, "method-not-allowed", "GET, HEAD"],
  ])("%s %s is %i", async (method, path, status, code, allow) => {
    const { send } = harness();
    const answer = await send(path, { method });
    expect(answer.status).toBe(status);
    expect(answer.headers.get("allow")).toBe(allow);
    expect(answer.body).toMatchObject({ status, code });
  });

  test("with a query that the route does not have is refused", async () => {
    const { send } = harness();
    const { status, body } = await send("/v1/decisions?asOf=2026-01-01", postOf(VALID));
    expect(status).toBe(422);
    expect(body["errors"]).toMatchObject([{ path: "?asOf", code: "parameter-unknown" }]);
  });
});
