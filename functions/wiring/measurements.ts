import type { LogEntry } from "../../src/api/log.ts";
import { type LoggedFields, loggedFields } from "./log-fields.ts";

/** One number for CloudWatch, apart from others by its dimensions. */
export interface Measurement {
  readonly name: string;
  readonly unit: "Count" | "Milliseconds";
  readonly value: number;
  readonly dimensions: Readonly<Record<string, string>>;
}

/**
 * What is measured of a log entry. `infrastructure/alarms.js` watches these names.
 *
 * - `request`: `Requests` and `RequestDuration` by route; `Decisions` by service and outcome
 * - `decisions-made` (of a batch, one a service and outcome): `Decisions`
 * - `registry-asked`: `RegistryLatency`, `RegistryUnknowns` and `StaleAnswers`, in people
 * - `registry-unavailable`, `registry-nonsense`, `coverage-service`: `RegistryFailures`
 * - `second-opinion-differs`: `SecondOpinionMismatches`
 * - `ledger-unavailable`: `LedgerFailures`
 * - `roster-refused`: `RostersRefused`
 */
export function measurementsOf(logged: LogEntry): readonly Measurement[] {
  // Dimensions are kept for months, so they hold no more than the log does.
  const entry = loggedFields(logged);
  switch (logged.event) {
    case "request":
      return [...requestsOf(entry), ...decisionsOf(entry, 1)];
    case "decisions-made":
      return decisionsOf(entry, numberIn(entry, "decisions") ?? 0);
    case "registry-asked":
      return lookUpOf(entry);
    case "registry-unavailable":
    case "registry-nonsense":
    case "coverage-service":
      return [count("RegistryFailures")];
    case "second-opinion-differs":
      return [count("SecondOpinionMismatches")];
    case "ledger-unavailable":
      return [count("LedgerFailures")];
    case "roster-refused":
      return [count("RostersRefused")];
    default:
      return [];
  }
}

function requestsOf(entry: LoggedFields): readonly Measurement[] {
  const dimensions = { route: textIn(entry, "route") ?? "unknown" };
  const milliseconds = numberIn(entry, "milliseconds");
  return [
    count("Requests", 1, dimensions),
    ...(milliseconds === null ? [] : [duration("RequestDuration", milliseconds, dimensions)]),
  ];
}

function decisionsOf(entry: LoggedFields, decisions: number): readonly Measurement[] {
  const cityService = textIn(entry, "cityService");
  const outcome = textIn(entry, "outcome");
  if (cityService === null || outcome === null || decisions === 0) return [];
  return [count("Decisions", decisions, { cityService, outcome })];
}

function lookUpOf(entry: LoggedFields): readonly Measurement[] {
  const milliseconds = numberIn(entry, "milliseconds");
  return [
    ...(milliseconds === null ? [] : [duration("RegistryLatency", milliseconds)]),
    count("RegistryUnknowns", numberIn(entry, "unknown") ?? 0),
    count("StaleAnswers", numberIn(entry, "stale") ?? 0),
  ];
}

function count(name: string, value = 1, dimensions = {}): Measurement {
  return { name, unit: "Count", value, dimensions };
}

function duration(name: string, value: number, dimensions = {}): Measurement {
  return { name, unit: "Milliseconds", value, dimensions };
}

function numberIn(entry: LoggedFields, field: string): number | null {
  const value = entry[field];
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

function textIn(entry: LoggedFields, field: string): string | null {
  const value = entry[field];
  return typeof value === "string" && value !== "" ? value : null;
}
