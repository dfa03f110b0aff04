import { suggest } from "../suggest.ts";

/**
 * The names that a file declares. A declaration that is itself wrong is `null`, and where the
 * whole file could not be read `complete` is false: so that one mistake is told once, and not
 * again wherever the name is used.
 */
export interface Declared<T> {
  readonly entries: ReadonlyMap<string, T | null>;
  readonly complete: boolean;
}

export const NOTHING_DECLARED: Declared<never> = { entries: new Map(), complete: true };

/** What cannot be known, since its file could not be read. */
export const UNREADABLE: Declared<never> = { entries: new Map(), complete: false };

/** What a name stands for; null where it is wrong itself, undefined where nothing declares it. */
export function lookUp<T>({ entries, complete }: Declared<T>, name: string): T | null | undefined {
  const entry = entries.get(name);
  return entry === undefined && !complete ? null : entry;
}

/** The declared name that was most likely meant. */
export function suggestDeclared(name: string, declared: Declared<unknown>): string | null {
  return suggest(name, declared.entries.keys());
}

/** The city's own declarations over the national ones, entry by entry. */
export function overriding<T>(national: Declared<T>, own: Declared<T>): Declared<T> {
  return {
    entries: new Map([...national.entries, ...own.entries]),
    complete: national.complete && own.complete,
  };
}

/** The declarations that are right. */
export function soundEntries<T>({ entries }: Declared<T>): ReadonlyMap<string, T> {
  const sound = new Map<string, T>();
  for (const [name, entry] of entries) if (entry !== null) sound.set(name, entry);
  return sound;
}
