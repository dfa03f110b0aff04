import { beforeAll, describe, expect, test } from "vitest";
import { deciderFrom } from "../../functions/wiring/decider.ts";
import { ledgerFrom } from "../../functions/wiring/ledger.ts";
import { createBase } from "../../src/api/base.ts";
import { addBatchRoute } from "../../src/api/batch/route.ts";
import { addDecisionRoute } from "../../src/api/decisions/route.ts";
import type { LogEntry } from "../../src/api/log.ts";
import { addSearchRoute } from "../../src/api/stored/search.ts";
import { todayInJakarta } from "../../src/api/today.ts";
import { EXAMPLE_REQUEST } from "../../src/cli/serve/greeting.ts";
import { loadRoster } from "../../src/registry/load-roster.ts";
import { syntheticRoster } from "../../src/registry/synthetic-roster.ts";
import { pseudonymWith } from "../../src/store/identity.ts";
import type { IdentityKeySet } from "../../src/store/identity-keys.ts";
import { CALLER } from "../api/support/callers.ts";
import { postOf } from "../api/support/harness.ts";
import { testDatabase } from "../store/support/database.ts";
import { checkedLog } from "../support/checked-log.ts";
import { TABLES, wiredSettings } from "./support/wired-settings.ts";

const database = testDatabase();
const environment = wiredSettings(database);
const SECRETS = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)].map((secret) =>
  secret.toString("base64"),
);
const [FIRST, SECOND] = [
  { id: "2026-1", secret: SECRETS[0] ?? "" },
  { id: "2026-2", secret: SECRETS[1] ?? "" },
];
const KEY = { "idempotency-key": "kios-17" };

beforeAll(async () => {
  const pseudonym = pseudonymWith({ id: FIRST.id, secret: Buffer.from(FIRST.secret, "base64") });
  const target = { client: database.client(), table: TABLES.coverage, pseudonym };
  const roster = syntheticRoster(todayInJakarta(new Date()));
  await loadRoster(target, roster, AbortSignal.timeout(20_000));
});

/** The functions as they are wired where the secret holds these keys. */
async function serviceUnder(keys: IdentityKeySet) {
  const entries: LogEntry[] = [];
  const base = {
    clock: () => new Date(),
    log: checkedLog((entry) => entries.push(entry)),
    language: "en" as const,
  };
  const settings = { ...environment(), LAYAK_IDENTITY_KEYS: JSON.stringify(keys) };
  const app = createBase(base);
  const decider = await deciderFrom(settings, base);
  addDecisionRoute(app, decider);
  addBatchRoute(app, decider);
  addSearchRoute(app, await ledgerFrom(settings, base));
  const ask = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
    const answer = await app.request(path, postOf(body, headers), { caller: CALLER });
    return { status: answer.status, body: JSON.parse(await answer.text()) };
  };
  return {
    entries,
    decide: (headers?: Record<string, string>) => ask("/v1/decisions", EXAMPLE_REQUEST, headers),
    decideMany: (headers?: Record<string, string>) =>
      ask("/v1/decisions/batch", { items: [EXAMPLE_REQUEST, EXAMPLE_REQUEST] }, headers),
    search: async () => {
      const { applicant } = EXAMPLE_REQUEST;
      const { body } = await ask("/v1/decisions/search", { applicant });
      const found: readonly { readonly id: string }[] = body.decisions;
      return found.map(({ id }) => id);
    },
  };
}

describe("an identity key that is replaced", () => {
  test("loses nobody: neither their coverage, nor their decisions, nor a request sent again", async () => {
    const before = await serviceUnder({ active: FIRST.id, keys: [FIRST] });
    const first = await before.decide(KEY);
    const many = await before.decideMany({ "idempotency-key": "kios-18" });
    expect([first.status, first.body.outcome, many.status]).toEqual([201, "ineligible", 200]);

    const added = await serviceUnder({ active: FIRST.id, keys: [FIRST, SECOND] });
    const second = await added.decide();
    const after = await serviceUnder({ active: SECOND.id, keys: [FIRST, SECOND] });
    const third = await after.decide();
    expect([second.body.outcome, third.body.outcome]).toEqual(["ineligible", "ineligible"]);
    expect(await after.decide(KEY)).toEqual(first);
    expect(await after.decideMany({ "idempotency-key": "kios-18" })).toEqual(many);

    const batch: readonly { readonly id: string }[] = many.body.results;
    const all = [first, second, third].map(({ body }) => body.id);
    const expected = [...all, ...batch.map(({ id }) => id)];
    expect((await after.search()).toSorted()).toEqual(expected.toSorted());
    // Those whose functions do not have the new setting yet find what the new ones store.
    expect((await added.search()).toSorted()).toEqual(expected.toSorted());
  });

  test("and taken away too soon refuses nobody: what is not known is undetermined", async () => {
    const alone = await serviceUnder({ active: SECOND.id, keys: [SECOND] });
    const { status, body } = await alone.decide();
    expect([status, body.outcome]).toEqual([201, "undetermined"]);
    expect(body.facts["coverage.status"].state).toBe("unavailable");
    expect(alone.entries).toContainEqual(
      expect.objectContaining({ event: "registry-unavailable", error: "RosterKeyUnknown" }),
    );
  });
});

describe("settings that cannot be used", () => {
  const base = { clock: () => new Date(), log: checkedLog(), language: "en" as const };
  const keys = JSON.stringify({ active: FIRST.id, keys: [FIRST] });

  test.each([
    [
      "LAYAK_IDENTITY_KEYS",
      FIRST.secret,
      "The identity keys are not valid JSON. They are not shown, as they are secret.",
    ],
    [
      "LAYAK_RETENTION_DAYS",
      "0",
      "LAYAK_RETENTION_DAYS must be whole days from 1 to 36525: how many days a decision is kept",
    ],
  ])("are told by their name and never by their value: %s", async (name, value, message) => {
    const settings = { ...environment(), LAYAK_IDENTITY_KEYS: keys, [name]: value };
    await expect(deciderFrom(settings, base)).rejects.toThrow(message);
  });
});
