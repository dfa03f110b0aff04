import {
  CONDITIONS,
  edit,
  FERTILISER,
  KIOSK,
  PARAMETERS,
  ROUTE,
  type Seed,
  told,
  VEHICLE_TEST,
} from "./seed.ts";

const VEHICLES =
  '"fact": "operator.vehicles",\n        "operator": "greaterThanInclusive",\n        "value": { "fact": "parameter.kendaraanTrayekMinimal" }';
const CARD = '{ "fact": "document.kioskCard", "operator": "equal", "value": true }';
const REGISTERED = '{ "fact": "trader.onRegister", "operator": "equal", "value": true }';
const RENEWAL = '"when": { "fact": "lease.kind", "operator": "equal", "value": "PERPANJANGAN" }';
const LEGAL_FORMS = '"value": ["BUMN", "BUMD", "PT", "KOPERASI"]';

/** A requirement as another one, with what its conditions are about. */
function another(id: string, conditions: string): string {
  return `{ "id": "${id}", "title": { "id": "Lain", "en": "Other" }, "enforcement": "required", "sources": [], "provenance": "assumed", "unmet": { "id": "Belum.", "en": "Not yet." }, "conditions": ${conditions} },
    {
      "id": "kartu-lama"`;
}

/** Requirements and policies that can hardly be meant. */
export const REQUIREMENT_SEEDS: readonly Seed[] = [
  {
    mistake: "an operator the wrong way round, where nothing is that small",
    edits: [
      edit(
        FERTILISER,
        '"operator": "lessThanInclusive",\n        "value": { "fact": "parameter.lahanPupukApbd" }',
        '"operator": "lessThan",\n        "value": 0',
      ),
    ],
    told: [told("LYK901", FERTILISER, '"conditions": {\n        "fact": "land.hectares"')],
    help: [
      edit(
        FERTILISER,
        '"operator": "lessThan",\n        "value": 0',
        '"operator": "lessThan",\n        "value": 2',
      ),
    ],
  },
  {
    mistake: "all where any is meant",
    edits: [
      edit(
        ROUTE,
        '"fact": "operator.legalForm",\n        "operator": "in",\n        "value": ["BUMN", "BUMD", "PT", "KOPERASI"]',
        '"all": [\n          { "fact": "operator.legalForm", "operator": "equal", "value": "PT" },\n          { "fact": "operator.legalForm", "operator": "equal", "value": "KOPERASI" }\n        ]',
      ),
    ],
    told: [told("LYK901", ROUTE, '"value": "KOPERASI"')],
    help: [
      edit(
        ROUTE,
        '"all": [\n          { "fact": "operator.legalForm"',
        '"any": [\n          { "fact": "operator.legalForm"',
      ),
    ],
  },
  {
    mistake: "a period that ends before it begins",
    edits: [
      edit(
        KIOSK,
        '"fact": "retribution.paidThrough",\n        "operator": "onOrAfter",\n        "value": { "fact": "asOf" }',
        '"all": [\n          { "fact": "retribution.paidThrough", "operator": "onOrAfter", "value": { "fact": "asOf" } },\n          { "fact": "retribution.paidThrough", "operator": "before", "value": { "fact": "asOf", "params": { "minus": "P1M" } } }\n        ]',
      ),
    ],
    told: [told("LYK901", KIOSK, '"operator": "before"')],
    help: [edit(KIOSK, '"params": { "minus": "P1M" }', '"params": { "plus": "P2Y" }')],
  },
  {
    mistake: "a list of codes that holds all there are",
    edits: [edit(ROUTE, LEGAL_FORMS, '"value": ["BUMN", "BUMD", "PT", "KOPERASI", "LAINNYA"]')],
    told: [told("LYK902", ROUTE, '"conditions": {\n        "fact": "operator.legalForm"')],
    help: [edit(ROUTE, ', "LAINNYA"]', "]")],
  },
  {
    mistake: "any where all is meant",
    edits: [
      edit(
        ROUTE,
        '"fact": "operator.legalForm",\n        "operator": "in",\n        "value": ["BUMN", "BUMD", "PT", "KOPERASI"]',
        '"any": [\n          { "fact": "operator.legalForm", "operator": "notEqual", "value": "LAINNYA" },\n          { "fact": "operator.legalForm", "operator": "notEqual", "value": "BUMN" }\n        ]',
      ),
    ],
    told: [told("LYK902", ROUTE, '"value": "BUMN"')],
    help: [
      edit(
        ROUTE,
        '"any": [\n          { "fact": "operator.legalForm"',
        '"all": [\n          { "fact": "operator.legalForm"',
      ),
    ],
  },
  {
    mistake: "a limit at the least that the fact can be",
    edits: [edit(ROUTE, VEHICLES, VEHICLES.replace(/\{ "fact": "parameter.*/, "0"))],
    told: [told("LYK902", ROUTE, '"conditions": {\n        "fact": "operator.vehicles"')],
    help: [
      edit(
        ROUTE,
        '"operator": "greaterThanInclusive",\n        "value": 0',
        '"operator": "greaterThan",\n        "value": 0',
      ),
    ],
  },
  {
    mistake: "a requirement for two kinds of lease at once",
    edits: [
      edit(
        KIOSK,
        RENEWAL,
        '"when": { "all": [{ "fact": "lease.kind", "operator": "equal", "value": "PERPANJANGAN" }, { "fact": "lease.kind", "operator": "equal", "value": "BARU" }] }',
      ),
    ],
    told: [told("LYK903", KIOSK, '"when": { "all"')],
    help: [
      edit(KIOSK, '"when": { "all"', '"when": { "any"'),
      edit(KIOSK, ', { "fact": "lease.kind", "operator": "equal", "value": "BARU" }', ""),
    ],
  },
  {
    mistake: "a scope that nothing is within",
    edits: [edit(VEHICLE_TEST, '"value": ["ANGKUTAN_UMUM", "ANGKUTAN_BARANG"],', '"value": [],')],
    told: [
      told("LYK903", VEHICLE_TEST, '"scope": {'),
      told("LYK803", VEHICLE_TEST, '"value": [],'),
    ],
    help: [edit(VEHICLE_TEST, '"value": [],', '"value": ["ANGKUTAN_UMUM"],')],
  },
  {
    mistake: "a when that spares nobody in the scope",
    edits: [
      edit(
        KIOSK,
        RENEWAL,
        '"when": { "fact": "kiosk.owner", "operator": "equal", "value": "PEMKOT" }',
      ),
    ],
    told: [told("LYK905", KIOSK, '"when": { "fact": "kiosk.owner"')],
    help: [
      edit(KIOSK, '"when": { "fact": "kiosk.owner", "operator": "equal", "value": "PEMKOT" },', ""),
    ],
  },
  {
    mistake: "two requirements that contradict each other",
    edits: [
      edit(
        KIOSK,
        '{\n      "id": "kartu-lama"',
        another(
          "tanpa-pasfoto",
          '{ "fact": "document.photo", "operator": "equal", "value": false }',
        ),
      ),
    ],
    told: [told("LYK904", KIOSK, '"id": "tanpa-pasfoto"')],
    help: [
      edit(
        KIOSK,
        '"document.photo", "operator": "equal", "value": false',
        '"document.stnk", "operator": "equal", "value": true',
      ),
    ],
  },
  {
    mistake: "a requirement that another one holds already",
    edits: [
      edit(
        KIOSK,
        '{\n      "id": "kartu-lama"',
        another("ktp", '{ "fact": "document.ktp", "operator": "equal", "value": true }'),
      ),
    ],
    told: [told("LYK907", KIOSK, '"id": "ktp"')],
    help: [
      edit(
        KIOSK,
        another("ktp", '{ "fact": "document.ktp", "operator": "equal", "value": true }'),
        '{\n      "id": "kartu-lama"',
      ),
    ],
  },
  {
    mistake: "two limits of which only the stricter one counts",
    edits: [
      edit(
        FERTILISER,
        '"conditions": {\n        "fact": "land.hectares",\n        "operator": "lessThanInclusive",\n        "value": { "fact": "parameter.lahanPupukApbd" }\n      }',
        '"conditions": { "all": [\n        { "fact": "land.hectares", "operator": "lessThanInclusive", "value": { "fact": "parameter.lahanPupukApbd" } },\n        { "fact": "land.hectares", "operator": "lessThan", "value": 5 } ] }',
      ),
    ],
    told: [told("LYK905", FERTILISER, '"value": 5')],
    help: [
      edit(FERTILISER, '"value": 5', '"value": 1.5'),
      edit(
        FERTILISER,
        '{ "fact": "land.hectares", "operator": "lessThanInclusive", "value": { "fact": "parameter.lahanPupukApbd" } },',
        "",
      ),
    ],
  },
  {
    mistake: "equal where notEqual is meant",
    edits: [
      edit(
        CONDITIONS,
        '"operator": "notEqual",\n          "value": "NONAKTIF"',
        '"operator": "equal",\n          "value": "NONAKTIF"',
      ),
    ],
    told: [
      told("LYK905", CONDITIONS, '{ "condition": "jkk-dan-jkm" }'),
      told("LYK905", CONDITIONS, '{ "condition": "jkk-dan-jkm" }', 2),
      told("LYK905", CONDITIONS, '{\n          "any": ['),
    ],
    help: [
      edit(
        CONDITIONS,
        '"operator": "equal",\n          "value": "NONAKTIF"',
        '"operator": "notEqual",\n          "value": "NONAKTIF"',
      ),
    ],
  },
  {
    mistake: "a clause whose list leaves nobody to ask",
    edits: [
      edit(
        CONDITIONS,
        '"value": ["TIDAK_TERDAFTAR", "NONAKTIF"]',
        '"value": ["TIDAK_TERDAFTAR", "NONAKTIF", "AKTIF", "MASA_TENGGANG"]',
      ),
    ],
    told: [
      told(
        "LYK910",
        CONDITIONS,
        '{\n              "fact": "coverage.status",\n              "operator": "in",\n              "value": ["TIDAK_TERDAFTAR", "NONAKTIF", "AKTIF"',
      ),
    ],
    help: [
      edit(
        CONDITIONS,
        '"value": ["TIDAK_TERDAFTAR", "NONAKTIF", "AKTIF", "MASA_TENGGANG"]',
        '"value": ["TIDAK_TERDAFTAR", "NONAKTIF"]',
      ),
    ],
  },
  {
    mistake: "a clause that was pasted twice",
    edits: [
      edit(
        ROUTE,
        '"fact": "document.ktp",\n            "operator"',
        '"fact": "document.jasaRaharja", "operator": "equal", "value": true },\n          {\n            "fact": "document.ktp",\n            "operator"',
      ),
    ],
    told: [told("LYK906", ROUTE, '{\n            "fact": "document.jasaRaharja", "operator"')],
    help: [
      edit(
        ROUTE,
        '"fact": "document.jasaRaharja", "operator": "equal", "value": true },\n          {\n            "fact": "document.ktp",',
        '"fact": "document.ktp",',
      ),
    ],
  },
  {
    mistake: "a requirement that was copied and not changed",
    edits: [edit(KIOSK, CARD, REGISTERED)],
    told: [told("LYK907", KIOSK, '"id": "kartu-lama"')],
    help: [
      edit(
        KIOSK,
        `"PERPANJANGAN" },\n      "conditions": ${REGISTERED}`,
        `"PERPANJANGAN" },\n      "conditions": ${CARD}`,
      ),
    ],
  },
  {
    mistake: "half a vehicle",
    edits: [
      edit(
        PARAMETERS,
        '"kendaraanTrayekMinimal": {\n      "type": "integer"',
        '"kendaraanTrayekMinimal": {\n      "type": "number"',
      ),
      edit(PARAMETERS, '"from": "2026-01-01", "value": 5,', '"from": "2026-01-01", "value": 4.5,'),
    ],
    told: [told("LYK911", ROUTE, '"conditions": {\n        "fact": "operator.vehicles"')],
    help: [edit(PARAMETERS, '"value": 4.5,', '"value": 5,')],
  },
  {
    mistake: "a limit beyond the fact's, among others",
    edits: [
      edit(
        ROUTE,
        VEHICLES,
        '"any": [\n          { "fact": "operator.vehicles", "operator": "lessThan", "value": 0 },\n          { "fact": "operator.vehicles", "operator": "greaterThan", "value": 4 } ]',
      ),
    ],
    told: [told("LYK911", ROUTE, '"lessThan", "value": 0')],
    help: [
      edit(
        ROUTE,
        '{ "fact": "operator.vehicles", "operator": "lessThan", "value": 0 },\n          ',
        "",
      ),
    ],
  },
];
