import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { FIRST_CASE, SUGGESTED } from "../../../src/analysis/suggest/note.ts";
import {
  adopt,
  CASES,
  FIRST,
  type Files,
  prepared,
  RECORD,
  swap,
  told,
  WORLD,
  withCaseOn,
  withValue,
  withVersion,
} from "./support/world.ts";

/** Its types describe a default export that its CommonJS does not have. */
const canonicalize: (value: unknown) => string | undefined = createRequire(import.meta.url)(
  "canonicalize",
);

const sha256 = (value: unknown) =>
  createHash("sha256")
    .update(canonicalize(value) ?? "")
    .digest("hex");

/** Places and words of what is told against an adoption. */
function against(files: Files, more: Parameters<typeof prepared>[1] = {}): readonly string[] {
  const result = prepared(files, more);
  if (result.kind !== "refused") return [result.kind];
  return result.problems.map(({ file, line, column, message }) =>
    file === undefined ? `${message.en}` : `${file}:${line}:${column} ${message.en}`,
  );
}

/** The rules with a note of their one case. */
function noted(note: object): Files {
  return swap(WORLD, CASES, `"asOf"`, `"note": ${JSON.stringify(note)}, "asOf"`);
}

describe("an adoption", () => {
  it("writes the status and the record, and nothing else", () => {
    const result = prepared(WORLD);
    expect(result.kind === "ready" && [...result.files.keys()]).toEqual([FIRST, RECORD]);
    expect(adopt(WORLD)[FIRST]).toBe((WORLD[FIRST] ?? "").replace('"pilot"', '"adopted"'));
  });

  it("tells who, when, why, which version, and how the cases speak for it", () => {
    const result = prepared(WORLD);
    if (result.kind !== "ready") throw new Error(result.kind);
    const { parts, seal, record, ...entry } = result.adoption;
    expect(entry).toEqual({
      kind: "adopted",
      service: "kota/kios",
      version: "2026-01-01",
      on: "2025-11-30",
      recorded: "2025-12-01",
      by: "Wali Kota",
      why: "Perwal 9/2025",
    });
    expect([result.casesPassed, result.casesConfirmed, result.left]).toEqual([1, 1, []]);
    expect(Object.keys(parts)).toContain("parameters/batas/values/2026-07-01");
    expect([seal, record].map((text) => text.length)).toEqual([12 + 1 + 64, 64]);
  });

  it("has the seal that any program computes: SHA-256 of RFC 8785", () => {
    const result = prepared(WORLD);
    if (result.kind !== "ready") throw new Error(result.kind);
    const { record, seal, ...entry } = result.adoption;
    const { service, version, parts } = entry;
    expect(parts["title"]).toBe(sha256({ id: "Sewa kios", en: "Kiosk lease" }));
    expect(seal).toBe(`layak-seal-1:${sha256({ seal: "layak-seal-1", service, version, parts })}`);
    expect(record).toBe(sha256({ ...entry, seal }));
  });

  it("has the same seal for all time", () => {
    const result = prepared(WORLD);
    expect(result.kind === "ready" && result.adoption.seal).toBe(
      "layak-seal-1:7b91e5bc1cce8b0540fbe8e8d7b8bfa35e228b357ba95d162fed9e2c5f456fcc",
    );
  });

  it.each([
    ["Windows line ends", (text: string) => text.replaceAll("\n", "\r\n")],
    ["a byte order mark", (text: string) => `\uFEFF${text}`],
    ["no line ends at all", (text: string) => JSON.stringify(JSON.parse(text))],
  ])("keeps every other byte of a file with %s", (_what, rewrite) => {
    const files = Object.fromEntries(
      Object.entries(WORLD).map(([path, text]) => [path, rewrite(text)]),
    );
    const adopted = adopt(files);
    expect(adopted[FIRST]).toBe(rewrite((WORLD[FIRST] ?? "").replace('"pilot"', '"adopted"')));
    expect(told(adopted, "2028-01-01")).toEqual([]);
  });

  it("adds to the record and leaves what stands in it, byte for byte", () => {
    const first = adopt(WORLD);
    const windows = (first[RECORD] ?? "").replaceAll("\n", "\r\n");
    const second = adopt({ ...withValue(first, "2027-01-01"), [RECORD]: `\uFEFF${windows}` });
    const end = windows.lastIndexOf("\r\n  ]");
    expect(second[RECORD]?.startsWith(`\uFEFF${windows.slice(0, end)},\r\n    {\r\n`)).toBe(true);
    expect(second[RECORD]?.endsWith(windows.slice(end))).toBe(true);
    expect(told(second, "2028-01-01")).toEqual([]);
  });

  it("fills an empty record", () => {
    const empty = { ...WORLD, [RECORD]: `{ "adoptions": [] }` };
    expect(told(adopt(empty))).toEqual([]);
  });

  it("is not recorded twice", () => {
    expect(prepared(adopt(WORLD)).kind).toBe("nothing");
    expect(prepared(adopt(WORLD), { today: "2028-01-01", correct: true }).kind).toBe("nothing");
  });

  it("takes in what was added since", () => {
    const first = adopt(WORLD);
    const code = swap(first, "facts.json", `"NONAKTIF"`, `"TENGGANG": { "id": "x" }, "NONAKTIF"`);
    const result = prepared(code, { today: "2026-11-22" });
    expect(result.kind === "ready" && result.adoption.kind).toBe("added");
    const second = adopt(code, { today: "2026-11-22" });
    expect(told(swap(second, "facts.json", `"id": "x"`, `"id": "y"`))).not.toEqual([]);
  });

  it("records a version that was called adopted before its turn", () => {
    expect(told(adopt(swap(WORLD, FIRST, `"pilot"`, `"adopted"`)))).toEqual([]);
  });

  it("records two such versions one after the other", () => {
    const draft = withCaseOn("2027-02-01", withVersion(WORLD, "2027-01-01", "adopted"));
    const both = swap(draft, FIRST, `"pilot"`, `"adopted"`);
    const one = prepared(both);
    expect(one.kind === "ready" && one.left.map(({ code }) => code)).toEqual(["LYK506"]);
    expect(told(adopt(adopt(both), { version: "2027-01-01" }))).toEqual([]);
  });

  it("corrects what two versions share one after the other", () => {
    const cases = { "kota/trayek/cases.json": WORLD[CASES] ?? "" };
    const two = { ...WORLD, "kota/trayek/2026-01-01.json": WORLD[FIRST] ?? "", ...cases };
    const adopted = adopt(adopt(two), { service: "kota/trayek" });
    const changed = swap(adopted, "kota/conditions.json", "onOrAfter", "after");
    const first = adopt(changed, { correct: true });
    const second = adopt(first, { correct: true, service: "kota/trayek" });
    expect([told(first).length, told(second)]).toEqual([1, []]);
  });
});

describe("an adoption is refused", () => {
  it("while the rules are wrong anywhere", () => {
    const wrong = swap(WORLD, "sources.json", `"kind": "report"`, `"kind": "rapport"`);
    expect(against(wrong)).toEqual([`sources.json:5:57 "kind" cannot be "rapport"`]);
  });

  it("while a case comes out otherwise", () => {
    const wrong = swap(WORLD, CASES, `"household.income": 2000000`, `"household.income": 2000001`);
    expect(against(wrong)).toEqual([
      `${CASES}:2:3 once this version is adopted, the case "Lunas" does not come out as expected: decided "not eligible yet", expected "eligible"`,
    ]);
  });

  it("while a case would come out otherwise, once the version decides", () => {
    const draft = swap(WORLD, FIRST, `"pilot"`, `"draft"`);
    const before = withVersion(draft, "2025-01-01", "pilot");
    const stricter = swap(before, FIRST, `"value": { "fact": "parameter.batas" }`, `"value": 1`);
    expect(against(stricter)).toEqual([
      `${CASES}:2:3 once this version is adopted, the case "Lunas" does not come out as expected: decided "not eligible yet", expected "eligible"`,
    ]);
  });

  it("while a case that the version decides is not confirmed", () => {
    const bare = swap(
      WORLD,
      CASES,
      `,\n    "confirmed": { "by": "Bagian Hukum", "on": "2025-11-28" }`,
      "",
    );
    expect(against(bare)).toEqual([`${CASES}:2:3 the case "Lunas" is not confirmed`]);
    const named = swap(
      withVersion(bare, "2026-06-01"),
      CASES,
      `"asOf": "2026-02-01"`,
      `"asOf": "2026-02-01", "version": "2026-06-01"`,
    );
    expect(against(withCaseOn("2026-03-01", named), { version: "2026-06-01" })).toContain(
      `${CASES}:2:3 the case "Lunas" is not confirmed`,
    );
  });

  it.each([
    SUGGESTED,
    FIRST_CASE,
    { id: `Lihat. ${SUGGESTED.id}` },
    { id: `Lihat. ${FIRST_CASE.id}` },
    { id: "Warga RT 3.", en: FIRST_CASE.en },
  ])("while a confirmed case says of itself that it is to be checked: %j", (note) => {
    expect(against(noted(note))).toEqual([
      `${CASES}:2:3 the case "Lunas" is confirmed, but its "note" still says to check it`,
    ]);
  });

  it("never for a note of other words", () => {
    expect(against(noted({ id: "Iuran 2027 belum dipastikan." }))).toEqual(["ready"]);
  });

  it("with findings that break the version told before its cases", () => {
    const limit = `"operator": "lessThanInclusive", "value": { "fact": "parameter.batas" }`;
    const impossible = `"operator": "lessThan", "value": -9007199254740991`;
    const refusing = swap(noted(SUGGESTED), CASES, `"eligible"`, `"ineligible"`);
    const result = prepared(swap(refusing, FIRST, limit, impossible));
    expect(
      result.kind === "refused" && result.problems.map(({ code, file }) => code ?? file),
    ).toEqual(["LYK901", CASES]);
  });

  it("while a suggested case is not confirmed, with all that is to be done", () => {
    const { confirmed: _confirmed, ...bare } = JSON.parse(WORLD[CASES] ?? "")[0];
    const result = prepared({ ...WORLD, [CASES]: JSON.stringify([{ ...bare, note: SUGGESTED }]) });
    expect(result.kind === "refused" && result.problems.map(({ help }) => help?.en)).toEqual([
      'if its result is right, write "confirmed": { "by": "NAME", "on": "YYYY-MM-DD" } and delete its "note"',
    ]);
  });

  it("while a case is confirmed on a day to come", () => {
    expect(against(swap(WORLD, CASES, "2025-11-28", "2025-12-02"))).toEqual([
      `${CASES}:7:48 confirmed on 2025-12-02, a day to come; today is 2025-12-01`,
    ]);
  });

  it("while other versions' cases alone are there", () => {
    expect(against(withVersion(WORLD, "2027-01-01"), { version: "2027-01-01" })).toEqual([
      `${CASES}:1:1 there is no case that the version of 2027-01-01 decides`,
    ]);
  });

  it("for a service or version that is not there", () => {
    expect(against(WORLD, { service: "kota/kioss" })).toEqual([
      'There is no service "kota/kioss". Did you mean "kota/kios"?',
    ]);
    expect(against(WORLD, { version: "2026-01-02" })).toEqual([
      '"kota/kios" has no version "2026-01-02". There are: 2026-01-01.',
    ]);
  });

  it("while what was adopted before is altered", () => {
    const adopted = adopt(WORLD);
    const next = withCaseOn("2027-02-01", withVersion(adopted, "2027-01-01"));
    const altered = swap(next, FIRST, "Sewa kios", "Sewa lapak");
    expect(against(altered, { version: "2027-01-01" })).toEqual([
      `${FIRST}:2:3 "title" was changed, though it was adopted: kota/kios 2026-01-01`,
    ]);
  });

  it("while the record itself is altered, whatever is to be corrected", () => {
    const forged = swap(adopt(WORLD), RECORD, "Perwal 9/2025", "Perwal 8/2025");
    expect(against(forged, { correct: true })).toEqual([
      `${RECORD}:4:5 this entry, or one before it, was changed or taken away`,
    ]);
  });

  it("while an entry before it is gone", () => {
    const twice = adopt(withValue(adopt(WORLD), "2027-01-01"));
    const { adoptions } = JSON.parse(twice[RECORD] ?? "");
    const shorter = { ...twice, [RECORD]: JSON.stringify({ adoptions: adoptions.slice(1) }) };
    expect(against(shorter, { correct: true })).toEqual([
      `${RECORD}:1:15 this entry, or one before it, was changed or taken away`,
    ]);
  });
});
