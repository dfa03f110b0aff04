import type { Caller } from "../../../src/api/access/caller.ts";
import { type AppDependencies, createApp } from "../../../src/api/app.ts";
import type { App } from "../../../src/api/base.ts";
import type { LogEntry } from "../../../src/api/log.ts";
import { contractFilesIn } from "../../../src/api/openapi/contract-files.ts";
import { jsonRulesEngineOpinion } from "../../../src/api/second-opinion.ts";
import type { Claims, HeldClaim } from "../../../src/ledger/claims.ts";
import type { Ledger, LedgerEntry, Review, StoredDecision } from "../../../src/ledger/entry.ts";
import { newSigningKey, publicKeySet, readSigningKeys } from "../../../src/ledger/receipt/keys.ts";
import { createReceiptSigner } from "../../../src/ledger/receipt/sign.ts";
import type { CoverageAnswer, CoverageRegistry } from "../../../src/registry/coverage.ts";
import type { RosterCounts } from "../../../src/registry/read-counts.ts";
import { checkedLog } from "../../support/checked-log.ts";
import { CALLER } from "./callers.ts";
import { testPack } from "./rules.ts";

export { CALLER } from "./callers.ts";

/** Noon in Jakarta. */
export const NOW = new Date("2026-11-22T05:00:00Z");
export const TODAY = "2026-11-22";
export const OBSERVED_AT = "2026-11-22T02:00:00Z";

/** District 99 does not exist, so these are nobody's. */
export const NIKS = {
  active: "3673991204850001",
  lapsed: "3673995708790002",
  unknown: "3673990302900003",
  stranger: "3673996111880004",
} as const;

export const NIB = "1234567890123";

export function found(status: string, programmes: readonly string[] = ["JKK"]): CoverageAnswer {
  return {
    kind: "found",
    observedAt: OBSERVED_AT,
    facts: { "coverage.status": status, "coverage.programmes": programmes },
  };
}

const ANSWERS: Readonly<Record<string, CoverageAnswer>> = {
  [NIKS.active]: found("AKTIF"),
  [NIKS.lapsed]: found("NONAKTIF"),
  [NIKS.unknown]: { kind: "no-answer", cause: "not-found", observedAt: OBSERVED_AT },
  [NIKS.stranger]: { kind: "not-a-member", observedAt: OBSERVED_AT },
};

/** A registry that knows the people above and keeps what it was asked. */
export function testRegistry(): CoverageRegistry & { readonly asked: (readonly string[])[] } {
  const asked: (readonly string[])[] = [];
  return {
    asked,
    lookUp: async (niks, { asOf, today }) => {
      asked.push(niks);
      const other: CoverageAnswer = { kind: "no-answer", cause: "not-observed-that-day" };
      return new Map(
        niks.map((nik) => [
          nik,
          asOf === today ? (ANSWERS[nik] ?? { kind: "no-answer", cause: "not-found" }) : other,
        ]),
      );
    },
  };
}

/** What a roster of eighty people came to. */
export const ROSTER_COUNTS: RosterCounts = {
  observedAt: OBSERVED_AT,
  complete: false,
  counts: [
    { status: "AKTIF", segment: "BPU", programmes: ["JKK", "JKM"], people: 40 },
    { status: "MASA_TENGGANG", segment: "BPU", programmes: ["JKK"], people: 10 },
    { status: "NONAKTIF", segment: "BPU", programmes: [], people: 12 },
    { status: "AKTIF", segment: "PU", programmes: ["JKK", "JKM", "JHT"], people: 15 },
    { status: "TIDAK_TERDAFTAR", programmes: [], people: 3 },
  ],
  places: [],
  earlier: [],
};

/** A ledger that keeps its entries in memory; a number stands in it as it was given. */
export function testLedger(): Ledger & { readonly entries: LedgerEntry[] } {
  const entries: LedgerEntry[] = [];
  const reviews: Review[] = [];
  const stored = ({ record, applicant, people }: LedgerEntry): StoredDecision => ({
    ...record,
    applicant: { kind: applicant.kind, pseudonym: applicant.number },
    people: Object.fromEntries(
      Object.entries(people).map(([group, members]) => [
        group,
        members.map((member) => member?.number ?? null),
      ]),
    ),
  });
  return {
    entries,
    record: async (entry) => {
      if (entries.some(({ record }) => record.id === entry.record.id)) return { kind: "taken" };
      entries.push(entry);
      return { kind: "recorded" };
    },
    recordChunk: async (chunk) => ({
      kind: "recorded",
      decisions: chunk.entries.map((entry) => {
        const first = entries.find(({ record }) => record.id === entry.record.id);
        if (first === undefined) entries.push(entry);
        return { kind: "stands", record: (first ?? entry).record };
      }),
    }),
    recallChunk: async ({ ids }) =>
      entries.filter(({ record }) => ids.includes(record.id)).map(stored),
    find: async (id) => {
      const entry = entries.find(({ record }) => record.id === id);
      return entry === undefined ? null : stored(entry);
    },
    policy: async (digest) => {
      const made = entries.find(({ record }) => record.decision.policy.digest === digest);
      return made === undefined ? null : JSON.parse(JSON.stringify(made.policy));
    },
    search: async ({ applicant, service, mayTell }) =>
      entries
        .filter((entry) => entry.applicant.number === applicant.number)
        .map(({ record: { id, issuedAt, decision } }) => ({
          id,
          issuedAt,
          service: decision.service,
          asOf: decision.asOf,
          outcome: decision.outcome,
        }))
        .filter((head) => service === undefined || head.service === service)
        .filter((head) => mayTell === undefined || mayTell(head.service)),
    review: async (review) => {
      const first = reviews.find(({ id }) => id === review.id);
      if (first === undefined) reviews.push(review);
      return first ?? review;
    },
    reviews: async (id) => reviews.filter(({ decision }) => decision === id),
  };
}

/** Claims that are kept in memory. */
export function testClaims(): Claims {
  const held = new Map<string, HeldClaim>();
  return {
    claim: async (claim) => {
      const key = `${claim.client} ${claim.key}`;
      const first = held.get(key) ?? claim;
      held.set(key, first);
      return first;
    },
  };
}

/** Ids that tell in which order decisions were made. */
export function idNumber(number: number): string {
  return `01a20000-0000-7000-8000-${number.toString(16).padStart(9, "0")}000`;
}

const SIGNING_KEYS = readSigningKeys(JSON.stringify(newSigningKey("uji-1")));

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Harness {
  readonly app: App;
  readonly ledger: ReturnType<typeof testLedger>;
  readonly registry: ReturnType<typeof testRegistry>;
  readonly lines: readonly LogEntry[];
  readonly send: (path: string, init?: RequestInit, caller?: Caller) => Promise<Answered>;
  /** Posts a decision request as JSON. */
  readonly ask: (body: unknown, headers?: Record<string, string>) => Promise<Answered>;
}

const PACK = testPack();

/** The app with parts that tests can look into; any part can be replaced. */
export function harness(replaced: Partial<AppDependencies> = {}): Harness {
  const ledger = testLedger();
  const registry = testRegistry();
  const lines: LogEntry[] = [];
  const pack = replaced.pack ?? PACK;
  let ids = 0;
  const app = createApp({
    pack,
    coverage: registry,
    rosterCounts: async () => ROSTER_COUNTS,
    ledger,
    claims: testClaims(),
    fingerprint: (text) => text,
    signer: createReceiptSigner(SIGNING_KEYS),
    newId: () => {
      ids += 1;
      return idNumber(ids);
    },
    contract: contractFilesIn("dist/functions/contract"),
    publicKeys: publicKeySet(SIGNING_KEYS),
    checks: [],
    secondOpinion: jsonRulesEngineOpinion(pack),
    clock: () => NOW,
    ...replaced,
    log: checkedLog(replaced.log ?? ((entry) => lines.push(entry))),
    language: "id",
  });
  const send = async (path: string, init?: RequestInit, caller: Caller = CALLER) =>
    read(await app.request(path, init, { caller }));
  return {
    app,
    ledger,
    registry,
    lines,
    send,
    ask: (body, headers) => send("/v1/decisions", postOf(body, headers)),
  };
}

export function postOf(body: unknown, headers: Record<string, string> = {}): RequestInit {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return {
    method: "POST",
    body: text,
    headers: { "content-type": "application/json", ...headers },
  };
}

async function read(response: Response): Promise<Answered> {
  const text = await response.text();
  const body: Readonly<Record<string, unknown>> = text === "" ? {} : JSON.parse(text);
  return { status: response.status, headers: response.headers, body };
}

/** A kiosk request that is complete. */
export function kioskRequest(nik: string = NIKS.active): Record<string, unknown> {
  return {
    service: "kota-uji/kios",
    applicant: { nik },
    facts: { "kiosk.owner": "PEMKOT", "land.hectares": 1.5 },
  };
}
