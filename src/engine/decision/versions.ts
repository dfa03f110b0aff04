import { LayakError } from "../errors.ts";
import type { Pack, PolicyVersion, Service } from "../model/pack.ts";
import { didYouMean, shortened } from "../suggest.ts";
import { isDate } from "../values/calendar.ts";

/** The version that decides on a day: drafts never do, and a version ends where the next begins. */
export function versionInForce(service: Service, asOf: string): PolicyVersion | null {
  const latest = service.versions.findLast(
    ({ from, policy }) => policy.status !== "draft" && from <= asOf,
  );
  if (latest === undefined) return null;
  const { until } = latest.policy;
  return until !== undefined && until < asOf ? null : latest;
}

/** @throws LayakError `service-unknown` with the service that was most likely meant. */
export function findService(pack: Pack, id: string): Service {
  const service = pack.services.get(id);
  if (service !== undefined) return service;
  const meant = didYouMean(pack, id, pack.services.keys());
  throw new LayakError("service-unknown", {
    id: `Layanan "${shortened(id)}" tidak dikenal.${meant.id}`,
    en: `There is no service "${shortened(id)}".${meant.en}`,
  });
}

/** @throws LayakError `date-invalid` where the day is not in the calendar. */
export function checkAsOf(asOf: string): void {
  if (typeof asOf === "string" && isDate(asOf)) return;
  throw new LayakError("date-invalid", {
    id: '"asOf" tidak ada di kalender; tulis TTTT-BB-HH, misalnya 2026-11-22.',
    en: '"asOf" is not in the calendar; write YYYY-MM-DD, such as 2026-11-22.',
  });
}

/**
 * The version that a question is decided by: the one in force, or the one it names.
 * @throws LayakError `policy-not-in-force` or `version-unknown`.
 */
export function findVersion(service: Service, asOf: string, version?: string): PolicyVersion {
  if (version === undefined) {
    const inForce = versionInForce(service, asOf);
    if (inForce !== null) return inForce;
    throw new LayakError("policy-not-in-force", {
      id: `Tidak ada aturan "${service.id}" yang berlaku pada ${asOf}.`,
      en: `No policy of "${service.id}" is in force on ${asOf}.`,
    });
  }
  const named = service.versions.find(({ from }) => from === version);
  if (named !== undefined) return named;
  const known = service.versions.map(({ from }) => from).join(", ");
  throw new LayakError("version-unknown", {
    id: `"${service.id}" tidak mempunyai aturan versi "${version}". Yang ada: ${known}.`,
    en: `"${service.id}" has no version "${version}". There are: ${known}.`,
  });
}
