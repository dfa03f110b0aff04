import { expect, test } from "vitest";
import { harness } from "./support/harness.ts";

const fine = { name: "pack", look: async () => null };

test("/readyz is 200 where all that decisions need is there", async () => {
  const { status, body } = await harness({ checks: [fine] }).send("/readyz");
  expect([status, body]).toEqual([
    200,
    { status: "ready", checks: [{ name: "pack", problem: null }] },
  ]);
});

test.each([
  ["says why", async () => "stale", "stale"],
  ["throws", () => Promise.reject(new Error("3673991204850001")), "unavailable"],
])("/readyz is 503 where a check %s, and names it", async (_, look, problem) => {
  const { send, lines } = harness({ checks: [fine, { name: "coverage", look }] });
  const { status, body } = await send("/readyz");
  expect([status, body]).toEqual([
    503,
    {
      status: "not-ready",
      checks: [
        { name: "pack", problem: null },
        { name: "coverage", problem },
      ],
    },
  ]);
  expect(JSON.stringify(lines)).not.toContain("3673991204850001");
});
