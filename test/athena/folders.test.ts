import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { folderOf, resultPrefix, uploadPrefix } from "../../src/athena/folders.ts";

/** What a token may call a client. */
const client = fc
  .array(fc.integer({ min: 0x21, max: 0x7e }), { minLength: 1, maxLength: 200 })
  .map((codes) => String.fromCharCode(...codes));

describe("a client's folder", () => {
  test.each([
    ["perizinan-2", "perizinan-2"],
    ["Dinas_Pasar", "Dinas_5fPasar"],
    ["../lain", "_2e_2e_2flain"],
    ["_", "_5f"],
  ])("of %s is %s", (name, folder) => {
    expect(folderOf(name)).toBe(folder);
  });

  test("is one folder of letters, digits, hyphens and underscores, and not Athena's own", () => {
    fc.assert(
      fc.property(client, (name) => {
        expect(folderOf(name)).toMatch(/^[A-Za-z0-9_-]+$/);
        expect(folderOf(name)).not.toBe("_");
        expect(Buffer.byteLength(resultPrefix(name, "x".repeat(36)))).toBeLessThan(700);
      }),
    );
  });

  test("is its own: no two clients have one, nor lies one within another", () => {
    fc.assert(
      fc.property(client, client, (one, other) => {
        fc.pre(one !== other);
        expect(folderOf(one)).not.toBe(folderOf(other));
        expect(uploadPrefix(one, "a").startsWith(uploadPrefix(other, "a"))).toBe(false);
      }),
    );
  });
});
