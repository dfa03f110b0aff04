import { describe, expect, it } from "vitest";
import { coverageOfService } from "../../src/analysis/coverage/coverage.ts";
import { countsOf } from "../../src/analysis/coverage/summary.ts";
import { serviceIn, shippedPack } from "./support/shipped.ts";

const pack = await shippedPack();

describe("the cases exercise every clause, refusal and limit of", () => {
  it.each([
    "kota-serang/iuran-dibayar-kota",
    "kota-serang/pegawai-non-asn",
    "kota-serang/pendaftaran-non-asn",
    "kota-serang/potongan-iuran-bpu",
    "kota-tangerang-selatan/iuran-dibayar-kota",
  ])("%s", (id) => {
    const lacking = coverageOfService(pack, serviceIn(pack, id)).flatMap((version) => {
      const counts = Object.values(countsOf(version));
      return counts.every(({ exercised, possible }) => exercised === possible)
        ? []
        : [version.from];
    });
    expect(lacking).toEqual([]);
  });
});
