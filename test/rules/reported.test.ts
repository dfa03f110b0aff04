import { describe, expect, it } from "vitest";
import { serviceIn, shippedPack } from "./support/shipped.ts";

const pack = await shippedPack();

const facilities = /^Achmad Fatoni, .*, 26 September 2024 \(Persepsi\): .* Soebagyo, Asda I /;
const nonAsn = /^ANTARA Banten, 19 (Mei|May) 2021: /;
const paidInTangerangSelatan = /^FN, 22 November 2019: /;

describe("the cases keep who said it and on which day, in both languages, for", () => {
  it.each([
    ["kota-serang/sewa-kios", facilities],
    ["kota-serang/bantuan-pupuk", facilities],
    ["kota-serang/perpanjangan-kir", facilities],
    ["kota-serang/perpanjangan-trayek", facilities],
    ["kota-serang/sponsor-korpri", /Achmad Fatoni.*Soebagyo.*26 September 2024 \(Persepsi\): /],
    ["kota-serang/pekerja-rentan-korpri", /^Persepsi, 26 September 2024: Rp16[.,]800 /],
    ["kota-serang/pegawai-non-asn", nonAsn],
    ["kota-serang/pendaftaran-non-asn", nonAsn],
    ["kota-serang/pendaftaran-non-asn", /^Kabar Banten, 26 (Februari|February) 2020: /],
    ["kota-serang/iuran-dibayar-kota", /, 19 (Mei|May) 2021 \(ANTARA Banten\): .*camat/],
    ["kota-serang/potongan-iuran-bpu", /Persepsi, 26 September 2024/],
    ["kota-tangerang-selatan/iuran-dibayar-kota", paidInTangerangSelatan],
  ])("%s: %s", (service, said) => {
    const { cases } = serviceIn(pack, service);
    const telling = cases.flatMap(({ note }) => note ?? []).filter(({ id }) => said.test(id));
    expect(telling).not.toEqual([]);
    expect(telling.filter(({ en = "" }) => !said.test(en))).toEqual([]);
  });
});
