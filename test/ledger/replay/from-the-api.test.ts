import { describe, expect, it } from "vitest";
import { readPublicKeys } from "../../../src/ledger/receipt/public-keys.ts";
import { verifyReceipt } from "../../../src/ledger/receipt/verify.ts";
import { readRecord } from "../../../src/ledger/replay/record.ts";
import { replay } from "../../../src/ledger/replay/replay.ts";
import { type Answered, harness, kioskRequest, NIKS } from "../../api/support/harness.ts";

const { ask, send } = harness();

async function verified({ body }: Answered, nik: string) {
  const { receipt, salts } = body;
  if (typeof receipt !== "string" || typeof salts !== "object" || salts === null) {
    throw new Error("a decision has a receipt and salts");
  }
  const subjectSalt = "subject" in salts ? String(salts.subject) : "";
  const jwks = readPublicKeys(JSON.stringify((await send("/v1/keys")).body));
  return verifyReceipt(receipt, jwks, { applicant: { kind: "nik", number: nik }, subjectSalt });
}

describe("a decision that the API gave", () => {
  it("verifies by the keys that the API serves, for its applicant and nobody else", async () => {
    const answer = await ask(kioskRequest(NIKS.lapsed));
    const { id, issuedAt, outcome, subject, factsDigest } = answer.body;
    expect(await verified(answer, NIKS.lapsed)).toMatchObject({
      kind: "genuine",
      subject: "same",
      decision: { id, issuedAt, outcome, subject, factsDigest },
    });
    expect(await verified(answer, NIKS.active)).toMatchObject({ subject: "different" });
  });

  it("has a receipt without texts, and without the values of personal facts", async () => {
    const result = await verified(await ask(kioskRequest(NIKS.lapsed)), NIKS.lapsed);
    if (result.kind !== "genuine") throw new Error(result.reason);
    expect(result.decision).not.toHaveProperty("explanation");
    const evidence = result.decision.requirements.flatMap((one) => one.evidence);
    const about = (fact: string) => evidence.filter((entry) => entry.fact === fact);
    expect(about("coverage.status").length).toBeGreaterThan(0);
    expect(about("coverage.status").filter((entry) => "actual" in entry)).toEqual([]);
    expect(about("land.hectares").every((entry) => "actual" in entry)).toBe(true);
  });

  it.each(Object.entries(NIKS))("is replayed from its record: %s", async (_, nik) => {
    const { body } = await ask(kioskRequest(nik));
    const record = await send(`/v1/decisions/${body["id"]}/record`);
    expect(record.status).toBe(200);
    expect(replay(readRecord(record.body))).toEqual({ kind: "same" });
  });
});
