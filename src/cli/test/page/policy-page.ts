import type { CoveredTarget, VersionCoverage } from "../../../analysis/coverage/coverage.ts";
import type { Part } from "../../../analysis/coverage/policy-leaves.ts";
import { countsOf } from "../../../analysis/coverage/summary.ts";
import type { Target } from "../../../analysis/coverage/target.ts";
import { onAnotherDay, wordsOfCovered } from "../../../analysis/coverage/words.ts";
import { allClauses } from "../../../analysis/statement/clauses.ts";
import type { Clause, RequirementClause } from "../../../analysis/statement/model.ts";
import { statementOf } from "../../../analysis/statement/statement.ts";
import { formatDate } from "../../../engine/explanation/format.ts";
import { type Language, say } from "../../../engine/model/text.ts";
import { COLUMNS } from "../columns.ts";
import type { Check, ClauseLine, Mark, PageSection, PolicyPage } from "./model.ts";
import { WORDS } from "./words.ts";

/** What the report says of a policy version. */
export function policyPage(version: VersionCoverage, language: Language): PolicyPage {
  const { service, from, asOf, cases, prepared } = version;
  const statement = statementOf(prepared.program);
  const counts = countsOf(version);
  const scoped = statement.scope === null ? [] : [scopeSection(version, statement.scope, language)];
  return {
    heading: `${say(statement.title, language)} (${service} ${from})`,
    day: formatDate(asOf, language),
    counts: COLUMNS.map(([kind, words]) => [
      say(words, language),
      `${counts[kind].exercised}/${counts[kind].possible}`,
    ]),
    sections: [
      {
        heading: say(WORDS.outcomes, language),
        checks: checksFor(version, isOutcome, language),
        clauses: [],
      },
      ...scoped,
      ...statement.requirements.map((requirement) =>
        requirementSection(version, requirement, language),
      ),
      ...statement.grants.flatMap(({ number, id, text, conditions }): PageSection[] =>
        conditions === null
          ? []
          : [
              {
                heading: `${number}. ${say(text, language)}`,
                checks: [],
                clauses: linesOf(version, { kind: "grant", grant: id }, conditions, language),
              },
            ],
      ),
    ],
    cases,
  };
}

function isOutcome({ kind }: Target): boolean {
  return kind === "outcome";
}

function scopeSection(version: VersionCoverage, scope: Clause, language: Language): PageSection {
  return {
    heading: `${scope.number}. ${say(WORDS.scope, language)}`,
    checks: [],
    clauses: linesOf(version, { kind: "scope" }, scope, language),
  };
}

function requirementSection(
  version: VersionCoverage,
  { number, id, title, enforcement, when, conditions }: RequirementClause,
  language: Language,
): PageSection {
  const applies =
    when === null ? [] : linesOf(version, { kind: "when", requirement: id }, when, language);
  const [first, ...rest] = applies;
  const mark = enforcement === "advisory" ? ` (${say(WORDS.advisory, language)})` : "";
  const onlyIf = first && { ...first, words: `${say(WORDS.onlyIf, language)} ${first.words}` };
  return {
    heading: `${number}. ${say(title, language)}${mark}`,
    checks: checksFor(
      version,
      (target) => target.kind === "sole-reason" && target.requirement === id,
      language,
    ),
    clauses: [
      ...(onlyIf === undefined ? [] : [onlyIf, ...rest]),
      ...linesOf(version, { kind: "conditions", requirement: id }, conditions, language),
    ],
  };
}

function linesOf(
  version: VersionCoverage,
  part: Part,
  clause: Clause,
  language: Language,
): readonly ClauseLine[] {
  return allClauses(clause).map((one) => ({
    number: one.number,
    depth: one.number.split(".").length,
    words: say(one.words, language) + (one.clauses.length > 0 ? ":" : ""),
    checks: one.kind === "leaf" ? leafChecks(version, part, one, language) : [],
  }));
}

/** The three truths of a clause, as its words tell them, and its limits. */
function leafChecks(
  version: VersionCoverage,
  part: Part,
  { path, negated }: Clause,
  language: Language,
): readonly Check[] {
  const own = version.targets.filter(({ target }) => belongsTo(target, part, path));
  const holdsInWords = ({ target }: CoveredTarget) =>
    target.kind === "leaf" && target.holds !== null ? target.holds !== negated : null;
  return own
    .toSorted((first, second) => rankOf(first, holdsInWords) - rankOf(second, holdsInWords))
    .map((covered) => {
      if (covered.target.kind !== "leaf") return checkOf(version, covered, language);
      const holds = holdsInWords(covered);
      const words = holds === null ? WORDS.unknown : holds ? WORDS.met : WORDS.unmet;
      const told = say(words, language) + onAnotherDay(version, covered)[language];
      return { words: told, mark: markOf(covered.status) };
    });
}

/** Met, not met, not known, then the limits as they stand. */
function rankOf(
  covered: CoveredTarget,
  holdsInWords: (covered: CoveredTarget) => boolean | null,
): number {
  if (covered.target.kind !== "leaf") return 3;
  const holds = holdsInWords(covered);
  return holds === null ? 2 : holds ? 0 : 1;
}

function belongsTo(target: Target, part: Part, path: string): boolean {
  if (target.kind !== "leaf" && target.kind !== "boundary") return false;
  const { at } = target;
  return at.path === path && JSON.stringify(at.part) === JSON.stringify(part);
}

function checksFor(
  version: VersionCoverage,
  isWanted: (target: Target) => boolean,
  language: Language,
): readonly Check[] {
  return version.targets
    .filter(({ target }) => isWanted(target))
    .map((covered) => checkOf(version, covered, language));
}

function checkOf(version: VersionCoverage, covered: CoveredTarget, language: Language): Check {
  return { words: wordsOfCovered(version, covered)[language], mark: markOf(covered.status) };
}

function markOf(status: CoveredTarget["status"]): Mark {
  return status.kind === "exercised" ? { kind: "tested", by: status.by } : status;
}
