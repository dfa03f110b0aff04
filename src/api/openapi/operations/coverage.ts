import type { Operations } from "./operation.ts";

/** What the people whom the roster names come to. */
export const COVERAGE_OPERATIONS: Operations = {
  "GET /v1/coverage": {
    operationId: "readCoverage",
    tag: "Coverage",
    summary: "How many people are protected",
    description:
      "Of those whom the roster in use names, as they were counted when it was imported, and of the last roster of each month before. Nobody is named, and no number of few people is told: whatever is asked, the answer is a part of one report whose small numbers are hidden together, so that no answers give one back. Jumlah orang yang terlindungi.",
    parameters: ["CoverageBy", "CoverageMonth", "CoverageProgrammes", "AsOf", "CoverageCity"],
    answers: {
      200: {
        description: "The numbers. Angkanya.",
        component: "Coverage",
        headers: ["CacheControl"],
      },
    },
    problems: ["coverage-not-counted", "coverage-unavailable"],
    refusesQuery: true,
  },
};
