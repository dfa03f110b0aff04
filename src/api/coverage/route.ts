import type { RosterCounts } from "../../registry/read-counts.ts";
import { type App, addRoute, answerJson } from "../base.ts";
import { causeOf } from "../decisions/record.ts";
import { DEFAULT_TIME_LIMITS, type ServiceDependencies, type TimeLimits } from "../dependencies.ts";
import { Refusal, refuseFields, tryAgain } from "../problems/refusal.ts";
import { withinTime } from "../within-time.ts";
import { coverageAnswer, rememberedPublish } from "./answer.ts";
import { readQuestion } from "./question.ts";

export interface CoverageDependencies extends ServiceDependencies {
  /** What the roster in use was counted as; null where there is none that was. */
  readonly rosterCounts: (signal: AbortSignal) => Promise<RosterCounts | null>;
  readonly timeLimits?: Partial<TimeLimits>;
}

/**
 * `GET /v1/coverage`: how many people of the roster in use are protected. They were counted when it
 * was imported, by segment, programme, OPD, district and month; numbers of few people are left out.
 */
export function addCoverageRoute(app: App, dependencies: CoverageDependencies): void {
  const { pack, rosterCounts, clock, log, timeLimits } = dependencies;
  const { coverage: milliseconds } = { ...DEFAULT_TIME_LIMITS, ...timeLimits };
  const publish = rememberedPublish();
  const cities = [...pack.cities.keys()];
  addRoute(app, "GET", "/v1/coverage", async (context) => {
    const question = readQuestion(context, clock, cities);
    const read = await withinTime(milliseconds, ({ signal }) => rosterCounts(signal));
    if (read.kind !== "done") {
      log({ level: "warning", event: "registry-unavailable", ...causeOf(read) });
      throw tryAgain("coverage-unavailable");
    }
    if (read.value === null) throw notCounted();
    const answer = coverageAnswer(pack, read.value, publish, question);
    if (answer === null) throw noSuchMonth();
    context.header("Cache-Control", "no-store");
    return answerJson(context, dependencies, 200, { ...answer });
  });
}

function notCounted(): Refusal {
  return new Refusal("coverage-not-counted", {
    id: "Belum ada daftar peserta yang dihitung. Impor ekspor terbaru kantor cabang.",
    en: "No roster has been counted yet. Import the branch office's latest export.",
  });
}

function noSuchMonth(): Refusal {
  const message = {
    id: "Dari bulan ini tidak ada daftar peserta yang dihitung.",
    en: "No roster of this month was counted.",
  };
  return refuseFields([{ path: "?month", code: "value-unknown", message }]);
}
