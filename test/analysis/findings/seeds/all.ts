import { BY_HAND_SEEDS } from "./by-hand.ts";
import { DECLARATION_SEEDS } from "./declarations.ts";
import { GRANT_SEEDS } from "./grants.ts";
import { NAME_SEEDS } from "./names.ts";
import { REQUIREMENT_SEEDS } from "./requirements.ts";
import type { Seed } from "./seed.ts";
import { VALUE_SEEDS } from "./values.ts";

/** Fifty mistakes and more that people make in rule files. */
export const SEEDS: readonly Seed[] = [
  ...NAME_SEEDS,
  ...VALUE_SEEDS,
  ...REQUIREMENT_SEEDS,
  ...DECLARATION_SEEDS,
  ...BY_HAND_SEEDS,
  ...GRANT_SEEDS,
];
