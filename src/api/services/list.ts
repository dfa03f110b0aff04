import { versionInForce } from "../../engine/decision/versions.ts";
import { filled } from "../../engine/explanation/sentences.ts";
import type { Pack, PolicyVersion, Service } from "../../engine/model/pack.ts";
import type { PolicyStatus } from "../../engine/model/policy.ts";
import type { Language } from "../../engine/model/text.ts";

export interface ListedService {
  readonly id: string;
  readonly title: string;
  /** The policy in force on the day; null where none is. */
  readonly policy: { readonly from: string; readonly status: PolicyStatus } | null;
}

/** Every service that has, had or will have a policy; one that only has drafts is not told. */
export function listServices(
  pack: Pack,
  asOf: string,
  language: Language,
): readonly ListedService[] {
  return [...pack.services.values()].flatMap((service) => {
    const version = versionInForce(service, asOf);
    const titled = version ?? lastPublished(service);
    if (titled === null) return [];
    const { title, status } = titled.policy;
    return [
      {
        id: service.id,
        title: filled({ pack, service, asOf, language }, title, [], ""),
        policy: version === null ? null : { from: version.from, status },
      },
    ];
  });
}

function lastPublished({ versions }: Service): PolicyVersion | null {
  return versions.findLast(({ policy }) => policy.status !== "draft") ?? null;
}
