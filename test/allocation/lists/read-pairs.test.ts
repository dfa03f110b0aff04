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
      pairs: [{ line, worker: WORKER, sponsor: SPONSOR }],
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
    const earlier = [{ line: 3, worker: sponsorNik(0), sponsor: workerNik(0) }];
    const faults = faultsBetween({ workers: workers({}), sponsors: sponsors({}) }, earlier, names);
    expect(faults.map(({ list, line, message }) => [list, line, message.en])).toEqual([
      [
        "earlier",
        3,
        'The person in the column "worker" now stands in sponsor.csv, line 2. Check both.',
      ],
      [
        "earlier",
        3,
        'The person in the column "sponsor" now stands in pekerja.csv, line 2. Check both.',
      ],
    ]);
  });
});
