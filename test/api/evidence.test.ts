import { describe, expect, test } from "vitest";
import { CALLER, harness, idNumber, kioskRequest, NIKS } from "./support/harness.ts";

const ADDRESS = `/v1/decisions/${idNumber(1)}/evidence`;
const OTHER = { ...CALLER, client: "lain" };

async function decided() {
  const api = harness();
  const { body } = await api.ask(kioskRequest(NIKS.lapsed));
  return { ...api, decision: body };
}

describe("the evidence of a requirement", () => {
  test("of a small decision stands on one page, and is what the decision told", async () => {
    const { send, decision } = await decided();
    const { status, headers, body } = await send(`${ADDRESS}?requirement=terlindungi`);
    expect([status, headers.get("cache-control")]).toEqual([200, "no-store"]);
    expect(decision["requirements"]).toMatchObject([{ evidence: body["evidence"] }, {}]);
    expect(body).toEqual({
      decision: idNumber(1),
      requirement: "terlindungi",
      entries: 1,
      evidence: [expect.objectContaining({ fact: "coverage.status", actual: "NONAKTIF" })],
      next: null,
    });
  });

  test("may be that of the scope", async () => {
    const { send, decision } = await decided();
    const { body } = await send(`${ADDRESS}?requirement=scope`);
    expect(decision["scope"]).toEqual({ holds: true, evidence: body["evidence"] });
  });

  test("ends after the last entry", async () => {
    const { send } = await decided();
    const { body } = await send(`${ADDRESS}?requirement=luas&after=1`);
    expect(body).toMatchObject({ entries: 1, evidence: [], next: null });
  });

  test.each([
    ["without a requirement", "", "?requirement", "parameter-missing"],
    ["of an unknown requirement", "?requirement=lua", "?requirement", "value-unknown"],
    ["after more than there is", "?requirement=luas&after=2", "?after", "value-unknown"],
    ["after no number", "?requirement=luas&after=x", "?after", "value-unknown"],
    ["with a mistyped parameter", "?requirement=luas&afer=1", "?afer", "parameter-unknown"],
  ])("is refused %s", async (_, query, path, code) => {
    const { send } = await decided();
    const { status, body } = await send(`${ADDRESS}${query}`);
    expect(status).toBe(422);
    expect(body["errors"]).toMatchObject([{ path, code }]);
  });

  test("of a grant is refused where the decision has none, and says why", async () => {
    const { send } = await decided();
    const { status, body } = await send(`${ADDRESS}?requirement=grant:iuran`);
    expect([status, body["errors"]]).toEqual([
      422,
      [
        {
          path: "?requirement",
          code: "value-unknown",
          message:
            "Sebut syarat yang dimaksud, salah satu dari: scope, terlindungi, luas. Pemberian hanya ada bila pemohon memenuhi syarat.",
        },
      ],
    ]);
  });

  test("is not found by whoever may not read the decision, whatever they ask", async () => {
    const { send } = await decided();
    const strangers = [
      { ...OTHER, scopes: ["decisions:read"] as const },
      { ...OTHER, services: ["kota-lain/*"] },
    ];
    for (const stranger of strangers) {
      for (const query of ["?requirement=luas", "", "?requirement=x"]) {
        const { status, body } = await send(`${ADDRESS}${query}`, undefined, stranger);
        expect([status, body["code"]]).toEqual([404, "decision-not-found"]);
      }
    }
    expect((await send(`${ADDRESS}?requirement=luas`, undefined, OTHER)).status).toBe(200);
  });
});
