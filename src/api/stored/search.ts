import * as z from "zod/mini";
import { findService } from "../../engine/decision/versions.ts";
import { mayAskFor } from "../access/caller.ts";
import { callerOf } from "../access/check.ts";
import { refuseForeignService } from "../access/refusals.ts";
import { type App, addRoute, answerJson } from "../base.ts";
import { parseBody } from "../body/parse-body.ts";
import { readBody } from "../body/read-body.ts";
import type { LedgerDependencies } from "../dependencies.ts";
import { type FieldError, refuseFields } from "../problems/refusal.ts";
import { readQuery } from "../query.ts";
import { officeFaults } from "../request/applicants.ts";
import { identityOf } from "../request/read-request.ts";
import { refuseShape } from "../request/refuse-shape.ts";
import { applicant, day } from "../request/schema.ts";
import { asked } from "./find.ts";

/** The body of `POST /v1/decisions/search`. Days are of Jakarta, both inclusive. */
export const searchRequest = z.strictObject({
  service: z.optional(z.string()),
  applicant,
  from: z.optional(day),
  to: z.optional(day),
});

export const MOST_FOUND = 100;

/**
 * `POST /v1/decisions/search`: the NIK stands in the body, as addresses end up in logs. Decisions of
 * a service or office that has left the rules are still found; only where none is, is it unknown.
 */
export function addSearchRoute(app: App, dependencies: LedgerDependencies): void {
  const { pack } = dependencies;
  addRoute(app, "POST", "/v1/decisions/search", async (context) => {
    readQuery(context, []);
    const body = await parseBody(await readBody(context.req.raw));
    const { success, data, error } = searchRequest.safeParse(body);
    if (!success) {
      const keys = Object.keys(searchRequest.shape);
      throw await refuseShape(error.issues, body, keys);
    }
    const caller = callerOf(context);
    const { service, from, to } = data;
    const isKnown = service === undefined || pack.services.has(service);
    if (service !== undefined && isKnown) refuseForeignService(caller, service);
    if (from !== undefined && to !== undefined && from > to) throw refuseFields([ENDS_BEFORE]);
    if (data.applicant.office !== undefined && service === undefined) {
      throw refuseFields([SERVICE_NEEDED]);
    }
    const identity = identityOf(data.applicant, service ?? "");
    const found = await asked(dependencies, (ledger) =>
      ledger.search({
        applicant: identity,
        mayTell: (found) => mayAskFor(caller, found),
        ...(service !== undefined && { service }),
        ...(from !== undefined && { from: startOf(from) }),
        ...(to !== undefined && { to: endOf(to) }),
        most: MOST_FOUND,
      }),
    );
    if (found.length === 0) {
      if (!isKnown) findService(pack, service);
      const faults = officeFaults(pack, service ?? "", identity);
      if (faults.length > 0) throw refuseFields(faults);
    }
    context.header("Cache-Control", "no-store");
    return answerJson(context, dependencies, 200, { decisions: found });
  });
}

const SERVICE_NEEDED: FieldError = {
  path: "/service",
  code: "key-missing",
  message: {
    id: 'Sebutkan "service": kode perangkat daerah hanya berarti dalam kotanya.',
    en: 'Name the "service": an office\'s code means something in its city alone.',
  },
};

const ENDS_BEFORE: FieldError = {
  path: "/to",
  code: "ends-before",
  message: {
    id: '"to" lebih awal daripada "from", jadi tidak ada hari di antaranya.',
    en: '"to" is before "from", so there is no day between them.',
  },
};

/** Jakarta is seven hours ahead of UTC, all year. */
function startOf(date: string): string {
  return new Date(`${date}T00:00:00+07:00`).toISOString();
}

function endOf(date: string): string {
  return new Date(`${date}T23:59:59.999+07:00`).toISOString();
}
