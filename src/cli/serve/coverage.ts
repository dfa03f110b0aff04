import type { Log } from "../../api/log.ts";
import type { ReadyCheck } from "../../api/ready.ts";
import { todayInJakarta } from "../../api/today.ts";
import type { CoverageRegistry } from "../../registry/coverage.ts";
import { rosterProblem } from "../../registry/roster-problem.ts";
import { serviceIn } from "../../registry/service/setting.ts";
import { serviceProblem } from "../../registry/service-problem.ts";
import { createServiceRegistry } from "../../registry/service-registry.ts";
import {
  createSnapshotRegistry,
  type SnapshotRegistryOptions,
} from "../../registry/snapshot-registry.ts";
import { StartTrouble } from "./trouble.ts";

export interface LocalCoverage {
  readonly registry: CoverageRegistry;
  /** Whether it answers, for `/readyz`. */
  readonly look: ReadyCheck["look"];
}

/**
 * The coverage service that the environment names, else the roster.
 * @throws StartTrouble where the service's address is not one that NIKs may be sent to.
 */
export function localCoverage(
  environment: Readonly<Record<string, string | undefined>>,
  roster: SnapshotRegistryOptions,
  log: Log,
): LocalCoverage {
  const { clock, maximumAgeDays } = roster;
  const service = serviceIn(environment);
  if (service === null) {
    return {
      registry: createSnapshotRegistry(roster),
      look: (signal) => rosterProblem(roster, signal),
    };
  }
  try {
    const registry = createServiceRegistry({
      ...service,
      clock,
      maximumAgeDays,
      tell: (trouble) => log({ level: "warning", event: "coverage-service", ...trouble }),
    });
    return {
      registry,
      look: (signal) => serviceProblem(registry, todayInJakarta(clock()), signal),
    };
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
    throw new StartTrouble({
      id: "LAYAK_COVERAGE_URL harus alamat https:// tanpa pengguna, pertanyaan atau fragmen, seperti pada docs/coverage-service.md.",
      en: "LAYAK_COVERAGE_URL must be an https:// address without user, query or fragment, as in docs/coverage-service.md.",
    });
  }
}
