import { compileCondition } from "../../engine/conditions/compile.ts";
import { LayakError } from "../../engine/errors.ts";
import type { Pack } from "../../engine/model/pack.ts";
import type { Condition } from "../../engine/model/policy.ts";
import { readsOf } from "../../pack/adoptions/reads.ts";
import { undecidable } from "../../pack/diagnostics/meaning/declarations.ts";
import { grantsUndecidable } from "../../pack/diagnostics/meaning/grants.ts";
import type { Notes } from "./notes.ts";
import { placeOfNamed } from "./placed.ts";
import { below, type JsonPlace } from "./places.ts";
import type { LivingVersion } from "./versions.ts";

/** Leaves whose date leaves the calendar on a day of the version, by a parameter of that day. */
export function judgeUndecidable(pack: Pack, living: LivingVersion, notes: Notes): void {
  const { service, version, from, until } = living;
  const { parameters } = readsOf(pack, service, version.policy);
  const turning = [...parameters]
    .flatMap((id) => service.parameters.get(id)?.values.map((value) => value.from) ?? [])
    .filter((day) => day > from && (until === null || day <= until));
  const leaves = leavesIn(living);
  for (const asOf of [from, ...turning.sort()]) {
    for (const { condition, place, told } of leaves) {
      try {
        compileCondition(condition, { pack, service, asOf });
      } catch (error) {
        if (!(error instanceof LayakError)) throw error;
        notes.tell(place, told(asOf));
      }
    }
  }
}

interface WrittenLeaf {
  readonly condition: Condition;
  readonly place: JsonPlace;
  /** What its leaving the calendar on a day means. */
  readonly told: typeof undecidable;
}

function leavesIn({ service, version, file }: LivingVersion): readonly WrittenLeaf[] {
  const collect = (
    condition: Condition | undefined,
    place: JsonPlace,
    told: typeof undecidable = undecidable,
  ): readonly WrittenLeaf[] => {
    if (condition === undefined) return [];
    const each = (conditions: readonly Condition[], key: string) =>
      conditions.flatMap((one, index) => collect(one, below(place, key, index), told));
    if ("condition" in condition) {
      const name = condition.condition;
      return collect(service.conditions.get(name), placeOfNamed(service, name), told);
    }
    if ("all" in condition) return each(condition.all, "all");
    if ("any" in condition) return each(condition.any, "any");
    if ("not" in condition) return collect(condition.not, below(place, "not"), told);
    if ("conditions" in condition)
      return collect(condition.conditions, below(place, "conditions"), told);
    return [{ condition, place, told }];
  };
  const root: JsonPlace = { file, path: [] };
  return [
    ...collect(version.policy.scope, below(root, "scope")),
    ...version.policy.requirements.flatMap(({ when, conditions }, index) => [
      ...collect(when, below(root, "requirements", index, "when")),
      ...collect(conditions, below(root, "requirements", index, "conditions")),
    ]),
    ...(version.policy.grants ?? []).flatMap(({ conditions }, index) =>
      collect(conditions, below(root, "grants", index, "conditions"), grantsUndecidable),
    ),
  ];
}
