import { describe, expect, it } from "vitest";
import { readPack } from "../../../src/pack/read-pack.ts";
import type { ObservedCounts, RosterCounts } from "../../../src/registry/read-counts.ts";
import { CALLER, harness, ROSTER_COUNTS } from "../support/harness.ts";

const read = await readPack("rules");
if (!read.ok) throw new Error("the shipped rules are valid");
const { pack } = read;

async function asked(replaced: Parameters<typeof harness>[0] = {}, caller = CALLER) {
  const api = harness(replaced);
  const answer = await api.send("/v1/coverage", {}, caller);
  return { ...answer, lines: api.lines };
}

const HIDDEN = { people: null, protected: null, unprotected: null, percentage: null, gap: null };
const NO_COST = { change: null, cost: null, costState: "unknown" };

/** People, the protected among them and how many per cent that is, as the first month tells them. */
function row(people: number, covered: number, percentage: number) {
  const open = people - covered;
  return { people, protected: covered, unprotected: open, percentage, gap: open, change: null };
}

/** A roster of one month: how many of each office are protected, of how many. */
function observed(
  observedAt: string,
  offices: Readonly<Record<string, readonly [covered: number, people: number]>>,
): ObservedCounts {
  const places = Object.entries(offices).flatMap(([value, [covered, people]]) => [
    { place: "opd" as const, value, status: "AKTIF", people: covered },
    { place: "opd" as const, value, status: "NONAKTIF", people: people - covered },
  ]);
  const sum = (status: string) =>
    places.reduce((all, one) => all + (one.status === status ? one.people : 0), 0);
  const counts = [
    { status: "AKTIF", segment: "BPU", programmes: ["JKK", "JKM"], people: sum("AKTIF") },
    { status: "NONAKTIF", segment: "BPU", programmes: [], people: sum("NONAKTIF") },
  ];
  return { observedAt, complete: true, counts, places };
}

const MONTHS: RosterCounts = {
  ...observed("2026-11-20T02:00:00Z", { DLH: [40, 60], Dishub: [3, 30], Dinkes: [20, 50] }),
  earlier: [
    observed("2026-09-10T02:00:00Z", { DLH: [30, 60], Dishub: [6, 30] }),
    observed("2026-10-10T02:00:00Z", { DLH: [30, 60], Dishub: [12, 30] }),
  ],
};

describe("GET /v1/coverage", () => {
  it("tells how many are protected, and hides what would tell of few people", async () => {
    const { status, headers, body } = await asked();
    expect([status, headers.get("cache-control")]).toEqual([200, "no-store"]);
    expect(body).toEqual({
      observedAt: ROSTER_COUNTS.observedAt,
      complete: false,
      month: "2026-11",
      asOf: "2026-11-22",
      fewestPublished: 5,
      contributions: { programmes: ["JKK", "JKM"], rates: expect.any(Array) },
      total: { ...row(80, 65, 81.25), ...NO_COST },
      costTerms: [
        { segment: "BPU", people: null, amount: null },
        { segment: "PU", people: null, amount: null },
        { segment: null, people: null, amount: null },
      ],
      segments: [
        { segment: "BPU", ...HIDDEN, people: 62, ...NO_COST },
        { segment: "PU", ...HIDDEN, protected: 15, ...NO_COST },
        { segment: null, ...HIDDEN, ...NO_COST },
      ],
      programmes: [
        { programme: "JKK", ...row(80, 65, 81.25), ...NO_COST },
        { programme: "JKM", ...row(80, 55, 68.75), ...NO_COST },
        { programme: "JHT", ...row(80, 15, 18.75), ...NO_COST },
        { programme: "JP", ...HIDDEN, people: 80, ...NO_COST },
        { programme: "JKP", ...HIDDEN, people: 80, ...NO_COST },
      ],
      offices: [],
      districts: [],
      months: [{ month: "2026-11", ...row(80, 65, 81.25), ...NO_COST }],
    });
  });

  it("hides one more where the hidden numbers together would tell of under five people", async () => {
    const people = (segment: string, status: string, number: number) => ({
      ...{ ...(segment !== "" && { segment }), status, people: number },
      programmes: status === "NONAKTIF" ? [] : segment === "PU" ? ["JKK", "JP"] : ["JKK"],
    });
    const counts = [
      ...[people("BPU", "AKTIF", 37), people("BPU", "NONAKTIF", 7)],
      ...[people("PU", "AKTIF", 5), people("", "NONAKTIF", 1), people("NON_ASN", "AKTIF", 9)],
      people("NON_ASN", "NONAKTIF", 9),
    ];
    const { body } = await asked({ rosterCounts: async () => ({ ...ROSTER_COUNTS, counts }) });
    const segments = Object(body)["segments"];
    expect(Object(body)["total"]).toMatchObject({ people: 68, protected: 51, unprotected: 17 });
    // Of six people, the five whom JP covers are known to be wage recipients.
    expect(Object(body)["programmes"][3]).toMatchObject({ programme: "JP", protected: null });
    expect(segments).toMatchObject([
      { segment: "BPU", people: 44, protected: null, unprotected: null, gap: null },
      { segment: "NON_ASN", people: 18, protected: 9, unprotected: 9, gap: 9 },
      { segment: "PU", people: null, protected: null, unprotected: null, gap: null },
      { segment: null, people: null, protected: null, unprotected: null, gap: null },
    ]);
  });

  it("says which word of a list is none", async () => {
    const api = harness();
    const messageOf = async (query: string) =>
      Object((await api.send(`/v1/coverage${query}`)).body)["errors"][0].message;
    expect(await messageOf("?by=opd,segmen")).toBe('"segmen" tidak ada. Maksudnya "segment"?');
    expect(await messageOf("?programmes=XYZW")).toBe(
      '"XYZW" tidak ada. Yang ada: JKK, JKM, JHT, JP, JKP, dipisah koma.',
    );
  });

  const rosterCounts = async () => MONTHS;
  const askedFor = async (query: string) => {
    const api = harness({ rosterCounts, pack });
    return await api.send(`/v1/coverage${query}`);
  };

  it("tells offices, the trend and what full protection would cost", async () => {
    const { body } = await askedFor("?by=opd,month&asOf=2026-11-22");
    expect(Object.keys(body)).not.toEqual(expect.arrayContaining(["segments"]));
    expect(body).toMatchObject({
      month: "2026-11",
      total: { people: 140, protected: 63, gap: 77, change: 21, cost: 646_800 },
      costTerms: [{ segment: "BPU", people: 77, amount: 8_400 }],
      months: [
        { month: "2026-09", people: 90, protected: 36, change: null, cost: 453_600 },
        { month: "2026-10", people: 90, protected: 42, change: 6, cost: 403_200 },
        { month: "2026-11", people: 140, protected: 63, change: 21, cost: 646_800 },
      ],
    });
    expect(body["offices"]).toMatchObject([
      { opd: "DLH" },
      { opd: "Dinkes" },
      { opd: "Dishub", people: 30, protected: null, unprotected: null, gap: null, cost: null },
    ]);
  });

  it("tells an earlier month, and the contributions of another day and of more programmes", async () => {
    const { body } = await askedFor("?month=2026-10&by=opd&programmes=JKK,JKM,JHT&asOf=2025-06-01");
    expect(body).toMatchObject({
      observedAt: "2026-10-10T02:00:00Z",
      month: "2026-10",
      asOf: "2025-06-01",
      contributions: {
        programmes: ["JKK", "JKM", "JHT"],
        rates: [
          {
            segment: "BPU",
            amount: 36_800,
            parts: [
              { parameter: "iuran.bpu", amount: 16_800, since: "2024-09-26" },
              { parameter: "iuran.bpu.jht", amount: 20_000, since: "2024-09-26" },
            ],
          },
          { segment: "NON_ASN", amount: null, parts: [] },
        ],
      },
      total: { cost: 48 * 36_800, costState: "known" },
      offices: [
        { opd: "DLH", people: 60, protected: 30, gap: 30, change: 0, costState: "hidden" },
        { opd: "Dishub", people: 30, protected: 12, gap: 18, change: 6, costState: "hidden" },
      ],
    });
  });

  it("tells the cost by one city's contributions, where they differ from city to city", async () => {
    const city = pack.cities.get("kota-serang");
    const own = city?.parameters.get("iuran.bpu");
    if (city === undefined || own === undefined) throw new Error("the shipped rules have it");
    const values = [{ from: "2024-09-26", value: 9000, provenance: "assumed" as const }];
    const parameters = new Map([...city.parameters, ["iuran.bpu", { ...own, values }] as const]);
    const cities = new Map([...pack.cities, ["kota-serang", { ...city, parameters }] as const]);
    const api = harness({ rosterCounts, pack: { ...pack, cities } });
    const costOf = async (query: string) => {
      const { body } = await api.send(`/v1/coverage${query}`);
      return [Object(body["total"])["cost"], Object(body["total"])["costState"]];
    };
    expect(await costOf("?asOf=2025-06-01")).toEqual([null, "unknown"]);
    expect(await costOf("?asOf=2025-06-01&city=kota-serang")).toEqual([77 * 9000, "known"]);
    expect(await costOf("?asOf=2025-06-01&city=kota-tangerang-selatan")).toEqual([
      77 * 16_800,
      "known",
    ]);
    // The rules have no service of the province yet.
    expect(await costOf("?asOf=2025-06-01&city=banten")).toEqual([77 * 16_800, "known"]);
  });

  it.each([
    ["a city that is none", "?city=kota-serangg", "?city", "value-unknown"],
    ["two cities", "?city=kota-serang,banten", "?city", "value-unknown"],
    ["a table that is none", "?by=segmen", "?by", "value-unknown"],
    ["a programme that is none", "?programmes=JKX", "?programmes", "value-unknown"],
    ["a month that is none", "?month=2026-13", "?month", "date-invalid"],
    ["a month without a roster", "?month=2026-08", "?month", "value-unknown"],
    ["a day that is none", "?asOf=2026-02-30", "?asOf", "date-invalid"],
    ["a parameter that is none", "?bulan=2026-11", "?bulan", "parameter-unknown"],
  ])("refuses %s", async (_, query, path, code) => {
    const { status, body } = await askedFor(query);
    expect([status, body["errors"]]).toEqual([422, [expect.objectContaining({ path, code })]]);
  });

  it("is for callers who may read coverage alone", async () => {
    const caller = { ...CALLER, scopes: ["decisions:read" as const] };
    const { status, body } = await asked({}, caller);
    expect([status, body["code"]]).toEqual([403, "scope-missing"]);
  });

  it("says so where no roster was counted", async () => {
    const { status, body } = await asked({ rosterCounts: async () => null });
    expect([status, body["code"]]).toEqual([404, "coverage-not-counted"]);
  });

  it.each([
    ["is out of reach", async () => Promise.reject(new Error("down")), { error: "Error" }],
    ["is too slow", async () => new Promise<null>(() => undefined), { error: "too slow" }],
  ])("says when to try again where the table %s", async (_, rosterCounts, cause) => {
    const replaced = { rosterCounts, timeLimits: { coverage: 5 } };
    const { status, headers, body, lines } = await asked(replaced);
    expect([status, body["code"], headers.get("retry-after")]).toEqual([
      503,
      "coverage-unavailable",
      "5",
    ]);
    expect(lines).toContainEqual(
      expect.objectContaining({ level: "warning", event: "registry-unavailable", ...cause }),
    );
  });
});
