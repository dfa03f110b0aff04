import { readsOf } from "../../../../src/api/decisions/reads.ts";
import { canonicalPolicy } from "../../../../src/engine/decision/digest.ts";
import { horizonOf } from "../../../../src/engine/decision/horizon.ts";
import { prepare } from "../../../../src/engine/decision/prepare.ts";
import type { Program } from "../../../../src/engine/decision/program.ts";
import type { Facts, ItemFacts } from "../../../../src/engine/model/catalogue.ts";
import type { Question } from "../../../../src/engine/model/decision.ts";
import type { Pack } from "../../../../src/engine/model/pack.ts";
import { remediesOf } from "../../../../src/engine/remedies/remedies.ts";
import type { Identity } from "../../../../src/ledger/entry.ts";
import { newSigningKey, readSigningKeys } from "../../../../src/ledger/receipt/keys.ts";
import { receiptPayload } from "../../../../src/ledger/receipt/payload.ts";
import { createReceiptSigner } from "../../../../src/ledger/receipt/sign.ts";
import { factsDigestOf, newSalts, subjectOf } from "../../../../src/ledger/receipt/subject.ts";
import { type DecisionFile, readRecord } from "../../../../src/ledger/replay/record.ts";
import { readPack } from "../../../../src/pack/read-pack.ts";

export const APPLICANT: Identity = { kind: "nik", number: "3673995708790002" };

export const KEYS = readSigningKeys(JSON.stringify(newSigningKey("test-1")));

/** The facts that a policy reads, as the API records them. */
export function factsRead(program: Program, facts: Facts): Facts {
  const reads = readsOf(program);
  const entries = Object.entries(facts).flatMap(([id, value]) => {
    const group = reads.groups.get(id);
    if (group === undefined) return reads.facts.includes(id) ? [[id, value] as const] : [];
    if (!Array.isArray(value)) return [[id, value] as const];
    const items = value.map((item) => (isItem(item) ? only(group.facts, item) : null));
    return [[id, items] as const];
  });
  return Object.fromEntries(entries);
}

function isItem(item: unknown): item is ItemFacts {
  return typeof item === "object" && item !== null;
}

function only(ids: readonly string[], item: ItemFacts): ItemFacts {
  return Object.fromEntries(Object.entries(item).filter(([id]) => ids.includes(id)));
}

/** A decision as it is issued, without its receipt, and with what it was made from. */
function unsignedRecord(pack: Pack, question: Question) {
  const { decide, program } = prepare(pack, question);
  const facts = factsRead(program, question.facts);
  const salts = newSalts();
  const { until, because } = horizonOf(program, facts);
  const decision = {
    id: "01a20236-8e61-7d0f-8ded-3252df7f8a48",
    issuedAt: "2026-11-22T05:00:00.000Z",
    subject: subjectOf(APPLICANT, salts.subject),
    factsDigest: factsDigestOf(facts, salts.facts),
    ...decide(facts),
    validUntil: until,
    validUntilBecause: because,
    remedies: remediesOf(program, facts),
    facts: {},
  };
  return { decision, facts, policy: canonicalPolicy(program), salts };
}

/** The record of a decision as `GET /v1/decisions/{id}/record` gives it: plain JSON. */
export async function recordOf(pack: Pack, question: Question): Promise<DecisionFile> {
  const unsigned = unsignedRecord(pack, question);
  const isPersonal = (fact: string) => pack.facts.get(fact)?.personal ?? false;
  const payload = receiptPayload(unsigned.decision, isPersonal);
  const receipt = await createReceiptSigner(KEYS).sign(payload);
  return readRecord(JSON.parse(JSON.stringify({ ...unsigned, receipt })));
}

/** The facts of a trader who is refused a kiosk by the shipped rules, as coverage has lapsed. */
export const LAPSED_TRADER: Facts = {
  "kiosk.owner": "PEMKOT",
  "lease.kind": "BARU",
  "coverage.status": "NONAKTIF",
  "coverage.programmes": ["JKK", "JKM"],
  "applicant.stateApparatus": false,
  "trader.onRegister": true,
  "document.ktp": true,
  "document.photo": true,
};

/** The record of that trader's decision. */
export async function kioskRecord(): Promise<DecisionFile> {
  const rules = await readPack("rules");
  if (!rules.ok) throw new Error("the shipped rules are not valid");
  const question = { service: "kota-serang/sewa-kios", asOf: "2026-11-22", facts: LAPSED_TRADER };
  return recordOf(rules.pack, question);
}
