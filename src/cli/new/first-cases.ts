import { groupLimitsIn } from "../../analysis/solver/group-limits.ts";
import { goalsOf } from "../../analysis/solver/outcomes.ts";
import { createSolver } from "../../analysis/solver/solver.ts";
import { FIRST_CASE } from "../../analysis/suggest/note.ts";
import { prepare } from "../../engine/decision/prepare.ts";
import { allTrees } from "../../engine/decision/program.ts";
import type { Facts } from "../../engine/model/catalogue.ts";
import type { Decision } from "../../engine/model/decision.ts";
import type { Case, Pack } from "../../engine/model/pack.ts";

/** The cases that a new version starts with: one that it accepts and one that it refuses. */
export function firstCases(pack: Pack, service: string, version: string): readonly object[] {
  const { decide, program } = prepare(pack, { service, asOf: version, version });
  const known = program.service.cases;
  const trees = allTrees(program);
  const solver = createSolver({ trees, limitsOf: groupLimitsIn(pack) });
  const outcomes = ["eligible", "ineligible"] as const;
  const cases = outcomes.flatMap((outcome) => {
    const facts =
      known.map((one) => one.facts).find((one) => decides(decide, one)?.outcome === outcome) ??
      goalsOf(program, outcome)
        .map((goals) => solver.solve(goals))
        .flatMap((solved) => (solved.kind === "found" ? [solved.facts] : []))[0];
    const decision = facts === undefined ? null : decides(decide, facts);
    return facts === undefined || decision === null
      ? []
      : [caseOf(decision, version, facts, known)];
  });
  const nothingKnown = decides(decide, {});
  if (cases.length > 0 || nothingKnown === null) return cases;
  return [caseOf(nothingKnown, version, {}, known)];
}

/** Facts of another version's case may not fit this one's day. */
function decides(decide: (facts: Facts) => Decision, facts: Facts): Decision | null {
  try {
    return decide(facts);
  } catch {
    return null;
  }
}

const NAMES = {
  eligible: "memenuhi syarat",
  ineligible: "belum memenuhi syarat",
  undetermined: "belum dapat diputuskan",
  "out-of-scope": "di luar lingkup",
} as const;

function caseOf(
  { outcome, requirements, missing }: Decision,
  version: string,
  facts: Facts,
  known: readonly Case[],
): object {
  const unmet = requirements.filter((one) => one.outcome === "unmet").map(({ id }) => id);
  return {
    name: unusedName(`Versi ${version}: contoh awal yang ${NAMES[outcome]}`, known),
    asOf: version,
    version,
    facts,
    expect: {
      outcome,
      ...(unmet.length > 0 && { unmet }),
      ...(missing.length > 0 && { missing }),
    },
    note: FIRST_CASE,
  };
}

function unusedName(name: string, known: readonly Case[]): string {
  const names = new Set(known.map((one) => one.name));
  let unused = name;
  for (let number = 2; names.has(unused); number++) unused = `${name} (${number})`;
  return unused;
}
