import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { allocate } from "../../src/allocation/allocate.ts";
import type { Person } from "../../src/allocation/person.ts";
import { prepare } from "../../src/engine/decision/prepare.ts";
import type { Facts } from "../../src/engine/model/catalogue.ts";
import { readPack } from "../../src/pack/read-pack.ts";

const CASES = "rules/kota-serang";
const AS_OF = "2026-11-22";

/** The facts of a case of the shipped rules that is eligible. */
function eligibleFacts(service: string): Facts {
  const [first] = JSON.parse(readFileSync(`${CASES}/${service}/cases.json`, "utf8"));
  expect(first.expect.outcome).toBe("eligible");
  return first.facts;
}

function people(count: number, area: number, facts: Facts): readonly Person[] {
  return Array.from({ length: count }, (_, index) => {
    const day = String(1 + Math.floor(index / 9000)).padStart(2, "0");
    const serial = String(1 + (index % 9000)).padStart(4, "0");
    return { nik: `${area}${day}0180${serial}`, line: index + 2, facts };
  });
}

// Persepsi, 26 September 2024: about 5,500 ASN, each of whom protects one worker.
it("the 5,500 ASN of the report protect 5,500 of 12,000 vulnerable workers, one each", async () => {
  const read = await readPack("rules");
  if (!read.ok) throw new Error("the shipped rules are valid");
  const { pack } = read;
  const terms = {
    pack,
    people: {
      workers: people(12_000, 367301, eligibleFacts("pekerja-rentan-korpri")),
      sponsors: people(5500, 367302, eligibleFacts("sponsor-korpri")),
    },
    policies: {
      workers: prepare(pack, { service: "kota-serang/pekerja-rentan-korpri", asOf: AS_OF }),
      sponsors: prepare(pack, { service: "kota-serang/sponsor-korpri", asOf: AS_OF }),
    },
    matches: [],
    priority: null,
    earlier: [],
  };
  const { counts, pairs } = allocate(terms, "4 8 15 16 23 42");
  const others = { held: 0, refused: 0, undetermined: 0 };
  expect(counts).toEqual({
    pairs: { new: 5500, kept: 0, held: 0, ended: 0 },
    workers: { listed: 12_000, paired: 5500, left: 6500, ...others },
    sponsors: { listed: 5500, paired: 5500, left: 0, ...others },
  });
  expect(new Set(pairs.flatMap(({ worker, sponsor }) => [worker, sponsor])).size).toBe(11_000);
});
