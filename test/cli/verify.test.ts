import { describe, expect, it } from "vitest";
import { type VerifyOptions, verify } from "../../src/cli/verify.ts";
import { newSigningKey, publicKeySet } from "../../src/ledger/receipt/keys.ts";
import { APPLICANT, KEYS, kioskRecord } from "../ledger/replay/support/records.ts";
import { temporaryFolder, write } from "../support/files.ts";
import { recordingTerminal } from "../support/terminal.ts";

const RECORD = await kioskRecord();
const { receipt } = RECORD;
const SALT = RECORD.salts?.subject ?? "";
const NUMBER = `nik:${APPLICANT.number}`;

async function run(given: string, options: Partial<VerifyOptions> & { jwks?: unknown } = {}) {
  const terminal = recordingTerminal();
  const { jwks = publicKeySet(KEYS), ...rest } = options;
  const keys = write(temporaryFolder(), "keys.json", jwks);
  const code = await verify(terminal, given, { keys, lang: "en", ...rest });
  const { out, err } = terminal;
  return { code, out, err: err.map((line) => line.replace(keys, "keys.json")) };
}

const DECISION = [
  "Decision: not eligible yet",
  "Service: kota-serang/sewa-kios",
  "For the day: 22 November 2026",
  "Issued: 22 November 2026 12:00 WIB",
  "Policy: in force from 1 January 2026",
  "Id: 01a20236-8e61-7d0f-8ded-3252df7f8a48",
  "This decision is provisional: its policy is a pilot, or not confirmed yet.",
];

describe("layak verify", () => {
  it("says that a receipt is genuine and what it decides", async () => {
    expect(await run(receipt)).toEqual({
      code: 0,
      out: [
        "THIS RECEIPT IS GENUINE",
        ...DECISION,
        "About whom it is was not checked: add --applicant and --salt.",
      ],
      err: [],
    });
  });

  it("speaks Indonesian at an Indonesian counter", async () => {
    const { out } = await run(receipt, { lang: "id", applicant: NUMBER, salt: SALT });
    expect(out).toEqual([
      "BUKTI INI ASLI",
      "Keputusan: belum memenuhi syarat",
      "Layanan: kota-serang/sewa-kios",
      "Untuk tanggal: 22 November 2026",
      "Dikeluarkan: 22 November 2026 12.00 WIB",
      "Aturan: berlaku sejak 1 Januari 2026",
      "Nomor: 01a20236-8e61-7d0f-8ded-3252df7f8a48",
      "Keputusan ini sementara: aturannya masih uji coba atau belum dipastikan.",
      "Bukti ini tentang pemohon yang Anda sebut.",
    ]);
  });

  it("says that it is about the applicant, and never prints the number", async () => {
    const result = await run(receipt, { applicant: NUMBER, salt: SALT });
    expect([result.code, result.out[0], result.out.at(-1)]).toEqual([
      0,
      "THIS RECEIPT IS GENUINE",
      "This receipt is about the applicant whom you named.",
    ]);
    expect(JSON.stringify(result)).not.toContain(APPLICANT.number);
  });

  it.each([
    ["another person", "nik:3673991204850001", SALT],
    ["another salt", NUMBER, RECORD.salts?.facts ?? ""],
    ["a business", "nib:1234567890123", SALT],
    ["an office", "office:kota-serang/dishub", SALT],
  ])("exits 2 for %s, and says so first", async (_, applicant, salt) => {
    const result = await run(receipt, { applicant, salt });
    expect([result.code, result.out[0]]).toEqual([
      2,
      "THIS RECEIPT IS GENUINE, BUT ABOUT ANOTHER APPLICANT",
    ]);
    expect(result.out.at(-1)).toBe(
      "This receipt is not about the applicant whom you named, or the salt belongs to another one. Do not use it for that applicant.",
    );
    expect(JSON.stringify(result)).not.toContain(applicant.slice(4));
  });

  it.each<[string, unknown]>([
    ["the receipt alone", `${receipt}\n`],
    ["a receipt that a letter broke into lines", receipt.replaceAll(/.{70}/g, "$&\r\n")],
    ["an answer of the API", { id: RECORD.decision.id, receipt, salts: RECORD.salts }],
    ["a record", RECORD],
  ])("reads a file with %s", async (_, content) => {
    const file = write(temporaryFolder(), "receipt", content);
    expect((await run(file)).code).toBe(0);
  });

  it("takes the salt from the file that holds it, and does not ask for it", async () => {
    const file = write(temporaryFolder(), "record.json", RECORD);
    expect([await run(file), await run(receipt, { salt: SALT })]).toMatchObject(
      [0, 0].map((code) => ({
        code,
        out: expect.arrayContaining(["About whom it is was not checked: add --applicant."]),
      })),
    );
    expect((await run(file, { applicant: NUMBER })).out.at(-1)).toBe(
      "This receipt is about the applicant whom you named.",
    );
  });

  it.each([
    [
      "a changed receipt",
      `${receipt.slice(0, 200)}${receipt[200] === "A" ? "B" : "A"}${receipt.slice(201)}`,
      "Its signature does not fit: it was changed after it was issued, or that service never issued it.",
    ],
    [
      "half a receipt",
      receipt.slice(0, 300),
      "It does not have the form of a receipt, or a character is missing, changed or added. Copy the whole of it again.",
    ],
  ])("exits 2 for %s and says why", async (_, changed, why) => {
    const { code, out } = await run(changed);
    expect([code, out[0]]).toEqual([2, "THIS RECEIPT IS FALSE"]);
    expect(out.slice(1)).toEqual([why]);
  });

  it("exits 2 where the key is not among those given", async () => {
    const { d: _, ...other } = newSigningKey("2030-1").keys[0] ?? {};
    const { code, out } = await run(receipt, { jwks: { keys: [other] } });
    expect([code, out]).toEqual([
      2,
      [
        "THIS RECEIPT IS FALSE",
        "The key that it names is not in the file of keys. Get the latest from /v1/keys; if it is still not there, this receipt is not from that service.",
      ],
    ]);
  });

  it("prints JSON for programs", async () => {
    const genuine = await run(receipt, { json: true, applicant: NUMBER, salt: SALT });
    expect(JSON.parse(genuine.out.join("\n"))).toMatchObject({
      kind: "genuine",
      subject: "same",
      decision: { outcome: "ineligible", subject: RECORD.decision.subject },
    });
    const cut = await run(receipt.slice(0, -2), { json: true });
    expect(JSON.parse(cut.out.join("\n"))).toEqual({ kind: "false", reason: "signature-wrong" });
  });

  it.each<[string, string, Partial<VerifyOptions> & { jwks?: unknown }, string]>([
    [
      "a file that is not there",
      "nowhere.jws",
      {},
      'The file "nowhere.jws" cannot be read. Check its name and permissions.',
    ],
    [
      "keys that are none",
      receipt,
      { jwks: { keys: [] } },
      "keys.json: This JWK set holds no ES256 key.",
    ],
    [
      "a NIK cut short",
      receipt,
      { applicant: "nik:36739957087900", salt: SALT },
      "--applicant must be nik: with 16 digits, nib: with 13 digits, or office:<city>/<code>.",
    ],
    [
      "an office without its city",
      receipt,
      { applicant: "office:dishub", salt: SALT },
      "--applicant must be nik: with 16 digits, nib: with 13 digits, or office:<city>/<code>.",
    ],
    [
      "an applicant without salt",
      receipt,
      { applicant: NUMBER },
      "--applicant needs --salt: the value of salts.subject in the API's answer with this receipt.",
    ],
    [
      "a salt cut short",
      receipt,
      { applicant: NUMBER, salt: SALT.slice(1) },
      "--salt must be 22 characters, exactly as salts.subject stands in the API's answer.",
    ],
  ])("exits 1 for %s", async (_, given, options, message) => {
    expect(await run(given, options)).toEqual({ code: 1, out: [], err: [message] });
  });

  it("exits 1 for an answer without a receipt", async () => {
    const file = write(temporaryFolder(), "answer.json", { id: "x" });
    const { code, err } = await run(file);
    expect([code, err]).toEqual([
      1,
      [
        `There is no receipt in ${file}. Give the receipt itself, or an answer of the API that holds "receipt".`,
      ],
    ]);
  });

  describe("of a file that holds more than the receipt", () => {
    const { salts, ...answer } = { ...RECORD.decision, receipt, salts: RECORD.salts };
    const files = (outcome: string): readonly (readonly [string, object])[] => [
      ["an answer", { ...answer, salts, outcome }],
      ["a result of a batch", { id: answer.id, outcome, missing: answer.missing, receipt }],
      ["a record", { ...RECORD, decision: { ...RECORD.decision, outcome } }],
    ];

    it.each(files("ineligible"))("%s as it was given is genuine", async (_, file) => {
      const given = write(temporaryFolder(), "file.json", file);
      expect(await run(given)).toMatchObject({
        code: 0,
        out: ["THIS RECEIPT IS GENUINE", ...DECISION, expect.any(String)],
      });
    });

    it.each(files("eligible"))("%s that was changed is told, and where", async (_, file) => {
      const given = write(temporaryFolder(), "file.json", file);
      expect(await run(given)).toMatchObject({
        code: 2,
        out: [
          "THIS RECEIPT IS GENUINE, BUT THE FILE AROUND IT SAYS OTHERWISE",
          ...DECISION,
          "What stands above is what was decided; the file was changed at: outcome.",
          expect.any(String),
        ],
      });
      const { out } = await run(given, { json: true });
      expect(JSON.parse(out.join(""))).toMatchObject({ fileDiffersAt: ["outcome"] });
    });
  });
});
