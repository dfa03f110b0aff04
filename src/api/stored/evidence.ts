import type { Decision, Evidence } from "../../engine/model/decision.ts";
import { grantRule } from "../../interop/grant-rule.ts";
import { type App, addRoute, answerJson, logAlso } from "../base.ts";
import { evidenceAddress } from "../decisions/addresses.ts";
import type { StoredDependencies } from "../dependencies.ts";
import { type FieldError, refuseFields } from "../problems/refusal.ts";
import { readQuery } from "../query.ts";
import { findStored } from "./find.ts";

/** In bytes of JSON without white space; written for people it stays below 1 MB. */
export const MOST_PAGE_BYTES = 500_000;

/** A part of the evidence of one requirement. */
interface EvidencePage {
  readonly decision: string;
  /** `scope` for that of the scope, `grant:<id>` for that of a grant. */
  readonly requirement: string;
  /** Entries on all pages together. */
  readonly entries: number;
  /** In the policy's order, as the decision was signed. */
  readonly evidence: readonly Evidence[];
  /** The address of the next page; null on the last. */
  readonly next: string | null;
}

/** `GET /v1/decisions/{id}/evidence`: all evidence of one requirement, in pages. */
export function addEvidenceRoute(app: App, dependencies: StoredDependencies): void {
  addRoute(app, "GET", "/v1/decisions/:id/evidence", async (context) => {
    const { requirement, after = "0" } = readQuery(context, ["requirement", "after"]);
    const { id, decision } = await findStored(context, dependencies);
    logAlso(context, { decisionId: id, service: decision.service });
    const evidence = evidenceAbout(decision, requirement);
    if (evidence === undefined || requirement === undefined) {
      throw refuseFields([noRequirement(decision, requirement)]);
    }
    if (!/^\d{1,9}$/.test(after) || Number(after) > evidence.length) {
      throw refuseFields([noPlace(evidence.length)]);
    }
    context.header("Cache-Control", "no-store");
    const page = pageAfter(id, requirement, evidence, Number(after));
    return answerJson(context, dependencies, 200, page);
  });
}

function evidenceAbout(
  { scope, requirements, grants = [] }: Decision,
  id: string | undefined,
): readonly Evidence[] | undefined {
  if (id === "scope") return scope?.evidence;
  const named = requirements.find((requirement) => requirement.id === id);
  return (named ?? grants.find((grant) => grantRule(grant.id) === id))?.evidence;
}

/** One entry at least, so that every page leads on. */
function pageAfter(
  decision: string,
  requirement: string,
  all: readonly Evidence[],
  after: number,
): EvidencePage {
  let end = after;
  for (let bytes = 0; end < all.length; end++) {
    bytes += Buffer.byteLength(JSON.stringify(all[end]));
    if (bytes > MOST_PAGE_BYTES && end > after) break;
  }
  return {
    decision,
    requirement,
    entries: all.length,
    evidence: all.slice(after, end),
    next: end < all.length ? evidenceAddress(decision, requirement, end) : null,
  };
}

const NO_GRANTS = {
  id: " Pemberian hanya ada bila pemohon memenuhi syarat.",
  en: " Only an eligible applicant has grants.",
};

function noRequirement(
  { scope, requirements, grants = [] }: Decision,
  given: string | undefined,
): FieldError {
  const names = [
    ...(scope ? ["scope"] : []),
    ...requirements.map(({ id }) => id),
    ...grants.map(({ id }) => grantRule(id)),
  ].join(", ");
  const isGrant = given?.startsWith(grantRule("")) && grants.length === 0;
  return {
    path: "?requirement",
    code: given === undefined ? "parameter-missing" : "value-unknown",
    message: {
      id: `Sebut syarat yang dimaksud, salah satu dari: ${names}.${isGrant ? NO_GRANTS.id : ""}`,
      en: `Name the requirement, one of: ${names}.${isGrant ? NO_GRANTS.en : ""}`,
    },
  };
}

function noPlace(entries: number): FieldError {
  return {
    path: "?after",
    code: "value-unknown",
    message: {
      id: `"after" harus angka 0 sampai ${entries}. Ikuti alamat di "next".`,
      en: `"after" must be a number from 0 to ${entries}. Follow the address in "next".`,
    },
  };
}
