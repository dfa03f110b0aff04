import type { Fault } from "../support/fault.ts";
import { ADOPTION_FAULTS } from "./adoptions.ts";
import { CASE_FAULTS } from "./cases.ts";
import { CITY_FAULTS } from "./cities.ts";
import { COMPUTING_FAULTS } from "./computing.ts";
import { CONDITION_FAULTS } from "./conditions.ts";
import { CONTRIBUTION_FAULTS } from "./contributions.ts";
import { FILE_FAULTS } from "./files.ts";
import { GRANT_FAULTS } from "./grants.ts";
import { LEAF_FAULTS } from "./leaves.ts";
import { NAME_FAULTS } from "./names.ts";
import { OVERRIDE_FAULTS } from "./overrides.ts";
import { POLICY_FAULTS } from "./policies.ts";
import { SYNTAX_FAULTS } from "./syntax.ts";
import { TEXT_FAULTS } from "./texts.ts";
import { UNIT_FAULTS } from "./units.ts";
import { VALUE_FAULTS } from "./values.ts";

/** Every fault that the tests know, of all themes. */
export const ALL_FAULTS: readonly Fault[] = [
  ...FILE_FAULTS,
  ...SYNTAX_FAULTS,
  ...NAME_FAULTS,
  ...VALUE_FAULTS,
  ...COMPUTING_FAULTS,
  ...UNIT_FAULTS,
  ...OVERRIDE_FAULTS,
  ...CONTRIBUTION_FAULTS,
  ...CONDITION_FAULTS,
  ...LEAF_FAULTS,
  ...POLICY_FAULTS,
  ...GRANT_FAULTS,
  ...CITY_FAULTS,
  ...TEXT_FAULTS,
  ...CASE_FAULTS,
  ...ADOPTION_FAULTS,
];
