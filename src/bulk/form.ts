import { extname } from "node:path";
import { BulkTrouble } from "./trouble.ts";

/** How a table is written in a file. */
export type Form = "csv" | "ndjson" | "parquet";

const FORMS: Readonly<Record<string, Form>> = {
  ".csv": "csv",
  ".ndjson": "ndjson",
  ".jsonl": "ndjson",
  ".parquet": "parquet",
};

/**
 * The form of a file by its name.
 * @throws BulkTrouble
 */
export function formOf(path: string): Form {
  const form = FORMS[extname(path).toLowerCase()];
  if (form !== undefined) return form;
  throw new BulkTrouble({
    id: `Nama berkas ${path} harus berakhir dengan .csv, .ndjson atau .parquet.`,
    en: `The name of the file ${path} must end with .csv, .ndjson or .parquet.`,
  });
}
