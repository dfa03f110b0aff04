import { batchId } from "../../ledger/batch-id.ts";
import { timeOrderedId } from "../../ledger/time-ordered-id.ts";
import { callerOf } from "../access/check.ts";
import { type App, addRoute, answerJson, logAlso } from "../base.ts";
import { parseBody } from "../body/parse-body.ts";
import { readBody } from "../body/read-body.ts";
import { createPolicies } from "../decisions/policies.ts";
import { claimedId } from "../decisions/repeat.ts";
import { chooseLanguage } from "../decisions/route.ts";
import type { DecisionDependencies } from "../dependencies.ts";
import { readQuery } from "../query.ts";
import type { ItemResult } from "./attempts.ts";
import { decideItems } from "./decide-items.ts";
import { readBatch } from "./request.ts";
import { tellResults } from "./results.ts";

const ROUTE = "/v1/decisions/batch";

/**
 * `POST /v1/decisions/batch`: up to 500 applications, each with its own decision or problem, in
 * the order asked. Evidence and texts are read by `GET /v1/decisions/{id}`.
 */
export function addBatchRoute(app: App, dependencies: DecisionDependencies): void {
  const { pack, clock, newId = timeOrderedId } = dependencies;
  const policies = createPolicies(pack);
  addRoute(app, "POST", ROUTE, async (context) => {
    readQuery(context, []);
    const body = await parseBody(await readBody(context.req.raw));
    chooseLanguage(context, body);
    const items = await readBatch(body);
    const caller = callerOf(context);
    const at = clock();
    const request = { route: ROUTE, caller: caller.client, body, id: batchId(newId(at)), at };
    const { id: batch, repeated } = await claimedId(context, request, dependencies);
    const order = { batch, items, caller, at, repeated };
    const results = await decideItems(order, policies, dependencies);
    logAlso(context, { decisionId: batch, items: items.length });
    for (const made of countsOf(results)) {
      dependencies.log({ level: "info", event: "decisions-made", ...made });
    }
    context.header("Cache-Control", "no-store");
    const told = tellResults(results, context.get("language"), dependencies.indent);
    return answerJson(context, dependencies, 200, { results: told });
  });
}

/** How many decisions a batch made, by service and outcome. */
function countsOf(results: readonly ItemResult[]) {
  const counts = new Map<string, { service: string; outcome: string; decisions: number }>();
  for (const result of results) {
    if (result.kind === "refused") continue;
    const { service, outcome } = result.record.decision;
    const key = `${service} ${outcome}`;
    const { decisions } = counts.get(key) ?? { decisions: 0 };
    counts.set(key, { service, outcome, decisions: decisions + 1 });
  }
  return counts.values();
}
