/** A name of `missing`, taken apart. */
export interface NamedFact {
  /** The item of a group whose fact it is, from 0. */
  readonly item: { readonly group: string; readonly index: number } | null;
  /** The fact's id, also where one item of a list is not known; or a group's. */
  readonly fact: string;
}

const OF_ITEM = /^([^[]+)\[(\d+)\]\.(.+)$/;

/** `drivers[2].coverage.programmes[1]` is the fact `coverage.programmes` of the third driver. */
export function nameIn(name: string): NamedFact {
  const [, group, index, rest] = OF_ITEM.exec(name) ?? [];
  const item = group === undefined ? null : { group, index: Number(index) };
  return { item, fact: (rest ?? name).replace(/\[\d+\]$/, "") };
}
