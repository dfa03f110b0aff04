import type { DiagnosticCode } from "../../pack/diagnostics/codes.ts";

/** Two versions that both lack their entry get them one after the other. */
export function isOfMissingEntry(code: string | undefined): boolean {
  return code === "LYK506";
}

/** Two versions that share what is corrected are corrected one after the other. */
export function isOfAdoptions(code: string | undefined): boolean {
  return OF_ADOPTIONS.some((one) => one === code);
}

const OF_ADOPTIONS: readonly DiagnosticCode[] = [
  "LYK506",
  "LYK507",
  "LYK508",
  "LYK509",
  "LYK510",
  "LYK511",
];
