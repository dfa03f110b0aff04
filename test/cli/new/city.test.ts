import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { questionsOn } from "../../../src/cli/new/questions.ts";
import { createNewCity, type NewCityOptions } from "../../../src/cli/new-city.ts";
import { readPack } from "../../../src/pack/read-pack.ts";
import { copyOfRules, temporaryFolder, write } from "../../support/files.ts";
import { recordingTerminal } from "../../support/terminal.ts";
import { layak } from "../support/layak.ts";

const LEBAK = "kabupaten-lebak";
const BY_FLAGS = { label: "Kabupaten Lebak", labelEn: "Lebak Regency", area: "3602" };

/** Runs `layak new city` on a copy of the shipped rules, with these lines as answers. */
async function begin(
  city: string,
  options: Partial<NewCityOptions> = {},
  answers: readonly string[] = [],
  rules = copyOfRules(),
) {
  const terminal = recordingTerminal();
  const asked = new PassThrough();
  const questions = questionsOn(Readable.from(answers.map((answer) => `${answer}\n`)), asked);
  const all = { rules, lang: "en", office: [], ...options };
  const code = await createNewCity(terminal, questions, city, all);
  questions.close();
  asked.end();
  const plain = (line: string) => line.replaceAll(rules, "RULES");
  return {
    rules,
    code,
    out: terminal.out.map(plain),
    err: terminal.err.map(plain),
    questions: await text(asked),
    file: join(rules, city, "city.json"),
  };
}

describe("layak new city", () => {
  it("writes what its flags say, and the rules stay valid", async () => {
    const office = ["dishub=Dinas Perhubungan", "dlh = DLH | Environment Office"];
    const { rules, code, err, file, questions } = await begin(LEBAK, { ...BY_FLAGS, office });
    expect([code, err, questions]).toEqual([0, [], ""]);
    expect(readFileSync(file, "utf8")).toBe(`{
  "$schema": "../schema/city.schema.json",
  "label": { "id": "Kabupaten Lebak", "en": "Lebak Regency" },
  "area": "3602",
  "offices": {
    "dishub": { "id": "Dinas Perhubungan" },
    "dlh": { "id": "DLH", "en": "Environment Office" }
  }
}
`);
    const read = await readPack(rules);
    expect(read.ok && read.pack.cities.get(LEBAK)?.label).toEqual({
      id: "Kabupaten Lebak",
      en: "Lebak Regency",
    });
  });

  it("does not take the area code of another city", async () => {
    const { code, err, file } = await begin(LEBAK, { ...BY_FLAGS, area: "3673" });
    expect([code, err, existsSync(file)]).toEqual([
      1,
      ['--area: "3673" is the area code of kota-serang already: each city has its own.'],
      false,
    ]);
  });

  it("asks for name and area, again where an answer does not do", async () => {
    const answers = ["", "Kabupaten Lebak", "", "36.02", "3602"];
    const { code, err, questions, file } = await begin(LEBAK, {}, answers);
    expect([code, questions]).toEqual([
      0,
      "Name, in Indonesian: Name, in Indonesian: Name in English (may be empty): Code of the area without dots, such as 3673 (may be empty): Code of the area without dots, such as 3673 (may be empty): ",
    ]);
    expect(err).toEqual([
      "This answer must not be empty.",
      '"36.02" is not an area code: write two digits for a province or four for a city or regency, without a dot.',
    ]);
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({
      $schema: "../schema/city.schema.json",
      label: { id: "Kabupaten Lebak" },
      area: "3602",
      offices: {},
    });
  });

  it("gives a folder that has services the name that it lacks", async () => {
    const folder = temporaryFolder();
    write(folder, "facts.json", { facts: {}, groups: {} });
    write(folder, "kota/conditions.json", { conditions: {} });
    const { code, err, file } = await begin("kota", { label: "Kota", area: "" }, [], folder);
    expect([code, err, existsSync(file)]).toEqual([0, [], true]);
  });

  it("tells it as data", async () => {
    const { out } = await begin(LEBAK, { ...BY_FLAGS, json: true });
    expect(JSON.parse(out.join("\n"))).toEqual({
      city: LEBAK,
      path: `${LEBAK}/city.json`,
      label: { id: "Kabupaten Lebak", en: "Lebak Regency" },
      area: "3602",
      offices: {},
    });
  });

  it.each([
    [
      "a name that is no id",
      "Kota Lebak",
      {},
      '"Kota Lebak" cannot be the name of a city\'s folder. Use small letters, digits and hyphens, such as kota-serang.',
    ],
    [
      "the folder of the schemas",
      "schema",
      {},
      'The folder "schema" holds the schemas for editors. Use another name, such as kota-schema.',
    ],
    [
      "an area that is none",
      LEBAK,
      { area: "360" },
      '--area: "360" is not an area code: write two digits for a province or four for a city or regency, without a dot.',
    ],
    [
      "an office without a name",
      LEBAK,
      { office: ["dishub"] },
      '--office: "dishub" must be code=name, the code of small letters, digits and hyphens, such as "dishub=Dinas Perhubungan|Transport Office".',
    ],
    [
      "an office twice",
      LEBAK,
      { office: ["dlh=Satu", "dlh=Dua"] },
      '--office: "dlh" is given twice.',
    ],
  ])("refuses %s, and writes nothing", async (_, city, options, message) => {
    const { code, err, file } = await begin(city, { ...BY_FLAGS, ...options });
    expect([code, err, existsSync(file)]).toEqual([1, [message], false]);
  });

  it("writes nothing where an answer lacks", async () => {
    const { code, err, file } = await begin(LEBAK, { area: "3602" });
    expect([code, err, existsSync(file)]).toEqual([
      1,
      ["There was no answer. Answer the question, or give --label."],
      false,
    ]);
  });

  it("never writes over a city that is there", async () => {
    const rules = copyOfRules();
    await begin(LEBAK, BY_FLAGS, [], rules);
    const { code, err, file } = await begin(LEBAK, { ...BY_FLAGS, label: "Lain" }, [], rules);
    expect([code, err]).toEqual([
      1,
      [
        `RULES/${LEBAK}/city.json is there already and will not be overwritten. Edit it, or begin a service with: layak new ${LEBAK}/<service>`,
      ],
    ]);
    expect(readFileSync(file, "utf8")).toContain("Kabupaten Lebak");
  });

  it("stands in the help of layak new, which still takes a service", async () => {
    const { out } = await layak(["new", "--help", "--lang", "en"]);
    const help = out.join("\n");
    expect(help).toContain("Usage: layak new <service> [options]");
    expect(help).toMatch(/Commands:\n +city <city> +begin a city/);
    const own = (await layak(["new", "city", "--help", "--lang", "en"])).out.join("\n");
    expect(own).toContain("Usage: layak new city <city> [options]");
  });
});
