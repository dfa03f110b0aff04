import type { TableNames } from "../../store/tables.ts";

/** The tables of a service on one machine. */
export const TABLES: TableNames = {
  coverage: "layak-coverage",
  decisions: "layak-decisions",
  claims: "layak-claims",
  applicants: "layak-applicants",
};
