import { quotedText } from "../../src/sql/quote.ts";
import type { BulkForm } from "./files.ts";

/**
 * The policy as a careful developer would write it for DuckDB and for this one file. It trusts what
 * stands there: a date that is none stops it, a code that nobody knows counts as any other, and it
 * tells no line. It counts nothing either.
 */
export function handwrittenSql(input: string, output: string, form: BulkForm): string {
  return `COPY (WITH "truths" AS (SELECT *,
  (coverage_status = 'AKTIF' OR (coverage_status = 'MASA_TENGGANG' AND coverage_paid_through >= DATE '2026-08-22')) AS active,
  (list_contains(coverage_programmes, 'JKK') AND list_contains(coverage_programmes, 'JKM')) AS insured,
  applicant_residence IN ('3673', '3604') AND applicant_birth_date <= DATE '2009-11-22' AS resident,
  kiosk_count < 2 AS few,
  (levy_instalments AND levy_arrears <= 5000000) AS instalments,
  NOT (sanction_blacklisted OR sanction_level > 2) AS clean,
  stall_goods = 'MAKANAN' AS food,
  list_contains(stall_documents, 'HALAL') AND stall_inspected_on >= DATE '2025-11-22' AS safe,
  deposit_paid >= 2500000 OR guarantor_kind <> 'TIDAK_ADA' AS secured,
  contract_months >= 6 AND contract_starts_on >= DATE '2026-11-22' AND NOT list_contains(stall_activities, 'MALAM') AS contracted
FROM ${relationOf(input, form)}),
"judged" AS (SELECT *,
  ${outcomeOf("(active AND insured)")} AS r1, ${outcomeOf("resident")} AS r2, ${outcomeOf("few")} AS r3,
  ${outcomeOf("(levy_arrears = 0 OR instalments)")} AS r4, ${outcomeOf("clean")} AS r5,
  CASE WHEN NOT food THEN 'not-applicable' WHEN safe THEN 'met' WHEN food AND NOT safe THEN 'unmet' ELSE 'unknown' END AS r6,
  ${outcomeOf("secured")} AS r7, ${outcomeOf("contracted")} AS r8
FROM "truths"),
"decided" AS (SELECT *, CASE WHEN 'unmet' IN (r1, r2, r3, r4, r5, r6, r7, r8) THEN 'ineligible'
  WHEN 'unknown' IN (r1, r2, r3, r4, r5, r6, r7, r8) THEN 'undetermined' ELSE 'eligible' END AS outcome
FROM "judged")
SELECT id, outcome, r1 AS requirement_bpjs_aktif, r2 AS requirement_penduduk_dewasa,
  r3 AS requirement_jumlah_kios, r4 AS requirement_retribusi_lunas, r5 AS requirement_tanpa_sanksi,
  r6 AS requirement_makanan_aman, r7 AS requirement_jaminan, r8 AS requirement_kontrak,
  ${MISSING[form]} AS missing
FROM "decided") ${intoFile(output, form)}`;
}

/** What stands after FROM for a file, its columns of the right types. */
export function relationOf(input: string, form: BulkForm): string {
  return RELATIONS[form](quotedText(input));
}

/** What stands after a statement that is copied into a file. */
export function intoFile(output: string, form: BulkForm): string {
  return `TO ${quotedText(output)} (${FORMATS[form]})`;
}

function outcomeOf(truth: string): string {
  return `CASE WHEN ${truth} THEN 'met' WHEN NOT ${truth} THEN 'unmet' ELSE 'unknown' END`;
}

const COLUMNS: Readonly<Record<string, string>> = {
  ...{ id: "VARCHAR", coverage_status: "VARCHAR", coverage_paid_through: "DATE" },
  ...{ coverage_programmes: "VARCHAR[]", applicant_residence: "VARCHAR" },
  ...{ applicant_birth_date: "DATE", kiosk_count: "BIGINT", levy_arrears: "BIGINT" },
  ...{ levy_instalments: "BOOLEAN", sanction_blacklisted: "BOOLEAN", sanction_level: "BIGINT" },
  ...{ stall_goods: "VARCHAR", stall_documents: "VARCHAR[]", stall_inspected_on: "DATE" },
  ...{ stall_activities: "VARCHAR[]", deposit_paid: "BIGINT", guarantor_kind: "VARCHAR" },
  ...{ contract_months: "BIGINT", contract_starts_on: "DATE" },
};

function columnsAs(lists: string): string {
  const types = Object.entries(COLUMNS).map(
    ([name, type]) => `${name}: '${type.endsWith("[]") ? lists : type}'`,
  );
  return `{${types.join(", ")}}`;
}

const LISTS = Object.keys(COLUMNS).filter((name) => COLUMNS[name]?.endsWith("[]"));

const SPLIT = LISTS.map(
  (name) => `CASE WHEN ${name} = '[]' THEN [] ELSE string_split(${name}, '|') END AS ${name}`,
).join(", ");

const RELATIONS: Readonly<Record<BulkForm, (path: string) => string>> = {
  csv: (path) =>
    `(SELECT * REPLACE (${SPLIT}) FROM read_csv(${path}, header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', columns = ${columnsAs("VARCHAR")}))`,
  ndjson: (path) =>
    `read_json(${path}, format = 'newline_delimited', columns = ${columnsAs("VARCHAR[]")})`,
  parquet: (path) => `read_parquet(${path})`,
};

const NAMES = [
  "CASE WHEN r1 = 'unknown' AND active IS NULL AND coverage_status IS NULL THEN 'coverage.status' END",
  "CASE WHEN r1 = 'unknown' AND active IS NULL AND coverage_paid_through IS NULL THEN 'coverage.paidThrough' END",
  "CASE WHEN r1 = 'unknown' AND coverage_programmes IS NULL THEN 'coverage.programmes' END",
  "CASE WHEN r2 = 'unknown' AND applicant_residence IS NULL THEN 'applicant.residence' END",
  "CASE WHEN r2 = 'unknown' AND applicant_birth_date IS NULL THEN 'applicant.birthDate' END",
  "CASE WHEN r3 = 'unknown' THEN 'kiosk.count' END",
  "CASE WHEN r4 = 'unknown' AND levy_arrears IS NULL THEN 'levy.arrears' END",
  "CASE WHEN r4 = 'unknown' AND instalments IS NULL AND levy_instalments IS NULL THEN 'levy.instalments' END",
  "CASE WHEN r5 = 'unknown' AND sanction_blacklisted IS NULL THEN 'sanction.blacklisted' END",
  "CASE WHEN r5 = 'unknown' AND sanction_level IS NULL THEN 'sanction.level' END",
  "CASE WHEN r6 = 'unknown' AND stall_goods IS NULL THEN 'stall.goods' END",
  "CASE WHEN r6 = 'unknown' AND safe IS NULL AND stall_documents IS NULL THEN 'stall.documents' END",
  "CASE WHEN r6 = 'unknown' AND safe IS NULL AND stall_inspected_on IS NULL THEN 'stall.inspectedOn' END",
  "CASE WHEN r7 = 'unknown' AND deposit_paid IS NULL THEN 'deposit.paid' END",
  "CASE WHEN r7 = 'unknown' AND guarantor_kind IS NULL THEN 'guarantor.kind' END",
  "CASE WHEN r8 = 'unknown' AND contract_months IS NULL THEN 'contract.months' END",
  "CASE WHEN r8 = 'unknown' AND contract_starts_on IS NULL THEN 'contract.startsOn' END",
  "CASE WHEN r8 = 'unknown' AND stall_activities IS NULL THEN 'stall.activities' END",
].join(",\n");

const LISTED = `CASE WHEN outcome = 'undetermined' THEN list_filter([${NAMES}], lambda name: name IS NOT NULL) ELSE [] END`;

const MISSING: Readonly<Record<BulkForm, string>> = {
  csv: `CASE WHEN outcome = 'undetermined' THEN concat_ws('|', ${NAMES}) END`,
  ndjson: LISTED,
  parquet: LISTED,
};

const FORMATS: Readonly<Record<BulkForm, string>> = {
  csv: "FORMAT csv, HEADER true",
  ndjson: "FORMAT json",
  parquet: "FORMAT parquet, COMPRESSION zstd",
};
