import { describe, expect, it } from "vitest";
import { CALLER, harness, ROSTER_COUNTS } from "../support/harness.ts";

async function asked(replaced: Parameters<typeof harness>[0] = {}, caller = CALLER) {
  const api = harness(replaced);
  const answer = await api.send("/v1/coverage", {}, caller);
  return { ...answer, lines: api.lines };
}

describe("GET /v1/coverage", () => {
  it("tells how many are protected, and hides what would tell of few people", async () => {
    const { status, headers, body } = await asked();
    expect([status, headers.get("cache-control")]).toEqual([200, "no-store"]);
    expect(body).toEqual({
      observedAt: ROSTER_COUNTS.observedAt,
      complete: false,
      fewestPublished: 5,
      total: { people: 80, protected: 65, unprotected: 15, percentage: 81.25 },
      segments: [
        { segment: null, people: null, protected: null, unprotected: null, percentage: null },
        { segment: "BPU", people: 62, protected: 50, unprotected: 12, percentage: 80.65 },
        { segment: "PU", people: null, protected: null, unprotected: null, percentage: null },
      ],
      programmes: [
        { programme: "JKK", people: 80, protected: 65, unprotected: 15, percentage: 81.25 },
        { programme: "JKM", people: 80, protected: 55, unprotected: 25, percentage: 68.75 },
        { programme: "JHT", people: 80, protected: 15, unprotected: 65, percentage: 18.75 },
        { programme: "JP", people: 80, protected: null, unprotected: null, percentage: null },
        { programme: "JKP", people: 80, protected: null, unprotected: null, percentage: null },
      ],
    });
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
