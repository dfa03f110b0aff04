import { describeAdopt } from "./adopt/options.ts";
import { describeAllocate } from "./allocate/options.ts";
import { describeBuild } from "./build/options.ts";
import { describeBulk } from "./bulk/options.ts";
import { describeCheck } from "./check/options.ts";
import type { DescribeCommand } from "./command-line/command-line.ts";
import { describeCoverage } from "./coverage/options.ts";
import { describeDiff } from "./diff/options.ts";
import { describeNew } from "./new/options.ts";
import { describePopulation } from "./population/options.ts";
import { describePublicKeys } from "./public-keys/options.ts";
import { describeReplay } from "./replay/options.ts";
import { describeRoster } from "./roster/options.ts";
import { describeServe } from "./serve/options.ts";
import { describeShow } from "./show/options.ts";
import { describeSimulate } from "./simulate/options.ts";
import { describeSql } from "./sql/options.ts";
import { describeTest } from "./test/options.ts";
import { describeTypes } from "./types/options.ts";
import { describeValidate } from "./validate/options.ts";
import { describeVerify } from "./verify/options.ts";

/** Every command, in the order in which help lists them. */
export const COMMANDS: readonly DescribeCommand[] = [
  describeCheck,
  describeValidate,
  describeTest,
  describeDiff,
  describeNew,
  describeShow,
  describeAdopt,
  describeVerify,
  describePublicKeys,
  describeReplay,
  describeServe,
  describeRoster,
  describeCoverage,
  describeAllocate,
  describeSql,
  describeBulk,
  describeSimulate,
  describePopulation,
  describeBuild,
  describeTypes,
];
