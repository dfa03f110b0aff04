/**
 * Names of components, such as `KotaSerangSewaKios`, for ids such as `kota-serang/sewa-kios`.
 * Where two ids would have one name, the later gets a number.
 */
export function componentNames(ids: Iterable<string>): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const id of ids) {
    const name = pascal(id);
    let free = name;
    for (let count = 2; taken.has(free); count++) free = `${name}${count}`;
    taken.add(free);
    names.set(id, free);
  }
  return names;
}

function pascal(id: string): string {
  const words = id.split(/[^a-zA-Z0-9]+/).filter((part) => part !== "");
  return words.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join("");
}
