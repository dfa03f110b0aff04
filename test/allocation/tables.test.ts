import { expect, it } from "vitest";
import type { Unpaired } from "../../src/allocation/allocate.ts";
import { asCsv, peopleTable } from "../../src/allocation/tables.ts";

const COUNTS = { listed: 0, paired: 0, held: 0, left: 0, refused: 0, undetermined: 0 };

it("the people of an earlier pair that is not certain are told in words what each lacks", () => {
  const missing = { worker: ["need"], sponsor: [] };
  const allocation = {
    counts: { pairs: { new: 0, kept: 0, held: 1, ended: 0 }, workers: COUNTS, sponsors: COUNTS },
    pairs: [],
    kept: [],
    held: [{ worker: "1", sponsor: "2", missing }],
    ended: [],
    workers: [{ nik: "3", state: "left", because: "no-match" }],
    sponsors: [],
  } as const;
  const why = (side: string, one: Unpaired) =>
    one.state === "undetermined" ? one.missing.map((id) => `${side}: "${id}", asked`).join() : side;
  expect(asCsv(peopleTable(allocation, why)).split("\n")).toEqual([
    "list,nik,state,partner,because,missing,why",
    'worker,1,held,2,,need,"workers: ""need"", asked"',
    "worker,3,left,,no-match,,workers",
    "sponsor,2,held,1,,,",
    "",
  ]);
});
