import * as z from "zod/mini";
import type { Review } from "../../ledger/entry.ts";
import { timeOrderedId } from "../../ledger/time-ordered-id.ts";
import type { Caller } from "../access/caller.ts";
import { callerOf } from "../access/check.ts";
import { type App, addRoute, answerJson, logAlso } from "../base.ts";
import { parseBody } from "../body/parse-body.ts";
import { readBody } from "../body/read-body.ts";
import { claimedId } from "../decisions/repeat.ts";
import type { ReviewDependencies, StoredDependencies } from "../dependencies.ts";
import { Refusal } from "../problems/refusal.ts";
import { readQuery } from "../query.ts";
import { refuseShape } from "../request/refuse-shape.ts";
import { asked, findStored } from "./find.ts";

export const MOST_REASON = 5000;

/** As many digits as a NIK or NIB has; a review is kept for years and names nobody. */
const IDENTITY = /\d(?:[ .-]?\d){12}/;

/** The body of `POST /v1/decisions/{id}/reviews`. */
export const reviewRequest = z.strictObject({
  verdict: z.enum(["upheld", "overturned"]),
  reason: z.string().check(
    z.refine((text) => text.trim() !== "" && text.length <= MOST_REASON, {
      params: { code: "reason-length" },
    }),
    z.refine((text) => !IDENTITY.test(text), { params: { code: "reason-names-person" } }),
  ),
});

const PATH = "/v1/decisions/:id/reviews";

/**
 * `POST /v1/decisions/{id}/reviews`: a person looks at a solely automated decision again, as Law
 * 27/2022 lets everyone ask (article 10). The decision itself stays as it was. The same request
 * sent again gets the same review.
 */
export function addReviewRoute(app: App, dependencies: ReviewDependencies): void {
  const { clock, newId = timeOrderedId } = dependencies;
  addRoute(app, "POST", PATH, async (context) => {
    readQuery(context, []);
    const body = await parseBody(await readBody(context.req.raw));
    const { success, data, error } = reviewRequest.safeParse(body);
    if (!success) {
      throw await refuseShape(error.issues, body, Object.keys(reviewRequest.shape));
    }
    const caller = callerOf(context);
    const officer = officerOf(caller);
    const stored = await findStored(context, dependencies);
    if (stored.caller === caller.client) throw byAsker();
    const at = clock();
    // The officer stands in the token: the same words of another officer are another review.
    const said = { ...data, officer, decision: stored.id };
    const request = { route: PATH, caller: caller.client, body: said, id: newId(at), at };
    const { id } = await claimedId(context, request, dependencies);
    const review: Review = {
      id,
      decision: stored.id,
      reviewedAt: at.toISOString(),
      officer,
      client: caller.client,
      ...data,
    };
    const stands = await asked(dependencies, (ledger) => ledger.review(review));
    logAlso(context, { decisionId: stored.id, service: stored.decision.service });
    context.header("Cache-Control", "no-store");
    return answerJson(context, dependencies, 201, stands);
  });
}

/** `GET /v1/decisions/{id}/reviews`. */
export function addReviewListRoute(app: App, dependencies: StoredDependencies): void {
  addRoute(app, "GET", PATH, async (context) => {
    readQuery(context, []);
    const stored = await findStored(context, dependencies);
    const reviews = await asked(dependencies, (ledger) => ledger.reviews(stored.id));
    logAlso(context, { decisionId: stored.id, service: stored.decision.service });
    context.header("Cache-Control", "no-store");
    return answerJson(context, dependencies, 200, { reviews });
  });
}

function officerOf({ officer }: Caller): string {
  if (officer !== undefined) return officer;
  throw new Refusal("officer-missing", {
    id: 'Hanya petugas yang meninjau keputusan: token harus memuat "officer".',
    en: 'Only an officer reviews a decision: the token must have "officer".',
  });
}

function byAsker(): Refusal {
  return new Refusal("review-by-asker", {
    id: "Sistem yang meminta keputusan tidak boleh meninjaunya. Tinjau dengan token sistem lain.",
    en: "The client that asked for a decision may not review it. Review it with another client's token.",
  });
}
