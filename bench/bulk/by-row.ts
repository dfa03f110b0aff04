import { createReadStream } from "node:fs";
import { parse } from "csv-parse";
import { columnOf } from "../../src/pack/column-name.ts";
import type { Application } from "../applications/application.ts";
import type { Contender, Entrant } from "../engines/engine.ts";
import { FILE_IDS } from "./files.ts";

/** A program that reads a CSV file row by row and has an engine decide each. */
export interface ByRow {
  readonly contender: Contender;
  readonly applications: readonly Application[];
  /** Of reading and deciding, without writing anything. */
  readonly secondsPerRow: { readonly elapsed: number; readonly processor: number };
}

/** Reads so many of the first rows with csv-parse, and decides them. */
export async function decideByRow(path: string, rows: number, entrant: Entrant): Promise<ByRow> {
  const [before, began] = [process.cpuUsage(), performance.now()];
  const applications: Application[] = [];
  const records = createReadStream(path).pipe(parse({ columns: true, to: rows }));
  for await (const record of records) applications.push(applicationOf(record));
  const contender = await entrant(applications);
  await contender.decide(applications.length);
  const elapsed = (performance.now() - began) / 1000 / applications.length;
  const { user, system } = process.cpuUsage(before);
  const processor = (user + system) / 1e6 / applications.length;
  const secondsPerRow = { elapsed, processor };
  return { contender, applications, secondsPerRow };
}

const NUMBERS = [
  "kiosk.count",
  "levy.arrears",
  "sanction.level",
  "deposit.paid",
  "contract.months",
];
const TRUTHS = ["levy.instalments", "sanction.blacklisted"];
const LISTS = ["coverage.programmes", "stall.documents", "stall.activities"];

function applicationOf(record: Readonly<Record<string, string>>): Application {
  const entries = FILE_IDS.map((id) => [id, valueIn(id, record[columnOf(id)] ?? "")] as const);
  return Object.fromEntries(entries);
}

function valueIn(id: string, cell: string): string | number | boolean | readonly string[] | null {
  if (cell === "") return null;
  if (NUMBERS.includes(id)) return Number(cell);
  if (TRUTHS.includes(id)) return cell === "true";
  if (LISTS.includes(id)) return cell === "[]" ? [] : cell.split("|");
  return cell;
}
