import { createHash } from "node:crypto";
import { existsSync, statSync, symlinkSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { office } from "./support/office.ts";

async function drawn() {
  const one = office();
  await one.commit();
  await one.draw();
  return one;
}

const REFUSED =
  'The commitment "commitment.json" was drawn by the seed "4 8 15" already, on record in "commitment-seed.json". A draw is held once, so the seed "16 23 42" is refused. To draw again, make and announce a new commitment with --commit.';

describe("a commitment is drawn once", () => {
  it("puts its seed on record beside it, for everybody to read", async () => {
    const { read, path } = await drawn();
    expect(JSON.parse(read("commitment-seed.json"))).toEqual({
      form: "layak-allocation-seed-1",
      commitmentSha256: createHash("sha256").update(read("commitment.json")).digest("hex"),
      seed: "4 8 15",
    });
    expect(statSync(path("commitment-seed.json")).mode & 0o777).toBe(0o644);
  });

  it("refuses another seed and writes nothing", async () => {
    const { ask, draw, path } = await drawn();
    const other = { seed: "16 23 42", result: "second.json", pairs: "pairs.csv" };
    expect(await draw(other)).toEqual({ code: 2, out: [], err: [REFUSED] });
    expect(["second.json", "pairs.csv"].filter((name) => existsSync(path(name)))).toEqual([]);
    const json = { commitment: "commitment.json", seed: "16 23 42", json: true };
    expect(await ask(json)).toEqual({ code: 2, out: [], err: [REFUSED] });
  });

  it("refuses it under another name that leads to the same file", async () => {
    const { draw, path } = await drawn();
    symlinkSync(path("commitment.json"), path("second-commitment.json"));
    const other = { commitment: "second-commitment.json", seed: "16 23 42", result: "second.json" };
    const { code, err } = await draw(other);
    expect([code, err]).toEqual([
      2,
      [REFUSED.replace('"commitment.json"', '"second-commitment.json"')],
    ]);
  });

  it("refuses it in Indonesian too", async () => {
    const { draw } = await drawn();
    const { err } = await draw({ seed: "16 23 42", result: "second.json", lang: "id" });
    expect(err).toEqual([
      'Komitmen "commitment.json" sudah diundi dengan seed "4 8 15", tercatat di "commitment-seed.json". Undian hanya sekali, jadi seed "16 23 42" ditolak. Untuk mengundi lagi, buat dan umumkan komitmen baru dengan --commit.',
    ]);
  });

  it("gives the same bytes by the same seed again", async () => {
    const { draw, read } = await drawn();
    const { code } = await draw({ result: "second.json" });
    expect([code, read("second.json")]).toEqual([0, read("result.json")]);
  });

  it("keeps the seed free where nothing came of the draw", async () => {
    const { commit, draw, path, rewrite } = office();
    await commit();
    rewrite("workers.csv", "RENDAH", "SEDANG");
    expect((await draw({ seed: "16 23 42" })).code).toBe(2);
    expect(existsSync(path("commitment-seed.json"))).toBe(false);
    rewrite("workers.csv", "SEDANG", "RENDAH");
    expect((await draw()).code).toBe(0);
  });

  it("refuses a result where the record is to be", async () => {
    const { commit, draw, path } = office();
    await commit();
    const { code, err } = await draw({ result: "commitment-seed.json" });
    expect([code, existsSync(path("commitment-seed.json"))]).toEqual([1, false]);
    expect(err).toEqual([
      '"commitment-seed.json" is named for two files. Choose another name for one of them.',
    ]);
  });

  it.each<[string, (one: ReturnType<typeof office>) => void]>([
    ["is no record", ({ put }) => put("commitment-seed.json", "[]")],
    [
      "belongs to another commitment",
      ({ read, rewrite }) => {
        const { commitmentSha256 } = JSON.parse(read("commitment-seed.json"));
        rewrite("commitment-seed.json", commitmentSha256, "0".repeat(64));
      },
    ],
  ])("goes no further where the file beside it %s", async (_, spoil) => {
    const one = await drawn();
    spoil(one);
    const { code, err } = await one.draw({ result: "second.json" });
    expect([code, err]).toEqual([
      1,
      [
        '"commitment-seed.json" is no record of the seed of the commitment "commitment.json", or was changed after it was written. Use the file as it was; if it belongs to another commitment, move it away.',
      ],
    ]);
  });

  it("verifies no result of another seed than the one on record", async () => {
    const { draw, ask, path, read, put } = await drawn();
    const kept = read("commitment-seed.json");
    put("commitment-seed.json", kept.replace("4 8 15", "16 23 42"));
    await draw({ seed: "16 23 42", result: "second.json" });
    put("commitment-seed.json", kept);
    expect(existsSync(path("second.json"))).toBe(true);
    const told = await ask({ verify: "second.json", commitment: "commitment.json" });
    expect(told).toEqual({ code: 2, out: [], err: [REFUSED] });
  });
});
