import { explanationOf } from "../../engine/explanation/explain.ts";
import type { Facts, FactValue } from "../../engine/model/catalogue.ts";
import { callerOf } from "../access/check.ts";
import { refuseForeignService } from "../access/refusals.ts";
import { type App, addRoute, answerJson, logAlso } from "../base.ts";
import { parseBody } from "../body/parse-body.ts";
import { readBody } from "../body/read-body.ts";
import { createPolicies } from "../decisions/policies.ts";
import { chooseLanguage } from "../decisions/route.ts";
import { withCauses } from "../decisions/unknown/because.ts";
import { unknownInPreview } from "../decisions/unknown/cause.ts";
import type { ServiceDependencies } from "../dependencies.ts";
import { refuseFields } from "../problems/refusal.ts";
import { readQuery } from "../query.ts";
import { factFaults } from "../request/facts.ts";
import { groupFaults } from "../request/people.ts";
import { todayInJakarta } from "../today.ts";
import { describeMissing } from "./missing.ts";
import { type PreviewRequest, readPreview } from "./request.ts";

/**
 * `POST /v1/previews`, for forms that ask step by step. It takes no NIK or NIB and reads no
 * registry, so that nobody looks up a stranger's coverage without a record; nothing is recorded.
 */
export function addPreviewRoute(app: App, dependencies: ServiceDependencies): void {
  const { pack, clock } = dependencies;
  const policies = createPolicies(pack);
  addRoute(app, "POST", "/v1/previews", async (context) => {
    readQuery(context, []);
    const body = await parseBody(await readBody(context.req.raw));
    chooseLanguage(context, body);
    const asked = await readPreview(body);
    // What does not exist is told as such, with what was meant.
    if (pack.services.has(asked.service)) refuseForeignService(callerOf(context), asked.service);
    const { prepared } = policies(asked.service, asked.asOf ?? todayInJakarta(clock()));
    const faults = [...groupFaults(pack, asked.groups), ...factFaults(pack, asked)];
    if (faults.length > 0) throw refuseFields(faults);
    const { program } = prepared;
    const found = prepared.decide(factsOf(asked));
    const { missing, requirements, grants, ...decision } = found;
    const language = context.get("language");
    const { service, asOf } = program;
    const vocabulary = { pack, service, asOf, language };
    logAlso(context, { service: service.id, outcome: decision.outcome });
    context.header("Cache-Control", "no-store");
    return answerJson(context, dependencies, 200, {
      preview: true,
      ...decision,
      requirements: requirements.map(({ id, outcome, enforcement }) => ({
        id,
        outcome,
        enforcement,
      })),
      missing: describeMissing(vocabulary, missing),
      ...(grants && { grants: grants.map(({ evidence: _, computed: __, ...grant }) => grant) }),
      explanation: withCauses(
        explanationOf(program, found, language),
        vocabulary,
        unknownInPreview(vocabulary, missing),
      ),
    });
  });
}

/** The facts of a body whose facts were checked: what is null in it is not known. */
function factsOf({ facts, groups }: PreviewRequest): Facts {
  return {
    ...known(facts),
    ...Object.fromEntries(
      Object.entries(groups).map(([group, items]) => [
        group,
        items.map((item) => known(item.facts)),
      ]),
    ),
  };
}

function known(facts: Readonly<Record<string, unknown>>): Readonly<Record<string, FactValue>> {
  return Object.fromEntries(
    Object.entries(facts).filter((entry): entry is [string, FactValue] => entry[1] !== null),
  );
}
