import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FIRST_CASE } from "../../../src/analysis/suggest/note.ts";
import { type AdoptOptions, adopt } from "../../../src/cli/adopt.ts";
import { check } from "../../../src/cli/check.ts";
import { serve } from "../../../src/cli/serve.ts";
import { test } from "../../../src/cli/test.ts";
import { validate } from "../../../src/cli/validate.ts";
import {
  CASES,
  FIRST,
  RECORD,
  swap,
  WORLD,
  withValue,
} from "../../analysis/adoption/support/world.ts";
import { temporaryFolder, write } from "../../support/files.ts";
import { type RecordingTerminal, recordingTerminal } from "../../support/terminal.ts";

let rules: string;
let terminal: RecordingTerminal;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2025-11-30T18:00:00Z"), toFake: ["Date"] });
  rules = temporaryFolder();
  put(WORLD);
  terminal = recordingTerminal();
});

afterEach(() => {
  vi.useRealTimers();
});

function put(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) write(rules, path, text);
}

function files(): Readonly<Record<string, string>> {
  const paths = readdirSync(rules, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    paths.sort().map((path) => [path.slice(rules.length + 1), readFileSync(path, "utf8")]),
  );
}

async function run(more: Partial<AdoptOptions> = {}): Promise<number> {
  const options = { from: "2026-01-01", by: "Wali Kota", why: "Perwal 9/2025", rules, lang: "en" };
  return adopt(terminal, "kota/kios", { ...options, ...more });
}

/** What was printed, and what was complained of, with the directory called `rules`. */
function told(): readonly string[] {
  return [...terminal.out, ...terminal.err].map((line) => line.replaceAll(rules, "rules"));
}

/** What is told of the rules of the tests beside everything else. */
const WARNINGS = [
  "13 warnings about this version:",
  `  LYK916 adopted, but not confirmed (3): rules/${FIRST}:11,19; rules/parameters.json:13`,
  '  help: see the instruments and write "confirmed" before it is adopted; after that only with --correct',
  `  LYK918 a text without English (10): rules/facts.json:5,6,10,11; rules/kota/conditions.json:8; rules/${FIRST}:8,16,20; rules/parameters.json:5; rules/sources.json:3`,
];

describe("layak adopt", () => {
  it("puts an adoption on record, on the day that it is in Jakarta", async () => {
    expect(await run()).toBe(0);
    const { seal } = JSON.parse(files()[RECORD] ?? "").adoptions[0];
    expect(told()).toEqual([
      "Adopted: Kiosk lease (kota/kios), in force from 1 January 2026.",
      "  By Wali Kota, 1 December 2025: Perwal 9/2025",
      `  Seal ${seal}`,
      "  Cases as expected: 1; decided by this version and confirmed: 1",
      expect.stringMatching(
        /^ {2}Tested by cases: outcomes 1\/3, clauses 3\/9, sole reasons 0\/2, limits \d\/\d; the rest: layak test rules --coverage$/,
      ),
      `  Written: rules/${FIRST}, rules/${RECORD}`,
      ...WARNINGS,
    ]);
    expect(Object.keys(files())).toEqual([...Object.keys(WORLD), RECORD].sort());
    expect(await validate(terminal, rules, { lang: "en" })).toBe(0);
  });

  it("speaks Indonesian", async () => {
    expect(await run({ lang: "id", on: "2025-11-20" })).toBe(0);
    expect(told().slice(0, 2)).toEqual([
      "Ditetapkan: Sewa kios (kota/kios), berlaku mulai 1 Januari 2026.",
      "  Oleh Wali Kota, 20 November 2025: Perwal 9/2025",
    ]);
  });

  it("prints the entry as JSON for programs", async () => {
    expect(await run({ json: true })).toBe(0);
    const { adoptions } = JSON.parse(files()[RECORD] ?? "");
    const { meaning, ...told } = JSON.parse(terminal.out.join("\n"));
    expect(told).toEqual({
      ok: true,
      recorded: true,
      adoption: adoptions[0],
      files: [FIRST, RECORD],
      left: [],
    });
    expect([meaning.broken.length, meaning.doubts.length, meaning.unsettled]).toEqual([0, 13, []]);
    expect(terminal.err).toEqual([]);
  });

  it("says that there is nothing to record, and writes nothing", async () => {
    await run();
    const before = files();
    terminal = recordingTerminal();
    expect(await run()).toBe(0);
    expect(told()[0]).toBe(
      "Nothing to record: kota/kios 2026-01-01 is adopted already, and unchanged.",
    );
    expect(files()).toEqual(before);
  });

  it("records what was added, and what was corrected, each as an entry of its own", async () => {
    await run();
    put(withValue(files(), "2027-01-01"));
    expect(await run({ why: "PP 50/2026" })).toBe(0);
    put(swap(files(), FIRST, "Sewa kios", "Sewa lapak"));
    expect(await run({ why: "Salah nama" })).toBe(1);
    expect(await run({ why: "Salah nama", correct: true })).toBe(0);
    const { adoptions } = JSON.parse(files()[RECORD] ?? "");
    expect(adoptions.map((one: { kind: string; why: string }) => [one.kind, one.why])).toEqual([
      ["adopted", "Perwal 9/2025"],
      ["added", "PP 50/2026"],
      ["corrected", "Salah nama"],
    ]);
    expect(terminal.out.filter((line) => !line.startsWith(" "))).toEqual([
      "Adopted: Kiosk lease (kota/kios), in force from 1 January 2026.",
      "Additions recorded: Kiosk lease (kota/kios), in force from 1 January 2026.",
      "Correction recorded: Kiosk lease (kota/kios), in force from 1 January 2026.",
    ]);
  });
});

describe("layak adopt --dry-run", () => {
  it("tells what would be recorded, and writes nothing", async () => {
    expect(await run({ dryRun: true })).toBe(0);
    expect([told()[0], told()[5]]).toEqual([
      "Can be adopted: Kiosk lease (kota/kios), in force from 1 January 2026.",
      "  No file was changed (--dry-run).",
    ]);
    expect(files()).toEqual(WORLD);
    terminal = recordingTerminal();
    expect(await run({ dryRun: true, json: true })).toBe(0);
    expect(JSON.parse(terminal.out.join("\n"))).toMatchObject({ ok: true, recorded: false });
  });
});

describe("layak adopt --despite", () => {
  const limit = `"operator": "lessThanInclusive", "value": { "fact": "parameter.batas" }`;
  const impossible = `"operator": "lessThan", "value": -9007199254740991`;

  it("adopts what is meant all the same, with the reason", async () => {
    const refusing = swap(WORLD, CASES, `"outcome": "eligible"`, `"outcome": "ineligible"`);
    put(swap(refusing, FIRST, limit, impossible));
    expect(await run()).toBe(1);
    expect(told().at(-2)).toMatch(
      /^rules\/kota\/kios\/2026-01-01\.json:22:\d+ warning LYK901 .+\nhelp: .+; if it is meant: --despite LYK901 --because REASON$/,
    );
    expect(await run({ despite: ["LYK901"], because: "Layanan ditutup." })).toBe(0);
    expect(terminal.out).toContain("  Despite LYK901: Layanan ditutup.");
    expect(await validate(terminal, rules, { lang: "en" })).toBe(0);
  });
});

describe("layak adopt --withdraw", () => {
  const withdrawal = { withdraw: true, why: "Perwal dicabut" };

  /** So that it is asked about whether or not the version decides by itself. */
  const named = swap(WORLD, CASES, `"asOf"`, `"version": "2026-01-01", "asOf"`);

  it("takes back what is not in force yet", async () => {
    put(named);
    await run();
    terminal = recordingTerminal();
    expect(await run({ ...withdrawal, dryRun: true })).toBe(0);
    expect(await run(withdrawal)).toBe(0);
    expect(told()).toEqual([
      "Adoption can be withdrawn: kota/kios 2026-01-01.",
      "  By Wali Kota, 1 December 2025: Perwal dicabut",
      "  No file was changed (--dry-run).",
      "Adoption withdrawn: kota/kios 2026-01-01.",
      "  By Wali Kota, 1 December 2025: Perwal dicabut",
      `  Written: rules/${FIRST}, rules/${RECORD}`,
    ]);
    expect(files()[FIRST]).toContain(`"status": "draft"`);
  });

  it("tells programs, and Indonesian readers", async () => {
    put(named);
    await run();
    terminal = recordingTerminal();
    expect(await run({ ...withdrawal, dryRun: true, lang: "id" })).toBe(0);
    expect(told()[0]).toBe("Penetapan dapat ditarik: kota/kios 2026-01-01.");
    terminal = recordingTerminal();
    expect(await run({ ...withdrawal, json: true })).toBe(0);
    const { adoptions } = JSON.parse(files()[RECORD] ?? "");
    expect(JSON.parse(terminal.out.join("\n"))).toEqual({
      ok: true,
      recorded: true,
      withdrawal: adoptions[1],
      files: [FIRST, RECORD],
      left: expect.any(Array),
    });
  });

  it("is refused while cases would have nothing to decide them", async () => {
    await run();
    const before = files();
    expect(await run(withdrawal)).toBe(1);
    expect(terminal.err.join("\n")).toContain("error LYK703");
    expect(files()).toEqual(before);
  });

  it("leaves what is in force, and what was never adopted", async () => {
    expect(await run(withdrawal)).toBe(1);
    await run();
    vi.setSystemTime(new Date("2026-11-22T03:00:00Z"));
    const before = files();
    expect(await run(withdrawal)).toBe(1);
    expect(files()).toEqual(before);
    expect(terminal.err).toContain(
      "kota/kios 2026-01-01 is not recorded: 1 thing to put right. No file was changed.",
    );
  });
});

describe("layak adopt refuses, and changes no file", () => {
  it.each<[string, Partial<AdoptOptions>, readonly string[]]>([
    [
      "days that are none",
      { from: "1-1-2026", on: "2025-02-30" },
      [
        '--from: "1-1-2026" is no date; write YYYY-MM-DD, such as 2027-01-01.',
        '--on: "2025-02-30" is no date; write YYYY-MM-DD, such as 2027-01-01.',
      ],
    ],
    [
      "a day to come",
      { on: "2025-12-02" },
      [
        "--on: 2025-12-02 is still to come; today is 2025-12-01. Record an adoption on its day or after.",
      ],
    ],
    [
      "nobody and nothing",
      { by: " ", why: "" },
      ["--by must say something.", "--why must say something."],
    ],
    [
      "a finding that is meant, without the reason",
      { despite: ["LYK901"] },
      ["--despite needs the reason: --because REASON."],
    ],
    [
      "a reason for nothing",
      { because: "Sengaja." },
      ["--because is the reason for --despite CODE, which is not given."],
    ],
    [
      "a finding that keeps nothing from being adopted",
      { despite: ["LYK916"], because: "Sengaja." },
      [
        '--despite: "LYK916" is no finding that keeps a version from being adopted; those are: LYK803, LYK804, LYK901, LYK902, LYK903, LYK904, LYK905, LYK910, LYK912.',
      ],
    ],
    [
      "a withdrawal that corrects",
      { withdraw: true, correct: true },
      ["--withdraw does not go with --correct or --despite."],
    ],
  ])("%s", async (_what, options, lines) => {
    expect(await run(options)).toBe(1);
    expect(told().slice(0, -1)).toEqual(lines);
    expect(files()).toEqual(WORLD);
  });

  it("with what to do about each case", async () => {
    put(swap(WORLD, CASES, /,\n {4}"confirmed": .*/.exec(WORLD[CASES] ?? "")?.[0] ?? "", ""));
    const before = files();
    expect(await run()).toBe(1);
    expect(told()).toEqual([
      ...WARNINGS,
      `rules/${CASES}:2:3 the case "Lunas" is not confirmed\nhelp: if its result is right, write "confirmed": { "by": "NAME", "on": "YYYY-MM-DD" }`,
      "kota/kios 2026-01-01 is not recorded: 1 thing to put right. No file was changed.",
    ]);
    expect(files()).toEqual(before);
  });

  it("with one line for the cases that need the same", async () => {
    const [lunas] = JSON.parse(WORLD[CASES] ?? "");
    const { confirmed: _confirmed, ...bare } = lunas;
    const copies = (count: number, of: object, name: string) =>
      Array.from({ length: count }, (_, index) => ({ ...of, name: `${name} ${index}` }));
    const all = [
      ...copies(23, { ...lunas, note: FIRST_CASE }, "Dipastikan"),
      ...copies(2, bare, "Belum"),
    ];
    const limit = `"operator": "lessThanInclusive", "value": { "fact": "parameter.batas" }`;
    const impossible = `"operator": "lessThan", "value": -9007199254740991`;
    const cases = all.map((one) => JSON.stringify({ ...one, expect: { outcome: "ineligible" } }));
    put({ ...swap(WORLD, FIRST, limit, impossible), [CASES]: `[${cases.join(",\n")}]` });
    expect(await run()).toBe(1);
    const lines = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, index) => from + index).join(",");
    expect(told().slice(-4)).toEqual([
      expect.stringMatching(/^rules.kota.kios.2026-01-01\.json:22:\d+ warning LYK901 /),
      `rules/${CASES}:${lines(1, 23)} 23 cases are confirmed, but their "note" still says to check them\nhelp: if its result is right indeed, delete that "note"; if not, delete "confirmed"`,
      `rules/${CASES}:${lines(24, 25)} 2 cases are not confirmed\nhelp: if its result is right, write "confirmed": { "by": "NAME", "on": "YYYY-MM-DD" }`,
      "kota/kios 2026-01-01 is not recorded: 26 things to put right. No file was changed.",
    ]);
  });

  it("with what breaks the version, however much else there is", async () => {
    const [lunas] = JSON.parse(WORLD[CASES] ?? "");
    const failing = Array.from({ length: 30 }, (_, index) => ({ ...lunas, name: `${index}` }));
    const limit = `"operator": "lessThanInclusive", "value": { "fact": "parameter.batas" }`;
    const impossible = `"operator": "lessThan", "value": -9007199254740991`;
    put({ ...swap(WORLD, FIRST, limit, impossible), [CASES]: JSON.stringify(failing) });
    expect(await run()).toBe(1);
    expect(told().filter((line) => /^rules.*(LYK901|case "0")/.test(line))).toHaveLength(2);
    expect(told().at(-2)).toBe("… and 11 more (--json)");
    expect(await run({ despite: ["LYK901"], because: "Layanan ditutup." })).toBe(1);
    expect(told()).toContainEqual(expect.stringMatching(/^ {2}LYK901 .+ \(1\): rules\/kota/));
  });

  it("and tells programs", async () => {
    expect(await run({ from: "2026-02-01", json: true })).toBe(1);
    expect(JSON.parse(terminal.out.join("\n"))).toMatchObject({
      ok: false,
      recorded: false,
      problems: [{ message: { en: expect.stringContaining("2026-02-01") } }],
    });
  });

  it("a directory that is not there", async () => {
    expect(await run({ rules: "/nowhere/rules" })).toBe(1);
    expect(told()[0]).toBe(
      '"/nowhere/rules/adoptions.json" cannot be written (ENOENT).\nhelp: check --rules, and that you may write to the folder',
    );
  });

  it("a language that it does not speak", async () => {
    expect(await run({ lang: "jv" })).toBe(1);
  });
});

describe("two who adopt at the same time", () => {
  it("lose no entry: the other is told to try again", async () => {
    put({
      "kota/trayek/2026-01-01.json": WORLD[FIRST] ?? "",
      "kota/trayek/cases.json": WORLD[CASES] ?? "",
    });
    const options = { from: "2026-01-01", by: "Wali Kota", why: "Perwal", rules, lang: "en" };
    const services = ["kota/kios", "kota/trayek"];
    const codes = await Promise.all(services.map((service) => adopt(terminal, service, options)));
    expect(codes.toSorted()).toEqual([0, 1]);
    expect(told().join("\n")).toContain("another adopt is running.");
    for (const service of services) expect(await adopt(terminal, service, options)).toBe(0);
    const { adoptions } = JSON.parse(files()[RECORD] ?? "");
    expect(adoptions.map((one: { service: string }) => one.service).toSorted()).toEqual(services);
    expect(await validate(terminal, rules, { lang: "en" })).toBe(0);
  });
});

describe("every command", () => {
  it("finds what was altered, and decides nothing by it", async () => {
    await run();
    put(swap(files(), "parameters.json", "2000000", "2500000"));
    terminal = recordingTerminal();
    const facts = write(rules, ".facts.json", {});
    const asked = { facts, rules, lang: "en", asOf: "2026-02-01" };
    expect([
      await validate(terminal, rules, { lang: "en" }),
      await test(terminal, rules, { lang: "en" }),
      await check(terminal, "kota/kios", asked),
      await serve(terminal, { port: "0", rules, data: rules, lang: "en", contract: "" }),
    ]).toEqual([1, 1, 1, 1]);
    expect(
      told().filter((line) => line.startsWith("rules/parameters.json:8:9 error LYK509")),
    ).toHaveLength(4);
  });

  it("names the directory in the commands that it tells", async () => {
    await run();
    put(swap(files(), FIRST, "Sewa kios", "Sewa lapak"));
    terminal = recordingTerminal();
    expect(await validate(terminal, rules, { lang: "en" })).toBe(1);
    expect(told().join("\n")).toContain(
      "(layak new kota/kios --rules rules); if what was adopted is a mistake: layak adopt kota/kios --from 2026-01-01 --correct --rules rules --by NAME --why REASON",
    );
  });

  it("finds what came too late where policy staff look; those that decide go on", async () => {
    await run();
    put(withValue(files(), "2026-08-01"));
    vi.setSystemTime(new Date("2026-11-22T03:00:00Z"));
    const facts = write(rules, ".facts.json", {
      "coverage.status": "AKTIF",
      "household.income": 1,
    });
    const asked = { facts, rules, lang: "en" };
    expect([
      await validate(terminal, rules, { lang: "en" }),
      await test(terminal, rules, { lang: "en" }),
      await check(terminal, "kota/kios", asked),
    ]).toEqual([1, 1, 0]);
  });
});
