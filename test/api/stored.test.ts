import { describe, expect, test } from "vitest";
import { answerOf } from "../../src/api/decisions/respond.ts";
import { CALLER, harness, idNumber, kioskRequest, NIKS, postOf } from "./support/harness.ts";
import { testPack } from "./support/rules.ts";

const ADDRESS = `/v1/decisions/${idNumber(1)}`;
const OTHER = { ...CALLER, client: "lain" };
const READER = { ...OTHER, scopes: ["decisions:read"] as const };

describe("a decision that was issued", () => {
  test("is read again as it was answered", async () => {
    const { ask, send } = harness();
    const issued = await ask(kioskRequest(NIKS.lapsed));
    expect(issued.headers.get("location")).toBe(ADDRESS);
    const read = await send(ADDRESS);
    expect([read.status, read.headers.get("cache-control")]).toEqual([200, "no-store"]);
    expect(read.body).toEqual(issued.body);
  });

  test("is told in the language of whoever reads it", async () => {
    const { ask, send } = harness();
    await ask(kioskRequest(NIKS.lapsed));
    const { body } = await send(ADDRESS, { headers: { "accept-language": "en" } });
    expect(body["explanation"]).toMatchObject({ language: "en" });
  });

  test("is told in the words of the policy that decided, though today's rules are others", async () => {
    const { ask, ledger } = harness();
    const issued = await ask(kioskRequest(NIKS.lapsed));
    const pack = testPack();
    const later = { ...pack, services: new Map([...pack.services].slice(1)) };
    const { send } = harness({ ledger, pack: later });
    expect((await send(ADDRESS)).body).toEqual(issued.body);
  });

  test("has a record with all that it rests on", async () => {
    const { ask, send, ledger } = harness();
    await ask(kioskRequest());
    const { status, body } = await send(`${ADDRESS}/record`);
    const [entry] = ledger.entries;
    if (entry === undefined) throw new Error("nothing was recorded");
    const { receipt, salts, engine, secondOpinion, facts } = entry.record;
    expect(status).toBe(200);
    expect(body).toEqual({
      decision: JSON.parse(JSON.stringify(answerOf(entry.record))),
      facts,
      policy: JSON.parse(JSON.stringify(entry.policy)),
      receipt,
      salts,
      engine,
      secondOpinion,
    });
  });

  test.each([
    ["another client without the review scope", ADDRESS, READER],
    ["an officer of other services", ADDRESS, { ...OTHER, services: ["kota-lain/*"] }],
    ["an id that was never given", `/v1/decisions/${idNumber(9)}`, CALLER],
    ["an id that is none", "/v1/decisions/x", CALLER],
  ])("is not found by %s", async (_, address, caller) => {
    const { ask, send } = harness();
    await ask(kioskRequest());
    for (const path of [address, `${address}/record`, `${address}/reviews`]) {
      const { status, body } = await send(path, undefined, caller);
      expect([status, body["code"]]).toEqual([404, "decision-not-found"]);
    }
  });

  test("is read by another client with the review scope", async () => {
    const { ask, send } = harness();
    await ask(kioskRequest());
    expect((await send(ADDRESS, undefined, OTHER)).status).toBe(200);
  });
});

describe("a search", () => {
  const search = (body: object) => postOf(body);
  const applicant = { nik: NIKS.active };

  test("finds an applicant's decisions, of the caller's services only", async () => {
    const { ask, send } = harness();
    await ask(kioskRequest());
    const { status, body } = await send("/v1/decisions/search", search({ applicant }), OTHER);
    expect(status).toBe(200);
    expect(body).toEqual({
      decisions: [
        {
          id: idNumber(1),
          issuedAt: "2026-11-22T05:00:00.000Z",
          service: "kota-uji/kios",
          asOf: "2026-11-22",
          outcome: "eligible",
        },
      ],
    });
    const elsewhere = { ...OTHER, services: ["kota-lain/*"] };
    const none = await send("/v1/decisions/search", search({ applicant }), elsewhere);
    expect(none.body).toEqual({ decisions: [] });
  });

  test("for a service that does not exist says so, with what was meant, as a decision does", async () => {
    const { ask, send } = harness();
    await ask(kioskRequest());
    const body = { applicant, service: "kota-uji/kioss" };
    const english = { "accept-language": "en" };
    const answer = await send("/v1/decisions/search", postOf(body, english));
    expect(answer.status).toBe(404);
    expect(answer.body).toMatchObject({
      code: "service-unknown",
      detail: 'There is no service "kota-uji/kioss". Did you mean "kota-uji/kios"?',
      errors: [{ path: "/service", code: "service-unknown" }],
    });
    const decision = await ask({ ...kioskRequest(), service: body.service }, english);
    expect(answer.body).toEqual(decision.body);
    const mistypedCity = { applicant, service: "kota-ujii/kios" };
    const told = await send("/v1/decisions/search", postOf(mistypedCity));
    expect(told.body).toMatchObject({ code: "service-unknown" });
  });

  test("finds nothing of a service that exists and never decided about the applicant", async () => {
    const { send } = harness();
    const body = { applicant, service: "kota-uji/trayek" };
    const answer = await send("/v1/decisions/search", search(body));
    expect([answer.status, answer.body]).toEqual([200, { decisions: [] }]);
  });

  test("still finds what was decided for a service that has since left the rules", async () => {
    const before = harness();
    await before.ask(kioskRequest());
    const pack = testPack();
    const services = new Map([...pack.services].filter(([id]) => id !== "kota-uji/kios"));
    const { send } = harness({ ledger: before.ledger, pack: { ...pack, services } });
    const body = { applicant, service: "kota-uji/kios" };
    const answer = await send("/v1/decisions/search", search(body));
    expect(answer.body).toMatchObject({
      decisions: [{ id: idNumber(1), service: "kota-uji/kios" }],
    });
    const elsewhere = { ...OTHER, services: ["kota-lain/*"] };
    const foreign = await send("/v1/decisions/search", search(body), elsewhere);
    expect([foreign.status, foreign.body["code"]]).toEqual([404, "service-unknown"]);
  });

  test("for a service that the token does not list is refused", async () => {
    const { send } = harness();
    const elsewhere = { ...OTHER, services: ["kota-lain/*"] };
    const body = { applicant, service: "kota-uji/kios" };
    const answer = await send("/v1/decisions/search", search(body), elsewhere);
    expect([answer.status, answer.body["code"]]).toEqual([403, "service-foreign"]);
  });

  test.each([
    ["a wrong day", { applicant, from: "2026-02-30" }, "/from", "date-invalid"],
    ["no applicant", {}, "/applicant", "key-missing"],
    ["a mistyped key", { applicant, servis: "x" }, "/servis", "key-unknown"],
  ])("is refused with %s", async (_, body, path, code) => {
    const { send } = harness();
    const answer = await send("/v1/decisions/search", search(body));
    expect(answer.status).toBe(422);
    expect(answer.body["errors"]).toMatchObject([{ path, code }]);
  });
});

describe("a review", () => {
  const review = { verdict: "overturned", reason: "Iuran sudah dibayar." };

  test("is kept with who made it, and the decision stays", async () => {
    const { ask, send } = harness();
    const issued = await ask(kioskRequest(NIKS.lapsed));
    const made = await send(`${ADDRESS}/reviews`, postOf(review), OTHER);
    expect(made.status).toBe(201);
    expect(made.body).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      decision: idNumber(1),
      reviewedAt: "2026-11-22T05:00:00.000Z",
      officer: "petugas-uji",
      client: "lain",
      ...review,
    });
    expect((await send(`${ADDRESS}/reviews`)).body).toEqual({ reviews: [made.body] });
    expect((await send(ADDRESS)).body).toEqual(issued.body);
  });

  const { officer: _, ...nobody } = OTHER;

  test.each([
    ["by the client that asked", CALLER, review, 403, "review-by-asker"],
    ["without an officer in the token", nobody, review, 403, "officer-missing"],
    ["without a reason", OTHER, { ...review, reason: " " }, 422, "request-invalid"],
    [
      "with a NIK in the reason",
      OTHER,
      { ...review, reason: "NIK 3673 9912 0485 0001 sudah benar." },
      422,
      "request-invalid",
    ],
    ["with another verdict", OTHER, { ...review, verdict: "maybe" }, 422, "request-invalid"],
  ])("is refused %s", async (_name, caller, body, status, code) => {
    const { ask, send } = harness();
    await ask(kioskRequest());
    const answer = await send(`${ADDRESS}/reviews`, postOf(body), caller);
    expect([answer.status, answer.body["code"]]).toEqual([status, code]);
    expect((await send(`${ADDRESS}/reviews`)).body).toEqual({ reviews: [] });
  });
});
