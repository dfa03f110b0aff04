import { parameterName } from "../../engine/conditions/references.ts";
import type { Parameter } from "../../engine/model/pack.ts";
import { type OverrideTrait, overrideMisfit } from "../diagnostics/overrides.ts";
import { memberOf, membersOf } from "../json/nodes.ts";
import type { DeclaredCatalogue } from "./catalogue.ts";
import type { MaybeFile } from "./city.ts";
import { namesIn } from "./computing-circles.ts";
import type { Declared } from "./declared.ts";

/**
 * Tells the city's own parameters that computed facts read, but not as the nation's: what a fact is
 * computed from was checked against those alone.
 */
export function checkOverriddenTypes(
  file: MaybeFile,
  own: Declared<Parameter>,
  national: Declared<Parameter>,
  catalogue: DeclaredCatalogue,
): void {
  if (file === undefined || file === null) return;
  for (const { key: id, keySpan, value: node } of membersOf(memberOf(file.root, "parameters"))) {
    const entry = own.entries.get(id) ?? null;
    const beneath = national.entries.get(id) ?? null;
    const reader = readerOf(id, catalogue);
    if (entry === null || beneath === null || reader === undefined) continue;
    const [had, wanted] = [traitsOf(entry), traitsOf(beneath)];
    const key = TRAITS.find((trait) => !fits(trait, had[trait], wanted[trait]));
    if (key === undefined) continue;
    const found = overrideMisfit(id, { key, had: had[key], wanted: wanted[key], reader });
    file.report(memberOf(node, key) ?? keySpan, found);
  }
}

/** The first computed fact that reads a parameter. */
function readerOf(id: string, { facts }: DeclaredCatalogue): string | undefined {
  const name = parameterName(id);
  const found = [...facts.entries].find(
    ([, fact]) => fact?.compute !== undefined && namesIn(fact.compute).includes(name),
  );
  return found?.[0];
}

type Traits = Readonly<Record<OverrideTrait, string | number | undefined>>;

const TRAITS: readonly OverrideTrait[] = ["type", "items", "scale", "unit", "by"];

function traitsOf({ shape, unit, by }: Parameter): Traits {
  const items = shape.type === "list" ? shape.items : undefined;
  const one = items ?? shape;
  const scale = one.type === "decimal" ? one.scale : undefined;
  return { type: shape.type, items: items?.type, scale, unit, by };
}

/** Fewer digits are computed with as well, and one value for everybody instead of a table. */
function fits(key: OverrideTrait, had: Traits["type"], wanted: Traits["type"]): boolean {
  if (key === "by" && had === undefined) return true;
  if (key === "scale") return Number(had ?? 0) <= Number(wanted ?? 0);
  return had === wanted;
}
