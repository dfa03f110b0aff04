import { DEFAULT_MAX_ITEMS } from "../../engine/facts/shapes.ts";
import type { Pack } from "../../engine/model/pack.ts";
import type { GroupLimits } from "./domains.ts";

/** How many items the catalogue allows each group; 0 to 1,000 where it does not say. */
export function groupLimitsIn({ groups }: Pick<Pack, "groups">): (group: string) => GroupLimits {
  return (group) => {
    const { minItems = 0, maxItems = DEFAULT_MAX_ITEMS } = groups.get(group) ?? {};
    return { minItems, maxItems };
  };
}
