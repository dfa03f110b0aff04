import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { test } from "../../src/cli/test.ts";
import { copyOfRules, temporaryFolder } from "../support/files.ts";
import { recordingTerminal } from "../support/terminal.ts";

const SERVICE = "kota-serang/perpanjangan-kir";
const CASES = `${SERVICE}/cases.json`;

/** The shipped rules, of which one service has only this case. */
function rulesWithCase(outcome: string): string {
  const rules = copyOfRules();
  const only = {
    name: "Pemilik dengan semua surat",
    asOf: "2026-11-22",
    facts: {
      "vehicle.use": "ANGKUTAN_BARANG",
      "document.ktp": true,
      "document.stnk": true,
      "document.testBook": true,
      "vehicle.lastTest": "2026-06-10",
      "applicant.stateApparatus": false,
      "person.birthDate": "1982-07-19",
      "coverage.status": "AKTIF",
      "coverage.programmes": ["JKK", "JKM"],
    },
    expect: { outcome },
  };
  writeFileSync(join(rules, CASES), JSON.stringify([only]));
  return rules;
}

const row = (lines: readonly string[], service: string) =>
  lines.find((line) => line.startsWith(`${service} `))?.split(/ {2,}/);

describe("layak test", () => {
  it("tells in one line a version how much the cases test, and what to do next", async () => {
    const terminal = recordingTerminal();
    expect(await test(terminal, rulesWithCase("eligible"), { lang: "en" })).toBe(0);
    const heading = terminal.out.find((line) => line.startsWith("policy "));
    expect(heading?.split(/ {2,}/)).toEqual([
      "policy",
      "cases",
      "outcomes",
      "clauses",
      "sole reasons",
      "limits",
    ]);
    expect(row(terminal.out, SERVICE)?.slice(0, 3)).toEqual([`${SERVICE} 2026-01-01`, "1", "1/4"]);
    expect(terminal.out.at(-1)).toMatch(
      /^\d+ things are tested by no case\. List them: layak test \S+ --coverage\. Have the cases made, for instance: layak test \S+ --suggest kota-serang\/[a-z-]+$/,
    );
  });

  it("tells nothing of that while a case has to be mended", async () => {
    const terminal = recordingTerminal();
    expect(await test(terminal, rulesWithCase("ineligible"), { lang: "en" })).toBe(1);
    expect(row(terminal.out, SERVICE)).toBeUndefined();
  });

  it("names all that no case tests, each at its line", async () => {
    const rules = rulesWithCase("eligible");
    const terminal = recordingTerminal();
    expect(await test(terminal, rules, { lang: "id", coverage: true })).toBe(0);
    const told = terminal.out.map((line) => line.trim().replace(`${rules}/`, ""));
    const [place, words] = ["kota-serang/conditions.json", "belum diketahui: Tanggal lahir"];
    const line = told.find((one) => one.startsWith(place) && one.endsWith(words));
    const [, number] = /:(\d+) /.exec(line ?? "") ?? [];
    const text = readFileSync(join(rules, place), "utf8").split("\n");
    // The line is where the leaf's own object begins.
    expect(text.slice(Number(number) - 1, Number(number) + 1).join("")).toContain(
      '"person.birthDate"',
    );
    expect(told).toContainEqual(
      expect.stringMatching(
        /^kota-serang\/perpanjangan-kir\/2026-01-01\.json:\d+ ditolak hanya karena: /,
      ),
    );
  });

  it("names once what every use of a named condition lacks, and in how many uses", async () => {
    const terminal = recordingTerminal();
    const file = "kota-tangerang-selatan/conditions.json";
    expect(await test(terminal, copyOfRules(), { lang: "en", coverage: true })).toBe(0);
    const told = terminal.out.filter((line) => line.includes(file));
    expect(told.map((line) => line.replace(/^.*:\d+ /, ""))).toEqual([
      "not yet known: Roles in the community (4×)",
    ]);
  });

  it("tells programs what is lacking, with its place and the words of both languages", async () => {
    const terminal = recordingTerminal();
    expect(await test(terminal, rulesWithCase("eligible"), { lang: "id", json: true })).toBe(0);
    const { ok, coverage } = JSON.parse(terminal.out.join("\n"));
    const told = coverage.find(({ service }: { service: string }) => service === SERVICE);
    expect(ok).toBe(true);
    expect(told).toMatchObject({ version: "2026-01-01", asOf: "2026-11-22", cases: 1 });
    expect(told.counts.outcome).toEqual({ exercised: 1, possible: 4 });
    expect(told.gaps).toContainEqual({
      status: "missing",
      target: "outcome:out-of-scope",
      words: {
        id: "permohonan yang di luar kebijakan ini",
        en: "an application that is outside this policy",
      },
      asOf: "2026-11-22",
      file: `${SERVICE}/2026-01-01.json`,
      line: 1,
      column: 1,
    });
  });

  it("names the day on which a version cannot be decided, and does not say that all is tested", async () => {
    const rules = copyOfRules();
    const file = join(rules, "parameters.json");
    const parameters = JSON.parse(readFileSync(file, "utf8"));
    const { values } = parameters.parameters.masaBerlakuUji;
    values.push({ ...values[0], from: "2027-06-01", value: "P3000Y" });
    writeFileSync(file, JSON.stringify(parameters));
    const terminal = recordingTerminal();
    expect(await test(terminal, rules, { lang: "en" })).toBe(0);
    expect(terminal.out).toContain(
      'kota-serang/perpanjangan-kir 2026-01-01 cannot be decided on 1 June 2027, so it is not known what is tested: "asOf" leaves the years 1–9999 when the rule moves it. Mend the duration in the policy or in its parameter.',
    );
    const json = recordingTerminal();
    await test(json, rules, { lang: "en", json: true });
    expect(JSON.parse(json.out.join("\n")).unasked).toEqual([
      expect.objectContaining({ service: SERVICE, version: "2026-01-01", asOf: "2027-06-01" }),
    ]);
  });

  it("tells a limit of a later amount with its day", async () => {
    const rules = copyOfRules();
    const file = join(rules, "parameters.json");
    const parameters = JSON.parse(readFileSync(file, "utf8"));
    const { values } = parameters.parameters.lahanPupukApbd;
    values.push({ ...values[0], from: "2027-07-01", value: 3 });
    writeFileSync(file, JSON.stringify(parameters));
    const terminal = recordingTerminal();
    expect(await test(terminal, rules, { lang: "id", coverage: true })).toBe(0);
    expect(terminal.out).toContainEqual(
      expect.stringMatching(/tepat di batas: Luas lahan yang digarap 3 ha \(pada 1 Juli 2027\)$/),
    );
    const page = join(temporaryFolder(), "laporan.html");
    await test(recordingTerminal(), rules, { lang: "en", html: page });
    expect(readFileSync(page, "utf8")).toMatch(
      /exactly at the limit: [^<]* 3 ha \(on 1 July 2027\)/,
    );
  });
});

describe("layak test --suggest", () => {
  it("tells each case that lacks, and how to add them", async () => {
    const rules = rulesWithCase("eligible");
    const before = readFileSync(join(rules, CASES), "utf8");
    const terminal = recordingTerminal();
    expect(await test(terminal, rules, { lang: "id", suggest: SERVICE })).toBe(0);
    expect(terminal.out.slice(0, 2)).toEqual([
      expect.stringMatching(/^1\. +Ditolak hanya karena: .+ \(22 November 2026\)$/),
      expect.stringMatching(/^ +seperti “Pemilik dengan semua surat”, tetapi .+: .+$/),
    ]);
    expect(terminal.out.at(-1)).toContain(`layak test ${rules} --suggest ${SERVICE} --write`);
    expect(readFileSync(join(rules, CASES), "utf8")).toBe(before);
  });

  it("adds them, after which every case passes and nothing lacks", async () => {
    const rules = rulesWithCase("eligible");
    const writing = recordingTerminal();
    expect(await test(writing, rules, { lang: "id", suggest: SERVICE, write: true })).toBe(0);
    const added = JSON.parse(readFileSync(join(rules, CASES), "utf8")).slice(1);
    expect(writing.out.at(-1)).toMatch(new RegExp(`^${added.length} kasus ditambahkan di akhir `));
    const after = recordingTerminal();
    expect(await test(after, rules, { lang: "id" })).toBe(0);
    const [, cases, ...counts] = row(after.out, SERVICE) ?? [];
    expect(cases).toBe(`${added.length + 1}`);
    for (const count of counts) {
      const [exercised, possible] = count.split("/");
      expect(exercised).toBe(possible);
    }
    const again = recordingTerminal();
    await test(again, rules, { lang: "en", suggest: SERVICE, write: true });
    expect(again.out).toEqual([`${SERVICE}: no case has to be added.`]);
  });

  it("prints the cases themselves for programs", async () => {
    const terminal = recordingTerminal();
    const options = { lang: "id", suggest: SERVICE, json: true };
    expect(await test(terminal, rulesWithCase("eligible"), options)).toBe(0);
    const [first] = JSON.parse(terminal.out.join("\n"));
    expect(Object.keys(first)).toEqual(["name", "asOf", "facts", "expect", "note"]);
  });

  it("begins a cases.json where there is none", async () => {
    const rules = copyOfRules();
    rmSync(join(rules, CASES));
    expect(
      await test(recordingTerminal(), rules, { lang: "id", suggest: SERVICE, write: true }),
    ).toBe(0);
    expect(await test(recordingTerminal(), rules, { lang: "id" })).toBe(0);
  });

  it.each([
    [
      { suggest: "kota-serang/perpanjangan-kirr" },
      /kota-serang\/perpanjangan-kirr.*kota-serang\/perpanjangan-kir/,
    ],
    [{ write: true }, /--suggest <kota>\/<layanan> --write/],
  ])("says what is wrong with %j", async (options, told) => {
    const terminal = recordingTerminal();
    expect(await test(terminal, "rules", { lang: "id", ...options })).toBe(1);
    expect([terminal.out, terminal.err.length]).toEqual([[], 1]);
    expect(terminal.err[0]).toMatch(told);
  });
});

describe("layak test --html", () => {
  it("writes one page that needs nothing else and says everything in words", async () => {
    const path = join(temporaryFolder(), "laporan.html");
    const terminal = recordingTerminal();
    const rules = rulesWithCase("eligible");
    expect(await test(terminal, rules, { lang: "id", html: path })).toBe(0);
    expect(terminal.out.at(-1)).toBe(`Laporan: ${path}`);
    const page = readFileSync(path, "utf8");
    expect(page).not.toMatch(/<script|<link|<img|url\(|https?:/);
    expect(page).toContain('<li class="missing"><b aria-hidden="true">✗</b>');
    expect(page).toContain("<span>(belum diuji)</span>");
    expect(page).toContain('title="Pemilik dengan semua surat">1</a>');
    // Each case that is cited is listed.
    const listed = new Set([...page.matchAll(/<li id="(c\d+-\d+)">/g)].map(([, id]) => id));
    const cited = [...page.matchAll(/href="#(c\d+-\d+)"/g)].map(([, id]) => id);
    expect(cited.filter((id) => !listed.has(id))).toEqual([]);
    expect(cited.length).toBeGreaterThan(100);
  });

  it("lets no name of a case become part of the page", async () => {
    const rules = rulesWithCase("eligible");
    const file = join(rules, CASES);
    const text = readFileSync(file, "utf8").replace("Pemilik dengan", '<img src=x> \\"&');
    writeFileSync(file, text);
    const path = join(temporaryFolder(), "laporan.html");
    expect(await test(recordingTerminal(), rules, { lang: "en", html: path })).toBe(0);
    const page = readFileSync(path, "utf8");
    expect(page).toContain("&lt;img src=x&gt; &quot;&amp; semua surat");
    expect(page).not.toContain("<img");
  });

  it("says that a file cannot be written", async () => {
    const terminal = recordingTerminal();
    const options = { lang: "en", html: "/nowhere/at/all.html" };
    expect(await test(terminal, rulesWithCase("eligible"), options)).toBe(1);
    expect(terminal.err[0]).toContain("/nowhere/at/all.html cannot be written");
  });
});
