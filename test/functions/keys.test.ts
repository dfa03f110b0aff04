import { describe, expect, onTestFinished, test, vi } from "vitest";
import { newSigningKey, publicKeySet, readSigningKeys } from "../../src/ledger/receipt/keys.ts";
import { requestEvent } from "./support/deployed.ts";
import { entriesIn, keepOutput } from "./support/output.ts";

const signing = newSigningKey("2026-1");
const published = publicKeySet(readSigningKeys(JSON.stringify(signing)));

/** What the function answers and logs where it was given this. */
async function given(keys: unknown) {
  vi.resetModules();
  vi.stubEnv("LAYAK_PUBLIC_KEYS", JSON.stringify(keys));
  const output = keepOutput();
  onTestFinished(() => {
    output.stop();
  });
  const { handler } = await import("../../functions/keys.ts");
  const { statusCode, body } = await handler(requestEvent("GET", "/v1/keys"));
  const written = output.stop();
  return { statusCode, body: JSON.parse(body), log: entriesIn(written), written };
}

describe("the function that publishes the keys of receipts", () => {
  test("gives the public keys that it was given", async () => {
    const { statusCode, body } = await given(published);
    expect([statusCode, body]).toEqual([200, published]);
  });

  test("refuses to have a key that signs, and tells none of it", async () => {
    const { statusCode, log, written } = await given(signing);
    expect([statusCode, log]).toMatchObject([
      500,
      [
        {
          level: "CRITICAL",
          message: "function-not-ready",
          reason:
            "LAYAK_PUBLIC_KEYS must be without private parts: the public keys of receipts, as docs/deploy.md makes them",
        },
        { level: "INFO", message: "request", status: 500, problem: "internal-error" },
      ],
    ]);
    const [{ d = "" } = {}] = signing.keys;
    expect(written).not.toContain(d);
  });
});
