import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { sponsorNik, workerNik } from "../../allocation/support/city.ts";
import { office, SPONSORS, WORKERS } from "./support/office.ts";

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-11-22T03:00:00Z"), toFake: ["Date"] });
});

afterEach(() => {
  vi.useRealTimers();
});

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

describe("layak allocate --commit", () => {
  it("writes what is fixed before the seed, and says what to announce", async () => {
    const { commit, read } = office();
    const told = await commit({ priority: "worker.need", draw: "Tiga bola, aula, 1 Desember" });
    const text = read("commitment.json");
    expect(told).toEqual({
      code: 0,
      out: [
        "The commitment is in commitment.json: 4 workers, 2 sponsors.",
        "Any seed gives 1 new pair.",
        "Provisional: the rules are still a pilot.",
        "",
        "                              workers  sponsors",
        "on the list                         4         2",
        "eligible                            2         1",
        "earlier pair, not certain           0         0",
        "not eligible                        1         1",
        "not decided yet                     1         0",
        "",
        "Why workers are in no pair:",
        "       1  does not meet: Requirement tidak-mampu",
        "       1  not known: Poor",
        "",
        "Why sponsors are in no pair:",
        "       1  does not meet: Requirement anggota",
        "",
        "Announce the SHA-256 of that file before the seed is drawn:",
        `  ${sha256(text)}`,
        "After the draw:",
        '  npx layak allocate --workers workers.csv --sponsors sponsors.csv --rules rules --commitment commitment.json --seed "…" --result commitment-result.json',
      ],
      err: [],
    });
    const policy = {
      from: "2026-01-01",
      status: "pilot",
      digest: expect.stringMatching(/^sha256:/),
    };
    expect(JSON.parse(text)).toEqual({
      form: "layak-allocation-commitment-1",
      layak: "0.1.0",
      committedAt: "2026-11-22T03:00:00.000Z",
      draw: "Tiga bola, aula, 1 Desember",
      asOf: "2026-11-22",
      workers: {
        sha256: sha256(WORKERS),
        people: 4,
        policy: { service: "kota/pekerja", ...policy },
      },
      sponsors: {
        sha256: sha256(SPONSORS),
        people: 2,
        policy: { service: "kota/sponsor", ...policy },
      },
      earlier: null,
      match: [],
      priority: { fact: "worker.need", order: "ascending", codes: ["TINGGI", "SEDANG", "RENDAH"] },
      pairs: { new: 1, kept: 0, held: 0, ended: 0 },
    });
  });

  it("decides for today in Jakarta unless told otherwise, and asks for the draw in words", async () => {
    vi.setSystemTime("2026-12-31T18:00:00Z");
    const { ask, read } = office();
    const step = { commit: "c.json", workerPolicy: "kota/pekerja", sponsorPolicy: "kota/sponsor" };
    const { out } = await ask(step);
    expect(JSON.parse(read("c.json")).asOf).toBe("2027-01-01");
    expect(out).toContain(
      "When and how the seed is drawn is not said; say it with --draw, so that it is on record.",
    );
  });

  it("writes who lacks what while it can still be found out, and no order", async () => {
    const { commit, read } = office();
    await commit({ people: "people.csv" });
    expect(read("people.csv").split("\n")).toEqual([
      "list,nik,state,partner,because,missing,why",
      `worker,${workerNik(0)},eligible,,,,`,
      `worker,${workerNik(1)},eligible,,,,`,
      `worker,${workerNik(2)},refused,,ineligible tidak-mampu,,does not meet: Requirement tidak-mampu`,
      `worker,${workerNik(3)},undetermined,,,worker.poor,not known: Poor`,
      `sponsor,${sponsorNik(0)},eligible,,,,`,
      `sponsor,${sponsorNik(1)},refused,,ineligible anggota,,does not meet: Requirement anggota`,
      "",
    ]);
  });

  it("lets a draft decide where it is asked for, says so, and draws by it later", async () => {
    const { commit, draw, ask, put, read } = office();
    const draft = JSON.parse(read("rules/kota/pekerja/2026-01-01.json"));
    draft.requirements[0].conditions = { fact: "worker.need", operator: "equal", value: "TINGGI" };
    put("rules/kota/pekerja/2027-01-01.json", { ...draft, status: "draft" });
    const told = await commit({ workerPolicyVersion: "2027-01-01" });
    expect([told.code, told.out.slice(1, 3)]).toEqual([
      0,
      [
        "Any seed gives 1 new pair.",
        "A trial: some of the rules are a draft, so its pairs are not in force.",
      ],
    ]);
    expect(JSON.parse(read("commitment.json"))).toMatchObject({
      asOf: "2026-11-22",
      workers: { policy: { from: "2027-01-01", status: "draft", chosen: true } },
      sponsors: { policy: { from: "2026-01-01", status: "pilot" } },
    });
    const drawn = await draw();
    expect([drawn.code, drawn.out[1]]).toEqual([0, told.out[2]]);
    const { counts } = JSON.parse(read("result.json"));
    expect(counts.workers).toMatchObject({ listed: 4, paired: 1, left: 2, refused: 1 });
    const { code } = await ask({ verify: "result.json", commitment: "commitment.json" });
    expect(code).toBe(0);
  });

  it("lets the version in force decide where none is asked for", async () => {
    const { commit, read } = office();
    await commit({ sponsorPolicyVersion: "2026-01-01" });
    const { workers, sponsors } = JSON.parse(read("commitment.json"));
    expect([workers.policy.chosen, sponsors.policy.chosen]).toEqual([undefined, true]);
  });

  it("never writes over a file", async () => {
    const { commit } = office();
    await commit();
    const { code, err } = await commit();
    expect([code, err]).toEqual([
      1,
      ['"commitment.json" is there already and is not overwritten. Choose another name.'],
    ]);
  });

  it("refuses lists by file and line", async () => {
    const { commit, put } = office();
    put("workers.csv", `${WORKERS}${workerNik(0)},ya,TINGGI\n`);
    put("sponsors.csv", `nik,sponsor.member\n${sponsorNik(0)},entah\n`);
    const { code, err } = await commit({ lang: "id" });
    expect([code, err]).toEqual([
      1,
      [
        "workers.csv:6 Orang ini sudah ada di baris 2. Satu orang hanya boleh satu baris.",
        'sponsors.csv:2 "sponsor.member" harus true atau false.',
      ],
    ]);
  });

  it("tells in one go who is twice in a list, who is in both, and whose part changed", async () => {
    const { commit, put } = office();
    put("workers.csv", `${WORKERS}${workerNik(0)},ya,TINGGI\n`);
    put("sponsors.csv", `${SPONSORS}${workerNik(1)},ya\n${sponsorNik(0)},entah\n`);
    put("earlier.csv", `worker,sponsor\n${sponsorNik(1)},3673\n${sponsorNik(1)},${workerNik(2)}\n`);
    const { code, err } = await commit({ existing: "earlier.csv" });
    const told = err.map((line) => line.replaceAll(/\S*\/(?=\w+\.csv)/g, ""));
    expect([code, told]).toEqual([
      1,
      [
        "workers.csv:6 This person stands in line 2 already. One person may have one row only.",
        "sponsors.csv:4 This person also stands in workers.csv, line 3. He is a worker or a sponsor, not both.",
        "sponsors.csv:5 This person stands in line 2 already. One person may have one row only.",
        'sponsors.csv:5 "sponsor.member" must be true or false.',
        'earlier.csv:2 "sponsor" is not a NIK: 16 digits as text, the 7th to 12th a birth date.',
        'earlier.csv:3 The person in the column "worker" now stands in sponsors.csv, line 3. Check both.',
        'earlier.csv:3 The person in the column "sponsor" now stands in workers.csv, line 4. Check both.',
      ],
    ]);
  });

  it("refuses whoever is paired by the list itself, unless an earlier pair names him", async () => {
    const { commit, put } = office();
    put("earlier.csv", `worker,sponsor\n${workerNik(0)},${sponsorNik(0)}\n`);
    const { code, err } = await commit({ paired: "worker.poor", existing: "earlier.csv" });
    expect([code, err]).toEqual([
      1,
      [
        'workers.csv:3 By "worker.poor" this person is paired already, but his pair is not named. Name it with --existing or, if it has ended, write "false" here.',
      ],
    ]);
    put(
      "earlier.csv",
      `worker,sponsor\n${[0, 1].map((of) => `${workerNik(of)},${sponsorNik(of)}`).join("\n")}\n`,
    );
    expect((await commit({ paired: "worker.poor", existing: "earlier.csv" })).code).toBe(0);
  });

  it("refuses a person who is in both lists", async () => {
    const { commit, put } = office();
    put("sponsors.csv", `${SPONSORS}${workerNik(1)},ya\n`);
    const { code, err } = await commit();
    expect([code, err]).toHaveProperty("0", 1);
    expect(err[0]).toMatch(/^sponsors\.csv:4 This person also stands in .*workers\.csv, line 3\./);
  });

  it.each<[string, object, string]>([
    ["a policy that is not there", { workerPolicy: "kota/pekerj" }, "kota/pekerj"],
    ["a version that is not there", { workerPolicyVersion: "2027-01-01" }, '"2027-01-01"'],
    ["a day on which no policy is in force", { asOf: "2025-12-31" }, "2025-12-31"],
    ["a fact that is not there", { priority: "worker.ned" }, 'there is no fact "worker.ned"'],
    ["a match that is none", { match: ["worker.plac"] }, 'there is no fact "worker.plac"'],
    ["a sign of pairs that is no fact", { paired: "worker.por" }, 'there is no fact "worker.por"'],
    ["a sign of pairs that is no yes", { paired: "worker.need" }, "is not a true/false fact"],
    ["a list that is not there", { workers: "no.csv" }, '"no.csv" cannot be read'],
  ])("refuses %s", async (_, options, words) => {
    const { code, err } = await office().commit(options);
    expect(code).toBe(1);
    expect(err.join("\n")).toContain(words);
  });
});

describe("layak allocate --seed", () => {
  it("pairs, writes everything, and tells how many are where without naming anybody", async () => {
    const { commit, draw, read, path } = office();
    await commit({ priority: "worker.need" });
    const told = await draw({ pairs: "pairs.csv", people: "people.ndjson" });
    expect(told).toEqual({
      code: 0,
      out: [
        '1 new pair; seed "4 8 15".',
        "Provisional: the rules are still a pilot.",
        "",
        "                              workers  sponsors",
        "on the list                         4         2",
        "paired                              1         1",
        "earlier pair, not certain           0         0",
        "eligible, left over                 1         0",
        "not eligible                        1         1",
        "not decided yet                     1         0",
        "",
        "Why workers are in no pair:",
        "       1  everybody who fits is paired with others",
        "       1  does not meet: Requirement tidak-mampu",
        "       1  not known: Poor",
        "",
        "Why sponsors are in no pair:",
        "       1  does not meet: Requirement anggota",
        "",
        "All of it is in result.json. Whoever has the lists and the rules can verify it with --verify result.json.",
        "Its seed is on record in commitment-seed.json; this commitment cannot be drawn again by another.",
      ],
      err: [],
    });
    expect(read("pairs.csv")).toBe(`worker,sponsor,state\n${workerNik(1)},${sponsorNik(0)},new\n`);
    expect(
      read("people.ndjson")
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ).toEqual([
      {
        list: "worker",
        nik: workerNik(1),
        state: "paired",
        partner: sponsorNik(0),
        because: "new",
      },
      {
        list: "worker",
        nik: workerNik(0),
        state: "left",
        because: "all-matches-taken",
        why: "everybody who fits is paired with others",
      },
      {
        list: "worker",
        nik: workerNik(2),
        state: "refused",
        because: "ineligible tidak-mampu",
        why: "does not meet: Requirement tidak-mampu",
      },
      {
        list: "worker",
        nik: workerNik(3),
        state: "undetermined",
        missing: "worker.poor",
        why: "not known: Poor",
      },
      {
        list: "sponsor",
        nik: sponsorNik(0),
        state: "paired",
        partner: workerNik(1),
        because: "new",
      },
      {
        list: "sponsor",
        nik: sponsorNik(1),
        state: "refused",
        because: "ineligible anggota",
        why: "does not meet: Requirement anggota",
      },
    ]);
    const result = JSON.parse(read("result.json"));
    expect(result).toMatchObject({
      seed: "4 8 15",
      commitment: JSON.parse(read("commitment.json")),
      commitmentSha256: sha256(read("commitment.json")),
      pairs: [{ worker: workerNik(1), sponsor: sponsorNik(0) }],
    });
    const modes = ["result.json", "pairs.csv", "people.ndjson"].map(
      (name) => statSync(path(name)).mode & 0o777,
    );
    expect(modes).toEqual([0o600, 0o600, 0o600]);
  });

  it("gives the whole result as JSON", async () => {
    const { commit, ask, draw, read } = office();
    await commit();
    await draw();
    const { code, out } = await ask({ commitment: "commitment.json", seed: "4 8 15", json: true });
    expect([code, JSON.parse(out.join("\n"))]).toEqual([0, JSON.parse(read("result.json"))]);
  });

  it("refuses lists that are not byte for byte those committed to", async () => {
    const { commit, draw, rewrite } = office();
    await commit();
    rewrite("workers.csv", "RENDAH", "RENDAH ");
    const { code, err } = await draw();
    expect([code, err]).toEqual([
      2,
      [
        "workers.csv is not the file that the commitment has on record: its bytes differ, be it by a single space. Use the very file of --commit.",
      ],
    ]);
  });

  it("refuses rules that are not those committed to", async () => {
    const { commit, draw, rewrite } = office();
    await commit();
    rewrite("rules/kota/sponsor/2026-01-01.json", '"value": true', '"value": false');
    const { code, err } = await draw();
    expect([code, err]).toEqual([
      2,
      [
        "The rules of kota/sponsor are no longer those that the commitment has on record. Use the rules as at --commit.",
      ],
    ]);
  });

  it("refuses another order of the codes that the priority goes by", async () => {
    const { commit, draw, read, put } = office();
    await commit({ priority: "worker.need" });
    const catalogue = JSON.parse(read("rules/facts.json"));
    const { codes } = catalogue.facts["worker.need"];
    catalogue.facts["worker.need"].codes = Object.fromEntries(Object.entries(codes).toReversed());
    put("rules/facts.json", catalogue);
    const { code, err } = await draw();
    expect([code, err.length]).toEqual([2, 1]);
    expect(err[0]).toContain("the order of codes");
  });

  it("refuses a commitment that was changed after it was written", async () => {
    const { commit, draw, rewrite } = office();
    await commit();
    rewrite("commitment.json", '"layak": ', '"layak":  ');
    const { code, err } = await draw();
    expect([code, err]).toEqual([
      1,
      [
        '"commitment.json" is no commitment of layak allocate --commit, or was changed after it was written.',
      ],
    ]);
  });

  it("writes nothing where one of its files could not be told", async () => {
    const { commit, draw, read } = office();
    await commit();
    const { code, err } = await draw({ pairs: "pairs.xlsx" });
    expect([code, err]).toEqual([1, ['"pairs.xlsx" must end in .csv or .ndjson.']]);
    expect(() => read("result.json")).toThrow();
  });

  it("writes nothing where two of its files have one name", async () => {
    const { commit, draw, read } = office();
    await commit();
    const { code, err } = await draw({ pairs: "one.csv", people: "one.csv" });
    expect([code, err]).toEqual([
      1,
      ['"one.csv" is named for two files. Choose another name for one of them.'],
    ]);
    expect(() => read("result.json")).toThrow();
  });

  it("writes nothing where one of its files is there already", async () => {
    const { commit, draw, read, put } = office();
    await commit();
    put("people.csv", "");
    const { code, err } = await draw({ people: "people.csv" });
    expect([code, err.length]).toEqual([1, 1]);
    expect(err[0]).toContain("people.csv");
    expect(() => read("result.json")).toThrow();
  });

  it("notes that another version of Layak wrote the commitment", async () => {
    const { commit, draw, rewrite } = office();
    await commit();
    rewrite("commitment.json", '"layak": "0.1.0"', '"layak": "0.0.9"');
    const { code, err } = await draw();
    expect([code, err]).toEqual([
      0,
      ["Note: the commitment was written by Layak 0.0.9, and this is 0.1.0."],
    ]);
  });
});

describe("layak allocate --existing", () => {
  it.each(["result.json", "pairs.csv"])("keeps the pairs of an earlier %s", async (existing) => {
    const { commit, draw, put, read } = office();
    await commit();
    await draw({ pairs: "pairs.csv" });
    const before = JSON.parse(read("result.json")).pairs;
    put("sponsors.csv", `${SPONSORS}${sponsorNik(5)},ya\n`);
    const told = await commit({ commit: "second.json", existing });
    expect(told.out[1]).toBe("Any seed gives 1 new pair, 1 stay and 0 end.");
    await draw({ commitment: "second.json", existing, seed: "7", result: "second-result.json" });
    const { pairs, kept, commitment } = JSON.parse(read("second-result.json"));
    expect(kept).toEqual(before);
    expect(pairs).toEqual([{ worker: expect.any(String), sponsor: sponsorNik(5) }]);
    expect(commitment.earlier).toEqual({ sha256: sha256(read(existing)), pairs: 1 });
  });

  it("says why pairs end, of people who are gone, refused or unlike", async () => {
    const { commit, draw, put, read } = office();
    const pair = (worker: number, sponsor: number) => `${workerNik(worker)},${sponsorNik(sponsor)}`;
    put(
      "pairs.csv",
      ["worker,sponsor", pair(7, 0), pair(2, 8), pair(0, 1), pair(1, 9), ""].join("\n"),
    );
    const reasons = [
      "Why earlier pairs end:",
      "       2  the sponsor is on the list no more",
      "       1  the worker is eligible no more",
      "       1  the sponsor is eligible no more",
      "       1  the worker is on the list no more",
    ];
    const told = await commit({ existing: "pairs.csv" });
    expect(told.out[1]).toBe("Any seed gives 1 new pair, 0 stay and 4 end.");
    expect(told.out).toEqual(expect.arrayContaining(reasons));
    const drawn = await draw({ existing: "pairs.csv" });
    expect(drawn.out[0]).toBe('1 new pair, 0 stay, 0 not certain, 4 ended; seed "4 8 15".');
    expect(drawn.out).toEqual(expect.arrayContaining(reasons));
    expect(JSON.parse(read("result.json")).ended).toEqual([
      {
        worker: workerNik(0),
        sponsor: sponsorNik(1),
        because: ["sponsor-refused"],
      },
      { worker: workerNik(1), sponsor: sponsorNik(9), because: ["sponsor-not-listed"] },
      {
        worker: workerNik(2),
        sponsor: sponsorNik(8),
        because: ["worker-refused", "sponsor-not-listed"],
      },
      { worker: workerNik(7), sponsor: sponsorNik(0), because: ["worker-not-listed"] },
    ]);
  });

  it("tells the line of a result that was spoiled", async () => {
    const { commit, draw, rewrite } = office();
    await commit();
    await draw();
    rewrite("result.json", `"sponsor": "${sponsorNik(0)}"`, '"sponsor": "3673"');
    const { code, err } = await commit({ commit: "second.json", existing: "result.json" });
    expect([code, err]).toEqual([
      1,
      [expect.stringMatching(/^result\.json:\d+ "sponsor" is not a NIK: 16 digits/)],
    ]);
  });

  it("is part of what was committed to", async () => {
    const { commit, draw, put } = office();
    put("pairs.csv", "worker,sponsor\n");
    await commit({ existing: "pairs.csv" });
    const without = await draw();
    put("pairs.csv", "worker,sponsor\n\n");
    const other = await draw({ existing: "pairs.csv" });
    expect([without.code, without.err, other.code]).toEqual([
      2,
      ["This commitment was made with --existing. Name that file of earlier pairs."],
      2,
    ]);
  });
});

describe("what a distrusting reader tries", () => {
  it("gets the same bytes from a second draw, and from one of lists in other order", async () => {
    const { commit, draw, put, read } = office();
    await commit();
    await draw();
    await draw({ result: "again.json" });
    expect(read("again.json")).toBe(read("result.json"));
    const [head, ...rows] = WORKERS.trimEnd().split("\n");
    put(
      "workers.csv",
      `\uFEFF${[head, ...rows.toReversed()].join("\r\n").replaceAll(",", ";")}\r\n`,
    );
    const other = await commit({ commit: "other.json" });
    expect(other.code).toBe(0);
    await draw({ commitment: "other.json", result: "other-result.json" });
    const { commitment, commitmentSha256, ...result } = JSON.parse(read("result.json"));
    expect(JSON.parse(read("other-result.json"))).toMatchObject(result);
  });

  it.each<[string, string, string]>([
    ["a list lost its last line end", "workers.csv", `${WORKERS.trimEnd()}`],
    ["a list was saved with a byte order mark", "workers.csv", `\uFEFF${WORKERS}`],
    ["a list was saved with Windows line ends", "sponsors.csv", SPONSORS.replaceAll("\n", "\r\n")],
    ["the lists changed places", "workers.csv", SPONSORS],
  ])("cannot draw where %s", async (_, name, text) => {
    const { commit, draw, put, read } = office();
    await commit();
    put(name, text);
    const { code, out, err } = await draw();
    expect([code, out, err.length]).toEqual([2, [], 1]);
    expect(() => read("result.json")).toThrow();
  });

  it("cannot change a single character of a commitment unseen", async () => {
    const { commit, draw, put, read } = office();
    await commit();
    const text = read("commitment.json");
    for (const at of [0, 20, 70, 250, 400, 700, text.length - 2]) {
      const changed = text[at] === "x" ? "y" : "x";
      put("commitment.json", text.slice(0, at) + changed + text.slice(at + 1));
      const { code, out } = await draw();
      // Its own words may be changed, and give another SHA-256 than the one that was announced.
      if (code === 0) expect(sha256(read("commitment.json"))).not.toBe(sha256(text));
      else expect([1, 2].includes(code) && out.length === 0).toBe(true);
    }
  });

  it("may commit to lists that name nobody", async () => {
    const { commit, draw, put, read } = office();
    put("workers.csv", "nik,worker.poor\n");
    const committed = await commit();
    expect([committed.code, committed.out[1]]).toEqual([0, "Any seed gives 0 new pairs."]);
    const { code } = await draw({ pairs: "pairs.csv" });
    expect([code, read("pairs.csv")]).toEqual([0, "worker,sponsor,state\n"]);
  });

  it.each(["", "\n", "\uFEFF"])("cannot commit to a file of nothing: %j", async (text) => {
    const { commit, put } = office();
    put("workers.csv", text);
    const { code, err } = await commit();
    expect([code, err]).toEqual([
      1,
      ['workers.csv:1 The first line must name the columns, "nik" among them.'],
    ]);
  });
});

describe("layak allocate --verify", () => {
  async function drawn() {
    const one = office();
    await one.commit();
    await one.draw();
    return one;
  }

  it("agrees where lists, rules and seed give the result", async () => {
    const { ask, read } = await drawn();
    const told = await ask({ verify: "result.json", commitment: "commitment.json" });
    expect(told).toEqual({
      code: 0,
      out: [
        'AS CLAIMED: the lists, the rules and the seed "4 8 15" give exactly this result, 1 new pair.',
        `SHA-256 of its commitment: ${sha256(read("commitment.json"))}`,
        "Compare it with the one announced before the seed was drawn.",
      ],
      err: [],
    });
  });

  it.each<[string, string, string, RegExp]>([
    [
      "a pair was changed",
      `"sponsor": "${sponsorNik(0)}"`,
      `"sponsor": "${sponsorNik(1)}"`,
      /: the new pairs\.$/,
    ],
    [
      "somebody was left out",
      '"state": "undetermined"',
      '"state": "refused"',
      /: the workers in no pair\.$/,
    ],
    ["a part was added", '"seed"', '"extra": 1, "seed"', /: "extra"\.$/],
    ["something stands twice", '"seed": "4 8 15"', '"seed": "1", "seed": "4 8 15"', /stand twice/],
    ["it was saved with other spaces", '"seed": ', '"seed":  ', /just as --result wrote it/],
    ["the commitment was changed", '"people": 4', '"people": 5', /whose SHA-256 it names/],
  ])("disagrees where %s", async (_, from, to, words) => {
    const { ask, rewrite } = await drawn();
    rewrite("result.json", from, to);
    const { code, out, err } = await ask({ verify: "result.json" });
    expect([code, out]).toEqual([2, []]);
    expect(err.join("\n")).toMatch(words);
  });

  it("disagrees where another commitment was announced", async () => {
    const { ask, commit } = await drawn();
    await commit({ commit: "other.json", priority: "worker.need" });
    const { code, err } = await ask({ verify: "result.json", commitment: "other.json" });
    expect([code, err]).toEqual([
      2,
      ["NOT AS CLAIMED: this result was not made with the commitment other.json."],
    ]);
  });

  it("refuses what is no result", async () => {
    const { ask } = await drawn();
    const { code, err } = await ask({ verify: "commitment.json" });
    expect([code, err]).toEqual([
      1,
      ['"commitment.json" is no result of layak allocate --result.'],
    ]);
  });
});
