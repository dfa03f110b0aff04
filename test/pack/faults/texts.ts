import type { Fault } from "../support/fault.ts";
import { CONDITIONS, POLICY, swap, withCondition } from "../support/rules.ts";

const unmet = (text: string) =>
  swap(POLICY, `"conditions"`, `"unmet": { "id": ${JSON.stringify(text)} },\n      "conditions"`);

/** `LYK6xx`: texts. */
export const TEXT_FAULTS: readonly Fault[] = [
  {
    behaviour: "what a requirement reads may stand in its texts, through named conditions too",
    changes: [
      unmet(
        "Status {coverage.status} pada {asOf}, iuran {parameter.iuran}, {parameter.masaTenggang}.",
      ),
    ],
    told: [],
  },
  {
    behaviour: "a group's count and its items' facts may stand in texts where they are read",
    changes: [
      unmet("{drivers.count} pengemudi, {coverage.status}"),
      withCondition(
        `{ "all": [ { "every": "drivers", "conditions": { "condition": "aktif" } }, { "fact": "drivers.count", "operator": "greaterThan", "value": 0 } ] }`,
      ),
    ],
    told: [],
  },
  {
    behaviour: "unknown placeholders are told with the one that was meant",
    changes: [unmet("{coverage.statuss} {parameter.iurann} {asof} {}")],
    told: [
      'kota/kios/2024-10-01.json:12:24 error LYK601 unknown placeholder "{coverage.statuss}"\nhelp: did you mean "{coverage.status}"?',
      'kota/kios/2024-10-01.json:12:24 kesalahan LYK601 isian "{coverage.statuss}" tidak dikenal\nbantuan: mungkin maksudnya "{coverage.status}"?',
      'kota/kios/2024-10-01.json:12:24 error LYK601 unknown placeholder "{parameter.iurann}"\nhelp: did you mean "{parameter.iuran}"?',
      'kota/kios/2024-10-01.json:12:24 kesalahan LYK601 isian "{parameter.iurann}" tidak dikenal\nbantuan: mungkin maksudnya "{parameter.iuran}"?',
      'kota/kios/2024-10-01.json:12:24 error LYK601 unknown placeholder "{asof}"\nhelp: did you mean "{asOf}"?',
      'kota/kios/2024-10-01.json:12:24 kesalahan LYK601 isian "{asof}" tidak dikenal\nbantuan: mungkin maksudnya "{asOf}"?',
      'kota/kios/2024-10-01.json:12:24 error LYK601 unknown placeholder "{}"\nhelp: allowed are {asOf}, {parameter.…}, and facts that the condition reads',
      'kota/kios/2024-10-01.json:12:24 kesalahan LYK601 isian "{}" tidak dikenal\nbantuan: yang boleh: {asOf}, {parameter.…}, dan fakta yang dibaca kondisinya',
    ],
  },
  {
    behaviour: "braces without their partner are told",
    changes: [unmet("Status {coverage.status"), swap(POLICY, `"Kiosk lease"`, `"Kiosk} lease"`)],
    told: [
      'kota/kios/2024-10-01.json:2:39 error LYK602 a brace without its partner in "Kiosk} lease"\nhelp: a placeholder is written {name}',
      'kota/kios/2024-10-01.json:2:39 kesalahan LYK602 kurung kurawal tidak berpasangan dalam "Kiosk} lease"\nbantuan: isian ditulis {nama}',
      'kota/kios/2024-10-01.json:12:24 error LYK602 a brace without its partner in "Status {coverage.status"\nhelp: a placeholder is written {name}',
      'kota/kios/2024-10-01.json:12:24 kesalahan LYK602 kurung kurawal tidak berpasangan dalam "Status {coverage.status"\nbantuan: isian ditulis {nama}',
    ],
  },
  {
    behaviour:
      "a table has no value in a text of the policy itself, for which there is no application",
    changes: [
      swap(POLICY, `"Kiosk lease"`, `"Kiosk {parameter.iuran} {asOf}"`),
      swap(
        "parameters.json",
        `"iuran": { "type": "money",`,
        `"iuran": { "type": "money", "by": "market.section",`,
      ),
      swap("parameters.json", `"value": 16800`, `"value": { "1": 16800, "2": 16800 }`),
      swap("parameters.json", `"value": 8400`, `"value": { "1": 8400, "2": 8400 }`),
    ],
    told: [
      'kota/kios/2024-10-01.json:2:39 error LYK604 the placeholder "{parameter.iuran}" is computed, or told by a table, for an application, but this text of the policy is told without one\nhelp: name a parameter that is no table, or say it in a text of a requirement',
      'kota/kios/2024-10-01.json:2:39 kesalahan LYK604 isian "{parameter.iuran}" dihitung atau diambil dari tabel menurut permohonan, tetapi teks aturan ini diberitahukan tanpa permohonan\nbantuan: sebutkan parameter tanpa tabel, atau pindahkan ke teks syarat',
    ],
  },
  {
    behaviour: "a fact that the requirement does not read is told",
    changes: [unmet("Lahan {land.hectares} ha, {drivers.count} pengemudi.")],
    told: [
      'kota/kios/2024-10-01.json:12:24 error LYK603 the placeholder "{land.hectares}" is not read by the condition of this text\nhelp: name only facts that help to decide, or add it to the condition',
      'kota/kios/2024-10-01.json:12:24 kesalahan LYK603 isian "{land.hectares}" tidak dibaca oleh kondisi yang memiliki teks ini\nbantuan: sebutkan hanya fakta yang ikut menentukan, atau tambahkan ke kondisinya',
      'kota/kios/2024-10-01.json:12:24 error LYK603 the placeholder "{drivers.count}" is not read by the condition of this text\nhelp: name only facts that help to decide, or add it to the condition',
      'kota/kios/2024-10-01.json:12:24 kesalahan LYK603 isian "{drivers.count}" tidak dibaca oleh kondisi yang memiliki teks ini\nbantuan: sebutkan hanya fakta yang ikut menentukan, atau tambahkan ke kondisinya',
    ],
  },
  {
    behaviour: "a named condition's text names only what that condition reads",
    changes: [swap(CONDITIONS, "{coverage.status}", "{applicant.birthDate}")],
    told: [
      'kota/conditions.json:3:99 error LYK603 the placeholder "{applicant.birthDate}" is not read by the condition of this text\nhelp: name only facts that help to decide, or add it to the condition',
      'kota/conditions.json:3:99 kesalahan LYK603 isian "{applicant.birthDate}" tidak dibaca oleh kondisi yang memiliki teks ini\nbantuan: sebutkan hanya fakta yang ikut menentukan, atau tambahkan ke kondisinya',
    ],
  },
  {
    behaviour: "a policy's own texts name no facts",
    changes: [swap(POLICY, `"Sewa kios"`, `"Sewa kios {coverage.status} {asOf}"`)],
    told: [
      'kota/kios/2024-10-01.json:2:20 error LYK603 the placeholder "{coverage.status}" is not read by the condition of this text\nhelp: name only facts that help to decide, or add it to the condition',
      'kota/kios/2024-10-01.json:2:20 kesalahan LYK603 isian "{coverage.status}" tidak dibaca oleh kondisi yang memiliki teks ini\nbantuan: sebutkan hanya fakta yang ikut menentukan, atau tambahkan ke kondisinya',
    ],
  },
  {
    behaviour: "a placeholder is not told again where its condition is wrong already",
    changes: [
      unmet("Lahan {land.hectares} ha."),
      withCondition(`{ "fact": "land.hectare", "operator": "lessThan", "value": 2 }`),
    ],
    told: [
      'kota/kios/2024-10-01.json:13:31 error LYK203 unknown fact "land.hectare"\nhelp: did you mean "land.hectares"?',
      'kota/kios/2024-10-01.json:13:31 kesalahan LYK203 fakta "land.hectare" tidak dikenal\nbantuan: mungkin maksudnya "land.hectares"?',
    ],
  },
];
