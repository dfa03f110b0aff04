import { describe, expect, onTestFinished, test } from "vitest";
import { EXAMPLE_REQUEST } from "../../../src/cli/serve/greeting.ts";
import { startService } from "../../../src/cli/serve/start.ts";
import { StartTrouble } from "../../../src/cli/serve/trouble.ts";
import { readPack } from "../../../src/pack/read-pack.ts";
import { json, serviceThat } from "../../registry/support/service.ts";
import { checkedLog } from "../../support/checked-log.ts";
import { temporaryFolder } from "../../support/files.ts";

/** The service on this machine, with this environment. */
async function started(environment: Readonly<Record<string, string>>) {
  const read = await readPack("rules");
  if (!read.ok) throw new Error("the shipped rules are not valid");
  const service = await startService({
    pack: read.pack,
    port: 0,
    data: temporaryFolder(),
    contract: "dist/functions/contract",
    language: "en",
    clock: () => new Date(),
    log: checkedLog(),
    environment,
  });
  onTestFinished(service.stop);
  const ask = async (path: string, body?: unknown) => {
    const headers = {
      authorization: `Bearer ${service.token}`,
      "content-type": "application/json",
    };
    const post = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
    const answer = await fetch(`${service.address}${path}`, { headers, ...post });
    return JSON.parse(await answer.text());
  };
  return { ask };
}

describe("the service on one machine, with a coverage service in its environment", () => {
  test("asks that in place of its own roster, and is ready while it answers", async () => {
    const { url, asked } = await serviceThat(({ body }, response) => {
      const answers = body.niks.map((nik) => ({ nik, kind: "no-answer", cause: "not-found" }));
      json(response, { asOf: body.asOf, answers });
    });
    const { ask } = await started({ LAYAK_COVERAGE_URL: url, LAYAK_COVERAGE_TOKEN: "rahasia" });
    expect(await ask("/readyz")).toMatchObject({ status: "ready" });
    expect(await ask("/v1/decisions", EXAMPLE_REQUEST)).toMatchObject({
      outcome: "undetermined",
      facts: { "coverage.status": { source: "registry:coverage", state: "not-found" } },
    });
    expect(asked.map(({ authorization }) => authorization)).toEqual(
      Array(2).fill("Bearer rahasia"),
    );
  });

  test("does not start where NIKs may not be sent to it", async () => {
    await expect(started({ LAYAK_COVERAGE_URL: "http://coverage.example" })).rejects.toThrow(
      StartTrouble,
    );
  });

  test.each([
    [{}, 30, "answered"],
    [{}, 32, "stale"],
    [{ LAYAK_COVERAGE_MAXIMUM_AGE_DAYS: "2" }, 3, "stale"],
    [{ LAYAK_COVERAGE_MAXIMUM_AGE_DAYS: "45" }, 32, "answered"],
  ])(
    "takes answers of the days that are set, else of 31: %j, %d days",
    async (age, days, state) => {
      const observedAt = new Date(Date.now() - days * 86_400_000).toISOString();
      const { url } = await serviceThat(({ body }, response) => {
        const facts = { "coverage.status": "AKTIF" };
        const answers = body.niks.map((nik) => ({ nik, kind: "found", observedAt, facts }));
        json(response, { asOf: body.asOf, answers });
      });
      const { ask } = await started({ ...age, LAYAK_COVERAGE_URL: url });
      expect(await ask("/v1/decisions", EXAMPLE_REQUEST)).toMatchObject({
        facts: { "coverage.status": { state } },
      });
    },
  );

  test("does not start where those days are none", async () => {
    await expect(started({ LAYAK_COVERAGE_MAXIMUM_AGE_DAYS: "sebulan" })).rejects.toThrow(
      "LAYAK_COVERAGE_MAXIMUM_AGE_DAYS must be a number of days, a whole one from 1 to 36525.",
    );
  });
});
