import { isUnconfirmed } from "../../engine/conditions/compile.ts";
import { adoptedUnconfirmed } from "../../pack/diagnostics/meaning/declarations.ts";
import type { Notes } from "./notes.ts";
import { below, type OpenRules } from "./places.ts";
import { everythingWritten, grantsWritten, type PlacedPolicy } from "./policy.ts";
import { parametersUsed, placeOfParameter } from "./sources.ts";
import type { LivingVersion } from "./versions.ts";

/** What an adopted policy rests on though nobody has confirmed it. */
export function judgeUnconfirmed(
  { service, version, file, from }: LivingVersion,
  policy: PlacedPolicy,
  rules: OpenRules,
  notes: Notes,
): void {
  if (version.policy.status !== "adopted") return;
  for (const { requirement, place } of policy.requirements) {
    if (!isUnconfirmed(requirement.provenance)) continue;
    notes.tell(below(place, "provenance"), adoptedUnconfirmed(requirement.provenance, null));
  }
  for (const [index, { provenance }] of (version.policy.grants ?? []).entries()) {
    if (!isUnconfirmed(provenance)) continue;
    const place = { file, path: ["grants", index, "provenance"] };
    notes.tell(place, adoptedUnconfirmed(provenance, null));
  }
  for (const { condition, place } of [...everythingWritten(policy), ...grantsWritten(policy)]) {
    const { provenance } = condition;
    if (provenance === undefined || !isUnconfirmed(provenance)) continue;
    const elsewhere = place.file === file ? null : file;
    notes.tell(below(place, "provenance"), adoptedUnconfirmed(provenance, elsewhere));
  }
  for (const id of parametersUsed(policy, rules)) {
    const values = service.parameters.get(id)?.values ?? [];
    const index = values.findLastIndex((value) => value.from <= from);
    const provenance = values[index]?.provenance;
    if (provenance === undefined || !isUnconfirmed(provenance)) continue;
    const place = below(placeOfParameter(service, id, rules), "values", index, "provenance");
    notes.tell(place, adoptedUnconfirmed(provenance, file));
  }
}
