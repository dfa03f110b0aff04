import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { questionsOn } from "../../../src/cli/new/questions.ts";
import { createNew, type NewOptions } from "../../../src/cli/new.ts";
import { test } from "../../../src/cli/test.ts";
import { readPack, readRuleFiles } from "../../../src/pack/read-pack.ts";
import { copyOfRules } from "../../support/files.ts";
import { recordingTerminal } from "../../support/terminal.ts";

const KIOSK = "kota-serang/sewa-kios";
const FERTILISER = "kota-serang/bantuan-pupuk";
const PARKING = "kota-serang/parkir-langganan";
const NEXT = { from: "2028-01-01", copyFrom: "2026-01-01" };
const BY_FLAGS = {
  from: "2027-02-01",
  title: "Parkir langganan",
  titleEn: "Subscribed parking",
  owner: "Dinas Perhubungan",
  require: "document.stnk",
};

/** Runs `layak new` on a copy of the shipped rules, with these lines as answers. */
async function begin(
  service: string,
  options: Partial<NewOptions> = {},
  answers: readonly string[] = [],
  rules = copyOfRules(),
) {
  vi.useFakeTimers({ now: new Date("2026-11-22T03:00:00Z"), toFake: ["Date"] });
  onTestFinished(() => void vi.useRealTimers());
  const terminal = recordingTerminal();
  const asked = new PassThrough();
  const questions = questionsOn(Readable.from(answers.map((answer) => `${answer}\n`)), asked);
  const code = await createNew(terminal, questions, service, { rules, lang: "id", ...options });
  questions.close();
  asked.end();
  const plain = (line: string) => line.replaceAll(`${rules}/`, "").replaceAll(rules, "RULES");
  return {
    rules,
    code,
    out: terminal.out.map(plain),
    err: terminal.err.map(plain),
    questions: await text(asked),
  };
}

function read(rules: string, path: string): string {
  return readFileSync(join(rules, path), "utf8");
}

async function isAccepted(rules: string): Promise<unknown> {
  const pack = await readPack(rules);
  const cases = await test(recordingTerminal(), rules, { lang: "id" });
  return { ok: pack.ok, cases };
}

describe("layak new, for a service that exists", () => {
  it("copies the version in force as a draft and adds cases, touching nothing else", async () => {
    const { rules, code, out, err } = await begin(KIOSK, NEXT);
    const before = readFileSync(`rules/${KIOSK}/2026-01-01.json`, "utf8");
    const after = read(rules, `${KIOSK}/2028-01-01.json`);
    const differing = after.split("\n").filter((line) => !before.split("\n").includes(line));
    expect(differing).toEqual([
      '  "status": "draft",',
      '    "id": "Rancangan; disalin dari versi 2026-01-01. Tulis di sini apa yang berubah dan mengapa.",',
      '    "en": "A draft, copied from version 2026-01-01. Write here what changes, and why."',
    ]);
    const cases = read(rules, `${KIOSK}/cases.json`);
    const known = readFileSync(`rules/${KIOSK}/cases.json`, "utf8");
    expect(cases.startsWith(known.slice(0, known.lastIndexOf("}") + 1))).toBe(true);
    const added: readonly unknown[] = JSON.parse(cases).slice(JSON.parse(known).length);
    expect(added).toMatchObject([
      { asOf: "2028-01-01", version: "2028-01-01", expect: { outcome: "eligible" } },
      { asOf: "2028-01-01", version: "2028-01-01", expect: { outcome: "ineligible" } },
    ]);
    expect([code, err]).toEqual([0, []]);
    expect(out.slice(0, 7)).toEqual([
      `Dibuat: ${KIOSK}/2028-01-01.json (rancangan, disalin dari 2026-01-01)`,
      `Ditambah contoh: ${KIOSK}/cases.json`,
      "Selama berstatus draft, aturan ini belum memutuskan apa pun.",
      "Perhatian: rancangan 2027-01-01 tidak ikut disalin. Bila rancangan itu nanti ditetapkan, perubahannya berakhir pada 2028-01-01, kecuali ditulis juga di versi ini. Versi yang disalin dipilih dengan --copy-from.",
      "",
      "Langkah berikutnya:",
      `  1. Ubah ${KIOSK}/2028-01-01.json`,
    ]);
    expect(await isAccepted(rules)).toEqual({ ok: true, cases: 0 });
  });

  it("asks only for the day, and offers the next first of January that is free", async () => {
    const { code, questions, out } = await begin(FERTILISER, {}, [""]);
    expect([code, questions]).toEqual([0, "Berlaku mulai tanggal (TTTT-BB-HH) [2027-01-01]: "]);
    expect(out[0]).toContain("2027-01-01.json");
  });

  it("asks which version is copied where a draft lies in between, and copies that one", async () => {
    const answers = ["2025-01-01", "2027-01-01"];
    const { code, questions, err, out } = await begin(KIOSK, { from: "2028-01-01" }, answers);
    const question =
      "Ada rancangan di antaranya. Versi mana yang disalin: 2026-01-01 (percontohan), 2027-01-01 (rancangan) [2026-01-01]: ";
    expect([code, questions, err]).toEqual([
      0,
      question.repeat(2),
      ["Versi 2025-01-01 tidak ada. Yang ada: 2024-10-01, 2026-01-01, 2027-01-01."],
    ]);
    expect(out.slice(0, 4)).toEqual([
      `Dibuat: ${KIOSK}/2028-01-01.json (rancangan, disalin dari 2027-01-01)`,
      `Ditambah contoh: ${KIOSK}/cases.json`,
      "Selama berstatus draft, aturan ini belum memutuskan apa pun.",
      "",
    ]);
  });

  it("copies the version that a flag names, even an earlier one", async () => {
    const flags = { from: "2026-06-01", copyFrom: "2024-10-01" };
    const { rules, code, questions, out } = await begin(KIOSK, flags);
    expect([code, questions, out[0]]).toEqual([
      0,
      "",
      `Dibuat: ${KIOSK}/2026-06-01.json (rancangan, disalin dari 2024-10-01)`,
    ]);
    const { requirements } = JSON.parse(read(rules, `${KIOSK}/2026-06-01.json`));
    const copied = JSON.parse(readFileSync(`rules/${KIOSK}/2024-10-01.json`, "utf8"));
    expect(requirements).toEqual(copied.requirements);
  });

  it.each([
    ["2026-11-21", true],
    ["2026-11-22", false],
  ])("says of a version from %s whether its day has passed: %s", async (from, passed) => {
    const { code, out } = await begin(FERTILISER, { from, lang: "en" });
    const note = `Note: ${from} has passed; today is 2026-11-22. This version will change answers for days that have passed, and layak adopt takes it as a correction only (--correct). If that is not meant, name the file after a day to come.`;
    expect([code, out.filter((line) => line.startsWith("Note"))]).toEqual([
      0,
      passed ? [note] : [],
    ]);
  });

  it("takes away the end that the copied version had", async () => {
    const rules = copyOfRules();
    const path = join(rules, `${KIOSK}/2026-01-01.json`);
    const policy = readFileSync(path, "utf8");
    writeFileSync(
      path,
      policy.replace('"status": "pilot",', '"status": "pilot",\n  "until": "2030-12-31",'),
    );
    await begin(KIOSK, NEXT, [], rules);
    expect(JSON.parse(read(rules, `${KIOSK}/2028-01-01.json`))).not.toHaveProperty("until");
  });

  it("never writes over a version", async () => {
    const { rules, code, err } = await begin(KIOSK, { from: "2027-01-01" });
    expect([code, err]).toEqual([
      1,
      [
        "--from: Versi 2027-01-01 sudah ada dan tidak akan ditimpa. Pilih tanggal lain, atau ubah berkasnya.",
      ],
    ]);
    const path = `${KIOSK}/2027-01-01.json`;
    expect(read(rules, path)).toBe(readFileSync(`rules/${path}`, "utf8"));
  });

  it.each(readdirSync("rules/kota-serang").filter((name) => !name.endsWith(".json")))(
    "gives %s a next version that is accepted at once",
    async (name) => {
      const { rules, code } = await begin(`kota-serang/${name}`, { from: "2029-07-01" }, [""]);
      expect([code, await isAccepted(rules)]).toEqual([0, { ok: true, cases: 0 }]);
    },
  );
});

describe("layak new, for a new service", () => {
  it("is told all by flags and asks nothing", async () => {
    const { rules, code, questions, err, out } = await begin(PARKING, BY_FLAGS);
    expect([code, questions, err]).toEqual([0, "", []]);
    expect(JSON.parse(read(rules, `${PARKING}/2027-02-01.json`))).toMatchObject({
      title: { id: "Parkir langganan", en: "Subscribed parking" },
      owner: "Dinas Perhubungan",
      status: "draft",
      contact: { id: "Tanyakan kepada Dinas Perhubungan." },
      objection: { id: expect.stringContaining("keberatan kepada Dinas Perhubungan") },
      requirements: [
        {
          id: "document-stnk",
          title: { id: "STNK ditunjukkan" },
          unmet: { id: "Belum terpenuhi: STNK ditunjukkan." },
          remedy: { id: "Penuhi syarat ini, lalu ajukan lagi: STNK ditunjukkan." },
          enforcement: "required",
          provenance: "assumed",
          conditions: { fact: "document.stnk", operator: "equal", value: true },
        },
      ],
    });
    expect(out.slice(0, 2)).toEqual([
      `Dibuat: ${PARKING}/2027-02-01.json`,
      `Dibuat: ${PARKING}/cases.json`,
    ]);
    expect(await isAccepted(rules)).toEqual({ ok: true, cases: 0 });
  });

  it("states who applies where its flag says it, and only where that can be decided", async () => {
    const office = { ...BY_FLAGS, applicant: "office" };
    const { rules, code } = await begin(PARKING, office);
    const written = JSON.parse(read(rules, `${PARKING}/2027-02-01.json`));
    expect([code, written.applicant]).toEqual([0, "office"]);
    const covered = await begin(PARKING, { ...office, require: "bpjs-aktif" });
    const told = covered.err.slice(0, -1);
    expect([covered.code, covered.err.at(-1)]).toEqual([
      1,
      "Tidak ada yang ditulis: berkas baru itu tidak akan sah.",
    ]);
    expect(told.length).toBeGreaterThan(0);
    expect(told.filter((line) => !line.includes("LYK514"))).toEqual([]);
    const unknown = await begin(PARKING, { ...BY_FLAGS, applicant: "dinas" });
    expect([unknown.code, unknown.err]).toEqual([
      1,
      ['--applicant: "dinas" tidak ada. Pilih: person, business, office.'],
    ]);
  });

  it("asks what no flag says, and again after an answer that will not do", async () => {
    const answers = [
      "2027-13-01",
      "2027-02-01",
      "",
      "Parkir langganan",
      "",
      "Dinas",
      "",
      "99",
      "bpjs-aktif",
    ];
    const { rules, code, questions, err } = await begin(PARKING, {}, answers);
    expect(code).toBe(0);
    expect(questions.match(/[^:]+: /g)?.map((question) => question.trim())).toEqual([
      "Berlaku mulai tanggal (TTTT-BB-HH) [2027-01-01]:",
      "Berlaku mulai tanggal (TTTT-BB-HH) [2027-01-01]:",
      "Nama layanan:",
      "Nama layanan:",
      "Nama layanan dalam bahasa Inggris (boleh kosong):",
      "Perangkat daerah penanggung jawab:",
      "Ke mana warga bertanya, sebagai kalimat (kosong:",
      "kepada perangkat daerah itu):",
      "Nomor atau nama [1]:",
      "Nomor atau nama [1]:",
    ]);
    expect(err.slice(0, 2)).toEqual([
      '"2027-13-01" tidak ada di kalender; tulis misalnya 2027-01-01.',
      "Jawaban ini tidak boleh kosong.",
    ]);
    expect(JSON.parse(read(rules, `${PARKING}/2027-02-01.json`))).toMatchObject({
      title: { id: "Parkir langganan" },
      requirements: [{ id: "bpjs-aktif", conditions: { condition: "bpjs-aktif" } }],
    });
    expect(await isAccepted(rules)).toEqual({ ok: true, cases: 0 });
  });

  it("writes nothing where the answers end too early, and says which flag would answer", async () => {
    const { rules, code, err } = await begin(PARKING, {}, ["2027-02-01"]);
    expect([code, err]).toEqual([
      1,
      ["Tidak ada jawaban. Jawab pertanyaannya, atau beri --title."],
    ]);
    expect(existsSync(join(rules, PARKING))).toBe(false);
  });

  it("tells citizens of a shared condition what other policies tell of it, and where to ask", async () => {
    const contact = "Tanyakan di loket 3.";
    const { rules } = await begin(PARKING, { ...BY_FLAGS, require: "bpjs-aktif", contact });
    const written = JSON.parse(read(rules, `${PARKING}/2027-02-01.json`));
    const [known] = JSON.parse(read(rules, `${FERTILISER}/2026-01-01.json`)).requirements;
    const [{ unmet, remedy }] = written.requirements;
    expect([written.contact, unmet, remedy]).toEqual([{ id: contact }, known.unmet, known.remedy]);
  });

  it("begins a city that has no service yet", async () => {
    const { rules, code } = await begin("kota-cilegon/parkir", BY_FLAGS);
    expect([code, await isAccepted(rules)]).toEqual([0, { ok: true, cases: 0 }]);
  });

  it.each([
    ["Kota Serang/Parkir", {}, '"Kota Serang/Parkir" bukan nama layanan.'],
    ["parkir", {}, '"parkir" bukan nama layanan.'],
    [
      PARKING,
      { ...BY_FLAGS, require: "document.stn" },
      '--require: "document.stn" tidak ada. Mungkin maksudnya "document.stnk"?',
    ],
    [
      PARKING,
      { ...BY_FLAGS, require: "sepeda" },
      '--require: "sepeda" tidak ada. Pilih: bpjs-aktif',
    ],
    [
      PARKING,
      { ...BY_FLAGS, require: "land.hectares" },
      '--require: "land.hectares" bukan data ya/tidak, jadi belum dapat menjadi syarat pertama.',
    ],
    ["kota-cilegon", {}, "Untuk memulai kota baru: layak new city kota-cilegon"],
    [
      KIOSK,
      { from: "2028-01-01", copyFrom: "2027-02-01" },
      "--copy-from: Versi 2027-02-01 tidak ada. Yang ada: 2024-10-01, 2026-01-01, 2027-01-01.",
    ],
    [
      PARKING,
      { ...BY_FLAGS, copyFrom: "2026-01-01" },
      `--copy-from: ${PARKING} belum ada, jadi tidak ada versi yang dapat disalin.`,
    ],
    [PARKING, { ...BY_FLAGS, from: "besok" }, '--from: "besok" tidak ada di kalender'],
  ])("refuses %s with %j", async (service, options, message) => {
    const { code, err } = await begin(service, options);
    expect([code, err[0]]).toEqual([1, expect.stringContaining(message)]);
  });

  it("says why a folder cannot be written", async () => {
    const rules = copyOfRules();
    writeFileSync(join(rules, PARKING), "");
    const { code, err } = await begin(PARKING, BY_FLAGS, [], rules);
    expect([code, err]).toEqual([1, [expect.stringContaining("Tidak dapat ditulis: EEXIST")]]);
  });

  it("leaves no half of it where one of the files cannot be written", async () => {
    const rules = copyOfRules();
    writeFileSync(join(rules, KIOSK, "cases.json.new"), "");
    const { code } = await begin(KIOSK, NEXT, [], rules);
    expect([code, existsSync(join(rules, KIOSK, "2028-01-01.json"))]).toEqual([1, false]);
  });

  it("writes nothing into rules that are not valid", async () => {
    const rules = copyOfRules();
    writeFileSync(join(rules, "sources.json"), "{}");
    const { code, err } = await begin(PARKING, BY_FLAGS, [], rules);
    expect([code, err[0]]).toEqual([1, expect.stringContaining("LYK")]);
    expect(existsSync(join(rules, PARKING))).toBe(false);
  });
});

describe("what layak new writes", () => {
  it("keeps a byte order mark and an empty list of cases whole", async () => {
    const rules = copyOfRules();
    const policy = join(rules, `${KIOSK}/2026-01-01.json`);
    writeFileSync(policy, `\uFEFF${readFileSync(policy, "utf8")}`);
    writeFileSync(join(rules, `${KIOSK}/cases.json`), "[ ]\n");
    const { code } = await begin(KIOSK, NEXT, [], rules);
    const read = await readRuleFiles(rules);
    if (!read.ok) throw new Error("the rules can be read");
    expect(code).toBe(0);
    expect(JSON.parse(String(read.files.get(`${KIOSK}/cases.json`)))).toHaveLength(2);
  });

  it("is what other programs read as JSON", async () => {
    const { out } = await begin(PARKING, { ...BY_FLAGS, json: true });
    expect(JSON.parse(out.join("\n"))).toEqual({
      service: PARKING,
      from: "2027-02-01",
      copied: null,
      files: [
        { path: `${PARKING}/2027-02-01.json`, isNew: true },
        { path: `${PARKING}/cases.json`, isNew: true },
      ],
      notices: [],
    });
  });
});

describe("the program", () => {
  it("takes its answers from standard input", () => {
    const rules = copyOfRules();
    const command = ["dist/layak.js", "new", PARKING, "--rules", rules];
    const input = "2027-02-01\nParkir langganan\nSubscribed parking\nDinas Perhubungan\n\n1\n";
    const { status, stdout, stderr } = spawnSync(process.execPath, command, {
      input,
      encoding: "utf8",
    });
    expect([status, stderr.includes("Nama layanan:")]).toEqual([0, true]);
    expect(stdout).toContain("Langkah berikutnya:");
    expect(existsSync(join(rules, `${PARKING}/2027-02-01.json`))).toBe(true);
  });
});
