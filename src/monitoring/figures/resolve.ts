import type { Finding } from "../../pack/diagnostics/diagnostic.ts";
import { unitsDiffer, unknownFigure } from "../../pack/diagnostics/figures.ts";
import { itemsOf, type JsonNode, memberOf } from "../../pack/json/nodes.ts";
import { suggest } from "../../pack/suggest.ts";
import type { Quantity, Relation } from "./figures.ts";
import { PERCENT } from "./printed.ts";
import type { WrittenClaim } from "./schema.ts";

type Report = (place: { readonly offset: number }, finding: Finding) => void;

/** The quantities of a file by their ids; null where one is wrong itself, which has been told. */
export type Known = ReadonlyMap<string, Quantity | null>;

/** Puts quantities in place of a claim's ids. Null where one is not there or of another unit. */
export function resolveClaim(
  claim: WrittenClaim,
  node: JsonNode,
  known: Known,
  report: Report,
): Relation | null {
  const find = (id: string, place: JsonNode | undefined): Quantity | null => {
    const quantity = known.get(id);
    if (quantity === undefined) {
      report(place ?? node, unknownFigure(id, suggest(id, known.keys()), [...known.keys()]));
    }
    return quantity ?? null;
  };
  const at = (key: string, id: string) => find(id, memberOf(node, key));
  const maybeAt = (key: string, id: string | undefined) =>
    id === undefined ? NOT_PRINTED : at(key, id);
  const each = (ids: readonly string[]) =>
    ids.map((id, index) => find(id, itemsOf(memberOf(node, "of"))[index]));
  const alike = (quantities: readonly Quantity[]): boolean => {
    const [first, ...others] = quantities;
    const odd = others.find(({ unit }) => unit !== first?.unit);
    if (first === undefined || odd === undefined) return true;
    const wanted = `"${first.unit}"`;
    report(node, unitsDiffer(odd.id, odd.unit, { id: wanted, en: wanted }));
    return false;
  };

  switch (claim.kind) {
    case "sum": {
      const of = whole(each(claim.of));
      const total = maybeAt("total", claim.total);
      if (of === null || total === null || !alike([...of, ...printed(total)])) return null;
      return { kind: "sum", of, total: orNull(total) };
    }
    case "product": {
      const of = whole(each(claim.of));
      const product = maybeAt("product", claim.product);
      return of === null || product === null
        ? null
        : { kind: "product", of, product: orNull(product) };
    }
    case "difference": {
      const [from, less] = [at("from", claim.from), at("less", claim.less)];
      const difference = maybeAt("difference", claim.difference);
      if (from === null || less === null || difference === null) return null;
      if (!alike([from, less, ...printed(difference)])) return null;
      return { kind: "difference", from, less, difference: orNull(difference) };
    }
    case "share": {
      const [part, all] = [at("part", claim.part), at("whole", claim.whole)];
      const percentage = maybeAt("percentage", claim.percentage);
      if (part === null || all === null || percentage === null || !alike([part, all])) return null;
      const [odd] = printed(percentage).filter(({ unit }) => unit !== PERCENT);
      if (odd === undefined) {
        return { kind: "share", part, whole: all, percentage: orNull(percentage) };
      }
      const wanted = `"${PERCENT}"`;
      report(
        memberOf(node, "percentage") ?? node,
        unitsDiffer(odd.id, odd.unit, { id: wanted, en: wanted }),
      );
      return null;
    }
    case "subset": {
      const [part, all] = [at("part", claim.part), at("whole", claim.whole)];
      if (part === null || all === null || !alike([part, all])) return null;
      return { kind: "subset", part, whole: all };
    }
  }
}

const NOT_PRINTED = "not-printed";
type Printed = Quantity | typeof NOT_PRINTED;

function printed(quantity: Printed): readonly Quantity[] {
  return quantity === NOT_PRINTED ? [] : [quantity];
}

function orNull(quantity: Printed): Quantity | null {
  return quantity === NOT_PRINTED ? null : quantity;
}

function whole(quantities: readonly (Quantity | null)[]): readonly Quantity[] | null {
  const found = quantities.flatMap((quantity) => quantity ?? []);
  return found.length === quantities.length ? found : null;
}
