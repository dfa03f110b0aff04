import type { Facts } from "../../engine/model/catalogue.ts";
import type { Decision } from "../../engine/model/decision.ts";
import type { RecordedOpinion } from "../../ledger/entry.ts";
import { type Log, traceOfError } from "../log.ts";
import { Refusal, tryAgain } from "../problems/refusal.ts";
import { differences, type SecondOpinion } from "../second-opinion.ts";
import { withinTime } from "../within-time.ts";

export interface OpinionAsked {
  readonly ask: SecondOpinion;
  readonly milliseconds: number;
  readonly log: Log;
}

/**
 * Lets a decision pass only if the second opinion is the same.
 * @throws Refusal `second-opinion-differs`, after an alarm; `second-opinion-late` where it did not
 *   come in time, which says nothing of either engine.
 */
export async function agreed(
  decision: Decision,
  facts: Facts,
  { ask, milliseconds, log }: OpinionAsked,
): Promise<RecordedOpinion> {
  const { service, asOf, policy } = decision;
  const asked = await withinTime(milliseconds, () => ask({ service, asOf, facts }));
  if (asked.kind === "too-slow") {
    log({ level: "warning", event: "second-opinion-late", service, asOf, policy: policy.digest });
    throw tryAgain("second-opinion-late");
  }
  const rules = asked.kind === "done" ? differences(decision, asked.value) : [];
  if (asked.kind === "done" && rules.length === 0) return asked.value;
  log({
    level: "alarm",
    event: "second-opinion-differs",
    service,
    asOf,
    policy: policy.digest,
    rules: rules.join(" "),
    ...(asked.kind === "failed" && traceOfError(asked.error)),
  });
  throw new Refusal("second-opinion-differs", {
    id: "Dua mesin aturan tidak memberi jawaban yang sama, jadi tidak ada keputusan yang dibuat. Petugas kami diberi tahu; putuskan permohonan ini secara manual.",
    en: "Two rule engines did not give the same answer, so no decision was made. Our staff were told; decide this application by hand.",
  });
}
