import { type App, addRoute, answerJson, logAlso } from "../base.ts";
import { answerOf, responseOf } from "../decisions/respond.ts";
import type { StoredDependencies } from "../dependencies.ts";
import { readQuery } from "../query.ts";
import { answerLargeJson } from "./answer-large.ts";
import { addEvidenceRoute } from "./evidence.ts";
import { asked, findStored } from "./find.ts";
import { programOfRecord } from "./program.ts";

/** `GET /v1/decisions/{id}`, and below it `/evidence` and `/record`. */
export function addStoredRoutes(app: App, dependencies: StoredDependencies): void {
  const { pack, ledger } = dependencies;
  addEvidenceRoute(app, dependencies);
  addRoute(app, "GET", "/v1/decisions/:id", async (context) => {
    readQuery(context, []);
    const stored = await findStored(context, dependencies);
    logAlso(context, { decisionId: stored.id, service: stored.decision.service });
    context.header("Cache-Control", "no-store");
    const program = await asked(dependencies, () => programOfRecord(stored, pack, ledger));
    const response = responseOf(program, stored, context.get("language"));
    return answerJson(context, dependencies, 200, response);
  });
  addRoute(app, "GET", "/v1/decisions/:id/record", async (context) => {
    readQuery(context, []);
    const stored = await findStored(context, dependencies);
    const { id, decision, facts, receipt, salts, engine, secondOpinion } = stored;
    logAlso(context, { decisionId: id, service: decision.service });
    context.header("Cache-Control", "no-store");
    const policy = await asked(dependencies, (kept) => kept.policy(decision.policy.digest));
    const record = {
      decision: answerOf(stored),
      facts,
      policy,
      receipt,
      salts,
      engine,
      secondOpinion,
    };
    return answerLargeJson(context, dependencies, record);
  });
}
