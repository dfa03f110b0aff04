import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Allocation } from "../../src/allocation/allocate.ts";
import { drawnNumber } from "../../src/allocation/drawn-order.ts";
import { agree } from "../../src/allocation/match.ts";
import {
  allocationOf,
  type Setting,
  sponsorNik,
  sponsors,
  workerNik,
  workers,
} from "./support/city.ts";
import { settings } from "./support/settings.ts";

const someWorkers = (count: number) => workers(...Array.from({ length: count }, () => ({})));
const someSponsors = (count: number) => sponsors(...Array.from({ length: count }, () => ({})));
const byNumber = (seed: string, niks: readonly string[]) => {
  const drawn = drawnNumber(seed);
  return niks.toSorted((one, other) => (drawn(one) < drawn(other) ? -1 : 1));
};

describe("an allocation", () => {
  it("pairs in the order of the numbers that the seed draws", () => {
    const { pairs } = allocationOf({
      workers: someWorkers(5),
      sponsors: someSponsors(3),
      seed: "4 8",
    });
    const inOrder = {
      workers: byNumber("4 8", [0, 1, 2, 3, 4].map(workerNik)),
      sponsors: byNumber("4 8", [0, 1, 2].map(sponsorNik)),
    };
    expect(pairs).toEqual(
      inOrder.sponsors.map((sponsor, place) => ({ worker: inOrder.workers[place], sponsor })),
    );
  });

  it("tells where everybody is and why", () => {
    const allocation = allocationOf({
      workers: workers(
        { "worker.place": "UTARA" },
        { "worker.place": "SELATAN" },
        { "worker.place": "UTARA", "worker.poor": false },
        { "worker.place": "UTARA", "worker.poor": null },
        { "worker.poor": true },
      ),
      sponsors: sponsors(
        { "sponsor.places": ["UTARA", "TENGAH"] },
        { "sponsor.places": ["TENGAH"] },
        { "sponsor.member": false },
        { "sponsor.member": null },
      ),
      match: ["worker.place=sponsor.places"],
    });
    expect(allocation).toEqual({
      counts: {
        pairs: { new: 1, kept: 0, held: 0, ended: 0 },
        workers: { listed: 5, paired: 1, held: 0, left: 1, refused: 1, undetermined: 2 },
        sponsors: { listed: 4, paired: 1, held: 0, left: 1, refused: 1, undetermined: 1 },
      },
      pairs: [{ worker: workerNik(0), sponsor: sponsorNik(0) }],
      kept: [],
      held: [],
      ended: [],
      workers: [
        { nik: workerNik(1), state: "left", because: "no-match" },
        { nik: workerNik(2), state: "refused", outcome: "ineligible", unmet: ["tidak-mampu"] },
        { nik: workerNik(3), state: "undetermined", missing: ["worker.poor"] },
        { nik: workerNik(4), state: "undetermined", missing: ["worker.place"] },
      ],
      sponsors: [
        { nik: sponsorNik(1), state: "left", because: "no-match" },
        { nik: sponsorNik(2), state: "refused", outcome: "ineligible", unmet: ["anggota"] },
        {
          nik: sponsorNik(3),
          state: "undetermined",
          missing: ["sponsor.member", "sponsor.places"],
        },
      ],
    });
  });

  it("tells those left over that all who fit them are taken", () => {
    const { workers: unpaired } = allocationOf({
      workers: someWorkers(2),
      sponsors: someSponsors(1),
    });
    expect(unpaired).toEqual([
      { nik: expect.any(String), state: "left", because: "all-matches-taken" },
    ]);
  });

  it.each([
    ["worker.need", [2, 1, 0]],
    ["worker.need:descending", [0, 1, 2]],
    ["worker.income", [1, 2, 0]],
    ["worker.born", [2, 0, 1]],
    ["worker.born:descending", [1, 0, 2]],
    ["worker.poor", [0, 1, 2]],
  ])("goes by the priority %s, whatever the seed", (priority, expected) => {
    const setting = {
      workers: workers(
        { "worker.need": "RENDAH", "worker.income": 900_000, "worker.born": "1980-01-01" },
        { "worker.need": "SEDANG", "worker.income": 0, "worker.born": "1999-12-31" },
        { "worker.need": "TINGGI", "worker.income": 100_000, "worker.born": "0999-01-01" },
      ),
      sponsors: someSponsors(3),
      priority,
    };
    const orders = ["a", "b", "c", "d", "e"].map((seed) =>
      allocationOf({ ...setting, seed }).pairs.map(({ worker }) => worker),
    );
    if (priority === "worker.poor") expect(new Set(orders.map(String)).size).toBeGreaterThan(1);
    else for (const order of orders) expect(order).toEqual(expected.map(workerNik));
  });

  it("leaves undecided whose priority is not known, instead of putting him last", () => {
    const { pairs, workers: unpaired } = allocationOf({
      workers: workers({ "worker.need": "RENDAH" }, {}),
      sponsors: someSponsors(2),
      priority: "worker.need",
    });
    expect([pairs.length, unpaired]).toEqual([
      1,
      [{ nik: workerNik(1), state: "undetermined", missing: ["worker.need"] }],
    ]);
  });
});

describe("earlier pairs", () => {
  const pair = (worker: number, sponsor: number) => ({
    worker: workerNik(worker),
    sponsor: sponsorNik(sponsor),
  });

  it("stay, are held, or end with the reasons", () => {
    const { kept, held, ended, pairs } = allocationOf({
      workers: workers(
        { "worker.place": "UTARA" },
        { "worker.place": "UTARA", "worker.poor": null },
        { "worker.place": "UTARA", "worker.poor": false },
        { "worker.place": "SELATAN" },
        {},
        { "worker.place": "SELATAN" },
      ),
      sponsors: sponsors(
        { "sponsor.places": ["UTARA"] },
        { "sponsor.places": ["UTARA"] },
        { "sponsor.places": ["UTARA"], "sponsor.member": false },
        { "sponsor.places": ["UTARA"] },
        { "sponsor.places": ["SELATAN"] },
        { "sponsor.places": ["UTARA", null] },
        { "sponsor.places": ["UTARA"] },
      ),
      match: ["worker.place=sponsor.places"],
      earlier: [pair(7, 8), pair(5, 5), pair(4, 6), pair(3, 3), pair(2, 2), pair(1, 1), pair(0, 0)],
    });
    expect({ kept, held, ended, pairs }).toEqual({
      kept: [pair(0, 0)],
      held: [
        { ...pair(1, 1), missing: { worker: ["worker.poor"], sponsor: [] } },
        { ...pair(4, 6), missing: { worker: ["worker.place"], sponsor: [] } },
        { ...pair(5, 5), missing: { worker: [], sponsor: ["sponsor.places"] } },
      ],
      ended: [
        { ...pair(2, 2), because: ["worker-refused", "sponsor-refused"] },
        { ...pair(3, 3), because: ["no-match"] },
        { ...pair(7, 8), because: ["worker-not-listed", "sponsor-not-listed"] },
      ],
      pairs: [pair(3, 4)],
    });
  });

  it("make whoever lost his partner a candidate like all others", () => {
    const { pairs, ended } = allocationOf({
      workers: someWorkers(1),
      sponsors: someSponsors(1),
      earlier: [pair(0, 8)],
    });
    expect([pairs, ended]).toEqual([
      [pair(0, 0)],
      [{ ...pair(0, 8), because: ["sponsor-not-listed"] }],
    ]);
  });
});

/** Whoever stands where, by NIK, each as often as he stands there. */
function placesOf({ pairs, kept, held, workers, sponsors }: Allocation): readonly string[] {
  const paired = [...pairs, ...kept, ...held].flatMap(({ worker, sponsor }) => [worker, sponsor]);
  return [...paired, ...[...workers, ...sponsors].map(({ nik }) => nik)].toSorted();
}

const listed = (setting: Setting) =>
  [...setting.workers, ...setting.sponsors].map(({ nik }) => nik).toSorted();

describe("whatever the lists are, an allocation", () => {
  it("does not change with the order of rows", () => {
    fc.assert(
      fc.property(settings, fc.nat(), (setting, turn) => {
        const turned = {
          ...setting,
          workers: rotated(setting.workers, turn).toReversed(),
          sponsors: rotated(setting.sponsors, turn + 1),
          earlier: setting.earlier.toReversed(),
        };
        expect(allocationOf(turned)).toEqual(allocationOf(setting));
      }),
    );
  });

  it("puts everybody in exactly one place", () => {
    fc.assert(
      fc.property(settings, (setting) => {
        expect(placesOf(allocationOf(setting))).toEqual(listed(setting));
      }),
    );
  });

  it("pairs only those who are eligible and agree", () => {
    fc.assert(
      fc.property(settings, (setting) => {
        const { pairs, kept } = allocationOf(setting);
        const facts = new Map(
          [...setting.workers, ...setting.sponsors].map((one) => [one.nik, one.facts]),
        );
        for (const { worker, sponsor } of [...pairs, ...kept]) {
          const [own, other] = [facts.get(worker), facts.get(sponsor)];
          expect([own?.["worker.poor"], other?.["sponsor.member"]]).toEqual([true, true]);
          if (setting.match.length === 0) continue;
          const place = own?.["worker.place"];
          const places = other?.["sponsor.places"];
          expect(agree(String(place), Array.isArray(places) ? places.map(String) : null)).toBe(
            true,
          );
        }
      }),
    );
  });

  it("has as many pairs for one seed as for any other", () => {
    fc.assert(
      fc.property(settings, fc.string(), (setting, seed) => {
        const { counts } = allocationOf(setting);
        expect(allocationOf({ ...setting, seed }).counts).toEqual(counts);
      }),
    );
  });

  it("never leaves someone over whose place a person of lower priority took", () => {
    fc.assert(
      fc.property(settings, (setting) => {
        const { pairs, workers: unpaired } = allocationOf({ ...setting, match: [] });
        const need = new Map(setting.workers.map((one) => [one.nik, one.facts["worker.need"]]));
        const rank = (nik: string) => ["TINGGI", "SEDANG", "RENDAH"].indexOf(String(need.get(nik)));
        const worstPaired = Math.max(-1, ...pairs.map(({ worker }) => rank(worker)));
        const bestLeft = Math.min(
          9,
          ...unpaired.flatMap((one) => (one.state === "left" ? [rank(one.nik)] : [])),
        );
        expect(worstPaired).toBeLessThanOrEqual(bestLeft);
      }),
    );
  });
});

function rotated<Item>(items: readonly Item[], turn: number): readonly Item[] {
  const by = items.length === 0 ? 0 : turn % items.length;
  return [...items.slice(by), ...items.slice(0, by)];
}
