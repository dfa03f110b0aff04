import type { Program } from "../../engine/decision/program.ts";
import { formatDate, formatValue } from "../../engine/explanation/format.ts";
import { labelOfName, shapeOfName, type Vocabulary } from "../../engine/explanation/names.ts";
import { filled } from "../../engine/explanation/sentences.ts";
import type { Outcome } from "../../engine/model/decision.ts";
import { say, type Text } from "../../engine/model/text.ts";
import { movedValue } from "../solver/domain.ts";
import { leafWords } from "../statement/leaves.ts";
import { inBoth, type Words } from "../statement/words.ts";
import { type Boundary, type BoundarySide, boundaryOf } from "./boundary.ts";
import type { CoveredTarget, VersionCoverage } from "./coverage.ts";
import type { PolicyLeaf } from "./policy-leaves.ts";
import type { Target } from "./target.ts";

export const OUTCOME_WORDS: Readonly<Record<Outcome, Words>> = {
  eligible: { id: "diterima", en: "accepted" },
  ineligible: { id: "ditolak", en: "refused" },
  undetermined: { id: "belum dapat diputuskan", en: "cannot be decided yet" },
  "out-of-scope": { id: "di luar kebijakan ini", en: "outside this policy" },
};

/** What a target asks of a case, in words. */
export function wordsOfTarget(program: Program, target: Target): Words {
  return inBoth(program, (vocabulary) => tell(vocabulary, program, target));
}

/** As {@link wordsOfTarget}, with the day where it is another than most is said for. */
export function wordsOfCovered(version: VersionCoverage, covered: CoveredTarget): Words {
  const { id, en } = wordsOfTarget(covered.prepared.program, covered.target);
  const day = onAnotherDay(version, covered);
  return { id: id + day.id, en: en + day.en };
}

/** " (on 1 July 2027)"; nothing for the day for which most is said. */
export function onAnotherDay(
  { asOf }: Pick<VersionCoverage, "asOf">,
  { prepared }: Pick<CoveredTarget, "prepared">,
): Words {
  if (prepared.asOf === asOf) return { id: "", en: "" };
  return {
    id: ` (pada ${formatDate(prepared.asOf, "id")})`,
    en: ` (on ${formatDate(prepared.asOf, "en")})`,
  };
}

function tell(vocabulary: Vocabulary, program: Program, target: Target): string {
  const { language } = vocabulary;
  const inLanguage = (text: Text) => say(text, language);
  switch (target.kind) {
    case "outcome":
      return inLanguage({
        id: `permohonan yang ${OUTCOME_WORDS[target.outcome].id}`,
        en: `an application that is ${OUTCOME_WORDS[target.outcome].en}`,
      });
    case "sole-reason": {
      const title = titleOf(vocabulary, program, target.requirement);
      return inLanguage({
        id: `ditolak hanya karena: ${title}`,
        en: `refused only because of: ${title}`,
      });
    }
    case "boundary":
      return boundaryWords(vocabulary, target.at, target.side);
    default: {
      const { at, holds } = target;
      if (holds !== null) return wordsOfLeaf(vocabulary, at, holds);
      const label = labelOfLeaf(vocabulary, at);
      return inLanguage({ id: `belum diketahui: ${label}`, en: `not yet known: ${label}` });
    }
  }
}

/** The title of a requirement with its parameters told. */
export function titleOf(vocabulary: Vocabulary, { version }: Program, id: string): string {
  const requirement = version.policy.requirements.find((one) => one.id === id);
  return requirement === undefined ? id : filled(vocabulary, requirement.title, [], "");
}

/** What a leaf says, or, where it does not hold, its opposite. */
export function wordsOfLeaf(vocabulary: Vocabulary, at: PolicyLeaf, holds: boolean): string {
  return ofGroup(vocabulary, at, leafWords(vocabulary, at.leaf, !holds));
}

/** The fact that a leaf reads first. */
export function labelOfLeaf(vocabulary: Vocabulary, at: PolicyLeaf): string {
  const { left, right } = at.leaf;
  const name = [left, right].flatMap((operand) =>
    operand.kind === "constant" ? (operand.from ?? []) : operand.id,
  )[0];
  return ofGroup(vocabulary, at, labelOfName(vocabulary, name ?? ""));
}

/** "exactly at the limit: Date of birth 22 November 1961". */
export function boundaryWords(
  vocabulary: Vocabulary,
  at: PolicyLeaf,
  { value }: BoundarySide,
): string {
  const boundary = boundaryOf(at.leaf);
  if (boundary === null) return at.key;
  const { own } = boundary.use;
  const { language } = vocabulary;
  const named = shapeOfName(vocabulary, own.id);
  const told = formatValue(value, named?.shape ?? { type: "string" }, named?.unit, language);
  const words = ofGroup(vocabulary, at, labelOfName(vocabulary, own.id));
  return `${say(sideWords(boundary, value), language)}: ${words} ${told}`;
}

function sideWords({ use, limit }: Boundary, value: BoundarySide["value"]): Words {
  const { own } = use;
  const moved = own.kind === "count" ? value : movedValue(value, own.shift);
  if (moved === null || moved === limit) {
    return { id: "tepat di batas", en: "exactly at the limit" };
  }
  const isBelow = moved < limit;
  if (typeof limit === "string") {
    return isBelow
      ? { id: "sehari sebelum batas", en: "a day before the limit" }
      : { id: "sehari sesudah batas", en: "a day after the limit" };
  }
  return isBelow
    ? { id: "sedikit di bawah batas", en: "just below the limit" }
    : { id: "sedikit di atas batas", en: "just above the limit" };
}

function ofGroup(vocabulary: Vocabulary, { group }: PolicyLeaf, words: string): string {
  return group === null ? words : `${labelOfName(vocabulary, group)}: ${words}`;
}
