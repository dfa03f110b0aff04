import { COMPUTING } from "./computing/computing.ts";
import { tellFault } from "./facts/issue.ts";
import { GRANTING } from "./granting/granting.ts";
import type { Pack } from "./model/pack.ts";

/** What every pack brings, however it is made, so that the engine alone stays small. */
export const BROUGHT: Pick<Pack, "tellFault" | "computing" | "granting"> = {
  tellFault,
  computing: COMPUTING,
  granting: GRANTING,
};
