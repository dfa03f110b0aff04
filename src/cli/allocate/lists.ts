import { readFile } from "node:fs/promises";
import { faultsBetween } from "../../allocation/lists/between.ts";
import type { ListFault } from "../../allocation/lists/fault.ts";
import { type ListedPair, readPairs } from "../../allocation/lists/read-pairs.ts";
import { readPeople } from "../../allocation/lists/read-people.ts";
import type { Person, Side } from "../../allocation/person.ts";
import type { Pack } from "../../engine/model/pack.ts";
import type { AllocateOptions } from "../allocate.ts";
import { InputTrouble } from "../input.ts";

/** The bytes of every list, read once, so that what is hashed is what is paired. */
export interface ListFiles {
  readonly workers: ListFile;
  readonly sponsors: ListFile;
  readonly earlier: ListFile | null;
}

interface ListFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Lines of lists that keep them from being used. */
export class ListsUnusable extends Error {
  override readonly name = "ListsUnusable";
  readonly faults: readonly (ListFault & { readonly path: string })[];

  constructor(faults: ListsUnusable["faults"]) {
    super(`${faults.length} lines of the lists cannot be used`);
    this.faults = faults;
  }
}

/** @throws InputTrouble */
export async function readListFiles(options: AllocateOptions): Promise<ListFiles> {
  const { workers, sponsors, existing } = options;
  return {
    workers: await readBytes(workers),
    sponsors: await readBytes(sponsors),
    earlier: existing === undefined ? null : await readBytes(existing),
  };
}

async function readBytes(path: string): Promise<ListFile> {
  try {
    return { path, bytes: await readFile(path) };
  } catch {
    throw new InputTrouble({
      id: `Berkas "${path}" tidak dapat dibaca. Periksa nama dan izinnya.`,
      en: `The file "${path}" cannot be read. Check its name and permissions.`,
    });
  }
}

/** What the lists say. */
export interface Lists {
  readonly people: Readonly<Record<Side, readonly Person[]>>;
  readonly earlier: readonly ListedPair[];
}

/** @throws ListsUnusable with every fault of every list. */
export function readLists(pack: Pack, files: ListFiles): Lists {
  const workers = readPeople(pack, files.workers.bytes);
  const sponsors = readPeople(pack, files.sponsors.bytes);
  const earlier = files.earlier === null ? NO_PAIRS : readPairs(files.earlier.bytes);
  const people = { workers: workers.people, sponsors: sponsors.people };
  const names = { workers: files.workers.path, sponsors: files.sponsors.path };
  const between = faultsBetween(people, earlier.pairs, names);
  const isWhole = workers.ok && sponsors.ok && earlier.ok && between.length === 0;
  if (isWhole) {
    return {
      people: { workers: workers.people, sponsors: sponsors.people },
      earlier: earlier.pairs,
    };
  }
  const faultsOf = (list: keyof ListFiles, read: Read): ListsUnusable["faults"] => {
    const own = read.ok ? [] : read.faults;
    const others = between.filter((fault) => fault.list === list);
    return [...own, ...others]
      .toSorted((one, other) => one.line - other.line)
      .map(({ line, message }) => ({ path: files[list]?.path ?? "", line, message }));
  };
  throw new ListsUnusable([
    ...faultsOf("workers", workers),
    ...faultsOf("sponsors", sponsors),
    ...faultsOf("earlier", earlier),
  ]);
}

type Read = { readonly ok: true } | { readonly ok: false; readonly faults: readonly ListFault[] };

const NO_PAIRS = { ok: true, pairs: [] } as const;
