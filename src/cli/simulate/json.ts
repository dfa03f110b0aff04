import type { SimulationReport } from "../../simulation/report.ts";
import { valueWords } from "./value-words.ts";

/** The report as programs read it: values of codes with their labels, and no shapes of facts. */
export function simulationJson(report: SimulationReport) {
  return {
    ...report,
    breakdowns: report.breakdowns.map((breakdown) => ({
      by: breakdown.by,
      label: breakdown.label,
      values: breakdown.values.map((row) => ({
        ...row,
        label: {
          id: valueWords(breakdown, row.value, "id"),
          en: valueWords(breakdown, row.value, "en"),
        },
      })),
    })),
  };
}
