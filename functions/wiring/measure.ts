import { Metrics } from "@aws-lambda-powertools/metrics";
import type { Log } from "../../src/api/log.ts";
import { type Measurement, measurementsOf } from "./measurements.ts";
import { OBSERVED_AS, observed } from "./observe.ts";

/**
 * The log of {@link observed}, whose entries are measured too: CloudWatch reads the numbers from lines
 * of its embedded metric format, so nothing is called and nothing is waited for.
 */
export function measured(environment: Readonly<Record<string, string | undefined>>): Log {
  const log = observed(environment);
  const metrics = new Metrics({
    serviceName: OBSERVED_AS,
    namespace: environment["POWERTOOLS_METRICS_NAMESPACE"] ?? "Layak/local",
  });
  return (entry) => {
    log(entry);
    publish(metrics, measurementsOf(entry));
  };
}

/** Numbers with the same dimensions go out as one line. */
function publish(metrics: Metrics, measurements: readonly Measurement[]): void {
  const lines = new Map<string, readonly Measurement[]>();
  for (const measurement of measurements) {
    const line = JSON.stringify(measurement.dimensions);
    lines.set(line, [...(lines.get(line) ?? []), measurement]);
  }
  for (const line of lines.values()) {
    for (const [name, value] of Object.entries(line[0]?.dimensions ?? {})) {
      metrics.addDimension(name, value);
    }
    for (const { name, unit, value } of line) metrics.addMetric(name, unit, value);
    metrics.publishStoredMetrics();
  }
}
