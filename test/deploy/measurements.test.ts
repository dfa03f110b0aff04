import { describe, expect, test } from "vitest";
import { measurementsOf } from "../../functions/wiring/measurements.ts";
import type { LogEntry } from "../../src/api/log.ts";

const REQUEST: LogEntry = {
  level: "info",
  event: "request",
  status: 201,
  milliseconds: 41,
  route: "POST /v1/decisions",
  service: "kota-serang/sewa-kios",
  outcome: "ineligible",
};

describe("a function's metrics", () => {
  test.each<[string, LogEntry, ReturnType<typeof measurementsOf>]>([
    [
      "a request by route, and its decision by service and outcome",
      REQUEST,
      [
        of("Requests", 1, { route: "POST /v1/decisions" }),
        of("RequestDuration", 41, { route: "POST /v1/decisions" }, "Milliseconds"),
        of("Decisions", 1, { cityService: "kota-serang/sewa-kios", outcome: "ineligible" }),
      ],
    ],
    [
      "a refused request without a decision",
      { level: "info", event: "request", status: 422, milliseconds: 2 },
      [
        of("Requests", 1, { route: "unknown" }),
        of("RequestDuration", 2, { route: "unknown" }, "Milliseconds"),
      ],
    ],
    [
      "the decisions of a batch together",
      {
        level: "info",
        event: "decisions-made",
        service: "kota-serang/sewa-kios",
        outcome: "eligible",
        decisions: 480,
      },
      [of("Decisions", 480, { cityService: "kota-serang/sewa-kios", outcome: "eligible" })],
    ],
    [
      "how long the registry took, and of how many people it knew nothing",
      { level: "info", event: "registry-asked", people: 9, milliseconds: 12, unknown: 4, stale: 3 },
      [
        of("RegistryLatency", 12, {}, "Milliseconds"),
        of("RegistryUnknowns", 4),
        of("StaleAnswers", 3),
      ],
    ],
    ["a registry that is down", warning("registry-unavailable"), [of("RegistryFailures", 1)]],
    ["a registry's nonsense", warning("registry-nonsense"), [of("RegistryFailures", 1)]],
    ["a coverage service's failure", warning("coverage-service"), [of("RegistryFailures", 1)]],
    ["engines that differ", warning("second-opinion-differs"), [of("SecondOpinionMismatches", 1)]],
    ["a ledger that is down", warning("ledger-unavailable"), [of("LedgerFailures", 1)]],
    ["a roster that is refused", warning("roster-refused"), [of("RostersRefused", 1)]],
    ["nothing of any other entry", warning("something-else"), []],
  ])("count %s", (_name, entry, expected) => {
    expect(measurementsOf(entry)).toEqual(expected);
  });
});

function warning(event: string): LogEntry {
  return { level: "warning", event };
}

function of(
  name: string,
  value: number,
  dimensions: Readonly<Record<string, string>> = {},
  unit: "Count" | "Milliseconds" = "Count",
) {
  return { name, unit, value, dimensions };
}
