import { describe, expect, it } from "vitest";
import { coverageOfService } from "../../src/analysis/coverage/coverage.ts";
import { countsOf } from "../../src/analysis/coverage/summary.ts";
import { serviceIn, shippedPack } from "./support/shipped.ts";

const pack = await shippedPack();

describe("the cases exercise every outcome, clause, sole reason and limit of every version, drafts too, of", () => {
  it.each([...pack.services.keys()])("%s", (id) => {
    const service = serviceIn(pack, id);
    const told = coverageOfService(pack, service).map((version) => {
      const lacking = Object.entries(countsOf(version)).filter(
        ([, { exercised, possible }]) => exercised < possible,
      );
      return { version: version.from, lacking };
    });
    expect(told).toEqual(service.versions.map(({ from }) => ({ version: from, lacking: [] })));
  });
});
