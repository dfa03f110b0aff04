import { describe, expect, it } from "vitest";
import { faultsBetween } from "../../../src/allocation/lists/between.ts";
import { readPairs } from "../../../src/allocation/lists/read-pairs.ts";
import { sponsorNik, sponsors, workerNik, workers } from "../support/city.ts";

const read = (text: string) => readPairs(new TextEncoder().encode(text));

function faultsOf(text: string): readonly string[] {
  const pairs = read(text);
  return pairs.ok ? [] : pairs.faults.map(({ line, message }) => `${line} ${message.en}`);
}

const [WORKER, SPONSOR] = [workerNik(0), sponsorNik(0)];

describe("a list of earlier pairs", () => {
  it.each([
    [
      "CSV, with columns that are not looked at",
      `sponsor,state,worker\n${SPONSOR},new,${WORKER}\n`,
      2,
    ],
    ["NDJSON", `{"worker":"${WORKER}","sponsor":"${SPONSOR}","state":"kept"}\n`, 1],
    [
      "a result of an allocation",
      JSON.stringify({
        form: "layak-allocation-1",
        pairs: [],
        kept: [{ worker: WORKER, sponsor: SPONSOR }],
        held: [],
      }),
      1,
    ],
  ])("is read as %s", (_, text, line) => {
    expect(read(text)).toEqual({
      ok: true,
      pairs: [{ lines: { worker: line, sponsor: line }, worker: WORKER, sponsor: SPONSOR }],
    });
  });

  it("takes the pairs that go on after a result: new, kept and held", () => {
    const pair = (number: number) => ({ worker: workerNik(number), sponsor: sponsorNik(number) });
    const result = {
      form: "layak-allocation-1",
      pairs: [pair(1)],
      kept: [pair(2)],
      held: [{ ...pair(3), missing: { worker: [], sponsor: ["sponsor.member"] } }],
      ended: [pair(4)],
    };
    const pairs = read(JSON.stringify(result, null, 2));
    expect(pairs.ok && pairs.pairs.map(({ worker }) => worker)).toEqual([1, 2, 3].map(workerNik));
  });

  it.each<[string, string, readonly string[]]>([
    [
      "no heading",
      `${WORKER},${SPONSOR}\n`,
      ['1 The first line must name the columns "worker" and "sponsor".'],
    ],
    [
      "somebody in two pairs",
      `worker,sponsor\n${WORKER},${SPONSOR}\n${workerNik(1)},${SPONSOR}\n`,
      ["3 This person is in a pair already, in line 2."],
    ],
    [
      "somebody paired with himself",
      `worker,sponsor\n${WORKER},${WORKER}\n`,
      ["2 A person cannot be his own sponsor."],
    ],
    [
      "a pair that is not whole",
      `worker,sponsor\n${WORKER},\n`,
      ['2 The column "sponsor" is empty.'],
    ],
  ])("is refused by line for %s", (_, text, faults) => {
    expect(faultsOf(text)).toEqual(faults);
  });
});

describe("a result that earlier pairs are read from", () => {
  const pair = (number: number) => ({ worker: workerNik(number), sponsor: sponsorNik(number) });
  const result = (parts: object) =>
    JSON.stringify(
      { form: "layak-allocation-1", pairs: [pair(0)], kept: [pair(1)], held: [], ...parts },
      null,
      2,
    );
  const GOOD = result({});

  it("says on which line each of a pair stands", () => {
    expect(read(`\uFEFF${GOOD.replaceAll("\n", "\r\n")}`)).toEqual({
      ok: true,
      pairs: [
        { lines: { worker: 5, sponsor: 6 }, ...pair(0) },
        { lines: { worker: 11, sponsor: 12 }, ...pair(1) },
      ],
    });
  });

  it.each<[string, string, readonly string[]]>([
    [
      "a NIK that is none",
      GOOD.replace(SPONSOR, "3673"),
      ['6 "sponsor" is not a NIK: 16 digits as text, the 7th to 12th a birth date.'],
    ],
    [
      "a NIK as a number, and one that is not there",
      GOOD.replace(`"${WORKER}"`, WORKER).replace(`"worker": "${workerNik(1)}",`, ""),
      [
        '5 "worker" is not a NIK: 16 digits as text, the 7th to 12th a birth date.',
        '10 The column "worker" is empty.',
      ],
    ],
    [
      "somebody in two pairs",
      result({ held: [{ ...pair(2), sponsor: SPONSOR }] }),
      ["18 This person is in a pair already, in line 6."],
    ],
    [
      "a comma that is lost",
      GOOD.replace(`"${WORKER}",`, `"${WORKER}"`),
      [
        "5 At character 35 of this line the JSON is broken: a comma, a bracket or a quotation mark. Use the result as it was written.",
      ],
    ],
    [
      "an end that is lost",
      GOOD.slice(0, GOOD.indexOf('"kept"')),
      [
        "8 At character 5 of this line the JSON is broken: a comma, a bracket or a quotation mark. Use the result as it was written.",
      ],
    ],
    [
      "a person who is named twice",
      GOOD.replace(`"sponsor": "${SPONSOR}"`, `"worker": "${workerNik(3)}"`),
      ["6 Here a key stands twice, or a text is broken. Use the result as it was written."],
    ],
    [
      "being a commitment",
      JSON.stringify({ form: "layak-allocation-commitment-1" }, null, 2),
      [
        '2 This JSON file is no result of layak allocate --result ("form" is not "layak-allocation-1").',
      ],
    ],
    [
      "being some other JSON",
      `{"worker":"${WORKER}",\n"sponsor":"${SPONSOR}"}`,
      [
        '1 This JSON file is no result of layak allocate --result ("form" is not "layak-allocation-1").',
      ],
    ],
    [
      "lacking its pairs",
      result({ kept: undefined, pairs: 2 }),
      [
        '1 This result does not hold the list "kept".',
        '3 This result does not hold the list "pairs".',
      ],
    ],
  ])("is refused by line for %s", (_, text, faults) => {
    expect(faultsOf(text)).toEqual(faults);
  });

  it("is refused by row where it is rows of JSON, the first of them broken", () => {
    expect(faultsOf(`{"worker":\n{"worker":"${WORKER}","sponsor":"${SPONSOR}"}\n`)).toEqual([
      "1 This line is not one JSON object { … }.",
    ]);
  });

  it("is never quoted, wherever it breaks", () => {
    for (const end of Array.from({ length: GOOD.length }, (_, index) => index)) {
      const told = faultsOf(GOOD.slice(0, end) + GOOD.slice(end + 1)).join("\n");
      expect(told).not.toMatch(/\d{5}/);
    }
  });
});

describe("lists held against each other", () => {
  const names = { workers: "pekerja.csv", sponsors: "sponsor.csv" };
  const [ani] = workers({});

  it("are refused where a person is in both", () => {
    const faults = faultsBetween(
      {
        workers: ani === undefined ? [] : [ani],
        sponsors: ani === undefined ? [] : [{ ...ani, line: 7 }],
      },
      [],
      names,
    );
    expect(faults.map(({ list, line, message }) => [list, line, message.en])).toEqual([
      [
        "sponsors",
        7,
        "This person also stands in pekerja.csv, line 2. He is a worker or a sponsor, not both.",
      ],
    ]);
  });

  it("are refused where somebody changed his part since his earlier pair", () => {
    const lines = { worker: 3, sponsor: 4 };
    const earlier = [{ lines, worker: sponsorNik(0), sponsor: workerNik(0) }];
    const faults = faultsBetween({ workers: workers({}), sponsors: sponsors({}) }, earlier, names);
    expect(faults.map(({ list, line, message }) => [list, line, message.en])).toEqual([
      [
        "earlier",
        3,
        'The person in the column "worker" now stands in sponsor.csv, line 2. Check both.',
      ],
      [
        "earlier",
        4,
        'The person in the column "sponsor" now stands in pekerja.csv, line 2. Check both.',
      ],
    ]);
  });
});
