import { timeOrderedId } from "../../ledger/time-ordered-id.ts";
import { callerOf } from "../access/check.ts";
import { refuseForeignService } from "../access/refusals.ts";
import { type App, type AppContext, addRoute, answerJson, logAlso } from "../base.ts";
import { parseBody } from "../body/parse-body.ts";
import { readBody } from "../body/read-body.ts";
import type { DecisionDependencies } from "../dependencies.ts";
import { isLanguage } from "../language.ts";
import { readQuery } from "../query.ts";
import { readRequest } from "../request/read-request.ts";
import { asked as askedOf } from "../stored/find.ts";
import { programOfRecord } from "../stored/program.ts";
import { handleApplication } from "./handle.ts";
import { createPolicies } from "./policies.ts";
import { claimedId } from "./repeat.ts";
import { responseOf } from "./respond.ts";

const ROUTE = "/v1/decisions";

/** `POST /v1/decisions`. */
export function addDecisionRoute(app: App, dependencies: DecisionDependencies): void {
  const { pack, clock, newId = timeOrderedId } = dependencies;
  const policies = createPolicies(pack);
  addRoute(app, "POST", ROUTE, async (context) => {
    readQuery(context, []);
    const body = await parseBody(await readBody(context.req.raw));
    chooseLanguage(context, body);
    const asked = await readRequest(body);
    const caller = callerOf(context);
    // What does not exist is told as such, with what was meant.
    if (pack.services.has(asked.service)) refuseForeignService(caller, asked.service);
    const at = clock();
    const request = { route: ROUTE, caller: caller.client, body, id: newId(at), at };
    const { id, repeated } = await claimedId(context, request, dependencies);
    const stored = repeated ? await askedOf(dependencies, (kept) => kept.find(id)) : null;
    const occasion = { id, at, caller: caller.client };
    const { record, prepared = null } =
      stored === null
        ? await handleApplication(asked, occasion, policies, dependencies)
        : { record: stored };
    const { service, outcome, policy } = record.decision;
    logAlso(context, { service, decisionId: id, outcome, policy: policy.digest });
    context.header("Cache-Control", "no-store");
    // What was stored first may be by another policy than today's.
    const program =
      prepared?.policy.digest === policy.digest
        ? prepared.program
        : await askedOf(dependencies, (kept) => programOfRecord(record, pack, kept));
    context.header("Location", `${ROUTE}/${id}`);
    return answerJson(
      context,
      dependencies,
      201,
      responseOf(program, record, context.get("language")),
    );
  });
}

/** The body's language wins, also where the rest of the body is refused. */
export function chooseLanguage(context: AppContext, body: unknown): void {
  if (typeof body !== "object" || body === null || !("language" in body)) return;
  if (isLanguage(body.language)) context.set("language", body.language);
}
