import { compileCondition } from "../../engine/conditions/compile.ts";
import { LayakError } from "../../engine/errors.ts";
import type { Pack, Service } from "../../engine/model/pack.ts";
import { groupLimitsIn } from "../solver/group-limits.ts";
import { type Asker, createAsker } from "./asker.ts";
import { turningDays } from "./days.ts";
import { type Placed, placed, placeOfNamed } from "./placed.ts";
import { lacksValue, withFreeSwitches } from "./trees.ts";

/** Asks about a named condition by itself, from today on; null where it can't be known. */
export function namedAsker(
  pack: Pack,
  service: Service,
  name: string,
  today: string,
): Asker<Placed> | null {
  const condition = service.conditions.get(name);
  if (condition === undefined) return null;
  const compile = (asOf: string): Placed | null => {
    try {
      const tree = compileCondition(condition, { pack, service, asOf });
      if (lacksValue(tree)) return null;
      return placed(condition, withFreeSwitches(tree), placeOfNamed(service, name), service);
    } catch (error) {
      if (error instanceof LayakError) return null;
      throw error;
    }
  };
  return createAsker<Placed>({
    first: today,
    compile,
    others: ({ node }) => turningDays([node], service, today, null),
    treesOf: ({ node }) => [node],
    limitsOf: groupLimitsIn(pack),
  });
}
