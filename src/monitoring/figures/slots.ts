import type { Quantity, Relation } from "./figures.ts";

/** The part that a quantity has in a claim. */
export type Role =
  | "part"
  | "whole"
  | "total"
  | "factor"
  | "product"
  | "from"
  | "less"
  | "difference"
  | "percentage";

/** A place in a claim, with the claim as it would be with another quantity there. */
export interface Slot {
  readonly role: Role;
  readonly quantity: Quantity;
  readonly filledWith: (other: Quantity) => Relation;
}

/** Every place of a claim that holds a quantity. */
export function slotsOf(claim: Relation): readonly Slot[] {
  switch (claim.kind) {
    case "sum":
      return [
        ...slot("total", claim.total, (total) => ({ ...claim, total })),
        ...claim.of.flatMap((one, index) =>
          slot("part", one, (other) => ({ ...claim, of: claim.of.with(index, other) })),
        ),
      ];
    case "product":
      return [
        ...slot("product", claim.product, (product) => ({ ...claim, product })),
        ...claim.of.flatMap((one, index) =>
          slot("factor", one, (other) => ({ ...claim, of: claim.of.with(index, other) })),
        ),
      ];
    case "difference":
      return [
        ...slot("difference", claim.difference, (difference) => ({ ...claim, difference })),
        ...slot("from", claim.from, (from) => ({ ...claim, from })),
        ...slot("less", claim.less, (less) => ({ ...claim, less })),
      ];
    case "share":
      return [
        ...slot("whole", claim.whole, (whole) => ({ ...claim, whole })),
        ...slot("part", claim.part, (part) => ({ ...claim, part })),
        ...slot("percentage", claim.percentage, (percentage) => ({ ...claim, percentage })),
      ];
    // Nearly every smaller figure would do as the part, which says nothing.
    case "subset":
      return slot("whole", claim.whole, (whole) => ({ ...claim, whole }));
  }
}

function slot(
  role: Role,
  quantity: Quantity | null,
  filledWith: (other: Quantity) => Relation,
): readonly Slot[] {
  return quantity === null ? [] : [{ role, quantity, filledWith }];
}
