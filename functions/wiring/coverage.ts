import type { BaseDependencies } from "../../src/api/dependencies.ts";
import type { CoverageRegistry } from "../../src/registry/coverage.ts";
import { MAXIMUM_AGE_DAYS } from "../../src/registry/freshness.ts";
import { serviceIn } from "../../src/registry/service/setting.ts";
import { type Environment, readDays, SettingUnusable } from "./settings.ts";

/** An answer observed longer ago is stale, whoever gave it. @throws SettingUnusable */
export function maximumAgeDaysFrom(environment: Environment): number {
  return readDays(environment, "LAYAK_COVERAGE_MAXIMUM_AGE_DAYS", MAXIMUM_AGE_DAYS);
}

/**
 * The coverage service, where the settings name one; null where the roster answers. Only then is its
 * client loaded.
 * @throws SettingUnusable where its address is not one that NIKs may be sent to, or the days are none.
 */
export async function coverageServiceFrom(
  environment: Environment,
  { clock, log }: BaseDependencies,
): Promise<CoverageRegistry | null> {
  const service = serviceIn(environment);
  if (service === null) return null;
  const maximumAgeDays = maximumAgeDaysFrom(environment);
  const { createServiceRegistry } = await import("../../src/registry/service-registry.ts");
  try {
    return createServiceRegistry({
      ...service,
      clock,
      maximumAgeDays,
      tell: (trouble) => log({ level: "warning", event: "coverage-service", ...trouble }),
    });
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
    throw new SettingUnusable("LAYAK_COVERAGE_URL", "an address that NIKs may be sent to");
  }
}
