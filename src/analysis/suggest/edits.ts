import type { Facts, FactValue, ItemFacts } from "../../engine/model/catalogue.ts";

/** One difference between two applications. */
export type Edit =
  | { readonly kind: "fact"; readonly id: string; readonly to: Facts[string] }
  | { readonly kind: "size"; readonly group: string; readonly to: number }
  | {
      readonly kind: "item-fact";
      readonly group: string;
      readonly index: number;
      readonly id: string;
      readonly to: FactValue | undefined;
    };

type Items = readonly (ItemFacts | null)[];

/** Everything in which `target` differs from `base`; made together, they give `target`. */
export function editsBetween(
  base: Facts,
  target: Facts,
  groups: ReadonlySet<string>,
): readonly Edit[] {
  const ids = new Set([...Object.keys(base), ...Object.keys(target)]);
  return [...ids].flatMap((id): readonly Edit[] => {
    const [before, after] = [base[id], target[id]];
    if (isSame(before, after)) return [];
    const [items, wanted] = groups.has(id) ? [itemsIn(before), itemsIn(after)] : [null, null];
    if (items === null || wanted === null) return [{ kind: "fact", id, to: after }];
    return editsOfGroup(id, items, wanted);
  });
}

function editsOfGroup(group: string, items: Items, wanted: Items): readonly Edit[] {
  const size: readonly Edit[] =
    items.length === wanted.length ? [] : [{ kind: "size", group, to: wanted.length }];
  const facts = wanted.flatMap((item, index): readonly Edit[] => {
    const before = itemBehind(items, index);
    const ids = new Set([...Object.keys(before), ...Object.keys(item ?? {})]);
    return [...ids].flatMap((id): readonly Edit[] =>
      isSame(before[id], item?.[id])
        ? []
        : [{ kind: "item-fact", group, index, id, to: item?.[id] }],
    );
  });
  return [...size, ...facts];
}

/** Further items are like the last that there is. */
function itemBehind(items: Items, index: number): ItemFacts {
  return items[Math.min(index, items.length - 1)] ?? {};
}

/** An application with some edits made; what they leave alone keeps its order. */
export function withEdits(base: Facts, edits: readonly Edit[]): Facts {
  const facts: Record<string, Facts[string]> = { ...base };
  for (const edit of edits) {
    if (edit.kind === "fact") facts[edit.id] = edit.to;
    else facts[edit.group] = editedItems(itemsIn(facts[edit.group]) ?? [], edit);
  }
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

function editedItems(items: Items, edit: Exclude<Edit, { readonly kind: "fact" }>): Items {
  if (edit.kind === "size") {
    return Array.from({ length: edit.to }, (_, index) =>
      index < items.length ? (items[index] ?? null) : { ...itemBehind(items, index) },
    );
  }
  return items.map((item, index) => {
    if (index !== edit.index) return item;
    const changed = { ...item, [edit.id]: edit.to };
    return Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== undefined));
  });
}

function itemsIn(value: Facts[string]): Items | null {
  if (!isItems(value)) return null;
  return value.map((item) => (typeof item === "object" ? item : null));
}

function isItems(value: Facts[string]): value is Items {
  return Array.isArray(value);
}

function isSame(one: Facts[string], other: Facts[string]): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
