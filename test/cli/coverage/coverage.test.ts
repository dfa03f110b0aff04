import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { copyOfRules, write as put, temporaryFolder } from "../../support/files.ts";
import { layak } from "../support/layak.ts";

const HEADER = "nik,status,programmes,paid_through,segment";

/** An invented NIK; no district has the number 99. */
function nikOf(person: number): string {
  return `3673991204${String(850_000 + person)}`;
}

/** Of so many people of Dishub the first are protected; four more are of DLH, one of them not. */
function writeFiles(covered: number) {
  const folder = temporaryFolder();
  const people = Array.from({ length: 34 }, (_, person) => ({
    nik: nikOf(person),
    opd: person < 30 ? "Dishub" : "DLH",
    status: person < covered || person > 30 ? "AKTIF" : "NONAKTIF",
  }));
  const roster = people.map(
    ({ nik, status }) => `${nik},${status},${status === "AKTIF" ? "JKK+JKM" : ""},,BPU`,
  );
  const population = people.map(({ nik, opd }) => `${nik},${opd}`);
  const write = (name: string, lines: readonly string[]) => {
    writeFileSync(join(folder, name), `${lines.join("\n")}\n`);
    return join(folder, name);
  };
  return {
    folder,
    write,
    roster: write("roster.csv", [HEADER, ...roster]),
    population: write("people.csv", ["nik,opd", ...population]),
  };
}

async function coverage(...words: readonly string[]) {
  return await layak(["coverage", ...words, "--lang", "en"]);
}

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-11-22T03:00:00Z"), toFake: ["Date"] });
});

afterEach(() => {
  vi.useRealTimers();
});

describe("layak coverage", () => {
  it("tells how many are protected, by office, with the gap and its cost on the day", async () => {
    const { roster, population } = writeFiles(20);
    const { code, out, err } = await coverage(
      ...["--roster", roster, "--population", population, "--by", "opd"],
    );
    expect([code, err]).toEqual([0, []]);
    expect(out).toEqual([
      "November 2026: 23 of 34 people are protected (67.65%); 11 are not known to be.",
      "To protect them all by JKK + JKM would take Rp92,400 a month more, by contributions of 22 November 2026:",
      "  informal worker (BPU): 11 × Rp8,400 = Rp92,400 (Monthly BPU contribution for JKK and JKM, self-paid, lowest band, since 1 April 2026)",
      "Whoever is not in the roster counts as not known, not as unprotected.",
      "",
      "By city office (OPD), November 2026",
      "        people  protected  per cent  not protected  cost a month",
      "DLH          4          3       75%              1       Rp8,400",
      "Dishub      30         20    66.67%             10      Rp84,000",
      "All         34         23    67.65%             11      Rp92,400",
    ]);
  });

  it("tells the change from month to month", async () => {
    const [before, after] = [writeFiles(20), writeFiles(25)];
    const { out } = await coverage(
      ...["--roster", `2026-10=${before.roster}`, "--roster", `2026-11=${after.roster}`],
      ...["--by", "month"],
    );
    expect(out.slice(5)).toEqual([
      "Month by month",
      "               people  protected  per cent  not protected  change  cost a month",
      "October 2026       34         23    67.65%             11              Rp92,400",
      "November 2026      34         28    82.35%              6      +5      Rp50,400",
    ]);
  });

  it("tells the cost of each segment whose contribution is known, and guesses no other", async () => {
    const { write } = writeFiles(0);
    const people = ["BPU", "BPU", "NON_ASN", "NON_ASN", "NON_ASN"];
    const roster = write("five.csv", [
      HEADER,
      ...people.map((segment, person) => `${nikOf(person)},NONAKTIF,,,${segment}`),
    ]);
    const words = ["--roster", roster, "--by", "segment"];
    const inFull = await coverage(...words, "--programmes", "JKK,JKM,JHT", "--as-of", "2025-06-01");
    expect(inFull.out.slice(1)).toEqual([
      "To protect them all by JKK + JKM + JHT would take at least Rp73,600 a month more, by contributions of 1 June 2025; those of some people are not known:",
      "  informal worker (BPU): 2 × Rp36,800 = Rp73,600 (Rp16,800 Monthly BPU contribution for JKK and JKM, self-paid, lowest band, since 26 September 2024 + Rp20,000 Monthly BPU contribution for JHT on top, lowest band, since 26 September 2024)",
      "  non-ASN staff: 3 people × a contribution that is not known",
      "Whoever is not in the roster counts as not known, not as unprotected.",
      "",
      "By segment, June 2025",
      "                       people  protected  per cent  not protected  cost a month",
      "informal worker (BPU)       2          0        0%              2      Rp73,600",
      "non-ASN staff               3          0        0%              3     not known",
      "All                         5          0        0%              5    ≥ Rp73,600",
    ]);
    const reported = await coverage(...words, "--as-of", "2020-02-26");
    expect(reported.out.slice(2, 4)).toEqual([
      "  informal worker (BPU): 2 people × a contribution that is not known",
      "  non-ASN staff: 3 × Rp8,500 = Rp25,500 (Monthly contribution of a non-ASN worker, as reported in February 2020, since 26 February 2020)",
    ]);
    const forAll = await coverage(...words, "--contribution", "iuran.bpu.anggaran");
    expect(forAll.out[2]).toBe(
      "  all: 5 × Rp16,800 = Rp84,000 (Monthly BPU contribution for JKK and JKM, paid from APBN or APBD, lowest band, since 26 September 2024)",
    );
  });

  it.each([
    ["whatever each segment's is", []],
    ["one for everybody", ["--contribution", "iuran.bpu"]],
  ])("tells the cost in a place that has no services yet: %s", async (_, words) => {
    const { roster } = writeFiles(20);
    const { code, out, err } = await coverage("--roster", roster, "--city", "banten", ...words);
    expect([code, err]).toEqual([0, []]);
    expect(out[1]).toBe(
      "To protect them all by JKK + JKM would take Rp92,400 a month more, by contributions of 22 November 2026:",
    );
  });

  it("names the places that the rules have, those without services among them", async () => {
    const { roster } = writeFiles(20);
    const { code, err } = await coverage("--roster", roster, "--city", "x");
    expect([code, err]).toEqual([
      1,
      ['The rules have no city "x". There are: banten, kota-serang, kota-tangerang-selatan.'],
    ]);
  });

  it.each([
    ["the code where cities differ", [], ["Transport Office (Dishub)", "dlh"]],
    [
      "the city's own name where one is chosen",
      ["--city", "kota-serang"],
      ["Transport Office (Dishub)", "Environment Office (DLH)"],
    ],
    [
      "the province's own where it is chosen",
      ["--city", "banten"],
      ["Transport Office (Dishub)", "Environment and Forestry Office"],
    ],
  ])("tells of an office %s", async (_, words, names) => {
    const rules = copyOfRules();
    const offices = {
      dishub: { id: "Dinas Perhubungan (Dishub)", en: "Transport Office (Dishub)" },
      dlh: { id: "Dinas Lingkungan Hidup dan Kehutanan", en: "Environment and Forestry Office" },
    };
    put(rules, "banten/city.json", { label: { id: "Banten" }, area: "36", offices });
    const { folder, roster, write } = writeFiles(20);
    const people = Array.from({ length: 34 }, (_, person) => {
      return `${nikOf(person)},${person < 17 ? "dishub" : "dlh"}`;
    });
    const population = write("codes.csv", ["nik,opd", ...people]);
    const html = join(folder, "page.html");
    const { code, out, err } = await coverage(
      ...["--rules", rules, "--roster", roster, "--population", population, "--by", "opd"],
      ...["--office", "--html", html, ...words],
    );
    expect([code, err]).toEqual([0, []]);
    const table = out.slice(out.findIndex((line) => line.startsWith("By city office")) + 2);
    expect(table.map((line) => line.split(/ {2,}/)[0])).toEqual([...names, "All"]);
    const page = readFileSync(html, "utf8").split('<main lang="id"')[0] ?? "";
    const rows = [...page.matchAll(/<th scope="row">([^<]+)/g)].map(([, name]) => name);
    expect(rows).toEqual(expect.arrayContaining(names));
  });

  it("hides small numbers outside the office: in the page, and where it is asked for", async () => {
    const { folder, roster, population } = writeFiles(20);
    const files = ["--roster", roster, "--population", population, "--by", "opd"];
    const html = join(folder, "page.html");
    const { out } = await coverage(...files, "--public", "--html", html);
    const shown = [
      "DLH          •          •         •              •",
      "Dishub       •          •         •              •",
      "All         34         23    67.65%             11",
    ];
    expect(out.slice(7, 10)).toEqual(shown);
    const page = readFileSync(html, "utf8");
    expect(page).toContain('<tr><th scope="row">DLH</th><td>•</td><td>•</td>');
    await coverage(...files, "--office", "--html", html);
    expect(readFileSync(html, "utf8")).toContain('<tr><th scope="row">DLH</th><td>4</td>');
  });

  it("prints nobody's NIK, in no form", async () => {
    const { folder, roster, population, write } = writeFiles(20);
    const html = join(folder, "page.html");
    const files = ["--roster", roster, "--population", population, "--office", "--html", html];
    const bad = write("bad.csv", [HEADER, `${nikOf(1)},AKTIV,JKK,,BPU`, `${nikOf(2)}0,AKTIF,,,`]);
    const told = [
      await coverage(...files),
      await coverage(...files, "--json"),
      await coverage("--roster", bad),
    ].flatMap(({ out, err }) => [...out, ...err]);
    expect([...told, readFileSync(html, "utf8")].join("\n")).not.toMatch(/\d{12}/);
  });

  it("writes a page without a script, and nothing that is loaded from elsewhere", async () => {
    const { folder, roster, write } = writeFiles(20);
    const odd = write("odd.csv", ["nik,opd", `${nikOf(0)},<b>DLH & "co"`]);
    const html = join(folder, "page.html");
    await coverage("--roster", roster, "--population", odd, "--office", "--html", html);
    const page = readFileSync(html, "utf8");
    expect(page).toContain("&lt;b&gt;DLH &amp; &quot;co&quot;");
    expect(page).not.toMatch(/<script|<b>DLH|https?:|src=|@import|url\(/);
    expect(page).toContain('<html lang="en">');
  });

  it.each([
    ["no roster", [], "layak coverage still needs --roster <file>: the roster of a branch office."],
    [
      "a file that is not there",
      ["--roster", "nowhere.csv"],
      "The file nowhere.csv cannot be read.",
    ],
    ["a month that is none", ["--roster", "2026-13=a.csv"], "the month is written YYYY-MM"],
    [
      "two rosters of a month",
      ["--roster", "a.csv", "--roster", "b.csv"],
      "Two rosters of the month 2026-11.",
    ],
    ["a table that is none", ["--by", "districts"], 'Did you mean "district"?'],
    ["a day that is none", ["--as-of", "2026-02-30"], '"2026-02-30" is not in the calendar'],
    [
      "an unknown contribution",
      ["--roster", "a.csv", "--contribution", "iuran.bpuu"],
      'Did you mean "iuran.bpu"?',
    ],
    [
      "a day without a contribution",
      ["--roster", "a.csv", "--as-of", "2020-01-01", "--contribution", "iuran.bpu"],
      "parameter.iuran.bpu has no value on 2020-01-01.",
    ],
    [
      "an unknown city",
      ["--roster", "a.csv", "--city", "kota-serangg"],
      'Did you mean "kota-serang"?',
    ],
    ["an unknown programme", ["--programmes", "JKK,JHTT"], '--programmes knows no "JHTT"'],
    [
      "one contribution for all, and programmes",
      ["--programmes", "JKK", "--contribution", "iuran.bpu"],
      "Choose one",
    ],
    ["public and office", ["--public", "--office"], "Choose one"],
  ])("refuses %s, and says what to do", async (_, words, message) => {
    const { code, out, err } = await coverage(...words);
    expect([code, out]).toEqual([1, []]);
    expect(err.join("\n")).toContain(message);
  });

  it("refuses rows with more columns than the header, as a name with a comma makes them", async () => {
    const { roster, write } = writeFiles(20);
    const told = "line 3: there are 3 columns, but 2 on the first line.";
    for (const file of [
      write("people.csv", [
        "nik,opd",
        `${nikOf(0)},DLH`,
        `${nikOf(1)},Dinas Perdagangan, Koperasi`,
      ]),
      write("groups.csv", ["people,opd", "10,DLH", "20,Dinas Perdagangan, Koperasi"]),
    ]) {
      const { code, err } = await coverage("--roster", roster, "--population", file);
      expect([code, err.join("\n").includes(told)]).toEqual([1, true]);
    }
  });

  it("writes the page in both languages, with one shown and a switch that needs no script", async () => {
    const { folder, roster } = writeFiles(20);
    const html = join(folder, "page.html");
    await coverage("--roster", roster, "--html", html);
    const page = readFileSync(html, "utf8");
    const choices = page.match(/<input type="radio"[^>]*>/g);
    expect(choices).toEqual([
      '<input type="radio" name="language" id="choose-id">',
      '<input type="radio" name="language" id="choose-en" checked>',
    ]);
    expect(page.match(/<main lang="[a-z]+"|<h1>[^<]*/g)).toEqual([
      ...['<main lang="en"', "<h1>Protection of workers"],
      ...['<main lang="id"', "<h1>Perlindungan pekerja"],
    ]);
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(page).toContain("<li>informal worker (BPU): ");
  });

  it.each([
    ["persons", ["nik,segment", `${nikOf(0)},BPU`, `${nikOf(1)},bpu`]],
    ["groups", ["people,segment", "10,BPU", "20,bpu"]],
  ])(
    "refuses a segment of another spelling among %s: it would be counted by itself",
    async (_, lines) => {
      const { roster, write } = writeFiles(20);
      const population = write("people.csv", lines);
      const { code, err } = await coverage("--roster", roster, "--population", population);
      expect([code, err]).toEqual([
        1,
        [
          `${population}, line 3: the segment must be one of PU, BPU, JASA_KONSTRUKSI, NON_ASN, or empty\n1 rows are wrong. Mend them, or leave them out with --accept-bad-rows.`,
        ],
      ]);
    },
  );

  it("tells wrong rows by their lines, and counts without them where that is asked for", async () => {
    const { roster, write } = writeFiles(20);
    const population = write("people.csv", ["people;opd", "1.200;DLH", "many;Dishub"]);
    const refused = await coverage("--roster", roster, "--population", population);
    expect([refused.code, refused.err]).toEqual([
      1,
      [
        `${population}, line 3: people must be a whole number such as 1234\n1 rows are wrong. Mend them, or leave them out with --accept-bad-rows.`,
      ],
    ]);
    const counted = await coverage(
      ...["--roster", roster, "--population", population, "--accept-bad-rows", "--by", "month"],
    );
    expect(counted.out[0]).toBe(
      "November 2026: 23 of 1,200 people are protected (1.92%); 1,177 are not known to be.",
    );
  });
});
