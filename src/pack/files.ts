import { isDate } from "../engine/values/calendar.ts";
import { suggest } from "../pack/suggest.ts";
import { plainDateOf } from "./checks/dates.ts";
import type { Finding } from "./diagnostics/diagnostic.ts";
import { copyOfPolicy, fileNotADate, folderNotAnId, misplacedFile } from "./diagnostics/files.ts";
import { didYouMean } from "./diagnostics/words.ts";
import { HYPHENED_ID } from "./schemas/basics.ts";

export type NationalName = "facts" | "sources" | "parameters" | "adoptions";
export type CityName = "city" | "sources" | "parameters" | "conditions";

/** What a file of the rules directory is, by its path alone. */
export type Placement =
  | { readonly kind: "national"; readonly name: NationalName }
  | { readonly kind: "city"; readonly city: string; readonly name: CityName }
  | { readonly kind: "policy"; readonly service: string; readonly from: string }
  | { readonly kind: "cases"; readonly service: string }
  | {
      readonly kind: "misplaced";
      readonly finding: Finding;
      /** The service in whose folder it stands. */
      readonly service?: string;
    };

const NATIONAL: readonly NationalName[] = ["facts", "sources", "parameters", "adoptions"];
const OF_CITY: readonly CityName[] = ["city", "parameters", "sources", "conditions"];

/**
 * False for what the rules directory may hold besides rules: schemas, dotfiles, README.md. Names
 * such as `2028-01-01.json.txt` count as rules, lest somebody believes that such a file is one.
 */
export function isRuleFile(path: string): boolean {
  if (!/\.json(?:$|[.~])/i.test(path) || path.startsWith("schema/")) return false;
  return !path.split("/").some((name) => name.startsWith(".") && !/^\.+$/.test(name));
}

export function placementOf(path: string): Placement {
  const folders = path.split("/");
  const file = folders.pop() ?? "";
  const [city, service] = folders;
  const wrongFolder = folders.slice(0, 2).find((name) => !HYPHENED_ID.test(name));
  if (wrongFolder !== undefined) return misplaced(folderNotAnId(wrongFolder, plainId(wrongFolder)));
  const name = file.replace(/\.json$/, "");
  if (city === undefined) return nationalPlacement(path, name);
  if (service === undefined) return cityPlacement(path, city, name);
  if (folders.length === 2) return servicePlacement(path, `${city}/${service}`, file, name);
  return misplaced(
    misplacedFile(path, {
      id: `aturan berada langsung di "${city}/${service}/"`,
      en: `policies stand directly in "${city}/${service}/"`,
    }),
  );
}

function misplaced(finding: Finding, service?: string): Placement {
  return { kind: "misplaced", finding, ...(service !== undefined && { service }) };
}

/** "Kota Serang" as an id: "kota-serang"; null where no letter would be left. */
function plainId(name: string): string | null {
  const id = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return id === "" ? null : id;
}

function nationalPlacement(path: string, name: string): Placement {
  const known = NATIONAL.find((candidate) => candidate === name);
  if (known !== undefined) return { kind: "national", name: known };
  const help = didYouMean(
    suggest(
      path,
      NATIONAL.map((other) => `${other}.json`),
    ),
  );
  return misplaced(
    misplacedFile(
      path,
      help ?? {
        id: "di sini hanya facts.json, sources.json, parameters.json, adoptions.json, dan folder kota",
        en: "only facts.json, sources.json, parameters.json, adoptions.json and folders of cities stand here",
      },
    ),
  );
}

function cityPlacement(path: string, city: string, name: string): Placement {
  const known = OF_CITY.find((candidate) => candidate === name);
  if (known !== undefined) return { kind: "city", city, name: known };
  const help = didYouMean(
    suggest(
      path,
      OF_CITY.map((other) => `${city}/${other}.json`),
    ),
  );
  return misplaced(
    misplacedFile(
      path,
      help ?? {
        id: `di sini hanya city.json, parameters.json, sources.json, conditions.json; aturan berada di "${city}/<layanan>/<TTTT-BB-HH>.json"`,
        en: `only city.json, parameters.json, sources.json and conditions.json stand here; a policy is "${city}/<service>/<YYYY-MM-DD>.json"`,
      },
    ),
  );
}

/** The day that a file is named after, where it is written another way or more follows it. */
function dayIn(file: string): string | null {
  const stem = file.replace(/(?:\.json|\.txt|[.~]\w*)+$/i, "");
  return isDate(stem) ? stem : plainDateOf(stem);
}

/** What programs put behind the name of a file that they copy. */
const COPY =
  /^(\d{4}-\d{2}-\d{2})(?:\s*\(\d+\)|[\s_-]+(?:copy|salin|salinan|duplicate)\b.*)\.json$/i;

/** The policy file that a file is a copy of, by its name; null where it is none. */
function copiedFrom(file: string): string | null {
  const [, day = ""] = COPY.exec(file) ?? [];
  return isDate(day) ? `${day}.json` : null;
}

function servicePlacement(path: string, service: string, file: string, name: string): Placement {
  if (name === "cases") return { kind: "cases", service };
  if (file === `${name}.json` && isDate(name)) return { kind: "policy", service, from: name };
  const original = copiedFrom(file);
  if (original !== null) return misplaced(copyOfPolicy(file, original), service);
  if (/^\d/.test(name)) return misplaced(fileNotADate(file, dayIn(file)), service);
  const help = didYouMean(suggest(path, [`${service}/cases.json`]));
  return misplaced(
    misplacedFile(
      path,
      help ?? {
        id: "di sini hanya aturan bernama tanggal, <TTTT-BB-HH>.json, dan cases.json",
        en: "only policies named after a day, <YYYY-MM-DD>.json, and cases.json stand here",
      },
    ),
    service,
  );
}
