import fc from "fast-check";
import { type Setting, sponsorNik, sponsors, workerNik, workers } from "./city.ts";

const PLACES = ["UTARA", "SELATAN", "TENGAH"] as const;
const maybe = fc.constantFrom(true, true, true, false, null);

const worker = fc.record({
  "worker.poor": maybe,
  "worker.place": fc.constantFrom(...PLACES, null),
  "worker.need": fc.constantFrom("TINGGI", "SEDANG", "RENDAH", null),
});

const sponsor = fc.record({
  "sponsor.member": maybe,
  "sponsor.places": fc.option(fc.subarray([...PLACES])),
});

/** Small lists of whatever people, earlier pairs among them, some with people who are gone. */
export const settings: fc.Arbitrary<Required<Setting>> = fc
  .record({
    workers: fc.array(worker, { maxLength: 7 }),
    sponsors: fc.array(sponsor, { maxLength: 7 }),
    match: fc.constantFrom([], ["worker.place=sponsor.places"]),
    earlierWorkers: fc.subarray([0, 1, 2, 3, 8]),
    earlierSponsors: fc.shuffledSubarray([0, 1, 2, 3, 8]),
    seed: fc.stringMatching(/^[a-z0-9]{1,8}$/),
  })
  .map(({ earlierWorkers, earlierSponsors, ...rest }) => ({
    ...rest,
    workers: workers(...rest.workers),
    sponsors: sponsors(...rest.sponsors),
    priority: "worker.need",
    earlier: earlierWorkers.flatMap((number, index) => {
      const other = earlierSponsors[index];
      if (other === undefined) return [];
      return [{ worker: workerNik(number), sponsor: sponsorNik(other) }];
    }),
  }));
