import fc from "fast-check";
import type { Condition, Policy, Requirement } from "../../../src/engine/model/policy.ts";
import { addDays } from "../../../src/engine/values/calendar.ts";
import { conditionArbitrary } from "./conditions.ts";
import type { Vocabulary } from "./vocabulary.ts";

const assurance = fc.constantFrom<Pick<Requirement, "provenance" | "by" | "on" | "sources">>(
  {
    provenance: "confirmed",
    by: "Bagian Hukum",
    on: "2026-01-05",
    sources: [{ source: "law-one" }],
  },
  { provenance: "reported", sources: [{ source: "law-two", article: "17" }] },
  { provenance: "assumed", sources: [] },
);

const texts = fc.constantFrom<Pick<Requirement, "unmet" | "remedy">>(
  {},
  { unmet: { id: "Belum terpenuhi pada {asOf}.", en: "Not met on {asOf}." } },
  { unmet: { id: "Belum." }, remedy: { id: "Penuhi.", en: "Meet it." } },
);

function requirementArbitrary(condition: fc.Arbitrary<Condition>, index: number) {
  const first = index === 0;
  return fc
    .record({
      enforcement: first
        ? fc.constant<Requirement["enforcement"]>("required")
        : fc.constantFrom<Requirement["enforcement"]>("required", "required", "advisory"),
      when: first ? fc.constant(null) : fc.option(condition),
      assurance,
      texts,
      conditions: condition,
    })
    .map(
      ({ enforcement, when, assurance, texts, conditions }): Requirement => ({
        id: `requirement-${index + 1}`,
        title: { id: `Syarat ${index + 1}`, en: `Requirement ${index + 1}` },
        enforcement,
        ...assurance,
        ...texts,
        ...(when !== null && { when }),
        conditions,
      }),
    );
}

/** A policy without its status, and so without its days. */
export type UndatedPolicy = Omit<Policy, "status">;

export function policyArbitrary(vocabulary: Vocabulary): fc.Arbitrary<UndatedPolicy> {
  const condition = conditionArbitrary(vocabulary);
  const requirements = fc
    .integer({ min: 1, max: 3 })
    .chain((count) =>
      fc.tuple(
        ...Array.from({ length: count }, (_, index) => requirementArbitrary(condition, index)),
      ),
    );
  return fc
    .record({ scope: fc.option(conditionArbitrary(vocabulary, 1), { freq: 3 }), requirements })
    .map(({ scope, requirements }) => ({
      title: { id: "Layanan", en: "Service" },
      owner: "Dinas",
      contact: { id: "Tanyakan ke loket." },
      ...(scope !== null && { scope }),
      requirements,
    }));
}

/** Policies of one service by the first day of each. */
export type GeneratedVersions = Readonly<Record<string, Policy>>;

const FIRST_DAY = "2024-01-01";
const LATER_DAYS: readonly string[] = ["2026-02-28", "2026-03-15", "2026-08-01"];

/** One version from long ago, and up to two later ones, drafts among them. */
export function versionsArbitrary(
  policy: fc.Arbitrary<UndatedPolicy>,
): fc.Arbitrary<GeneratedVersions> {
  const inForce = fc.constantFrom<Policy["status"]>("pilot", "adopted");
  const any = fc.constantFrom<Policy["status"]>("pilot", "adopted", "draft");
  const ends = fc.option(fc.integer({ min: 1, max: 300 }), { freq: 3 });
  return fc
    .subarray([...LATER_DAYS], { maxLength: 2 })
    .chain((days) =>
      fc.tuple(
        fc.record({ from: fc.constant(FIRST_DAY), policy, status: inForce, ends }),
        ...days.map((from) => fc.record({ from: fc.constant(from), policy, status: any, ends })),
      ),
    )
    .map((versions) =>
      Object.fromEntries(
        versions.map(({ from, policy, status, ends }, index) => {
          const next = versions.slice(index + 1).find((later) => later.status !== "draft");
          const until = ends === null || next !== undefined ? null : lastDay(from, ends);
          return [from, { ...policy, status, ...(until !== null && { until }) }];
        }),
      ),
    );
}

/** Never before the days that are asked about, so that some policy answers for each of them. */
function lastDay(from: string, days: number): string | null {
  return addDays(from < "2026-06-15" ? "2026-06-15" : from, days);
}
