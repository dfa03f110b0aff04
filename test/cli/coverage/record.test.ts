import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../../support/files.ts";
import { layak } from "../support/layak.ts";

/** An invented NIK; no district has the number 99. */
function nikOf(person: number): string {
  return `3673991204${String(850_000 + person)}`;
}

const OFFICES = ["DLH", "Dishub", "Dinkes"];

/** Rosters of two months: of three offices' ninety people some are protected; of DLH nearly all. */
function branch() {
  const folder = temporaryFolder();
  const month = (name: string, open: readonly number[]) => {
    const rows = OFFICES.flatMap((opd, office) =>
      Array.from({ length: 30 }, (_, person) => {
        const isOpen = person < (open[office] ?? 0);
        const status = isOpen ? "NONAKTIF," : "AKTIF,JKK+JKM";
        return `${nikOf(office * 100 + person)},${status},,BPU,${opd}`;
      }),
    );
    const path = join(folder, `${name}.csv`);
    const header = "nik,status,programmes,paid_through,segment,opd";
    writeFileSync(path, `${[header, ...rows].join("\n")}\n`);
    return ["--roster", `${name}=${path}`];
  };
  const record = join(folder, "told.json");
  return {
    october: month("2026-10", [2, 12, 15]),
    november: month("2026-11", [8, 2, 14]),
    folder,
    record,
    kept: ["--published", record],
    page: join(folder, "page.html"),
  };
}

async function published(...words: readonly string[]) {
  const { code, out, err } = await layak(["coverage", ...words, "--public", "--json"]);
  return { code, err, report: code === 0 ? JSON.parse(out.join("\n")) : null };
}

describe("layak coverage --published", () => {
  it("tells each month as if all were given at once, from its own roster and the record", async () => {
    const { october, november, kept } = branch();
    const first = await published(...october, ...kept);
    const second = await published(...november, ...kept, "--by", "month,opd");
    const together = await published(...october, ...november, "--by", "month,opd");
    expect([first.code, first.err, second.err]).toEqual([0, [], []]);
    expect(second.report).toEqual(together.report);
    expect(second.report.months[0].total).toEqual(first.report.months[0].total);
  });

  it("keeps all numbers and nobody's name, and what is told stays the same when told again", async () => {
    const { october, november, kept, record } = branch();
    const { report } = await published(...october, ...kept);
    await published(...november, ...kept);
    const text = readFileSync(record, "utf8");
    expect(text).not.toMatch(/\d{12}/);
    expect(JSON.parse(text).months.map(({ month }: { month: string }) => month)).toEqual([
      ...["2026-10", "2026-11"],
    ]);
    expect((await published(...october, ...kept)).report).toEqual(report);
    expect(readFileSync(record, "utf8")).toBe(text);
  });

  it("refuses to tell a month again with other numbers", async () => {
    const { october, november, kept, record } = branch();
    await published(...october, ...kept);
    const text = readFileSync(record, "utf8");
    const corrected = november.map((word) => word.replace("2026-11=", "2026-10="));
    const { code, err } = await published(...corrected, ...kept, "--lang", "en");
    expect([code, err.join("\n")]).toEqual([
      1,
      `October 2026 was given out before with other numbers, by ${record}. Two tellings of one month can give small numbers back. Leave out --roster 2026-10=…: the page tells that month as before. The new ones are for inside alone: --office.`,
    ]);
    expect(readFileSync(record, "utf8")).toBe(text);
  });

  it("refuses months that were counted otherwise, which do not compare", async () => {
    const { october, november, kept } = branch();
    await published(...october, ...kept, "--complete");
    const without = await published(...november, ...kept, "--lang", "en");
    expect(without.err.join("\n")).toMatch(/were counted with --complete\. Add --complete/);
    const grace = await published(
      ...[...november, ...kept, "--complete", "--without-grace", "--lang", "en"],
    );
    expect(grace.err.join("\n")).toMatch(/without --without-grace\. Leave --without-grace out/);
  });

  it.each([
    ["that is no JSON", "{"],
    ["that is something else", '{ "months": [] }'],
    [
      "of more people than there are",
      '{ "office": true, "complete": false, "graceCounts": true, "months": [{ "month": "2026-10", "total": { "people": -1 }, "tables": [] }] }',
    ],
  ])("writes no page and leaves a file alone %s", async (_, text) => {
    const { october, kept, record, page } = branch();
    writeFileSync(record, text);
    const { code, err } = await layak(
      ["coverage", ...october, ...kept, "--html", page].concat("--lang", "en"),
    );
    expect([code, err.join("\n")]).toEqual([
      1,
      `${record} is no record that --published wrote. Name that record, or a file that is not there yet where nothing was ever given out.`,
    ]);
    expect([readFileSync(record, "utf8"), existsSync(page)]).toEqual([text, false]);
  });

  it("writes no page where the record cannot be written", async () => {
    const { october, folder, page } = branch();
    writeFileSync(join(folder, "file"), "");
    const record = join(folder, "file", "told.json");
    const { code } = await layak(["coverage", ...october, "--published", record, "--html", page]);
    expect([code, existsSync(page)]).toEqual([1, false]);
  });

  it("is of what leaves the office alone", async () => {
    const { october, kept, page } = branch();
    for (const words of [[], ["--html", page, "--office"]]) {
      const { code, err } = await layak(
        ["coverage", ...october, ...kept, ...words].concat("--lang", "en"),
      );
      expect([code, err.join("\n")]).toEqual([
        1,
        "--published records what leaves the office: use it with --html or --public, without --office.",
      ]);
    }
  });
});

describe("layak coverage, for outside without a record", () => {
  it("says what it cannot know", async () => {
    const { november, page } = branch();
    const words = ["coverage", ...november, "--html", page, "--lang", "en"];
    expect((await layak(words)).err).toEqual([
      "What leaves the office is safe by itself. Beside other months given out earlier it may give small numbers back: name the --roster of all months before too, with the same options, or keep a record with --published <file>.",
    ]);
    expect((await layak([...words, "--office"])).err).toEqual([]);
  });
});
