import type { Method } from "../../../../src/api/access/routes.ts";
import type { AppDependencies } from "../../../../src/api/app.ts";
import type { BulkRun } from "../../../../src/athena/runs.ts";
import {
  CALLER,
  idNumber,
  kioskRequest,
  NIKS,
  NOW,
  postOf,
  testLedger,
} from "../../support/harness.ts";

/** How to bring a route to a status. */
export interface Situation {
  readonly route: string;
  readonly status: number;
  readonly address: string;
  readonly init?: RequestInit;
  readonly caller?: typeof CALLER;
  readonly replaced?: () => Partial<AppDependencies>;
}

/** A run that has succeeded. */
const RUN: BulkRun = {
  id: idNumber(1),
  client: CALLER.client,
  service: "kota-uji/kios",
  asOf: "2026-11-22",
  from: "2026-01-01",
  status: "adopted",
  digest: "sha256:x",
  upload: "kios",
  query: "q",
  startedAt: NOW.toISOString(),
};

/** Athena, S3 and the table of runs, all well. */
const BULK: NonNullable<AppDependencies["bulk"]> = {
  runs: { keep: async (run) => run, find: async () => RUN },
  bucket: "bulk",
  database: "bulk",
  holdsFiles: async () => true,
  startQuery: async () => "q",
  lookAtQuery: async () => ({ state: "succeeded", bytesScanned: 40, endedAt: null }),
  rowsReadBy: async () => 2,
  linksTo: async () => [{ url: "https://bulk.example/part-0", bytes: 7 }],
};

const bulkWith = (broken: Partial<typeof BULK>) => () => ({ bulk: { ...BULK, ...broken } });

const DECISION = `/v1/decisions/${idNumber(1)}`;

/** The good request of each route; the decision that these name was made before. */
const GOOD: Readonly<Record<string, Omit<Situation, "route">>> = {
  "POST /v1/decisions": { status: 201, address: "/v1/decisions", init: postOf(kioskRequest()) },
  "POST /v1/decisions/batch": {
    status: 200,
    address: "/v1/decisions/batch",
    init: postOf({ items: [kioskRequest(), {}, { ...kioskRequest(), facts: {} }] }),
  },
  "POST /v1/previews": {
    status: 200,
    address: "/v1/previews",
    init: postOf({ service: "kota-uji/trayek", groups: { drivers: [{}] } }),
  },
  "POST /v1/decisions/search": {
    status: 200,
    address: "/v1/decisions/search",
    init: postOf({ applicant: { nik: NIKS.lapsed } }),
  },
  "POST /v1/decisions/:id/reviews": {
    status: 201,
    address: `${DECISION}/reviews`,
    init: postOf({ verdict: "upheld", reason: "Sesuai." }),
    caller: { ...CALLER, client: "lain" },
  },
  "GET /v1/decisions/:id": { status: 200, address: DECISION },
  "GET /v1/decisions/:id/evidence": {
    status: 200,
    address: `${DECISION}/evidence?requirement=luas`,
  },
  "GET /v1/decisions/:id/record": { status: 200, address: `${DECISION}/record` },
  "GET /v1/decisions/:id/reviews": { status: 200, address: `${DECISION}/reviews` },
  "GET /v1/coverage": { status: 200, address: "/v1/coverage" },
  "POST /v1/bulk": {
    status: 201,
    address: "/v1/bulk",
    init: postOf({ service: "kota-uji/kios", upload: "kios" }),
    replaced: () => ({ bulk: BULK }),
  },
  "GET /v1/bulk/:id": {
    status: 200,
    address: `/v1/bulk/${idNumber(1)}`,
    replaced: () => ({ bulk: BULK }),
  },
  "GET /v1/services": { status: 200, address: "/v1/services" },
  "GET /v1/services/:city/:service": { status: 200, address: "/v1/services/kota-uji/trayek" },
  "GET /healthz": { status: 200, address: "/healthz" },
  "GET /readyz": { status: 200, address: "/readyz" },
};

/** Breaks once the request has begun: the clock is read first when it comes in. */
function clockThatBreaks(): () => Date {
  let reads = 0;
  return () => {
    reads += 1;
    if (reads === 2) throw new Error("no clock");
    return NOW;
  };
}

const BROKEN = async () => Promise.reject(new Error("no database"));

/** An answer of the ledger that cannot be written as JSON. */
const UNTELLABLE = async () =>
  Object.assign([], {
    toJSON: () => {
      throw new TypeError("no JSON");
    },
  });

/** The same request, from nobody in particular, too large, of another type and so on. */
function variants(
  method: Method,
  good: Omit<Situation, "route">,
): readonly Omit<Situation, "route">[] {
  const { address, init } = good;
  const everywhere = [
    { ...good, status: 422, address: `${address}${address.includes("?") ? "&" : "?"}tanggal=1` },
  ];
  if (method === "GET") return everywhere;
  const typed = (body: string) => ({ ...good, init: postOf(body) });
  return [
    ...everywhere,
    { ...typed("{"), status: 400 },
    { ...typed(`"${"x".repeat(1_000_001)}"`), status: 413 },
    { ...typed("[".repeat(17) + "]".repeat(17)), status: 422 },
    { ...typed("[]"), status: 422 },
    { ...good, status: 415, init: { ...init, headers: { "content-type": "text/plain" } } },
  ];
}

const GUARDED = /^(POST|GET) \/v1\/(bulk|coverage|decisions|previews)/;
const OTHER_SERVICE = { ...kioskRequest(), service: "kota-uji/tidak-ada" };
const MANY_FAULTS = {
  ...kioskRequest(),
  service: "kota-uji/trayek",
  groups: { drivers: Array.from({ length: 30 }, () => ({})) },
};
const ledgerWith = (broken: Partial<ReturnType<typeof testLedger>>) => () => ({
  ledger: { ...testLedger(), ...broken },
});

/** As much of a record as is read, beyond what is sent as it is. */
const LARGE_RECORD = JSON.stringify({
  caller: CALLER.client,
  decision: { service: "kota-uji/kios", policy: {} },
  horizon: {},
  receipt: "x".repeat(3_000_000),
});

/** What only some routes come to. */
const SPECIAL: readonly (readonly [string, Partial<Situation>])[] = [
  ["POST /v1/decisions", { status: 404, init: postOf(OTHER_SERVICE) }],
  [
    "POST /v1/decisions",
    { status: 403, init: postOf(kioskRequest()), caller: { ...CALLER, services: ["kota-jauh/*"] } },
  ],
  ["POST /v1/decisions", { status: 500, replaced: () => ({ clock: clockThatBreaks() }) }],
  [
    "POST /v1/decisions",
    { status: 500, replaced: () => ({ secondOpinion: async () => ({ engine: "x", rules: {} }) }) },
  ],
  [
    "POST /v1/decisions",
    {
      status: 503,
      replaced: ledgerWith({ record: async () => ({ kind: "unavailable", cause: 1 }) }),
    },
  ],
  [
    "POST /v1/decisions",
    { status: 422, replaced: ledgerWith({ record: async () => ({ kind: "too-large" }) }) },
  ],
  ["POST /v1/decisions", { status: 422, init: postOf(kioskRequest(), { "idempotency-key": " " }) }],
  ["POST /v1/decisions/batch", { status: 500, replaced: () => ({ clock: clockThatBreaks() }) }],
  [
    "POST /v1/decisions/batch",
    {
      status: 200,
      init: postOf({ items: [kioskRequest(), kioskRequest(), MANY_FAULTS] }),
      replaced: () => ({ signer: { sign: async () => "x".repeat(3_000_000) } }),
    },
  ],
  [
    "POST /v1/decisions/batch",
    {
      status: 200,
      init: postOf({ items: Array.from({ length: 60 }, () => kioskRequest()) }),
      replaced: () => {
        const ledger = testLedger();
        const recordChunk: typeof ledger.recordChunk = async (chunk, signal) =>
          chunk.chunk === 0
            ? ledger.recordChunk(chunk, signal)
            : { kind: "unavailable", cause: "down" };
        return { ledger: { ...ledger, recordChunk } };
      },
    },
  ],
  ["POST /v1/decisions/batch", { status: 503, replaced: () => ({ timeLimits: { batch: 0 } }) }],
  [
    "POST /v1/decisions/batch",
    {
      status: 503,
      replaced: ledgerWith({ recordChunk: async () => ({ kind: "unavailable", cause: 1 }) }),
    },
  ],
  [
    "POST /v1/decisions/batch",
    {
      status: 503,
      init: postOf({ items: [kioskRequest()] }, { "idempotency-key": "satu" }),
      replaced: () => ({ claims: { claim: BROKEN } }),
    },
  ],
  ["POST /v1/previews", { status: 404, init: postOf({ service: "kota-uji/tidak-ada" }) }],
  ["POST /v1/previews", { status: 500, replaced: () => ({ clock: clockThatBreaks() }) }],
  [
    "POST /v1/decisions/search",
    {
      status: 404,
      init: postOf({ applicant: { nik: NIKS.lapsed }, service: "kota-uji/tidak-ada" }),
    },
  ],
  ["POST /v1/decisions/search", { status: 503, replaced: ledgerWith({ search: BROKEN }) }],
  ["POST /v1/decisions/search", { status: 500, replaced: ledgerWith({ search: UNTELLABLE }) }],
  ["POST /v1/decisions/:id/reviews", { status: 403, caller: CALLER }],
  [
    "POST /v1/decisions/:id/reviews",
    {
      status: 422,
      init: postOf({ verdict: "upheld", reason: "Sesuai." }, { "idempotency-key": " " }),
    },
  ],
  [
    "POST /v1/decisions/:id/reviews",
    {
      status: 503,
      init: postOf({ verdict: "upheld", reason: "Sesuai." }, { "idempotency-key": "satu" }),
      replaced: () => ({ claims: { claim: BROKEN } }),
    },
  ],
  [
    "GET /v1/decisions/:id/record",
    {
      status: 406,
      init: { headers: { "accept-encoding": "identity" } },
      replaced: ledgerWith({ find: async () => JSON.parse(LARGE_RECORD) }),
    },
  ],
  ...[
    "POST /v1/decisions/:id/reviews",
    "GET /v1/decisions/:id",
    "GET /v1/decisions/:id/evidence",
    "GET /v1/decisions/:id/record",
    "GET /v1/decisions/:id/reviews",
  ].flatMap((route): readonly (readonly [string, Partial<Situation>])[] => [
    [route, { status: 404, replaced: ledgerWith({}) }],
    [route, { status: 503, replaced: ledgerWith({ find: BROKEN }) }],
    [route, { status: 500, replaced: ledgerWith({ find: async () => JSON.parse("{}") }) }],
  ]),
  ["GET /v1/coverage", { status: 404, replaced: () => ({ rosterCounts: async () => null }) }],
  ["GET /v1/coverage", { status: 503, replaced: () => ({ rosterCounts: BROKEN }) }],
  [
    "GET /v1/coverage",
    { status: 500, replaced: () => ({ rosterCounts: async () => JSON.parse("{}") }) },
  ],
  ["POST /v1/bulk", { status: 404, init: postOf({ service: "kota-uji/x", upload: "kios" }) }],
  ["POST /v1/bulk", { status: 422, replaced: bulkWith({ holdsFiles: async () => false }) }],
  ["POST /v1/bulk", { status: 501, replaced: () => ({}) }],
  ["POST /v1/bulk", { status: 503, replaced: bulkWith({ startQuery: BROKEN }) }],
  ["POST /v1/bulk", { status: 500, replaced: () => ({ bulk: BULK, clock: clockThatBreaks() }) }],
  [
    "GET /v1/bulk/:id",
    {
      status: 200,
      replaced: bulkWith({
        lookAtQuery: async () => ({ state: "failed", bytesScanned: 0, reason: "file-unfit" }),
      }),
    },
  ],
  [
    "GET /v1/bulk/:id",
    {
      status: 404,
      replaced: bulkWith({ runs: { keep: async (run) => run, find: async () => null } }),
    },
  ],
  ["GET /v1/bulk/:id", { status: 501, replaced: () => ({}) }],
  ["GET /v1/bulk/:id", { status: 503, replaced: bulkWith({ lookAtQuery: BROKEN }) }],
  ["GET /v1/bulk/:id", { status: 500, replaced: () => ({ bulk: BULK, clock: clockThatBreaks() }) }],
  ["GET /v1/services", { status: 304, init: { headers: { "if-none-match": "*" } } }],
  ["GET /v1/services", { status: 500, replaced: () => ({ clock: clockThatBreaks() }) }],
  ["GET /v1/services/:city/:service", { status: 304, init: { headers: { "if-none-match": "*" } } }],
  ["GET /v1/services/:city/:service", { status: 404, address: "/v1/services/kota-uji/tidak-ada" }],
  [
    "GET /v1/services/:city/:service",
    { status: 422, address: "/v1/services/kota-uji/kios?asOf=2020-01-01" },
  ],
  [
    "GET /v1/services/:city/:service",
    { status: 500, replaced: () => ({ clock: clockThatBreaks() }) },
  ],
  [
    "GET /readyz",
    {
      status: 503,
      replaced: () => ({ checks: [{ name: "ledger", look: async () => "too slow" }] }),
    },
  ],
];

function situationsOf(route: string, good: Omit<Situation, "route">): readonly Situation[] {
  const method = route.startsWith("GET ") ? "GET" : "POST";
  const guarded = [
    { ...good, status: 401, caller: { ...CALLER, expiresAt: 0 } },
    { ...good, status: 403, caller: { ...CALLER, scopes: [] } },
  ];
  return [
    good,
    ...(GUARDED.test(route) ? guarded : []),
    ...(route.includes("/v1/") ? variants(method, good) : []),
    ...SPECIAL.filter(([of]) => of === route).map(([, special]) => ({ ...good, ...special })),
  ].map((situation) => ({ ...situation, route }));
}

/** Every status of every route that has one to come to. */
export const SITUATIONS: readonly Situation[] = Object.entries(GOOD).flatMap(([route, good]) =>
  situationsOf(route, good),
);
