import type { RosterCounts } from "../../registry/read-counts.ts";
import { type App, addRoute, answerJson } from "../base.ts";
import { causeOf } from "../decisions/record.ts";
import { type BaseDependencies, DEFAULT_TIME_LIMITS, type TimeLimits } from "../dependencies.ts";
import { Refusal, tryAgain } from "../problems/refusal.ts";
import { readQuery } from "../query.ts";
import { withinTime } from "../within-time.ts";
import { coverageAnswer } from "./answer.ts";

export interface CoverageDependencies extends BaseDependencies {
  /** What the roster in use was counted as; null where there is none that was. */
  readonly rosterCounts: (signal: AbortSignal) => Promise<RosterCounts | null>;
  readonly timeLimits?: Partial<TimeLimits>;
}

/**
 * `GET /v1/coverage`: how many people of the roster in use are protected. They were counted when it
 * was imported; numbers of few people are left out.
 */
export function addCoverageRoute(app: App, dependencies: CoverageDependencies): void {
  const { rosterCounts, log, timeLimits } = dependencies;
  const { coverage: milliseconds } = { ...DEFAULT_TIME_LIMITS, ...timeLimits };
  addRoute(app, "GET", "/v1/coverage", async (context) => {
    readQuery(context, []);
    const read = await withinTime(milliseconds, ({ signal }) => rosterCounts(signal));
    if (read.kind !== "done") {
      log({ level: "warning", event: "registry-unavailable", ...causeOf(read) });
      throw tryAgain("coverage-unavailable");
    }
    if (read.value === null) throw notCounted();
    context.header("Cache-Control", "no-store");
    return answerJson(context, dependencies, 200, { ...coverageAnswer(read.value) });
  });
}

function notCounted(): Refusal {
  return new Refusal("coverage-not-counted", {
    id: "Belum ada daftar peserta yang dihitung. Impor ekspor terbaru kantor cabang.",
    en: "No roster has been counted yet. Import the branch office's latest export.",
  });
}
