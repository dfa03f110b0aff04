import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type DiffOptions, diff } from "../../src/cli/diff.ts";
import { temporaryFolder, write } from "../support/files.ts";
import { fact, filesOf, policy, requirement, SERVICE } from "../support/pack.ts";
import { recordingTerminal } from "../support/terminal.ts";

const KIOSK = "kota-serang/sewa-kios";
const PILOT = `${KIOSK}/2026-01-01.json`;

async function run(service: string | undefined, options: Partial<DiffOptions> = {}) {
  const terminal = recordingTerminal();
  const code = await diff(terminal, service, { rules: "rules", lang: "en", ...options });
  return { code, out: terminal.out, err: terminal.err };
}

/** A copy of the shipped rules with one file edited. */
function edited(path: string, edit: (text: string) => string): string {
  const rules = join(temporaryFolder(), "rules");
  cpSync("rules", rules, { recursive: true });
  const file = join(rules, path);
  writeFileSync(file, edit(readFileSync(file, "utf8")));
  return rules;
}

describe("layak diff", () => {
  it("tells whom a new version lets in and shuts out, with the clause and an applicant", async () => {
    const { code, out } = await run(KIOSK, { from: "2024-10-01", to: "2026-01-01" });
    expect(code).toBe(4);
    expect(out.slice(0, 34)).toEqual([
      "Market kiosk lease (kota-serang/sewa-kios)",
      "2024-10-01 (pilot) → 2026-01-01 (pilot), decided for 1 January 2026",
      "",
      "Applicants who are decided otherwise",
      "",
      "▸ eligible → not eligible yet",
      "  Now refused by retribusi-lunas (Kiosk levy (retribusi) paid up). Met before.",
      "    The kiosk levy is paid only through 1 December 2025, not yet through 1 January 2026.",
      "    Such as an applicant with:",
      "      Kind of lease application: renewal",
      "      Kiosk levy (retribusi) paid through: 1 December 2025",
      "      Owner of the kiosk: Serang city government",
      "      BPJS Ketenagakerjaan status: never enrolled",
      "      Date of birth: 1 January 1961",
      "      On the market's register of traders: yes",
      "      KTP (identity card) shown: yes",
      "      Photo handed in: yes",
      "      Old kiosk card shown: yes",
      "",
      "▸ not eligible yet → eligible",
      "  Before refused by bpjs-aktif (Covered by BPJS Ketenagakerjaan). Does not apply now.",
      "    Never enrolled in BPJS Ketenagakerjaan.",
      "    Such as an applicant with:",
      "      BPJS Ketenagakerjaan status: never enrolled",
      "      Date of birth: 2 January 1961",
      "      Owner of the kiosk: Serang city government",
      "      On the market's register of traders: yes",
      "      Kiosk levy (retribusi) paid through: 1 January 2026",
      "      KTP (identity card) shown: yes",
      "      Photo handed in: yes",
      "      Old kiosk card shown: yes",
      "      Civil servant (PNS, PPPK), or member of TNI or Polri: yes",
      "    BPJS Ketenagakerjaan membership has lapsed.",
      "    Otherwise the same, but:",
    ]);
    expect(out).toContain("Only while something is not known");
    expect(out).toContain(`--- rules/${KIOSK}/2024-10-01.json`);
    expect(out).toContain('+        "value": { "fact": "asOf" }');
  });

  it("takes the last version and the one that it follows unless told which", async () => {
    const { out } = await run(KIOSK);
    expect(out[1]).toBe("2026-01-01 (pilot) → 2027-01-01 (draft), decided for 1 January 2027");
  });

  it("says that nobody is decided otherwise where only words change, and shows which", async () => {
    const changed = edited(PILOT, (text) => text.replace("Sewa kios pasar", "Sewa kios di pasar"));
    const { code, out } = await run(KIOSK, { toRules: changed });
    expect(code).toBe(0);
    expect(out).toContain("No applicant of whom all is known is decided otherwise.");
    expect(out.filter((line) => /^[-+] /.test(line))).toEqual([
      '-  "title": { "id": "Sewa kios pasar", "en": "Market kiosk lease" },',
      '+  "title": { "id": "Sewa kios di pasar", "en": "Market kiosk lease" },',
    ]);
  });

  it("says so where a condition is written another way", async () => {
    const twice = edited(PILOT, (text) => {
      const policy = JSON.parse(text);
      return JSON.stringify({ ...policy, scope: { not: { not: policy.scope } } });
    });
    const { code, out } = await run(KIOSK, { toRules: twice });
    expect([code, out.includes("No applicant of whom all is known is decided otherwise.")]).toEqual(
      [0, true],
    );
  });

  it("says so where others apply than before, though no facts show it", async () => {
    const opened = edited(PILOT, (text) =>
      text.replace('"status": "pilot"', '"applicant": "person",\n  "status": "pilot"'),
    );
    const { code, out } = await run(KIOSK, { toRules: opened });
    expect([code, out.slice(2, 5)]).toEqual([
      4,
      ["", "Who applies", "  a person or a business → a person, by NIK"],
    ]);
    const asJson = await run(KIOSK, { toRules: opened, json: true });
    const { compared } = JSON.parse(asJson.out.join("\n"));
    const changed = compared.filter((one: { applicants: unknown }) => one.applicants !== null);
    expect(changed).toMatchObject([{ applicants: { from: null, to: "person" } }]);
  });

  it("decides both on the day asked for, or each on its own", async () => {
    const late = await run(KIOSK, { from: "2024-10-01", to: "2026-01-01", asOf: "2026-06-15" });
    expect(late.out[1]).toContain("decided for 15 June 2026");
    const drift = await run(KIOSK, {
      from: "2024-10-01",
      to: "2026-01-01",
      eachOnItsOwnDay: true,
    });
    expect(drift.out[1]).toContain("decided for 1 October 2024 and 1 January 2026");
  });

  it("compares the working tree with a revision of git", async () => {
    const rules = edited(PILOT, (text) => text);
    const git = (...args: readonly string[]) =>
      execFileSync("git", ["-c", "user.name=uji", "-c", "user.email=uji@contoh.id", ...args], {
        cwd: rules,
      });
    git("init", "--quiet");
    git("add", ".");
    git("commit", "--quiet", "--message", "awal");
    const same = await run(undefined, { rules, fromRevision: "HEAD" });
    expect([same.code, same.out]).toEqual([
      0,
      ["The rules are the same: nobody is decided otherwise, and no text has changed."],
    ]);
    const file = join(rules, PILOT);
    writeFileSync(
      file,
      readFileSync(file, "utf8").replace('"P65Y"', '"P60Y"').replace('"PEMKOT"', '"LAINNYA"'),
    );
    const changed = await run(KIOSK, { rules, fromRevision: "HEAD" });
    expect(changed.code).toBe(4);
    expect(changed.out).toContain("  The scope of the policy is another.");
    const none = await run(KIOSK, { rules, fromRevision: "tidak-ada" });
    expect([none.code, none.err]).toEqual([
      1,
      [expect.stringContaining('at the revision "tidak-ada"')],
    ]);
  });

  it("compares an adopted version that was altered, before the correction is on record", async () => {
    const altered = edited(PILOT, (text) =>
      text.replace('"status": "pilot"', '"status": "adopted"').replace('"PEMKOT"', '"LAINNYA"'),
    );
    const { code, out } = await run(KIOSK, { toRules: altered });
    expect(code).toBe(4);
    expect(out.filter((line) => line.includes("decided for"))).toEqual([
      "2026-01-01 (pilot) → 2026-01-01 (adopted), decided for 1 January 2026",
    ]);
  });

  it("asks about the later day from which an amount is another", async () => {
    const later = edited("parameters.json", (text) => {
      const file = JSON.parse(text);
      const { values } = file.parameters.lahanPupukApbd;
      values.push({ ...values[0], from: "2027-07-01", value: 3 });
      return JSON.stringify(file);
    });
    const { code, out } = await run("kota-serang/bantuan-pupuk", { toRules: later });
    expect(code).toBe(4);
    expect(out.filter((line) => line.includes("decided for"))).toEqual([
      "2026-01-01 (pilot) → 2026-01-01 (pilot), decided for 1 July 2027",
    ]);
  });

  it("shows the change of a shared file once, in a section of its own", async () => {
    const both = edited(PILOT, (text) => text.replace("Sewa kios pasar", "Sewa kios di pasar"));
    const facts = join(both, "facts.json");
    writeFileSync(facts, readFileSync(facts, "utf8").replace("Pemilik kios", "Empunya kios"));
    const { code, out } = await run(undefined, { toRules: both });
    expect(code).toBe(0);
    expect(out.filter((line) => line.startsWith("--- "))).toEqual([
      `--- rules/${PILOT}`,
      "--- rules/facts.json",
    ]);
    const section = out.indexOf("Changes of files that policies share");
    expect(section).toBeGreaterThan(out.indexOf(`--- rules/${PILOT}`));
    expect(out[section + 1]).toBe("--- rules/facts.json");
  });

  it("says that nobody is decided otherwise where only a shared file changed", async () => {
    const facts = edited("facts.json", (text) => text.replace("Pemilik kios", "Empunya kios"));
    const { code, out } = await run(undefined, { toRules: facts });
    expect(code).toBe(0);
    expect(out.slice(0, 4)).toEqual([
      "No applicant of whom all is known is decided otherwise.",
      "",
      "Changes of files that policies share",
      "--- rules/facts.json",
    ]);
    const json = await run(undefined, { toRules: facts, json: true });
    const { compared, shared } = JSON.parse(json.out.join("\n"));
    expect([
      compared.flatMap(({ patches }: { patches: unknown[] }) => patches),
      shared.map(({ to }: { to: string }) => to),
    ]).toEqual([[], ["facts.json"]]);
  });

  it("ends with 3 where it is not settled, and says between which outcomes", async () => {
    const rules = join(temporaryFolder(), "rules");
    // So many plates have this form that none can be made which no version names.
    const facts = { plate: fact({ type: "string", pattern: "Q-[0-9]{7}-[A-F]{5}" }) };
    const plate = (operator: string) => ({ fact: "plate", operator, value: "Q-1234567-ABCDE" });
    const files = filesOf({
      facts,
      policies: {
        "2026-01-01": policy([requirement("pelat", plate("notEqual"))]),
        "2027-01-01": policy([requirement("pelat", { not: plate("equal") })]),
      },
    });
    for (const [path, text] of Object.entries(files)) write(rules, path, text);
    const { code, out } = await run(SERVICE, { rules });
    expect([code, out.slice(0, 6)]).toEqual([
      3,
      [
        "Service (kota/layanan)",
        "2026-01-01 (pilot) → 2027-01-01 (pilot), decided for 1 January 2027",
        "",
        "Not settled whether anybody changes",
        "  eligible → not eligible yet",
        "  not eligible yet → eligible",
      ],
    ]);
    const json = await run(SERVICE, { rules, json: true });
    const { compared } = JSON.parse(json.out.join("\n"));
    expect([json.code, compared[0].unsettled]).toEqual([
      3,
      [
        { from: "eligible", to: "ineligible", because: "values" },
        { from: "ineligible", to: "eligible", because: "values" },
      ],
    ]);
  });

  it("shows somebody between both limits that a figure is behind, and says once what stays open", async () => {
    const rules = join(temporaryFolder(), "rules");
    const years = ["2026-01-01", "2027-01-01"];
    const limit = {
      type: "money",
      source: "system",
      compute: { operation: "product", of: [{ fact: "parameter.line" }, { fact: "size" }] },
    };
    const conditions = {
      fact: "income",
      operator: "lessThanInclusive",
      value: { fact: "limit" },
    };
    const files = filesOf({
      facts: {
        district: fact({ type: "code", codes: { N: { id: "utara" }, E: { id: "timur" } } }),
        size: fact({ type: "integer", minimum: 1, maximum: 20 }),
        income: fact({ type: "money", minimum: 0 }),
        limit: fact(limit),
      },
      parameters: {
        line: {
          type: "money",
          by: "district",
          label: { id: "Garis", en: "Line" },
          sources: [],
          values: [
            { from: "2026-01-01", value: { N: 600_000 }, provenance: "assumed" },
            { from: "2027-01-01", value: { N: 700_000 }, provenance: "assumed" },
          ],
        },
      },
      policies: Object.fromEntries(
        years.map((year) => [year, policy([requirement("penghasilan", conditions)])]),
      ),
    });
    for (const [path, text] of Object.entries(files)) write(rules, path, text);
    const { code, out } = await run(SERVICE, { rules, eachOnItsOwnDay: true });
    expect(code).toBe(4);
    const changed = out.indexOf("▸ not eligible yet → eligible");
    expect(changed).toBeGreaterThan(0);
    const open = out.indexOf("Not settled whether anybody changes");
    expect(out.slice(open + 1, open + 4)).toEqual([
      "  it turns on computed facts, and no facts were found from which they are computed so:",
      "    eligible → not eligible yet",
      "    eligible → not decided yet",
    ]);
    expect(out.filter((line) => line.includes("it turns on computed facts"))).toHaveLength(1);
  });

  it("names the clause that refuses whoever waited before, with what was waited for", async () => {
    const required = edited("kota-serang/bantuan-pupuk/2026-01-01.json", (text) =>
      text.replaceAll('"enforcement": "advisory"', '"enforcement": "required"'),
    );
    const { out } = await run("kota-serang/bantuan-pupuk", { toRules: required });
    const at = out.indexOf("▸ not decided yet → not eligible yet");
    expect(out.slice(at + 1, at + 5)).toEqual([
      "  Now refused by kelompok-tani (Member of a farmer group). Only advised before. Waited for: Crops grown.",
      "    You are not a member of a farmer group.",
      "    Such as an applicant with:",
      "      Member of a farmer group: no",
    ]);
  });

  it("names every group that a proposal lets in, not the example's alone", async () => {
    const service = "kota-tangerang-selatan/iuran-dibayar-kota";
    const proposal = { from: "2019-11-22", to: "2027-01-01" } as const;
    const { out } = await run(service, proposal);
    const at = out.indexOf("▸ not eligible yet → eligible");
    expect(out.slice(at + 3, at + 7)).toEqual([
      "    Such as an applicant with:",
      "      Roles in the community: neighbourhood watchman (siskamling)",
      "        Likewise: gravedigger, veteran",
      "      Civil servant (PNS, PPPK), or member of TNI or Polri: no",
    ]);
    const indonesian = await run(service, { ...proposal, lang: "id" });
    expect(indonesian.out).toContain("        Begitu juga: tukang gali kubur, veteran");
  });

  it("counts codes beyond six", async () => {
    const rules = join(temporaryFolder(), "rules");
    const codes = ["A", "B", "C", "D", "E", "F", "G", "H", "I"];
    const facts = {
      kind: fact({
        type: "code",
        codes: Object.fromEntries(codes.map((code) => [code, { id: code }])),
      }),
    };
    const among = (...value: string[]) => ({ fact: "kind", operator: "in", value });
    const files = filesOf({
      facts,
      policies: {
        "2026-01-01": policy([requirement("jenis", among("A"))]),
        "2027-01-01": policy([requirement("jenis", among(...codes))]),
      },
    });
    for (const [path, text] of Object.entries(files)) write(rules, path, text);
    const { out } = await run(SERVICE, { rules });
    expect(out.filter((line) => line.includes("Likewise"))).toEqual([
      "        Likewise: C, D, E, F, G, H, and 1 more",
    ]);
  });

  it("says of outcomes that it has shown that they may have another cause as well", async () => {
    const rules = join(temporaryFolder(), "rules");
    const facts = {
      plate: fact({ type: "string", pattern: "Q-[0-9]{7}-[A-F]{5}" }),
      member: fact({ type: "boolean" }),
    };
    const plate = (operator: string) => ({ fact: "plate", operator, value: "Q-1234567-ABCDE" });
    const member = { fact: "member", operator: "equal", value: true };
    const files = filesOf({
      facts,
      policies: {
        "2026-01-01": policy([requirement("pelat", plate("equal"))]),
        "2027-01-01": policy([
          requirement("pelat", { not: plate("notEqual") }),
          requirement("anggota", member),
        ]),
      },
    });
    for (const [path, text] of Object.entries(files)) write(rules, path, text);
    const { code, out } = await run(SERVICE, { rules });
    expect([code, out.filter((line) => /^ {2}.*→|^▸ eligible → not e/.test(line))]).toEqual([
      4,
      [
        "▸ eligible → not eligible yet",
        "  eligible → not eligible yet: whether for another reason too",
        "  not eligible yet → eligible",
      ],
    ]);
    expect(out).toContain("  Now refused by anggota (Requirement anggota). Not required before.");
  });

  it("says which version cannot be compared, and for which day", async () => {
    const endless = edited("parameters.json", (text) => {
      const file = JSON.parse(text);
      const { values } = file.parameters.masaBerlakuUji;
      values.push({ ...values[0], from: "2027-06-01", value: "P6000Y" });
      return JSON.stringify(file);
    });
    const { code, err } = await run("kota-serang/perpanjangan-kir", { toRules: endless });
    expect([code, err]).toEqual([
      1,
      [
        'kota-serang/perpanjangan-kir 2026-01-01 cannot be compared for 2027-06-01: "asOf" leaves the years 1–9999 when the rule moves it.',
      ],
    ]);
  });

  it("gives programs the decisions of both sides", async () => {
    const { out } = await run(KIOSK, { from: "2024-10-01", to: "2026-01-01", json: true });
    const { compared } = JSON.parse(out.join("\n"));
    const [first] = compared[0].complete;
    expect([first.from, first.to, first.cause]).toEqual([
      "eligible",
      "ineligible",
      { kind: "requirement", side: "to", id: "retribusi-lunas" },
    ]);
    expect([first.decisions.from.outcome, first.decisions.to.outcome]).toEqual([
      "eligible",
      "ineligible",
    ]);
  });

  it.each([
    ["kota-serang/sewa", {}, 'Did you mean "kota-serang/sewa-kios"?'],
    [KIOSK, { from: "2020-01-01", to: "2026-01-01" }, 'has no version "2020-01-01"'],
    [KIOSK, { from: "2026-01-01", to: "2027-01-02" }, 'has no version "2027-01-02". There are:'],
    [KIOSK, { from: "2027-01-01" }, "so there is nothing to compare. Its other versions: 2024"],
    [KIOSK, { fromRevision: "HEAD", fromRules: "rules" }, "Choose one of"],
    [KIOSK, { asOf: "2026-02-30" }, "not in the calendar"],
    [KIOSK, { asOf: "2020-01-01" }, "No policy is in force on 2020-01-01"],
    [undefined, { asOf: "2019-01-01", fromRevision: "HEAD" }, "begins on 2019-11-22"],
  ])("says what cannot be asked: %s %j", async (service, options, told) => {
    const { code, err } = await run(service, options);
    expect([code, err.join("\n")]).toEqual([1, expect.stringContaining(told)]);
  });
});
