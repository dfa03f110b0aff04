import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Pack } from "../../engine/model/pack.ts";
import { asked } from "../../engine/suggest.ts";
import { type Diagnostic, diagnosticAt } from "../../pack/diagnostics/diagnostic.ts";
import { notUtf8 } from "../../pack/diagnostics/files.ts";
import { suggest } from "../../pack/suggest.ts";
import { type Marginals, NO_MARGINALS } from "../../population/marginals.ts";
import { readMarginals, readWhatFits } from "../../population/read.ts";
import { shippedFigures } from "../coverage/figures-files.ts";
import { InputTrouble } from "../input.ts";

/** What a population is like, with the names of the files that say so. */
export interface OpenedMarginals {
  readonly marginals: Marginals;
  /** In the order in which they were read; each replaces what those before it say of a fact. */
  readonly files: readonly string[];
}

export interface MarginalsFilesOptions {
  readonly pack: Pack;
  readonly service: string;
  readonly asOf: string;
  /** Files of the reader's own, or names of those that come with Layak. */
  readonly named: readonly string[];
}

/** What is wrong with the files, told at line and column. */
export class MarginalsFaults extends Error {
  override readonly name = "MarginalsFaults";
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(`${diagnostics.length} faults`);
    this.diagnostics = diagnostics;
  }
}

/** The file that all populations begin with. */
const BASE = "dasar";

/**
 * Reads what a population is like: what comes with Layak for all services, for the city and for the
 * service, and then what is named.
 * @throws InputTrouble; MarginalsFaults
 */
export async function openMarginals({
  pack,
  service,
  asOf,
  named,
}: MarginalsFilesOptions): Promise<OpenedMarginals> {
  const shipped = await shippedNames();
  const [city = ""] = service.split("/");
  const files: string[] = [];
  let marginals = NO_MARGINALS;
  for (const name of [BASE, city, service].filter((one) => shipped.includes(one))) {
    const path = pathOfShipped(name);
    marginals = readWhatFits(path, await readText(path), { pack, asOf, before: marginals });
    files.push(name);
  }
  for (const name of named) {
    const path = shipped.includes(name) ? pathOfShipped(name) : ownPath(name, shipped);
    const read = readMarginals(path, await readText(path), { pack, asOf, before: marginals });
    if (!read.ok) throw new MarginalsFaults(read.diagnostics);
    marginals = read.marginals;
    files.push(name);
  }
  return { marginals, files };
}

/** The populations that come with Layak, by name: `dasar`, `kota-serang/sponsor-korpri`. */
export async function shippedNames(): Promise<readonly string[]> {
  const files = await readdir(join(shippedFigures(), "populations"), { recursive: true });
  return files
    .filter((file) => file.endsWith(".json"))
    .map((file) => file.replaceAll("\\", "/").slice(0, -".json".length))
    .sort();
}

function pathOfShipped(name: string): string {
  return join(shippedFigures(), "populations", `${name}.json`);
}

/** A file of the reader's own ends with `.json`; any other word was to be one of Layak's names. */
function ownPath(name: string, shipped: readonly string[]): string {
  if (name.endsWith(".json")) return name;
  const near = asked(suggest(name, shipped));
  const all = shipped.join(", ");
  throw new InputTrouble({
    id: `Tidak ada angka populasi bernama "${name}".${near.id} Yang ada: ${all}; atau sebutkan berkas .json.`,
    en: `There are no figures of a population named "${name}".${near.en} There are: ${all}; or name a .json file.`,
  });
}

async function readText(path: string): Promise<string> {
  const bytes = await readFile(path).catch(() => {
    throw new InputTrouble({
      id: `Berkas "${path}" tidak dapat dibaca. Periksa nama dan izinnya.`,
      en: `The file "${path}" cannot be read. Check its name and permissions.`,
    });
  });
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new MarginalsFaults([diagnosticAt(path, { line: 1, column: 1 }, notUtf8())]);
  }
}
