import { versionInForce } from "../../engine/decision/versions.ts";
import type { Case, PolicyVersion, Service } from "../../engine/model/pack.ts";

/** The version that decides a case; the pack has checked that there is one. */
export function versionOf(service: Service, { asOf, version }: Case): string | null {
  return version ?? versionInForce(service, asOf)?.from ?? null;
}

/**
 * The day on which the whole of a version is asked about: the one that most of its cases ask about,
 * of these the last; of a version without cases the day that most other cases ask about if it may
 * decide then, else its first.
 */
export function dayOfVersion(service: Service, { from, policy }: PolicyVersion): string {
  const own = service.cases.filter((test) => versionOf(service, test) === from);
  const usual = commonest(own.map(({ asOf }) => asOf));
  if (usual !== null) return usual;
  const elsewhere = commonest(service.cases.map(({ asOf }) => asOf));
  if (elsewhere === null || elsewhere < from) return from;
  const { until } = policy;
  const decides = policy.status === "draft" || versionInForce(service, elsewhere)?.from === from;
  return decides && (until === undefined || elsewhere <= until) ? elsewhere : from;
}

function commonest(days: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1);
  const [best] = [...counts].sort(
    ([first, times], [second, others]) => others - times || (first < second ? 1 : -1),
  );
  return best?.[0] ?? null;
}

/** What a question has to say so that this version decides it. */
export function questionFor(
  service: Service,
  from: string,
  asOf: string,
): { readonly service: string; readonly asOf: string; readonly version?: string } {
  const inForce = versionInForce(service, asOf)?.from === from;
  return { service: service.id, asOf, ...(!inForce && { version: from }) };
}
