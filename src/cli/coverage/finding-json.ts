import type { FigureFinding } from "../../monitoring/figures/check.ts";
import { plainDigits } from "../../monitoring/figures/decimal.ts";
import type { Figures, Quantity } from "../../monitoring/figures/figures.ts";
import { wordsOf } from "../../monitoring/figures/words.ts";

/** A finding for programs: numbers as decimal texts, exact; quantities by id and as printed. */
export function findingJson({ file }: Figures, finding: FigureFinding) {
  const { severity, reason, claim, stated, computed, difference, alternatives } = finding;
  return {
    severity,
    reason,
    report: claim.report,
    claim: claim.id,
    ...(claim.label !== undefined && { label: claim.label }),
    kind: claim.kind,
    file,
    line: claim.line,
    message: wordsOf(finding),
    stated: stated === null ? null : quantityJson(stated),
    computed: computed === null ? null : plainDigits(computed),
    difference: difference === null ? null : plainDigits(difference),
    wouldFit: alternatives.map(({ role, replaces, quantity }) => ({
      role,
      replaces: replaces.id,
      ...quantityJson(quantity),
    })),
  };
}

function quantityJson({ id, value, unit }: Quantity) {
  return { quantity: id, value, unit };
}
