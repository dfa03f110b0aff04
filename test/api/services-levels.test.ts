import { describe, expect, test } from "vitest";
import { parsePack } from "../../src/pack/parse-pack.ts";
import { harness } from "./support/harness.ts";

const AMOUNT = { type: "money", label: { id: "Iuran", en: "Contribution" }, sources: [] };
const GRACE = { type: "duration", label: { id: "Masa tenggang" }, unit: "bulan", sources: [] };

function valueFrom(from: string, value: unknown) {
  return { from, value, provenance: "assumed" };
}

function source(title: string) {
  return { title: { id: title }, kind: "law", date: "2011", text: "seen" };
}

const POLICY = {
  title: { id: "Layanan" },
  owner: "Kota",
  status: "pilot",
  requirements: [
    {
      id: "lunas",
      title: { id: "Lunas" },
      enforcement: "required",
      sources: [{ source: "uu" }, { source: "perda", article: "3" }],
      provenance: "assumed",
      unmet: { id: "Bayar {parameter.iuran}." },
      conditions: {
        fact: "paid.on",
        operator: "onOrAfter",
        value: { fact: "asOf", params: { minus: { fact: "parameter.tenggang" } } },
      },
    },
  ],
};

const FILES = {
  "facts.json": {
    facts: {
      "paid.on": { type: "date", label: { id: "Dibayar" }, source: "office", personal: false },
    },
  },
  "parameters.json": {
    parameters: {
      iuran: { ...AMOUNT, values: [valueFrom("2026-01-01", 16800)] },
      tenggang: { ...GRACE, values: [valueFrom("2026-01-01", "P3M")] },
    },
  },
  "sources.json": { sources: { uu: source("UU"), perda: source("Contoh perda") } },
  "kota-a/layanan/2026-01-01.json": POLICY,
  "kota-b/layanan/2026-01-01.json": POLICY,
  "kota-b/parameters.json": {
    parameters: { iuran: { ...AMOUNT, values: [valueFrom("2027-01-01", 10000)] } },
  },
  "kota-b/sources.json": { sources: { perda: source("Perda Kota B") } },
};

function packOfTwoCities() {
  const texts = Object.entries(FILES).map(
    ([path, value]) => [path, JSON.stringify(value)] as const,
  );
  const result = parsePack(Object.fromEntries(texts));
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics, null, 2));
  return result.pack;
}

const PACK = packOfTwoCities();

async function described(path: string): Promise<unknown> {
  const headers = { "accept-language": "en" };
  const { body } = await harness({ pack: PACK }).send(`/v1/services/${path}`, { headers });
  const [requirement] = JSON.parse(JSON.stringify(body["requirements"]));
  return { parameters: body["parameters"], sources: requirement.sources };
}

const GRACE_TOLD = {
  parameter: "tenggang",
  label: "Masa tenggang",
  unit: "bulan",
  level: "national",
  value: { value: "P3M", text: "3 months", from: "2026-01-01", provenance: "assumed" },
};

describe("a service tells whose amounts and sources it has", () => {
  test("the nation's, where the city has none of its own", async () => {
    expect(await described("kota-a/layanan")).toEqual({
      parameters: [
        GRACE_TOLD,
        {
          parameter: "iuran",
          label: "Contribution",
          level: "national",
          value: { value: 16800, text: "Rp16,800", from: "2026-01-01", provenance: "assumed" },
        },
      ],
      sources: [
        { id: "uu", title: "UU", level: "national" },
        { id: "perda", title: "Contoh perda", article: "3", level: "national" },
      ],
    });
  });

  test("the city's own in its place, also before its first value", async () => {
    const iuran = { parameter: "iuran", label: "Contribution", level: "city" };
    const sources = [
      { id: "uu", title: "UU", level: "national" },
      { id: "perda", title: "Perda Kota B", article: "3", level: "city" },
    ];
    expect(await described("kota-b/layanan")).toEqual({
      parameters: [GRACE_TOLD, { ...iuran, value: null }],
      sources,
    });
    expect(await described("kota-b/layanan?asOf=2027-01-01")).toEqual({
      parameters: [
        GRACE_TOLD,
        {
          ...iuran,
          value: { value: 10000, text: "Rp10,000", from: "2027-01-01", provenance: "assumed" },
        },
      ],
      sources,
    });
  });
});
