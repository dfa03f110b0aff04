import {
  CONDITIONS,
  edit,
  FACTS,
  FERTILISER,
  KIOSK,
  KIOSK_DRAFT,
  PARAMETERS,
  ROUTE,
  type Seed,
  slip,
  told,
  VEHICLE_TEST,
} from "./seed.ts";

const NEW_FACT =
  '"facts": {\n    "applicant.shoeSize": { "type": "integer", "label": { "id": "Ukuran sepatu", "en": "Shoe size" }, "source": "applicant", "personal": true },';

const CROPS = `"operator": "someFact:in",
        "value": [
          "PADI",
          "JAGUNG",
          "KEDELAI",
          "UBI_KAYU",
          "CABAI",
          "BAWANG_MERAH",
          "BAWANG_PUTIH",
          "TEBU_RAKYAT",
          "KAKAO",
          "KOPI"
        ]`;

/** What is declared, versions, sources and texts. */
export const DECLARATION_SEEDS: readonly Seed[] = [
  {
    mistake: "every over a group that may be empty",
    edits: [edit(FACTS, '"minItems": 1,', "")],
    told: [told("LYK908", ROUTE, '"conditions": {\n        "every": "drivers"')],
    help: [edit(FACTS, '"maxItems": 500', '"minItems": 1, "maxItems": 500')],
  },
  {
    mistake: "every over a list that may be empty",
    edits: [
      edit(FERTILISER, CROPS, '"operator": "everyFact:notEqual",\n        "value": "LAINNYA"'),
    ],
    told: [told("LYK908", FERTILISER, '"conditions": {\n        "fact": "land.commodities"')],
    help: [edit(FERTILISER, '"everyFact:notEqual"', '"someFact:notEqual"')],
  },
  {
    mistake: "a fact that nobody needs",
    edits: [edit(FACTS, '"facts": {', NEW_FACT)],
    told: [told("LYK909", FACTS, '"applicant.shoeSize"')],
    help: [edit(FACTS, NEW_FACT, '"facts": {')],
  },
  {
    mistake: "a named condition that nobody refers to",
    edits: [
      edit(
        CONDITIONS,
        '"conditions": {',
        '"conditions": {\n    "ktp": { "fact": "document.ktp", "operator": "equal", "value": true },',
      ),
    ],
    told: [told("LYK909", CONDITIONS, '"ktp"')],
    help: [
      edit(
        CONDITIONS,
        '\n    "ktp": { "fact": "document.ktp", "operator": "equal", "value": true },',
        "",
      ),
    ],
  },
  {
    mistake: "a parameter that nobody reads",
    edits: [
      edit(FERTILISER, '"value": { "fact": "parameter.lahanPupukApbd" }', '"value": 2'),
      edit(FERTILISER, "batas {parameter.lahanPupukApbd} ha", "batas"),
      edit(FERTILISER, "limit of {parameter.lahanPupukApbd} ha", "limit"),
      edit(FERTILISER, "sampai {parameter.lahanPupukApbd} ha", "kecil"),
      edit(FERTILISER, "up to {parameter.lahanPupukApbd} ha", "small size"),
    ],
    told: [told("LYK909", PARAMETERS, '"lahanPupukApbd"')],
    help: [edit(FERTILISER, '"value": 2', '"value": { "fact": "parameter.lahanPupukApbd" }')],
  },
  {
    mistake: "a parameter that begins after the policy",
    edits: [
      edit(
        PARAMETERS,
        '"values": [{ "from": "2026-01-01", "value": 2,',
        '"values": [{ "from": "2027-01-01", "value": 2,',
      ),
    ],
    told: [told("LYK912", FERTILISER, '"conditions": {\n        "fact": "land.hectares"')],
    help: [
      edit(
        PARAMETERS,
        '"values": [{ "from": "2027-01-01", "value": 2,',
        '"values": [{ "from": "2025-01-01", "value": 2,',
      ),
    ],
  },
  slip(
    "a source that has expired",
    "LYK913",
    KIOSK,
    '{ "source": "inpres-2-2021" }',
    '{ "source": "inpres-4-2022" }',
    '{ "source": "inpres-8-2025" }',
  ),
  {
    mistake: "a parameter whose source has expired",
    edits: [
      edit(
        PARAMETERS,
        '"sources": [{ "source": "permentan-15-2025" }]',
        '"sources": [{ "source": "inpres-4-2022" }]',
      ),
    ],
    told: [told("LYK913", PARAMETERS, '"inpres-4-2022"')],
    help: [edit(PARAMETERS, '"inpres-4-2022"', '"inpres-8-2025"')],
  },
  {
    mistake: "a duration that is too long from some day on",
    edits: [
      edit(
        PARAMETERS,
        '"value": "P6M", "provenance": "assumed" }]',
        '"value": "P6M", "provenance": "assumed" }, { "from": "2027-06-01", "value": "P6000Y", "provenance": "assumed" }]',
      ),
    ],
    told: [told("LYK920", VEHICLE_TEST, '"not": {\n          "fact": "vehicle.lastTest"')],
    help: [edit(PARAMETERS, '"P6000Y"', '"P6M"')],
  },
  {
    mistake: "a week between two versions",
    edits: [
      edit(KIOSK, '"status": "pilot",', '"until": "2026-12-24",\n  "status": "pilot",'),
      edit(KIOSK_DRAFT, '"status": "draft",', '"status": "pilot",'),
    ],
    told: [told("LYK914", KIOSK, '"until"')],
    help: [edit(KIOSK, '"until": "2026-12-24"', '"until": "2026-12-31"')],
  },
  {
    mistake: "a pilot that goes on into the next draft",
    edits: [edit(KIOSK, '"status": "pilot",', '"until": "2027-03-31",\n  "status": "pilot",')],
    told: [told("LYK915", KIOSK, '"until"')],
    help: [edit(KIOSK, '"until": "2027-03-31",\n', "")],
  },
  {
    mistake: "a shared condition with an exemption in one service alone",
    edits: [
      edit(
        FERTILISER,
        '"when": {\n        "not": { "fact": "applicant.stateApparatus", "operator": "equal", "value": true },',
        '"when": {\n        "fact": "farmerGroup.member", "operator": "equal", "value": true,',
      ),
    ],
    told: [told("LYK917", KIOSK, '"when": {')],
    help: [
      edit(
        FERTILISER,
        '"fact": "farmerGroup.member", "operator": "equal", "value": true,',
        '"not": { "fact": "applicant.stateApparatus", "operator": "equal", "value": true },',
      ),
    ],
  },
  slip(
    "a text in one language",
    "LYK918",
    KIOSK,
    '"remedy": { "id": "Tunjukkan KTP Anda.", "en": "Show your KTP." }',
    '"remedy": { "id": "Tunjukkan KTP Anda." }',
  ),
  {
    mistake: "a refusal of which nobody wrote the reason",
    edits: [
      edit(
        FERTILISER,
        '"unmet": {\n        "id": "Tidak satu pun tanaman Anda termasuk tanaman yang dibantu.",\n        "en": "None of your crops is among the crops that are aided."\n      },\n      ',
        "",
      ),
    ],
    told: [told("LYK921", FERTILISER, '"id": "komoditas"')],
    help: [
      edit(
        FERTILISER,
        '"title": { "id": "Menanam tanaman yang dibantu", "en": "Grows a crop that is aided" },',
        '"title": { "id": "Menanam tanaman yang dibantu", "en": "Grows a crop that is aided" },\n      "unmet": { "id": "Tanaman Anda tidak dibantu.", "en": "Your crops are not aided." },',
      ),
    ],
  },
  {
    mistake: "a placeholder of a fact that is not asked for yet",
    edits: [
      edit(
        KIOSK,
        '"conditions": {\n        "all": [\n          {\n            "fact": "document.ktp",',
        '"unmet": { "id": "KTP: {document.ktp}; pasfoto: {document.photo}.", "en": "KTP: {document.ktp}; photo: {document.photo}." },\n      "conditions": {\n        "all": [\n          {\n            "fact": "document.ktp",',
      ),
      edit(
        KIOSK,
        '            "unmet": { "id": "KTP belum ditunjukkan.", "en": "The KTP was not shown." },\n',
        "",
      ),
    ],
    told: [told("LYK919", KIOSK, '"unmet": { "id": "KTP: ')],
    help: [
      edit(
        KIOSK,
        '"KTP: {document.ktp}; pasfoto: {document.photo}."',
        '"KTP atau pasfoto belum ada."',
      ),
      edit(
        KIOSK,
        '"KTP: {document.ktp}; photo: {document.photo}."',
        '"The KTP or the photo is missing."',
      ),
    ],
  },
];
