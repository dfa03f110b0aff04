import { describe, expect, onTestFinished, test, vi } from "vitest";
import { DEFAULT_TIME_LIMITS } from "../../../src/api/dependencies.ts";
import { CALLER } from "../../api/support/callers.ts";
import {
  harness,
  idNumber,
  kioskRequest,
  NIKS,
  postOf,
  testLedger,
} from "../../api/support/harness.ts";
import { ofType, stackResources } from "../support/template.ts";

/** Milliseconds for all that has no limit of its own: making the app, reading a body, answering. */
const BESIDES = 2000;

/** Limits that nothing else in the process counts to, so that it shows which of them a route begins. */
const LIMITS = { coverage: 1_000_003, secondOpinion: 1_000_033, ledger: 1_000_037 };
const NAMES = ["coverage", "secondOpinion", "ledger"] as const;
type Limit = (typeof NAMES)[number];

const KEY = { "idempotency-key": "satu" };
const OTHER = { ...CALLER, client: "keberatan" };

function millisecondsOf(name: string): number {
  const found = ofType(stackResources(), "AWS::Lambda::Function").find(
    ([, { Properties }]) => Properties["FunctionName"] === `layak-test-${name}`,
  );
  return Number(found?.[1].Properties["Timeout"]) * 1000;
}

/** The limits that begin while something runs, in their order. */
async function begunBy(run: () => Promise<unknown>): Promise<readonly Limit[]> {
  const timers = vi.spyOn(globalThis, "setTimeout");
  onTestFinished(() => timers.mockRestore());
  await run();
  const begun = timers.mock.calls.flatMap(([, milliseconds]) =>
    NAMES.filter((name) => LIMITS[name] === milliseconds),
  );
  timers.mockRestore();
  return begun;
}

/** A decision that stands, and the API around it. */
async function decided() {
  const api = harness({ timeLimits: LIMITS });
  await api.ask(kioskRequest());
  const path = `/v1/decisions/${idNumber(1)}`;
  const get = (below = "") => api.send(`${path}${below}`);
  const post = (below: string, body: unknown, headers = {}) =>
    api.send(below, postOf(body, headers), OTHER);
  return { path, get, post };
}

/**
 * A repeated request whose first try has stored nothing yet, and stores at the same moment, by another
 * policy than today's.
 */
async function decidedAtTheSameTime() {
  const kept = testLedger();
  const { ask } = harness({ ledger: kept });
  await ask(kioskRequest());
  const first = await kept.find(idNumber(1));
  if (first === null) throw new Error("nothing was decided");
  const policy = { ...first.decision.policy, digest: "sha256:another" };
  const byAnother = { ...first, decision: { ...first.decision, policy } };
  const answers = [null, byAnother];
  const api = harness({
    timeLimits: LIMITS,
    ledger: {
      ...kept,
      find: async () => answers.shift() ?? null,
      record: async () => ({ kind: "taken" }),
    },
    claims: { claim: async (claim) => ({ ...claim, decision: idNumber(1) }) },
    newId: () => idNumber(2),
  });
  return api.ask(kioskRequest(), KEY);
}

describe("the functions' time", () => {
  const ways: readonly (readonly [
    string,
    string,
    () => Promise<readonly Limit[]>,
    readonly Limit[],
  ])[] = [
    [
      "decisions",
      "a repeated request that is decided at the same time as the first",
      () => begunBy(decidedAtTheSameTime),
      // The claim, what stands, the registry, the second opinion, the record, its policy.
      ["ledger", "ledger", "coverage", "secondOpinion", "ledger", "ledger"],
    ],
    ...(["", "/record", "/reviews"] as const).map(
      (below) =>
        [
          "stored",
          `GET {id}${below}`,
          async () => {
            const { get } = await decided();
            return begunBy(() => get(below));
          },
          ["ledger", "ledger"],
        ] as const,
    ),
    [
      "search",
      "a search",
      async () => {
        const { post } = await decided();
        const applicant = { nik: NIKS.active };
        return begunBy(() => post("/v1/decisions/search", { applicant }));
      },
      ["ledger"],
    ],
    [
      "reviews",
      "a review with a key",
      async () => {
        const { path, post } = await decided();
        const review = { verdict: "upheld", reason: "Sesuai." };
        return begunBy(() => post(`${path}/reviews`, review, KEY));
      },
      ["ledger", "ledger", "ledger"],
    ],
  ];

  test.each(ways)(
    "of %s is longer than all limits of the longest way: %s",
    async (name, _, run, limits) => {
      const begun = await run();
      expect(begun).toEqual(limits);
      const longest = begun.reduce((sum, limit) => sum + DEFAULT_TIME_LIMITS[limit], 0);
      expect(millisecondsOf(name)).toBeGreaterThanOrEqual(longest + BESIDES);
    },
  );

  test("of a batch is longer than its limit and the one item that may be under way then", () => {
    const { batch, secondOpinion } = DEFAULT_TIME_LIMITS;
    expect(millisecondsOf("batch")).toBeGreaterThanOrEqual(batch + secondOpinion + BESIDES);
  });

  test("to claim, to recall and to look up leaves a batch the time to store a chunk", () => {
    const { batch, ledger, coverage } = DEFAULT_TIME_LIMITS;
    expect(batch).toBeGreaterThanOrEqual(2 * ledger + coverage + ledger);
  });
});
