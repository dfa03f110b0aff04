import { type Computed, computedOf, fitOf, statedBy } from "./arithmetic.ts";
import { compare, type Decimal, distance, divide, subtract } from "./decimal.ts";
import type { Claim, Figures, Quantity } from "./figures.ts";
import { type Role, slotsOf } from "./slots.ts";

/** Another quantity of the report with which a claim would fit. */
export interface Alternative {
  readonly role: Role;
  readonly replaces: Quantity;
  readonly quantity: Quantity;
}

/**
 * What was found about a claim. A `misfit` is not borne out; a `note` is only worth knowing: what
 * figures come to that the report does not print (`unstated`), or a claim that holds only because
 * its operands were rounded (`rounded`).
 */
export interface FigureFinding {
  readonly severity: "misfit" | "note";
  readonly reason: "not-borne-out" | "unstated" | "rounded";
  readonly claim: Claim;
  /** Rounded as what is stated; of a subset, the whole. Null where it is a share of nothing. */
  readonly computed: Decimal | null;
  readonly stated: Quantity | null;
  /** What is computed less what is stated, or by how much a part exceeds its whole. */
  readonly difference: Decimal | null;
  /** The nearest to what they replace first. */
  readonly alternatives: readonly Alternative[];
}

/** Finds what does not add up in published figures, and what is worth knowing. */
export function checkFigures({ claims, quantities }: Figures): readonly FigureFinding[] {
  return claims.flatMap((claim) => findingsOf(claim, quantities));
}

function findingsOf(claim: Claim, quantities: readonly Quantity[]): readonly FigureFinding[] {
  const fit = fitOf(claim);
  const stated = claim.kind === "subset" ? claim.whole : statedBy(claim);
  if (fit === "exact" && stated !== null) return [];
  const all = computedOf(claim);
  const computed = all === null ? null : roundedAs(claim, all, stated);
  const found = { claim, computed, stated, difference: differenceOf(claim, all, stated) };
  if (fit === "exact") {
    return [{ ...found, severity: "note", reason: "unstated", alternatives: [] }];
  }
  if (fit === "rounded") {
    return [{ ...found, severity: "note", reason: "rounded", alternatives: [] }];
  }
  const alternatives = alternativesOf(claim, quantities);
  return [{ ...found, severity: "misfit", reason: "not-borne-out", alternatives }];
}

const DIGITS_OF_A_SHARE = 2;

/** In as many digits as what is stated has; whole where nothing is, but for percentages. */
function roundedAs(claim: Claim, { value }: Computed, stated: Quantity | null): Decimal {
  if (claim.kind === "subset") return claim.part.number.value;
  const { top, bottom } = value;
  if (claim.kind !== "share") return top;
  return divide(top, bottom, stated?.number.lastDigit.scale ?? DIGITS_OF_A_SHARE);
}

function differenceOf(
  claim: Claim,
  computed: Computed | null,
  stated: Quantity | null,
): Decimal | null {
  if (computed === null || stated === null) return null;
  const { top, bottom } = computed.value;
  if (claim.kind === "subset") return top;
  if (claim.kind !== "share") return subtract(top, stated.number.value);
  const scale = Math.max(stated.number.lastDigit.scale, DIGITS_OF_A_SHARE);
  return subtract(divide(top, bottom, scale), stated.number.value);
}

function alternativesOf(claim: Claim, quantities: readonly Quantity[]): readonly Alternative[] {
  const slots = slotsOf(claim);
  const involved = new Set(slots.map(({ quantity }) => quantity.id));
  if (claim.kind === "subset") involved.add(claim.part.id);
  const others = quantities.filter(
    ({ id, report }) => report === claim.report && !involved.has(id),
  );
  return slots
    .flatMap(({ role, quantity: replaces, filledWith }) =>
      others
        .filter((other) => other.unit === replaces.unit && fitOf(filledWith(other)) === "exact")
        .map((quantity) => ({ role, replaces, quantity })),
    )
    .toSorted((one, other) => compare(farness(one), farness(other)));
}

function farness({ replaces, quantity }: Alternative): Decimal {
  return distance(replaces.number.value, quantity.number.value);
}
