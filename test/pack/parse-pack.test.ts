import { describe, expect, it } from "vitest";
import { parsePack } from "../../src/pack/parse-pack.ts";
import { CASES, CONDITIONS, changed, drop, POLICY, put, RULES, swap } from "./support/rules.ts";

function packOf(files: Readonly<Record<string, string>>) {
  const result = parsePack(files);
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics, null, 2));
  return result.pack;
}

describe("parsePack", () => {
  it("gives the facts and groups of the catalogue", () => {
    const { facts, groups } = packOf(RULES);
    expect(facts.get("household.size")).toStrictEqual({
      type: "integer",
      minimum: 1,
      maximum: 30,
      label: { id: "Anggota keluarga" },
      source: "applicant",
      personal: true,
    });
    expect([...groups]).toStrictEqual([
      [
        "drivers",
        {
          label: { id: "Pengemudi" },
          minItems: 1,
          maxItems: 3,
          facts: ["coverage.status", "coverage.programmes"],
        },
      ],
      ["vehicles", { label: { id: "Kendaraan" }, facts: ["vehicle.plate"] }],
    ]);
  });

  it("gives a service with all that its policies refer to", () => {
    const service = packOf(RULES).services.get("kota/kios");
    expect(service).toStrictEqual({
      id: "kota/kios",
      versions: [
        {
          from: "2024-10-01",
          policy: {
            title: { id: "Sewa kios", en: "Kiosk lease" },
            owner: "Dinas Perdagangan",
            status: "pilot",
            requirements: [
              {
                id: "terlindungi",
                title: { id: "Terlindungi", en: "Covered" },
                enforcement: "required",
                sources: [{ source: "uu-24-2011", article: "17" }],
                provenance: "reported",
                conditions: { condition: "aktif" },
              },
            ],
          },
        },
      ],
      conditions: new Map<string, unknown>([
        [
          "aktif",
          {
            fact: "coverage.status",
            operator: "equal",
            value: "AKTIF",
            unmet: { id: "Status {coverage.status}." },
          },
        ],
        [
          "dewasa",
          {
            fact: "applicant.birthDate",
            operator: "onOrBefore",
            value: { fact: "asOf", params: { minus: "P17Y" } },
          },
        ],
      ]),
      parameters: new Map<string, unknown>([
        [
          "iuran",
          {
            shape: { type: "money" },
            label: { id: "Iuran" },
            sources: [{ source: "uu-24-2011" }],
            values: [
              { from: "2024-01-01", value: 16800, provenance: "reported" },
              { from: "2026-01-01", value: 8400, provenance: "assumed" },
            ],
          },
        ],
        [
          "masaTenggang",
          {
            shape: { type: "duration" },
            label: { id: "Masa tenggang" },
            sources: [],
            values: [{ from: "2024-01-01", value: "P3M", provenance: "assumed" }],
          },
        ],
        [
          "batas",
          {
            shape: { type: "date" },
            label: { id: "Batas" },
            sources: [],
            values: [{ from: "2024-01-01", value: "2024-12-31", provenance: "assumed" }],
          },
        ],
      ]),
      sources: new Map([
        ["uu-24-2011", { title: { id: "UU 24/2011" }, kind: "law", date: "2011", text: "seen" }],
      ]),
      cases: [
        {
          name: "Lunas",
          asOf: "2026-11-22",
          facts: { "coverage.status": "AKTIF" },
          expect: { outcome: "eligible" },
        },
      ],
    });
  });

  it("gives every kind of condition as it is written, with its remarks", () => {
    const scope = {
      all: [
        { not: { fact: "blacklisted", operator: "equal", value: true } },
        {
          any: [
            { every: "drivers", conditions: { condition: "aktif" } },
            {
              some: "vehicles",
              conditions: { fact: "vehicle.plate", operator: "in", value: ["A 1"] },
            },
            {
              fact: "coverage.paidThrough",
              params: { plus: { fact: "parameter.masaTenggang" } },
              operator: "onOrAfter",
              value: { fact: "asOf" },
            },
          ],
          unmet: { id: "Belum." },
          remedy: { id: "Bayar.", en: "Pay." },
          note: { id: "{bebas}" },
          provenance: "confirmed",
          by: "Sekretaris",
          on: "2024-10-01",
          doubt: { id: "Apakah?" },
        },
      ],
    };
    const text = JSON.stringify(scope);
    const pack = packOf(changed([swap(POLICY, `"status"`, `"scope": ${text},\n  "status"`)]));
    const [version] = pack.services.get("kota/kios")?.versions ?? [];
    expect(version?.policy.scope).toStrictEqual(scope);
  });

  it("leaves $schema out of what it gives", () => {
    const plain = packOf(RULES);
    const withSchemas = packOf(
      Object.fromEntries(
        Object.entries(RULES).map(([path, text]) => [
          path,
          text.replace(/^\{/, `{ "$schema": "schema/x.schema.json",`),
        ]),
      ),
    );
    expect({ ...withSchemas, sha256: null }).toStrictEqual({ ...plain, sha256: null });
  });

  it("accepts a byte order mark, and carriage returns", () => {
    const files = Object.fromEntries(
      Object.entries(RULES).map(([path, text]) => [path, `\uFEFF${text.replaceAll("\n", "\r\n")}`]),
    );
    expect({ ...packOf(files), sha256: null }).toStrictEqual({ ...packOf(RULES), sha256: null });
  });

  it("passes over schemas, dotfiles and what is not JSON", () => {
    const files = {
      ...RULES,
      "README.md": "# Aturan",
      "schema/facts.schema.json": "{",
      ".editor/settings.json": "{",
      "kota/.draft.json": "{",
    };
    expect(parsePack(files)).toMatchObject({ ok: true, warnings: [] });
  });

  it("puts services in the order of their ids, and versions in the order of their days", () => {
    const later = (RULES[POLICY] ?? "").replace("pilot", "draft");
    const files = changed([
      put("kota/kios/2025-01-01.json", later),
      put("kota/kios/2023-01-01.json", later),
      put("kota-2/kios/2024-10-01.json", later.replace(`{ "condition": "aktif" }`, LEAF)),
      put("kota/angkutan/2024-10-01.json", later),
    ]);
    const { services } = packOf(files);
    expect([...services.keys()]).toEqual(["kota-2/kios", "kota/angkutan", "kota/kios"]);
    expect(services.get("kota/kios")?.versions.map(({ from }) => from)).toEqual([
      "2023-01-01",
      "2024-10-01",
      "2025-01-01",
    ]);
  });

  it("lets a city's parameters and sources replace the nation's of that id whole", () => {
    const files = changed([
      put(
        "kota/parameters.json",
        `{ "parameters": { "iuran": { "type": "money", "label": { "id": "Iuran kota" }, "sources": [{ "source": "perwal" }], "values": [{ "from": "2025-01-01", "value": 1, "provenance": "reported" }] } } }`,
      ),
      put(
        "kota/sources.json",
        `{ "sources": { "perwal": { "title": { "id": "Perwal" }, "kind": "local-regulation", "date": "2019", "text": "seen" } } }`,
      ),
      put(
        "kota-2/kios/2024-10-01.json",
        (RULES[POLICY] ?? "").replace(`{ "condition": "aktif" }`, LEAF),
      ),
    ]);
    const { services } = packOf(files);
    const own = services.get("kota/kios");
    const other = services.get("kota-2/kios");
    expect(own?.parameters.get("iuran")?.values).toStrictEqual([
      { from: "2025-01-01", value: 1, provenance: "reported" },
    ]);
    expect([...(own?.sources.keys() ?? [])]).toEqual(["uu-24-2011", "perwal"]);
    expect(other?.parameters.get("iuran")?.values).toHaveLength(2);
    expect([...(other?.sources.keys() ?? [])]).toEqual(["uu-24-2011"]);
  });

  it("brings SHA-256 for the engine's digests", () => {
    expect(packOf(RULES).sha256("Layak → é")).toBe(
      "30baba4960eb36651711806e5fe6c1cb21f072398dd43a2fffee9f5269b86347",
    );
  });

  it("never gives a pack where anything is an error, and gives one with mere warnings", () => {
    expect(parsePack(changed([swap(CASES, "eligible", "layak")])).ok).toBe(false);
    const warned = parsePack(changed([drop(CASES)]));
    expect(warned.ok && warned.warnings.map(({ code }) => code)).toEqual(["LYK801"]);
  });

  it("tells a diagnostic with its code, severity, place, message and help", () => {
    const result = parsePack(changed([swap(CONDITIONS, "coverage.status", "coverage.statuss")]));
    expect(result).toStrictEqual({
      ok: false,
      diagnostics: [
        {
          code: "LYK203",
          severity: "error",
          file: "kota/conditions.json",
          line: 3,
          column: 24,
          message: {
            id: 'fakta "coverage.statuss" tidak dikenal',
            en: 'unknown fact "coverage.statuss"',
          },
          help: {
            id: 'mungkin maksudnya "coverage.status"?',
            en: 'did you mean "coverage.status"?',
          },
        },
      ],
    });
  });

  it("tells the problems of all files in one run, by file, line and column", () => {
    const result = parsePack(
      changed([
        swap(POLICY, `"status": "pilot"`, `"status": "piloot"`),
        swap(POLICY, `"uu-24-2011"`, `"uu"`),
        swap(CASES, "AKTIF", "AKTIP"),
        swap("sources.json", `"law"`, `"laws"`),
        swap(CONDITIONS, "onOrBefore", "onOrbefor"),
        put("kota/sources.json", "{"),
        put("kota/lain.json", "{}"),
      ]),
    );
    const places = result.ok
      ? []
      : result.diagnostics.map(
          ({ file, line, column, code }) => `${file}:${line}:${column} ${code}`,
        );
    expect(places).toEqual([
      "kota/conditions.json:4:60 LYK207",
      "kota/kios/2024-10-01.json:4:13 LYK303",
      "kota/kios/cases.json:2:74 LYK209",
      "kota/lain.json:1:1 LYK102",
      "kota/sources.json:1:2 LYK108",
      "sources.json:3:62 LYK303",
    ]);
  });

  it("reads ten thousand policies", () => {
    const files: Record<string, string> = { ...RULES };
    for (let index = 0; index < 10_000; index++) {
      files[`kota/layanan-${index}/2024-10-01.json`] = RULES[POLICY] ?? "";
    }
    expect(packOf(files).services.size).toBe(10_001);
  });
});

const LEAF = `{ "fact": "coverage.status", "operator": "equal", "value": "AKTIF" }`;
