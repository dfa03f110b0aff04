import { randomBytes } from "node:crypto";
import type { DecisionRecord, LedgerEntry } from "../../../src/ledger/entry.ts";
import { pseudonymWith } from "../../../src/store/identity.ts";

export const pseudonym = pseudonymWith({ id: "k1", secret: Buffer.alloc(32, 7) });
export const NIK = "3673991204850001";
export const DRIVER = "3673995708790002";

export const RECORD: DecisionRecord = {
  id: "one",
  issuedAt: "2026-11-22T05:00:00.000Z",
  caller: "perizinan",
  engine: "layak/0.1.0",
  decision: {
    service: "kota-uji/kios",
    policy: { from: "2026-01-01", status: "pilot", digest: "sha256:00" },
    asOf: "2026-11-22",
    outcome: "eligible",
    provisional: [],
    requirements: [],
    missing: [],
  },
  horizon: { until: null, because: [] },
  remedies: [],
  facts: { "land.hectares": 1 },
  origins: { "land.hectares": { source: "applicant", state: "answered" } },
  secondOpinion: { engine: "json-rules-engine", rules: {} },
  subject: "sha256:01",
  factsDigest: "sha256:02",
  salts: { subject: "s", facts: "f" },
  receipt: "a.e30.c",
};
export function entryOf(changed: Partial<DecisionRecord>, applicant = NIK): LedgerEntry {
  return {
    record: { ...RECORD, ...changed },
    applicant: { kind: "nik", number: applicant },
    people: { drivers: [{ kind: "nik", number: DRIVER }, null] },
    policy: { requirements: [] },
  };
}

/** A text of so many bytes that nothing makes smaller. */
export function noise(bytes: number): string {
  return randomBytes(bytes).toString("base64");
}
