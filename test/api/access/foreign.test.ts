import { describe, expect, test } from "vitest";
import type { Caller } from "../../../src/api/access/caller.ts";
import { CALLER } from "../support/callers.ts";
import { harness, kioskRequest, NIKS, postOf } from "../support/harness.ts";

const OTHERS: Caller = { ...CALLER, client: "sistem-lain" };
const READER: Caller = { ...OTHERS, scopes: ["decisions:read"] };
const REVIEWER: Caller = { ...OTHERS, scopes: ["decisions:read", "decisions:review"] };
const FAR: Caller = { ...OTHERS, services: ["kota-jauh/*"] };
const NARROW: Caller = { ...CALLER, services: ["kota-uji/trayek"] };

const NOT_FOUND = {
  type: "urn:problem-type:layak:decision-not-found",
  title: "No such decision",
  status: 404,
  detail: "There is no decision with this id that you may read. Check the id.",
  code: "decision-not-found",
  errors: [],
};

const ENGLISH = { headers: { "accept-language": "en" } };

describe("a service that the token does not list", () => {
  test.each(["kota-uji/kios"])("%s is refused before anything is looked up", async (service) => {
    const { send, ledger, registry } = harness();
    const body = { ...kioskRequest(), service, language: "en" };
    const answer = await send("/v1/decisions", postOf(body), NARROW);
    const message = `This token is not for the service "${service}". Have its issuer add it to "services".`;
    expect(answer.status).toBe(403);
    expect(answer.body).toEqual({
      type: "urn:problem-type:layak:service-foreign",
      title: "The token is not for this service",
      status: 403,
      detail: message,
      code: "service-foreign",
      errors: [{ path: "/service", code: "service-foreign", message }],
    });
    expect(registry.asked).toEqual([]);
    expect(ledger.entries).toEqual([]);
  });

  test("is told as unknown where there is none, since services are known to everybody", async () => {
    const { send, ledger, registry } = harness();
    const body = { ...kioskRequest(), service: "kota-uji/kioss", language: "en" };
    const answer = await send("/v1/decisions", postOf(body), NARROW);
    expect([answer.status, answer.body["code"]]).toEqual([404, "service-unknown"]);
    expect(answer.body["detail"]).toContain('Did you mean "kota-uji/kios"?');
    expect([registry.asked, ledger.entries]).toEqual([[], []]);
  });

  test("is refused item by item in a batch, and its people are not looked up", async () => {
    const { send, ledger, registry } = harness();
    const route = {
      service: "kota-uji/trayek",
      applicant: { nib: "1234567890123" },
      groups: { drivers: [{ nik: NIKS.active }] },
    };
    const request = postOf({ items: [kioskRequest(NIKS.lapsed), route] });
    const { body } = await send("/v1/decisions/batch", request, NARROW);
    expect(JSON.stringify(body)).toContain('"service-foreign"');
    expect(registry.asked).toEqual([[NIKS.active]]);
    expect(ledger.entries.map(({ record }) => record.decision.service)).toEqual([
      "kota-uji/trayek",
    ]);
  });

  test("is refused for previews and for a search too", async () => {
    const { send } = harness();
    const { applicant, ...preview } = kioskRequest();
    const asked = [
      await send("/v1/previews", postOf(preview), NARROW),
      await send("/v1/decisions/search", postOf({ service: "kota-uji/kios", applicant }), NARROW),
    ];
    for (const { status, body } of asked) {
      expect([status, body["code"]]).toEqual([403, "service-foreign"]);
    }
  });

  test("is searched for only with days of which the last is not before the first", async () => {
    const { send } = harness();
    const { applicant } = kioskRequest();
    const request = postOf({ applicant, from: "2026-11-23", to: "2026-11-22" });
    const { status, body } = await send("/v1/decisions/search", request);
    expect([status, body["errors"]]).toMatchObject([422, [{ path: "/to", code: "ends-before" }]]);
  });
});

describe("a decision that another client asked for", () => {
  async function decided() {
    const made = harness();
    const { body } = await made.ask(kioskRequest());
    return { ...made, path: `/v1/decisions/${body["id"]}` };
  }

  test.each<readonly [string, Caller]>([
    ["a client that only reads", READER],
    ["a reviewer of another city", FAR],
  ])("is for %s as if it were not there", async (_, caller) => {
    const { send, path } = await decided();
    for (const address of [path, `${path}/record`, `${path}/reviews`]) {
      const { status, body } = await send(address, ENGLISH, caller);
      expect([status, body]).toEqual([404, NOT_FOUND]);
    }
    const none = path.replace("01a20000", "01a20001");
    expect((await send(none, ENGLISH, caller)).body).toEqual(NOT_FOUND);
    expect((await send("/v1/decisions/x", ENGLISH, caller)).body).toEqual(NOT_FOUND);
  });

  test("is read by a reviewer of that service, and by the client itself", async () => {
    const { send, path } = await decided();
    expect((await send(path, ENGLISH, REVIEWER)).status).toBe(200);
    expect((await send(path, ENGLISH, { ...CALLER, scopes: ["decisions:read"] })).status).toBe(200);
  });

  test("is found by search only where the token lists its service", async () => {
    const { send } = await decided();
    const search = postOf({ applicant: { nik: NIKS.active } });
    const found = await send("/v1/decisions/search", search, REVIEWER);
    expect(found.body["decisions"]).toHaveLength(1);
    expect((await send("/v1/decisions/search", search, FAR)).body["decisions"]).toEqual([]);
  });
});
