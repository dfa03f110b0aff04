import { describe, expect, it } from "vitest";
import { publicKeys } from "../../src/cli/public-keys.ts";
import { newSigningKey } from "../../src/ledger/receipt/keys.ts";
import { temporaryFolder, write } from "../support/files.ts";
import { recordingTerminal } from "../support/terminal.ts";

async function run(set: unknown) {
  const terminal = recordingTerminal();
  const file = write(temporaryFolder(), "signing-keys.json", set);
  const code = await publicKeys(terminal, file, { lang: "en" });
  return { code, out: terminal.out, err: terminal.err };
}

describe("layak public-keys", () => {
  it("prints every key without its private part, the active one first", async () => {
    const [retired] = newSigningKey("2026-1").keys;
    const { active, keys } = newSigningKey("2027-1");
    const { code, out, err } = await run({ active, keys: [retired, ...keys] });
    const shown = [...keys, retired].map((key) => ({ ...key, d: undefined }));
    expect({ code, err }).toEqual({ code: 0, err: [] });
    expect(out.map((line) => JSON.parse(line))).toEqual([
      JSON.parse(JSON.stringify({ keys: shown })),
    ]);
  });

  it("says what is wrong with the keys, and shows none of them", async () => {
    const { keys } = newSigningKey("2027-1");
    expect(await run({ active: "2026-1", keys })).toEqual({
      code: 1,
      out: [],
      err: ['"active" must name the kid of the key that signs, one of: 2027-1.'],
    });
  });
});
