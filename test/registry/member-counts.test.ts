import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { memberCounts, recount } from "../../src/registry/member-counts.ts";
import type { MemberFacts } from "../../src/registry/roster.ts";

const facts: fc.Arbitrary<MemberFacts> = fc.record(
  {
    status: fc.constantFrom("AKTIF", "NONAKTIF"),
    programmes: fc.constantFrom(["JKK"], ["JKM", "JKK"], ["JKK", "JKM"], []),
    segment: fc.constantFrom("BPU", "PU"),
  },
  { requiredKeys: ["status", "programmes"] },
);

describe("the counts of a roster", () => {
  it("tell people by how they stand, however their programmes are ordered", () => {
    const counts = recount(
      {},
      [
        { status: "AKTIF", programmes: ["JKM", "JKK"], segment: "BPU" },
        { status: "AKTIF", programmes: ["JKK", "JKM"], segment: "BPU" },
        { status: "NONAKTIF", programmes: [] },
      ],
      [],
    );
    expect(memberCounts(counts, 3)).toEqual([
      { status: "AKTIF", programmes: ["JKK", "JKM"], segment: "BPU", people: 2 },
      { status: "NONAKTIF", programmes: [], people: 1 },
    ]);
  });

  it("are none where they are not those of all members", () => {
    expect(memberCounts(recount({}, [{ status: "AKTIF", programmes: [] }], []), 2)).toBe(null);
  });

  it("are the same in whatever portions people came in, and without those who went out", () => {
    fc.assert(
      fc.property(fc.array(facts), fc.array(facts), fc.nat(), (stay, leave, cut) => {
        const all = [...leave, ...stay];
        const at = cut % (all.length + 1);
        const first = recount({}, all.slice(0, at), []);
        const then = recount(first, all.slice(at), leave);
        expect(then).toEqual(recount({}, stay, []));
      }),
    );
  });
});
