import { expect, test } from "vitest";
import type { ReadyCheck } from "../../src/api/ready.ts";
import type { Language } from "../../src/engine/model/text.ts";
import { harness } from "./support/harness.ts";

const fine = { name: "pack", look: async () => null };

test("/readyz is 200 where all that decisions need is there", async () => {
  const { status, body } = await harness({ checks: [fine] }).send("/readyz");
  expect([status, body]).toEqual([
    200,
    { status: "ready", checks: [{ name: "pack", problem: null }] },
  ]);
});

const NOBODY_IS_FOUND = {
  id: "Daftar peserta yang dipakai diimpor dengan kunci identitas yang tidak ada dalam pengaturan, sehingga tidak seorang pun dapat dicari di dalamnya. Kembalikan kunci itu, atau impor daftarnya lagi: docs/operations.md#keys-that-are-replaced.",
  en: "The roster in use was imported under an identity key that is not in the settings, so nobody can be looked up in it. Put that key back, or import the roster again: docs/operations.md#keys-that-are-replaced.",
};

const LOOKS: readonly (readonly [string, ReadyCheck["look"], Language, string, string])[] = [
  ["says why", async () => "roster-key-unknown", "en", "roster-key-unknown", NOBODY_IS_FOUND.en],
  ["says why", async () => "roster-key-unknown", "id", "roster-key-unknown", NOBODY_IS_FOUND.id],
  [
    "throws",
    () => Promise.reject(new Error("3673991204850001")),
    "en",
    "unavailable",
    "It cannot be read or asked now. The service's log says why.",
  ],
];

test.each(LOOKS)(
  "/readyz is 503 where a check %s, and names it in the caller's language",
  async (_, look, language, problem, message) => {
    const { send, lines } = harness({ checks: [fine, { name: "coverage", look }] });
    const { status, body } = await send("/readyz", { headers: { "accept-language": language } });
    expect([status, body]).toEqual([
      503,
      {
        status: "not-ready",
        checks: [
          { name: "pack", problem: null },
          { name: "coverage", problem, message },
        ],
      },
    ]);
    expect(JSON.stringify(lines)).not.toContain("3673991204850001");
  },
);
