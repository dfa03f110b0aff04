import { expect, test } from "vitest";
import { fact, packOf, policy, requirement, SERVICE } from "../support/pack.ts";
import { CALLER } from "./support/callers.ts";
import { harness, NIKS } from "./support/harness.ts";

const REQUIREMENTS = 12;
const CITY = `${SERVICE.split("/")[0]}/*`;

/** Rules of which every requirement reads the same list. */
function apiOf() {
  const words = fact({ type: "list", items: { type: "string" } });
  const requirements = Array.from({ length: REQUIREMENTS }, (_, index) =>
    requirement(`r${index}`, {
      fact: "words",
      operator: "doesNotContain",
      value: `z${index}`,
    }),
  );
  const pack = packOf({ facts: { words }, policies: { "2026-01-01": policy(requirements) } });
  return harness({ pack });
}

function listOf(length: number): readonly string[] {
  return Array.from({ length }, (_, index) => String(index).padEnd(200, "x"));
}

async function ask(api: ReturnType<typeof apiOf>, words: readonly string[]) {
  const body = { service: SERVICE, applicant: { nik: NIKS.active }, facts: { words } };
  return await api.send(
    "/v1/decisions",
    {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    },
    { ...CALLER, services: [CITY] },
  );
}

test("a decision that holds one long list many times is answered as long as Lambda carries it", async () => {
  const api = apiOf();
  const { status, body } = await ask(api, listOf(350));
  expect([status, body["outcome"]]).toEqual([201, "eligible"]);
  expect(Buffer.byteLength(JSON.stringify(JSON.stringify(body)))).toBeLessThan(6_000_000);
});

test("beyond, it is refused before it is recorded", async () => {
  const api = apiOf();
  const { status, body } = await ask(api, listOf(1000));
  expect([status, body["code"]]).toEqual([422, "decision-too-large"]);
  expect(api.ledger.entries).toEqual([]);
});
