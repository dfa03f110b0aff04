import { QueryCommand } from "@aws-sdk/client-dynamodb";
import { expect, test } from "vitest";
import { deciderFrom } from "../../functions/wiring/decider.ts";
import { reviewerFrom } from "../../functions/wiring/reviewer.ts";
import { createBase } from "../../src/api/base.ts";
import { addDecisionRoute } from "../../src/api/decisions/route.ts";
import { addReviewRoute } from "../../src/api/stored/reviews.ts";
import { EXAMPLE_REQUEST } from "../../src/cli/serve/greeting.ts";
import { identityKeySetOf } from "../../src/store/identity-keys.ts";
import { CALLER } from "../api/support/callers.ts";
import { NOW, postOf } from "../api/support/harness.ts";
import { testDatabase } from "../store/support/database.ts";
import { checkedLog } from "../support/checked-log.ts";
import { TABLES, wiredSettings } from "./support/wired-settings.ts";

const database = testDatabase();
const settings = wiredSettings(database);
const KEYS = JSON.stringify(identityKeySetOf({ id: "k1", secret: Buffer.alloc(32, 7) }));
const REVIEW = { verdict: "upheld", reason: "Sesuai." };

/** The functions that decide and review, with these settings. */
async function serviceWith(days: Readonly<Record<string, string>>) {
  const environment = { ...settings(), ...days, LAYAK_IDENTITY_KEYS: KEYS };
  const base = { clock: () => NOW, log: checkedLog(), language: "en" as const };
  const app = createBase(base);
  addDecisionRoute(app, await deciderFrom(environment, base));
  addReviewRoute(app, await reviewerFrom(environment, base));
  const post = async (path: string, body: unknown, client: string) => {
    const headers = { "idempotency-key": path };
    const caller = { ...CALLER, client };
    const answer = await app.request(path, postOf(body, headers), { caller });
    return { status: answer.status, body: JSON.parse(await answer.text()) };
  };
  return {
    decide: (client: string) => post("/v1/decisions", EXAMPLE_REQUEST, client),
    review: (id: string) => post(`/v1/decisions/${id}/reviews`, REVIEW, "keberatan"),
  };
}

/** After how many days each item of a decision ends. */
async function daysOf(id: string) {
  const { Items = [] } = await database.client().send(
    new QueryCommand({
      TableName: TABLES.decisions,
      KeyConditionExpression: "pk = :pk",
      ExpressionAttributeValues: { ":pk": { S: id } },
    }),
  );
  return Items.map(({ sk, expires }) => [
    sk?.S?.split("#")[0],
    (Number(expires?.N) - NOW.getTime() / 1000) / 86_400,
  ]);
}

test.each([
  ["ten years unless set", {}, 3653, 3653],
  [
    "as set, each its own",
    { LAYAK_RETENTION_DAYS: "30", LAYAK_REVIEW_RETENTION_DAYS: "60" },
    30,
    60,
  ],
])("decisions and reviews are kept %s", async (name, days, ofDecision, ofReview) => {
  const { decide, review } = await serviceWith(days);
  const made = await decide(name.replaceAll(/[^a-z]/g, ""));
  const reviewed = await review(made.body.id);
  expect([made.status, reviewed.status]).toEqual([201, 201]);
  expect(await review(made.body.id)).toEqual(reviewed);
  expect(await daysOf(made.body.id)).toEqual([
    ["decision", ofDecision],
    ["review", ofReview],
  ]);
});

test("the function that reviews does not start with days that are none", async () => {
  const environment = {
    ...settings(),
    LAYAK_IDENTITY_KEYS: KEYS,
    LAYAK_REVIEW_RETENTION_DAYS: "x",
  };
  const base = { clock: () => NOW, log: checkedLog(), language: "en" as const };
  await expect(reviewerFrom(environment, base)).rejects.toThrow(
    "LAYAK_REVIEW_RETENTION_DAYS must be whole days from 1 to 36525: how many days a review is kept, and its decision with it",
  );
});
