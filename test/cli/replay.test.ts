import { describe, expect, it } from "vitest";
import { type ReplayOptions, replay } from "../../src/cli/replay.ts";
import { kioskRecord } from "../ledger/replay/support/records.ts";
import { copyOfRules, temporaryFolder, write } from "../support/files.ts";
import { recordingTerminal } from "../support/terminal.ts";

const RECORD = await kioskRecord();

async function run(record: unknown, options: Partial<ReplayOptions> = {}) {
  const terminal = recordingTerminal();
  const file = write(temporaryFolder(), "record.json", record);
  const now = new Date("2027-02-01T00:00:00Z");
  const code = await replay(terminal, file, { lang: "en", ...options }, now);
  const { out, err } = terminal;
  return { code, out, err: err.map((line) => line.replace(file, "record.json")) };
}

describe("layak replay", () => {
  it("says that a record gives its decision again", async () => {
    expect(await run(RECORD)).toEqual({
      code: 0,
      out: [
        "SAME: the facts and the policy of this record give that decision again.",
        "kota-serang/sewa-kios, 22 November 2026: not eligible yet",
        "This does not check the signature: run layak verify on the same record.",
      ],
      err: [],
    });
    expect((await run(RECORD, { lang: "id" })).out[0]).toBe(
      "SAMA: fakta dan aturan dalam catatan ini menghasilkan keputusan itu lagi.",
    );
  });

  it("exits 2 and says where a record whose outcome was changed differs", async () => {
    const decision = { ...RECORD.decision, outcome: "eligible" };
    expect(await run({ ...RECORD, decision })).toEqual({
      code: 2,
      out: [
        "DIFFERENT: the facts and the policy of this record do not give that decision.",
        "kota-serang/sewa-kios, 22 November 2026: eligible",
        '  outcome: recorded "eligible", replayed "ineligible"',
        '  receipt.outcome: recorded "eligible", in the receipt "ineligible"',
      ],
      err: [],
    });
  });

  it("shows that a fact was changed, with what came of it", async () => {
    const facts = { ...RECORD.facts, "coverage.status": "AKTIF" };
    const { code, out } = await run({ ...RECORD, facts });
    expect(code).toBe(2);
    expect(out).toContain('  outcome: recorded "ineligible", replayed "eligible"');
    expect(out.some((line) => line.startsWith("  factsDigest: recorded"))).toBe(true);
  });

  it("shows that the policy was changed by its digest", async () => {
    const { policy, ...rest } = RECORD;
    const text = JSON.stringify(policy).replace('"owner":"', '"owner":"Bukan ');
    const { code, out } = await run({ ...rest, policy: JSON.parse(text) });
    expect([code, out.length]).toEqual([2, 3]);
    expect(out[2]).toMatch(/^ {2}policy\.digest: recorded "sha256:\w+", replayed "sha256:\w+"$/);
  });

  it("says that facts which the policy does not know cannot be decided", async () => {
    const { code, out } = await run({ ...RECORD, facts: { "kiosk.owner": "ASING" } });
    expect([code, out.slice(0, 2)]).toEqual([
      2,
      [
        "DIFFERENT: by the policy of this record its facts cannot be decided at all.",
        "kota-serang/sewa-kios, 22 November 2026: not eligible yet",
      ],
    ]);
    expect(out[3]).toContain('"kiosk.owner"');
  });

  it("tells with --rules what other rules answer, on that day and today", async () => {
    const directory = copyOfRules();
    const { code, out } = await run(RECORD, { rules: directory });
    expect(code).toBe(0);
    expect(out.slice(3)).toEqual([
      "",
      `By ${directory}:`,
      "  22 November 2026: not eligible yet; policy of 1 January 2026; unmet: bpjs-aktif",
      expect.stringMatching(/^ {2}1 February 2027: not eligible yet; policy of 1 January 2026; /),
    ]);
  });

  it("prints JSON for programs", async () => {
    const same = await run(RECORD, { json: true, rules: "rules" });
    expect(JSON.parse(same.out.join("\n"))).toMatchObject({
      kind: "same",
      rules: [
        { asOf: "2026-11-22", outcome: "ineligible", unmet: ["bpjs-aktif"], missing: [] },
        { asOf: "2027-02-01", outcome: "ineligible" },
      ],
    });
    const decision = { ...RECORD.decision, missing: ["kiosk.owner"] };
    const { out } = await run({ ...RECORD, decision }, { json: true });
    expect(JSON.parse(out.join("\n"))).toEqual({
      kind: "different",
      differences: [{ path: "missing[0]", recorded: "kiosk.owner" }],
    });
  });

  it.each<[string, unknown, string]>([
    [
      "text that is no JSON",
      "{",
      "record.json is not valid JSON. Ask for it again by GET /v1/decisions/{id}/record.",
    ],
    [
      "a decision without its record",
      RECORD.decision,
      'This record cannot be read at "decision". Ask for it again by GET /v1/decisions/{id}/record.',
    ],
    [
      "a record without its policy",
      { ...RECORD, policy: {} },
      'This record cannot be read at "policy.policy". Ask for it again by GET /v1/decisions/{id}/record.',
    ],
  ])("exits 1 for %s", async (_, record, message) => {
    expect(await run(record)).toEqual({ code: 1, out: [], err: [message] });
  });
});
