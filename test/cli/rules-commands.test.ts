import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { test } from "../../src/cli/test.ts";
import { validate } from "../../src/cli/validate.ts";
import { copyOfRules } from "../support/files.ts";
import { recordingTerminal } from "../support/terminal.ts";

function spoil(rules: string, file: string, from: string, to: string): void {
  const path = join(rules, file);
  const text = readFileSync(path, "utf8");
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
  writeFileSync(path, text.replace(from, to));
}

// What is told of sources and versions moves with the day.
beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-11-22T03:00:00Z"), toFake: ["Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

const POLICY = "kota-serang/sewa-kios/2026-01-01.json";

/** What `layak test` told of one service: its own line, and those under it. */
function toldOf(out: readonly string[], service: string): readonly string[] {
  const from = out.findIndex((line) => line.startsWith(`${service}: `));
  const under = out.slice(from + 1);
  const end = under.findIndex((line) => !line.startsWith(" "));
  return out.slice(from, end === -1 ? undefined : from + 1 + end);
}

describe("layak validate", () => {
  it("says that the shipped rules are valid", async () => {
    const terminal = recordingTerminal();
    expect(await validate(terminal, "rules", { lang: "id" })).toBe(0);
    expect([terminal.out, terminal.err]).toEqual([
      [expect.stringMatching(/^Aturan sah: \d+ layanan, \d+ contoh kasus, 0 peringatan\.$/)],
      [],
    ]);
  });

  it("tells every problem of every file at its line and column", async () => {
    const rules = copyOfRules();
    spoil(rules, POLICY, '"fact": "trader.onRegister"', '"fact": "trader.onRegistr"');
    spoil(rules, "kota-serang/conditions.json", '"value": "NONAKTIF"', '"value": "NON_AKTIF"');
    const terminal = recordingTerminal();
    expect(await validate(terminal, rules, { lang: "en" })).toBe(1);
    const told = terminal.err.map((line) => line.replace(`${rules}/`, ""));
    expect(told[0]).toMatch(
      /^kota-serang\/conditions\.json:\d+:\d+ error LYK\d{3} .*"NON_AKTIF".*\nhelp: .*NONAKTIF/,
    );
    expect(told[1]).toMatch(
      /^kota-serang\/sewa-kios\/2026-01-01\.json:\d+:\d+ error LYK203 unknown fact "trader\.onRegistr"\nhelp: did you mean "trader\.onRegister"\?$/,
    );
    expect(told.at(-1)).toBe("The rules are not valid: 2 errors, 0 warnings.");
  });

  it("prints diagnostics as JSON for programs", async () => {
    const rules = copyOfRules();
    spoil(rules, POLICY, '"fact": "trader.onRegister"', '"fact": "trader.onRegistr"');
    const terminal = recordingTerminal();
    expect(await validate(terminal, rules, { lang: "en", json: true })).toBe(1);
    expect(JSON.parse(terminal.out.join("\n"))).toMatchObject({
      ok: false,
      diagnostics: [{ code: "LYK203", severity: "error", file: POLICY }],
    });
  });

  it("says that a directory is not there", async () => {
    const terminal = recordingTerminal();
    expect(await validate(terminal, "/nowhere/rules", { lang: "en" })).toBe(1);
    expect(terminal.err[0]).toContain("/nowhere/rules");
  });
});

describe("layak test", () => {
  it("runs every case of the shipped rules", async () => {
    const terminal = recordingTerminal();
    expect(await test(terminal, "rules", { lang: "en" })).toBe(0);
    expect(terminal.out).toEqual(
      expect.arrayContaining([
        "kota-serang/bantuan-pupuk: 37 of 37 cases as expected",
        "kota-serang/pekerja-rentan-korpri: 29 of 29 cases as expected",
        "kota-serang/perpanjangan-kir: 34 of 34 cases as expected",
        "kota-serang/perpanjangan-trayek: 47 of 47 cases as expected",
        "kota-serang/sewa-kios: 112 of 112 cases as expected",
        "kota-serang/sponsor-korpri: 12 of 12 cases as expected",
      ]),
    );
  });

  it("shows which case failed and why, requirement by requirement", async () => {
    const rules = copyOfRules();
    writeFileSync(
      join(rules, "kota-serang/sewa-kios/cases.json"),
      JSON.stringify([
        {
          name: "Pedagang yang iurannya lunas",
          asOf: "2026-11-22",
          facts: {
            "kiosk.owner": "PEMKOT",
            "lease.kind": "BARU",
            "coverage.status": "NONAKTIF",
            "trader.onRegister": true,
            "document.ktp": true,
          },
          expect: { outcome: "eligible", unmet: ["terdaftar-pasar"] },
        },
      ]),
    );
    const terminal = recordingTerminal();
    expect(await test(terminal, rules, { lang: "en" })).toBe(1);
    expect(toldOf(terminal.out, "kota-serang/sewa-kios")).toEqual([
      "kota-serang/sewa-kios: 0 of 1 case as expected",
      "  ✗ Pedagang yang iurannya lunas (22 November 2026)",
      '      expected: eligible ("eligible"); decided: not decided yet ("undetermined")',
      `      requirements that are not met ("unmet"), expected, but not there: terdaftar-pasar (On the market's register)`,
      "      ? bpjs-aktif (Covered by BPJS Ketenagakerjaan): not settled",
      "          Not yet known: Civil servant (PNS, PPPK), or member of TNI or Polri.",
      "      ✓ terdaftar-pasar (On the market's register): met",
      "      – retribusi-lunas (Kiosk levy (retribusi) paid up): does not apply",
      "      ? dokumen (KTP (identity card) and photo): not settled",
      "          Not yet known: Photo handed in.",
      "      – kartu-lama (Old kiosk card): does not apply",
    ]);
  });

  it("shows it in Indonesian words alone, beside what is written in cases.json", async () => {
    const rules = copyOfRules();
    writeFileSync(
      join(rules, "kota-serang/sewa-kios/cases.json"),
      JSON.stringify([
        {
          name: "Pemilik kios belum diketahui",
          asOf: "2026-11-22",
          facts: {},
          expect: { outcome: "out-of-scope", missing: ["lease.kind"] },
        },
      ]),
    );
    const terminal = recordingTerminal();
    expect(await test(terminal, rules, { lang: "id" })).toBe(1);
    expect(toldOf(terminal.out, "kota-serang/sewa-kios").slice(1, 6)).toEqual([
      "  ✗ Pemilik kios belum diketahui (22 November 2026)",
      '      diharapkan: di luar lingkup aturan ("out-of-scope"); diputuskan: belum dapat diputuskan ("undetermined")',
      expect.stringMatching(
        /^ {6}data yang belum diketahui \("missing"\), ada, tetapi tidak diharapkan: kiosk\.owner \(Pemilik kios\), /,
      ),
      '      lingkup aturan ("scope"): Belum diketahui: Pemilik kios.',
      "      ? bpjs-aktif (Terlindungi BPJS Ketenagakerjaan): belum dapat dinilai",
    ]);
  });

  it("decides nothing with invalid rules", async () => {
    const rules = copyOfRules();
    spoil(rules, POLICY, '"status": "pilot"', '"status": "percontohan"');
    const terminal = recordingTerminal();
    expect(await test(terminal, rules, { lang: "en" })).toBe(1);
    expect(terminal.out).toEqual([]);
    expect(terminal.err.at(-1)).toBe(
      "1 error: these rules decide nothing yet. Mend them and run this again.",
    );
  });
});
