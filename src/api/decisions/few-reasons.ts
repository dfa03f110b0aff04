import { formatNumber } from "../../engine/explanation/format.ts";
import type {
  Explanation,
  GrantExplanation,
  RequirementExplanation,
} from "../../engine/model/decision.ts";
import { type Language, say } from "../../engine/model/text.ts";

/** An explanation as it is answered: that of a large decision leaves reasons out. */
export interface AnsweredExplanation
  extends Omit<Explanation, "scope" | "requirements" | "grants"> {
  readonly scope?: NonNullable<Explanation["scope"]> & LeftOut;
  readonly requirements: readonly (RequirementExplanation & LeftOut)[];
  readonly grants?: readonly (GrantExplanation & LeftOut)[];
}

interface LeftOut {
  /** How many more reasons there are; stands where some were left out. */
  readonly reasonsLeftOut?: number;
}

/** Reasons that the explanation of one requirement of a large decision holds. */
export const MOST_REASONS = 50;

/** Letters of what could be done about one requirement: those of some twenty sentences. */
const MOST_LETTERS = 2000;

/** Leaves out reasons beyond the first of each requirement and grant, and ends them with their number. */
export function fewReasons(explanation: Explanation): AnsweredExplanation {
  const { language, scope, requirements, grants } = explanation;
  return {
    ...explanation,
    ...(scope && { scope: { ...scope, ...bounded(scope, language) } }),
    requirements: requirements.map((requirement) => ({
      ...requirement,
      ...bounded(requirement, language),
    })),
    ...(grants && { grants: grants.map((grant) => ({ ...grant, ...bounded(grant, language) })) }),
  };
}

type Told = Pick<RequirementExplanation, "reasons" | "remedy">;

function bounded({ reasons, remedy }: Told, language: Language): Told & LeftOut {
  const some = remedy === undefined ? {} : { remedy: beginning(remedy) };
  const count = reasons.length - MOST_REASONS;
  if (count <= 0) return { reasons, ...some };
  const number = formatNumber(count, language);
  const more = {
    id: `Dan ${number} alasan lain.`,
    en: `And ${number} more ${count === 1 ? "reason" : "reasons"}.`,
  };
  const told = [...reasons.slice(0, MOST_REASONS), say(more, language)];
  return { reasons: told, reasonsLeftOut: count, ...some };
}

/** As many whole sentences as have room. */
function beginning(remedy: string): string {
  if (remedy.length <= MOST_LETTERS) return remedy;
  const end = remedy.lastIndexOf(". ", MOST_LETTERS);
  return `${remedy.slice(0, end < 0 ? MOST_LETTERS : end + 1)} …`;
}
