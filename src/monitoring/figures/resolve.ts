import type { Finding } from "../../pack/diagnostics/diagnostic.ts";
import { listedTwice } from "../../pack/diagnostics/entries.ts";
import { unitsDiffer, unknownFigure } from "../../pack/diagnostics/figures.ts";
import { itemsOf, type JsonNode, memberOf } from "../../pack/json/nodes.ts";
import { suggest } from "../../pack/suggest.ts";
import type { Quantity, Relation } from "./figures.ts";
import { PERCENT } from "./printed.ts";
import type { WrittenClaim } from "./schema.ts";

type Report = (place: { readonly offset: number }, finding: Finding) => void;

/** The quantities of a file by their ids; null where one is wrong itself, which has been told. */
export type Known = ReadonlyMap<string, Quantity | null>;

/** A quantity, and where the claim names it. */
interface Placed {
  readonly quantity: Quantity;
  readonly place: JsonNode;
}

/**
 * Puts quantities in place of a claim's ids. Null where one is not there, stands twice, or is of
 * another unit.
 */
export function resolveClaim(
  claim: WrittenClaim,
  node: JsonNode,
  known: Known,
  report: Report,
): Relation | null {
  const named = new Set<string>();
  let twice = false;
  const find = (id: string, place: JsonNode): Placed | null => {
    if (named.has(id)) {
      report(place, listedTwice(id));
      twice = true;
    }
    named.add(id);
    const quantity = known.get(id);
    // Without any, "quantities" itself is missing or misspelt, which has been told.
    if (quantity === undefined && known.size > 0) {
      report(place, unknownFigure(id, suggest(id, known.keys()), [...known.keys()]));
    }
    return quantity === undefined || quantity === null ? null : { quantity, place };
  };
  const at = (key: string, id: string) => find(id, memberOf(node, key) ?? node);
  const maybeAt = (key: string, id: string | undefined) =>
    id === undefined ? NOT_PRINTED : at(key, id);
  const each = (ids: readonly string[]) =>
    ids.map((id, index) => find(id, itemsOf(memberOf(node, "of"))[index] ?? node));
  const alike = (figures: readonly Placed[]) => reportOtherUnits(figures, known, report);

  switch (claim.kind) {
    case "sum": {
      const of = whole(each(claim.of));
      const total = maybeAt("total", claim.total);
      if (of === null || total === null || !alike([...of, ...printed(total)]) || twice) return null;
      return { kind: "sum", of: of.map(quantityOf), total: orNull(total) };
    }
    case "product": {
      const of = whole(each(claim.of));
      const product = maybeAt("product", claim.product);
      if (of === null || product === null || twice) return null;
      return { kind: "product", of: of.map(quantityOf), product: orNull(product) };
    }
    case "difference": {
      const [from, less] = [at("from", claim.from), at("less", claim.less)];
      const difference = maybeAt("difference", claim.difference);
      if (from === null || less === null || difference === null) return null;
      if (!alike([from, less, ...printed(difference)]) || twice) return null;
      const [taken, away] = [from.quantity, less.quantity];
      return { kind: "difference", from: taken, less: away, difference: orNull(difference) };
    }
    case "share": {
      const [part, all] = [at("part", claim.part), at("whole", claim.whole)];
      const percentage = maybeAt("percentage", claim.percentage);
      if (part === null || all === null || percentage === null) return null;
      const [odd] = printed(percentage).filter(({ quantity }) => quantity.unit !== PERCENT);
      if (odd !== undefined) {
        const { id, unit } = odd.quantity;
        report(odd.place, unitsDiffer(id, unit, PERCENT, suggest(unit, [PERCENT])));
        return null;
      }
      if (!alike([part, all]) || twice) return null;
      const [some, whole] = [part.quantity, all.quantity];
      return { kind: "share", part: some, whole, percentage: orNull(percentage) };
    }
    case "subset": {
      const [part, all] = [at("part", claim.part), at("whole", claim.whole)];
      if (part === null || all === null || !alike([part, all]) || twice) return null;
      return { kind: "subset", part: part.quantity, whole: all.quantity };
    }
  }
}

/** Whether all are of one unit; else the odd ones are told: those whose unit the file uses least. */
function reportOtherUnits(figures: readonly Placed[], known: Known, report: Report): boolean {
  const all = [...known.values()].flatMap((quantity) => quantity ?? []);
  const uses = (unit: string) => all.filter((quantity) => quantity.unit === unit).length;
  const [wanted = ""] = figures
    .map(({ quantity }) => quantity.unit)
    .toSorted((one, other) => uses(other) - uses(one));
  const odd = figures.filter(({ quantity }) => quantity.unit !== wanted);
  for (const { quantity, place } of odd) {
    const { id, unit } = quantity;
    report(place, unitsDiffer(id, unit, wanted, suggest(unit, [wanted])));
  }
  return odd.length === 0;
}

const NOT_PRINTED = "not-printed";
type Printed = Placed | typeof NOT_PRINTED;

function printed(placed: Printed): readonly Placed[] {
  return placed === NOT_PRINTED ? [] : [placed];
}

function orNull(placed: Printed): Quantity | null {
  return placed === NOT_PRINTED ? null : placed.quantity;
}

function quantityOf({ quantity }: Placed): Quantity {
  return quantity;
}

function whole(figures: readonly (Placed | null)[]): readonly Placed[] | null {
  const found = figures.flatMap((placed) => placed ?? []);
  return found.length === figures.length ? found : null;
}
