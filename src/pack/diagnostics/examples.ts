/** Where a key has no example of its own. */
export const NO_EXAMPLE = "…";

/** What may stand at each key of a rule file, for those who forgot it or wrote something else. */
const EXAMPLES: Readonly<Record<string, string>> = {
  article: '"17"',
  asOf: '"2026-11-22"',
  by: '"Bagian Hukum"',
  codes: '{ "AKTIF": { "id": "aktif" } }',
  condition: '{ "fact": "document.ktp", "operator": "equal", "value": true }',
  conditions: '{ "fact": "document.ktp", "operator": "equal", "value": true }',
  date: '"2024-09-26"',
  enforcement: '"required"',
  every: '"drivers"',
  expect: '{ "outcome": "eligible" }',
  fact: '"coverage.status"',
  facts: '{ "coverage.status": "AKTIF" }',
  from: '"2026-01-01"',
  id: '"bpjs-aktif"',
  items: '{ "type": "string" }',
  kind: '"law"',
  label: '{ "id": "Nama yang dibaca orang" }',
  maxItems: "10",
  maximum: "100",
  minItems: "1",
  minimum: "0",
  name: '"Pedagang yang terlindungi boleh menyewa kios"',
  on: '"2026-11-22"',
  operator: '"equal"',
  outcome: '"eligible"',
  owner: '"Dinas Perdagangan"',
  params: '{ "minus": "P3M" }',
  personal: "true",
  provenance: '"assumed"',
  some: '"drivers"',
  source: '"applicant"',
  sources: '[{ "source": "uu-24-2011" }]',
  status: '"draft"',
  text: '"seen"',
  title: '{ "id": "Judul" }',
  type: '"boolean"',
  unmet: '{ "id": "Belum terpenuhi." }',
  until: '"2026-12-31"',
  value: "true",
  values: '[{ "from": "2026-01-01", "value": 16800, "provenance": "assumed" }]',
};

/** An example of what stands at a key; of a list's item for a name such as `values[0]`. */
export function exampleOf(name: string): string {
  const key = name.replace(/\[\d+\]$/, "");
  const example = (Object.hasOwn(EXAMPLES, key) ? EXAMPLES[key] : undefined) ?? NO_EXAMPLE;
  return key === name ? example : example.replace(/^\[(.*)\]$/, "$1");
}
