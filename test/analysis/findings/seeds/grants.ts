import { edit, type Seed, told } from "./seed.ts";

const RELIEF = "kota-serang/potongan-iuran-bpu/2026-04-01.json";
const WORKER = "kota-serang/pegawai-non-asn/2026-01-01.json";

const OLD_AGE =
  '"conditions": {\n        "fact": "coverage.programmes",\n        "operator": "contains",\n        "value": "JHT"\n      }\n    },\n    {\n      "id": "santunan-kematian"';
const CONTAINS = '"operator": "contains",\n        "value": "JHT"';

/** Conditions of what is granted that can hardly be meant. */
export const GRANT_SEEDS: readonly Seed[] = [
  {
    mistake: "a grant for those who lack what is required",
    edits: [
      edit(
        WORKER,
        OLD_AGE,
        OLD_AGE.replace(CONTAINS, '"operator": "doesNotContain",\n        "value": "JKK"'),
      ),
    ],
    told: [
      told(
        "LYK922",
        WORKER,
        '"conditions": {\n        "fact": "coverage.programmes",\n        "operator": "doesNotContain"',
      ),
    ],
    help: [edit(WORKER, '"operator": "doesNotContain",\n        "value": "JKK"', CONTAINS)],
  },
  {
    mistake: "a condition of a grant that is required anyway",
    edits: [edit(WORKER, OLD_AGE, OLD_AGE.replace('"value": "JHT"', '"value": "JKM"'))],
    told: [
      told(
        "LYK923",
        WORKER,
        '"conditions": {\n        "fact": "coverage.programmes",\n        "operator": "contains",\n        "value": "JKM"',
      ),
    ],
    help: [edit(WORKER, OLD_AGE.replace('"value": "JHT"', '"value": "JKM"'), OLD_AGE)],
  },
  {
    mistake: "a grant for all statuses that there are",
    edits: [
      edit(
        RELIEF,
        '"value": ["AKTIF", "MASA_TENGGANG"]',
        '"value": ["AKTIF", "MASA_TENGGANG", "NONAKTIF", "TIDAK_TERDAFTAR"]',
      ),
    ],
    told: [told("LYK910", RELIEF, '{\n            "fact": "coverage.status"')],
    help: [edit(RELIEF, ', "NONAKTIF", "TIDAK_TERDAFTAR"]', "]")],
  },
];
