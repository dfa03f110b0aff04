import { describe, expect, test } from "vitest";
import type { TokenVerification } from "../../../src/api/access/verify-token.ts";
import { keepVerifications } from "../../../src/cli/serve/kept-verification.ts";
import { CALLER } from "../../api/support/callers.ts";

const VERIFIED: TokenVerification = { kind: "verified", caller: CALLER };
const REFUSED: TokenVerification = { kind: "refused", reason: "signature" };

function verifierAt(answers: Readonly<Record<string, TokenVerification>>) {
  const asked: string[] = [];
  let now = Date.parse("2026-11-22T05:00:00Z");
  const verify = keepVerifications(
    async (token) => {
      asked.push(token);
      return answers[token] ?? REFUSED;
    },
    () => new Date(now),
  );
  const wait = (seconds: number) => {
    now += seconds * 1000;
  };
  return { verify, asked, wait };
}

describe("a local gateway", () => {
  test("verifies a token once a minute", async () => {
    const { verify, asked, wait } = verifierAt({ one: VERIFIED });
    expect([await verify("one"), await verify("one")]).toEqual([VERIFIED, VERIFIED]);
    wait(59);
    await verify("one");
    expect(asked).toEqual(["one"]);
    wait(1);
    await verify("one");
    expect(asked).toEqual(["one", "one"]);
  });

  test("never takes one token for another", async () => {
    const { verify } = verifierAt({ one: VERIFIED });
    await verify("one");
    expect(await verify("on")).toEqual(REFUSED);
  });

  test("asks again about a token that was refused", async () => {
    const answers: Record<string, TokenVerification> = { one: REFUSED };
    const { verify } = verifierAt(answers);
    expect(await verify("one")).toEqual(REFUSED);
    answers["one"] = VERIFIED;
    expect(await verify("one")).toEqual(VERIFIED);
  });

  test("does not keep more and more of them", async () => {
    const tokens = Array.from({ length: 1001 }, (_, index) => `token ${index}`);
    const { verify, asked } = verifierAt(Object.fromEntries(tokens.map((one) => [one, VERIFIED])));
    for (const token of tokens) await verify(token);
    await verify("token 0");
    expect(asked).toHaveLength(1002);
  });
});
