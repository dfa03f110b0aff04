import { type App, type AppContext, addRoute, answerJson, logAlso } from "../base.ts";
import { parseBody } from "../body/parse-body.ts";
import { readBody } from "../body/read-body.ts";
import type { DecisionDependencies } from "../dependencies.ts";
import { isLanguage } from "../language.ts";
import { readQuery } from "../query.ts";
import { readRequest } from "../request/read-request.ts";
import { handleApplication } from "./handle.ts";
import { createPolicies } from "./policies.ts";
import { responseOf } from "./respond.ts";

/** `POST /v1/decisions`. */
export function addDecisionRoute(app: App, dependencies: DecisionDependencies): void {
  const { pack } = dependencies;
  const policies = createPolicies(pack);
  addRoute(app, "POST", "/v1/decisions", async (context) => {
    readQuery(context, []);
    const body = parseBody(await readBody(context.req.raw));
    chooseLanguage(context, body);
    const { id, prepared, origins, ...made } = await handleApplication(
      readRequest(body),
      policies,
      dependencies,
    );
    const { service, outcome, policy } = made.decision;
    logAlso(context, { service, decisionId: id, outcome, policy: policy.digest });
    context.header("Cache-Control", "no-store");
    const response = responseOf(prepared, id, made, origins, context.get("language"));
    return answerJson(context, dependencies, 201, response);
  });
}

/** The body's language wins, also where the rest of the body is refused. */
function chooseLanguage(context: AppContext, body: unknown): void {
  if (typeof body !== "object" || body === null || !("language" in body)) return;
  if (isLanguage(body.language)) context.set("language", body.language);
}
