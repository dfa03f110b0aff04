import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { harness, kioskRequest, NIB, NIKS, postOf } from "./support/harness.ts";

const NAMES = [
  "service",
  "applicant",
  "nik",
  "nib",
  "groups",
  "drivers",
  "facts",
  "asOf",
  "language",
  "version",
  "kiosk.owner",
  "land.hectares",
  "coverage.status",
  "person.birthDate",
  "drivers.count",
  "parameter.x",
  "__proto__",
  "constructor",
  "toString",
  "",
];

const SCALARS = fc.oneof(
  fc.constantFrom<unknown>(
    "kota-uji/kios",
    "kota-uji/trayek",
    NIKS.active,
    NIB,
    "PEMKOT",
    "2026-11-22",
    "2026-02-30",
    "id",
    null,
    true,
    0,
    -0,
    1.5,
    1e300,
    "\uD800",
    "16.800",
  ),
  fc.string(),
  fc.double(),
);

const { anything } = fc.letrec((tie) => ({
  anything: fc.oneof(
    { depthSize: "small" },
    SCALARS,
    fc.array(tie("anything"), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...NAMES), fc.string()), tie("anything"), {
      maxKeys: 6,
    }),
  ),
}));

const BASES = [
  kioskRequest(),
  {
    service: "kota-uji/trayek",
    applicant: { nib: NIB },
    groups: { drivers: [{ nik: NIKS.active }, { nik: NIKS.lapsed, facts: {} }] },
    asOf: "2026-11-22",
  },
];

/** A good request with one of its values, anywhere, replaced or joined by another. */
const mutated = fc
  .tuple(fc.constantFrom(...BASES), fc.nat(), fc.constantFrom(...NAMES), anything)
  .map(([base, place, name, value]) => {
    const copy: unknown = JSON.parse(JSON.stringify(base));
    const holders = holdersIn(copy);
    const holder = holders[place % holders.length];
    if (holder !== undefined) Object.assign(holder, { [name]: value });
    return JSON.stringify(copy);
  });

function holdersIn(value: unknown): readonly object[] {
  if (typeof value !== "object" || value === null) return [];
  return [value, ...Object.values(value).flatMap(holdersIn)];
}

/** A good request's text, cut or with a character changed. */
const damaged = fc
  .tuple(fc.constantFrom(...BASES), fc.nat(), fc.string({ maxLength: 3 }), fc.boolean())
  .map(([base, at, text, cut]) => {
    const whole = JSON.stringify(base);
    const place = at % whole.length;
    return cut ? whole.slice(0, place) : whole.slice(0, place) + text + whole.slice(place + 1);
  });

const bodies = fc.oneof(
  anything.map((value) => JSON.stringify(value) ?? ""),
  mutated,
  damaged,
  fc.string(),
);

async function isAnsweredWell(path: string, init: RequestInit): Promise<void> {
  const { send, lines } = harness();
  const { status, headers, body } = await send(path, init);
  const type = headers.get("content-type");
  if (status === 201 || status === 200) {
    expect(type).toBe("application/json; charset=UTF-8");
  } else {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(type).toBe("application/problem+json; charset=UTF-8");
    expect(body).toMatchObject({ status, code: expect.any(String), detail: expect.any(String) });
  }
  expect(lines.filter(({ level }) => level === "alarm")).toEqual([]);
}

describe("hostile requests get an answer or a problem, never an error of the server", () => {
  test("whatever the body holds", async () => {
    await fc.assert(
      fc.asyncProperty(bodies, (body) => isAnsweredWell("/v1/decisions", postOf(body))),
      { numRuns: 800 },
    );
  });

  test("whatever bytes the body is", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), (body) =>
        isAnsweredWell("/v1/decisions", { ...postOf(""), body: Buffer.from(body) }),
      ),
      { numRuns: 150 },
    );
  });

  test("whatever the address and the method", async () => {
    const path = fc
      .array(
        fc.oneof(
          fc.constantFrom("v1", "services", "kota-uji", "..", "%2e%2e", "%", "%00"),
          fc.webSegment(),
        ),
      )
      .map((segments) => `/${segments.join("/")}`);
    const method = fc.constantFrom("GET", "PUT", "DELETE", "PATCH", "OPTIONS");
    const query = fc.oneof(
      fc.constant(""),
      fc.webQueryParameters().map((text) => `?${text}`),
    );
    await fc.assert(
      fc.asyncProperty(path, query, method, (address, parameters, verb) =>
        isAnsweredWell(address + parameters, { method: verb }),
      ),
      { numRuns: 300 },
    );
  });

  test("whatever the headers say", async () => {
    const value = fc.oneof(
      fc.constantFrom(
        "application/json",
        "en;q=9",
        "*/*",
        "gzip",
        "-1",
        "1e9",
        "application/json;charset=",
      ),
      fc.string().map((text) => text.replace(/[^\x20-\x7e]/g, "")),
    );
    const names = fc.constantFrom("content-type", "accept-language", "content-encoding", "accept");
    const headers = fc.dictionary(names, value);
    await fc.assert(
      fc.asyncProperty(headers, (given) =>
        isAnsweredWell("/v1/decisions", postOf(kioskRequest(), { ...given })),
      ),
      { numRuns: 200 },
    );
  });
});
