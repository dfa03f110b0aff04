import type { BaseDependencies } from "../../src/api/dependencies.ts";
import type { CoverageRegistry } from "../../src/registry/coverage.ts";
import { serviceIn } from "../../src/registry/service/setting.ts";
import { type Environment, SettingUnusable } from "./settings.ts";

/** An answer observed longer ago is stale, whoever gave it. */
export const MAXIMUM_AGE_DAYS = 31;

/**
 * The coverage service, where the settings name one; null where the roster answers. Only then is its
 * client loaded.
 * @throws SettingUnusable where its address is not one that NIKs may be sent to.
 */
export async function coverageServiceFrom(
  environment: Environment,
  { clock, log }: BaseDependencies,
): Promise<CoverageRegistry | null> {
  const service = serviceIn(environment);
  if (service === null) return null;
  const { createServiceRegistry } = await import("../../src/registry/service-registry.ts");
  try {
    return createServiceRegistry({
      ...service,
      clock,
      maximumAgeDays: MAXIMUM_AGE_DAYS,
      tell: (trouble) => log({ level: "warning", event: "coverage-service", ...trouble }),
    });
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
    throw new SettingUnusable("LAYAK_COVERAGE_URL", "an address that NIKs may be sent to");
  }
}
