import { describe, expect, test } from "vitest";
import type { LogEntry } from "../../src/api/log.ts";
import type { Ledger } from "../../src/ledger/entry.ts";
import type { CoverageAnswer, CoverageRegistry } from "../../src/registry/coverage.ts";
import {
  found,
  harness,
  idNumber,
  kioskRequest,
  NIKS,
  OBSERVED_AT,
  postOf,
  testLedger,
} from "./support/harness.ts";

/** What was logged beside how long the registry took. */
const told = (lines: readonly LogEntry[]) =>
  lines.filter(({ event }) => event !== "registry-asked");

const QUICK = { coverage: 50, secondOpinion: 50, ledger: 50 };

function never(): Promise<never> {
  return new Promise(() => {});
}

function answering(answers: (nik: string) => unknown): CoverageRegistry {
  // What a registry sends is not what its type promises.
  const lookUp = async (niks: readonly string[]): Promise<ReadonlyMap<string, CoverageAnswer>> =>
    JSON.parse(JSON.stringify(niks.map((nik) => [nik, answers(nik)])), (key, value: unknown) =>
      key === "" && Array.isArray(value) ? new Map(value) : value,
    );
  return { lookUp };
}

describe("a registry on a bad day makes coverage unknown, and refuses nobody", () => {
  const UNAVAILABLE = { source: "registry:coverage", state: "unavailable" };
  const unusable: readonly (readonly [string, CoverageRegistry])[] = [
    [
      "throws",
      {
        lookUp: () => {
          throw new Error(`no ${NIKS.active}`);
        },
      },
    ],
    ["rejects", { lookUp: async () => Promise.reject(new Error(`no ${NIKS.active}`)) }],
    ["hangs", { lookUp: never }],
    ["answers nobody", { lookUp: async () => new Map() }],
    ["answers an unknown status", answering(() => found("AKTIV"))],
    [
      "answers a number for a status",
      answering(() => ({ ...found(""), facts: { "coverage.status": 1 } })),
    ],
    ["answers no status", answering(() => ({ ...found(""), facts: {} }))],
    ["answers a programme that does not exist", answering(() => found("AKTIF", ["XXX"]))],
    ["answers without facts", answering(() => ({ kind: "found", observedAt: OBSERVED_AT }))],
    ["answers without a time", answering(() => ({ ...found("AKTIF"), observedAt: "yesterday" }))],
    ["answers another kind", answering(() => ({ kind: "perhaps" }))],
    ["answers another cause", answering(() => ({ kind: "no-answer", cause: "tired" }))],
    ["answers null", answering(() => null)],
  ];

  test.each(unusable)("%s", async (_, coverage) => {
    const { ask, lines } = harness({ coverage, timeLimits: QUICK });
    const { status, body } = await ask(kioskRequest());
    expect(status).toBe(201);
    expect(body).toMatchObject({
      outcome: "undetermined",
      missing: ["coverage.status"],
      facts: { "coverage.status": UNAVAILABLE },
    });
    expect(lines.filter(({ level }) => level === "warning")).toHaveLength(1);
  });

  test("stops waiting for one that hangs", async () => {
    let aborted = false;
    const lookUp: CoverageRegistry["lookUp"] = (_niks, _day, signal) => {
      signal.addEventListener("abort", () => {
        aborted = true;
      });
      return never();
    };
    const { ask } = harness({ coverage: { lookUp }, timeLimits: QUICK });
    await ask(kioskRequest());
    expect(aborted).toBe(true);
  });

  test("decides as far as other facts settle it", async () => {
    const { ask } = harness({ coverage: { lookUp: never }, timeLimits: QUICK });
    const request = kioskRequest();
    const tooMuchLand = { ...request, facts: { "kiosk.owner": "PEMKOT", "land.hectares": 9 } };
    expect((await ask(tooMuchLand)).body["outcome"]).toBe("ineligible");
    const elsewhere = { ...request, facts: { "kiosk.owner": "LAINNYA" } };
    expect((await ask(elsewhere)).body["outcome"]).toBe("out-of-scope");
  });

  test.each<readonly [string, CoverageAnswer]>([
    ["stale", { kind: "no-answer", cause: "stale", observedAt: OBSERVED_AT }],
    ["not-found", { kind: "no-answer", cause: "not-found", observedAt: OBSERVED_AT }],
  ])("tells why: %s", async (cause, answer) => {
    const { ask } = harness({ coverage: answering(() => answer) });
    const { body } = await ask(kioskRequest());
    expect(body).toMatchObject({
      outcome: "undetermined",
      facts: { "coverage.status": { state: cause, at: OBSERVED_AT } },
    });
  });
});

describe("what is not recorded is not issued", () => {
  const failing: readonly (readonly [string, Ledger])[] = [
    [
      "says so",
      {
        ...testLedger(),
        record: async () => ({ kind: "unavailable", cause: new Error(NIKS.active) }),
      },
    ],
    [
      "throws",
      {
        ...testLedger(),
        record: () => {
          throw new Error(NIKS.active);
        },
      },
    ],
    ["hangs", { ...testLedger(), record: never }],
  ];

  test.each(failing)("a ledger that %s gives 503, and no decision", async (_, ledger) => {
    const { ask, lines } = harness({ ledger, timeLimits: QUICK });
    const { status, headers, body } = await ask(kioskRequest());
    expect(status).toBe(503);
    expect(headers.get("retry-after")).toBe("5");
    expect(body).toMatchObject({ code: "ledger-unavailable", errors: [] });
    expect(body).not.toHaveProperty("outcome");
    expect(told(lines).map(({ level, event }) => [level, event])).toEqual([
      ["alarm", "ledger-unavailable"],
      ["info", "request"],
    ]);
  });

  test("whatever was asked of a ledger that is out of reach gets the same answer", async () => {
    const gone = async () => Promise.reject(new Error("gone"));
    const ledger: Ledger = { ...testLedger(), record: gone, search: gone, find: gone };
    const { ask, send } = harness({ ledger });
    const answers = [
      await ask(kioskRequest()),
      await send("/v1/decisions/search", postOf({ applicant: { nik: NIKS.active } })),
      await send(`/v1/decisions/${idNumber(1)}`),
    ];
    expect(answers.map(({ status, body }) => [status, body])).toEqual(
      answers.map(() => [
        503,
        {
          type: "urn:problem-type:layak:ledger-unavailable",
          title: "Catatan keputusan tidak terjangkau",
          status: 503,
          detail: "Tidak ada jawaban yang diberikan. Coba lagi setelah 5 detik.",
          code: "ledger-unavailable",
          errors: [],
        },
      ]),
    );
  });

  test("a decision that is too large for the ledger is refused", async () => {
    const ledger: Ledger = { ...testLedger(), record: async () => ({ kind: "too-large" }) };
    const { ask } = harness({ ledger });
    const { status, body } = await ask(kioskRequest());
    expect([status, body["code"]]).toEqual([422, "decision-too-large"]);
  });
});

describe("the second opinion", () => {
  const opinions = [
    [
      "finds a requirement unmet that Layak finds met",
      { scope: true, terlindungi: false, luas: true },
    ],
    ["finds another scope", { scope: false, terlindungi: true, luas: true }],
    ["has no result for a requirement", { scope: true, terlindungi: true }],
    ["has no result for the scope", { terlindungi: true, luas: true }],
    ["has no result at all", {}],
  ] as const;

  test.each(opinions)("that %s stops the decision", async (_, rules) => {
    const { ask, ledger, lines } = harness({
      secondOpinion: async () => ({ engine: "wrong", rules }),
    });
    const { status, body } = await ask(kioskRequest());
    expect(status).toBe(500);
    expect(body).toMatchObject({ code: "second-opinion-differs" });
    expect(body).not.toHaveProperty("outcome");
    expect(ledger.entries).toEqual([]);
    expect(told(lines)[0]).toMatchObject({ level: "alarm", event: "second-opinion-differs" });
  });

  test("finds a requirement met that Layak finds unmet: stops it too", async () => {
    const { ask } = harness({
      secondOpinion: async () => ({
        engine: "wrong",
        rules: { scope: true, terlindungi: true, luas: true },
      }),
    });
    const { status } = await ask(kioskRequest(NIKS.lapsed));
    expect(status).toBe(500);
  });

  test.each([
    [
      "throws",
      () => Promise.reject(new Error(NIKS.active)),
      500,
      "second-opinion-differs",
      "alarm",
    ],
    ["hangs", never, 503, "second-opinion-late", "warning"],
  ] as const)("that %s stops the decision", async (_, secondOpinion, status, code, level) => {
    const { ask, ledger, lines } = harness({ secondOpinion, timeLimits: QUICK });
    const answer = await ask(kioskRequest());
    expect([answer.status, answer.body["code"]]).toEqual([status, code]);
    expect(ledger.entries).toEqual([]);
    expect(told(lines)[0]).toMatchObject({ level, event: code });
  });

  test("may say anything where Layak does not know", async () => {
    const { ask } = harness({
      secondOpinion: async () => ({
        engine: "bold",
        rules: { scope: true, terlindungi: true, luas: true },
      }),
    });
    const { status, body } = await ask(kioskRequest(NIKS.unknown));
    expect([status, body["outcome"]]).toEqual([201, "undetermined"]);
  });

  test("is right in 50 questions at once", async () => {
    const { ask, ledger } = harness();
    const niks = Array.from({ length: 50 }, (_, index) => (index % 2 ? NIKS.active : NIKS.lapsed));
    const answers = await Promise.all(niks.map((nik) => ask(kioskRequest(nik))));
    expect(answers.map(({ status }) => status)).toEqual(niks.map(() => 201));
    expect(answers.map(({ body }) => body["outcome"])).toEqual(
      niks.map((nik) => (nik === NIKS.active ? "eligible" : "ineligible")),
    );
    expect(ledger.entries).toHaveLength(50);
  });
});

describe("a fault of Layak's own", () => {
  test("is a problem without details, and an alarm", async () => {
    const { ask, lines } = harness({ newId: () => JSON.parse("null").id });
    const { status, body } = await ask({ ...kioskRequest(), language: "en" });
    expect(status).toBe(500);
    expect(body).toEqual({
      type: "urn:problem-type:layak:internal-error",
      title: "An error in Layak",
      status: 500,
      detail:
        "An error on our side kept this request from being served. Try again, then report it with the X-Request-Id.",
      code: "internal-error",
      errors: [],
    });
    expect(told(lines)[0]).toMatchObject({
      level: "alarm",
      event: "internal-error",
      error: "TypeError",
    });
  });
});
