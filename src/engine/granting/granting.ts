import type { Granting } from "../model/pack.ts";
import { decideGrants } from "./decide.ts";
import { compileGrants } from "./program.ts";
import { explainGrants } from "./words.ts";

/** What a pack brings to grant with. */
export const GRANTING: Granting = {
  compile: compileGrants,
  decide: decideGrants,
  explain: explainGrants,
};
